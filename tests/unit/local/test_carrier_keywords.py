"""STOP, START and HELP, which the carrier answers itself."""

from __future__ import annotations

import pytest

from tests.unit.local.conftest import twiml

pytestmark = pytest.mark.anyio
PHONE = "+14105550111"


@pytest.fixture
def text(vendors):
    async def text(body: str) -> None:
        await vendors.post(f"/phones/{PHONE}/messages", json={"body": body})

    return text


@pytest.mark.parametrize(
    "word", ["STOP", "stopall", "Unsubscribe", "CANCEL", "END", "quit", "REVOKE", "OPTOUT", " stop \n"]
)
async def test_a_stop_word_is_confirmed_by_the_carrier_and_blocks(text, twilio, word):
    await text(word)

    refusal = await twilio.create(To=PHONE)
    assert (refusal.status_code, refusal.json()["code"]) == (400, 21610)
    [confirmation] = await twilio.bodies(To=PHONE)
    assert confirmation.startswith("Example PD: You have successfully been unsubscribed.")


async def test_a_second_stop_is_not_confirmed_again(text, twilio):
    await text("STOP")
    await text("STOP")

    assert len(await twilio.bodies(To=PHONE)) == 1


async def test_stop_within_a_sentence_is_left_to_the_application(text, twilio):
    await text("please stop")

    assert (await twilio.create(To=PHONE)).status_code == 201


async def test_the_application_hears_of_stop_too(text, application):
    await text("STOP")

    assert b"Body=STOP" in application.requests[0].content


async def test_a_reply_to_a_stopped_number_is_dropped(text, twilio, application):
    application.reply = lambda _: twiml("Example PD: one more thing")
    await text("STOP")

    assert "Example PD: one more thing" not in await twilio.bodies()


@pytest.mark.parametrize("word", ["START", "unstop", "Yes"])
async def test_start_frees_a_stopped_number_and_says_so(text, twilio, word):
    await text("STOP")
    await text(word)

    assert (await twilio.create(To=PHONE)).status_code == 201
    assert any("re-subscribed" in body for body in await twilio.bodies(To=PHONE))


@pytest.mark.parametrize("word", ["START", "YES"])
async def test_start_from_a_free_number_is_left_to_the_application(text, twilio, word):
    await text(word)

    assert await twilio.bodies(To=PHONE) == []


@pytest.mark.parametrize("word", ["HELP", "info"])
async def test_help_is_answered_every_time(text, twilio, word):
    await text(word)
    await text(word)

    assert await twilio.bodies(To=PHONE) == ["Example PD: Reply STOP to unsubscribe. Msg&Data Rates May Apply."] * 2
