"""Twilio's REST API as the local carrier answers it."""

from __future__ import annotations

import pytest

from local.vendors.carrier.segments import segments

pytestmark = pytest.mark.anyio
PHONE = "+14105550111"


async def test_a_message_is_taken_as_queued(twilio):
    answer = await twilio.create(Body="Example PD: hello")

    assert answer.status_code == 201
    assert answer.json() | {"status": "queued", "from": "+14105550100", "to": PHONE} == answer.json()


async def test_a_message_is_delivered_after_a_while(twilio, parts):
    sid = (await twilio.create()).json()["sid"]
    await parts.carrier.delivery.settle()

    message = (await twilio.fetch(sid)).json()
    assert (message["status"], message["date_sent"]) == ("delivered", "Sat, 21 Nov 2026 17:00:00 +0000")


async def test_a_wrong_token_gets_20003(vendors, twilio):
    answer = await vendors.get(f"{twilio.BASE}.json", auth=(twilio.AUTH[0], "guessed"))

    assert (answer.status_code, answer.json()["code"]) == (401, 20003)


async def test_no_credentials_get_20003(vendors, twilio):
    assert (await vendors.post(f"{twilio.BASE}.json", data={"To": PHONE})).json()["code"] == 20003


async def test_an_unknown_message_gets_20404(twilio):
    answer = await twilio.fetch("SM" + "f" * 32)

    assert (answer.status_code, answer.json()["code"]) == (404, 20404)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"To": ""}, 21604),
        ({"To": "555-0111"}, 21211),
        ({"To": "+0410555"}, 21211),
        ({"From": ""}, 21603),
        ({"From": "+14105550199"}, 21606),
        ({"Body": " "}, 21602),
        ({"Body": "x" * 1601}, 21617),
        ({"StatusCallback": "ftp://front.test"}, 21609),
    ],
)
async def test_what_twilio_refuses_is_refused_with_its_code(twilio, changes, code):
    answer = await twilio.create(**changes)

    assert answer.status_code == 400
    assert answer.json()["code"] == code
    assert set(answer.json()) == {"code", "message", "more_info", "status"}
    assert await twilio.bodies() == []


async def test_a_field_that_the_carrier_does_not_know_is_recorded(twilio, parts):
    await twilio.create(ScheduleType="fixed")

    assert [entry["what"] for entry in parts.unknown.listing()] == ["Messages.json field ScheduleType"]


async def test_an_endpoint_that_the_carrier_does_not_know_is_recorded(vendors, parts):
    assert (await vendors.get("/twilio/2010-04-01/Accounts.json")).status_code == 404

    assert parts.unknown.listing()[0]["vendor"] == "twilio"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("x" * 160, 1),
        ("x" * 161, 2),
        ("x" * 306, 2),
        ("x" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("á", 1),
        ("’" * 70, 1),
        ("’" * 71, 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
    ],
)
async def test_segments_are_counted_as_carriers_do(text, count):
    assert segments(text) == count


@pytest.mark.parametrize(
    ("create", "status", "code"), [("500", 500, 20500), ("429", 429, 20429), ("30034", 400, 30034)]
)
async def test_a_refusal_can_be_asked_for_and_ends_by_itself(vendors, twilio, create, status, code):
    await vendors.post("/control/carrier", json={"create": create, "times": 1})

    refused, taken = await twilio.create(), await twilio.create()
    assert (refused.status_code, refused.json()["code"], taken.status_code) == (status, code, 201)
    assert len(await twilio.bodies()) == 1


async def test_an_error_after_acceptance_leaves_the_message_sent(vendors, twilio):
    await vendors.post("/control/carrier", json={"create": "500_after_accept", "times": 1})

    assert (await twilio.create(Body="once")).status_code == 500
    assert await twilio.bodies() == ["once"]


async def test_a_fault_for_one_number_spares_the_others(vendors, twilio):
    await vendors.post("/control/carrier", json={"create": "500", "to": "+14105550122"})

    assert (await twilio.create()).status_code == 201
    assert (await twilio.create(To="+14105550122")).status_code == 500


@pytest.mark.parametrize("wanted", [{"create": "boom"}, {"callbacks": "never"}, {"outcome": "lost"}, {"speed": 3}])
async def test_a_behaviour_that_does_not_exist_is_refused(vendors, wanted):
    assert (await vendors.post("/control/carrier", json=wanted)).status_code == 400
