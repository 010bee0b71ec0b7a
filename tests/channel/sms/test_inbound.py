"""Texts as Twilio delivers them: signed, or refused without effect."""

from __future__ import annotations

from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pytest

from chalicelib.channels.sms.replying import twiml
from tests import builders
from tests.channel.sms.carrier import (
    INBOUND,
    deliver,
    event,
    fields_of,
    post,
    recorded,
    signature,
    signature_sha256,
)
from tests.world import SECRETS


@pytest.fixture
def world(wired):
    wired.gazetteer.knows("1009 Roxleigh Rd Towson", builders.an_address())
    return wired


def messages(answer):
    document = ET.fromstring(answer["body"])  # noqa: S314  (our own answer)
    return [message.text for message in document.findall("Message")]


def untouched(world):
    tables = ("registry", "requests", "outbox", "scratch")
    return all(world.dynamodb.scan(TableName=table)["Count"] == 0 for table in tables)


def test_a_recorded_text_is_answered(world):
    webhook = recorded("inbound")

    answer = deliver(event(webhook["path"], webhook["body"], {"X-Twilio-Signature": webhook["signature"]}))

    assert answer["statusCode"] == 200
    assert answer["headers"]["Content-Type"] == "text/xml; charset=utf-8"
    [reply] = messages(answer)
    assert reply.startswith("Example Police: 2 cameras at 1009 Roxleigh Rd, Towson 21286.")


def test_a_body_in_base64_is_the_same(world):
    webhook = recorded("inbound")

    answer = deliver(
        event(webhook["path"], webhook["body"], {"x-twilio-signature": webhook["signature"]}, encoded=True)
    )

    assert answer["statusCode"] == 200


def test_the_same_webhook_again_gets_the_same_answer(world):
    fields = fields_of("inbound")

    assert post(INBOUND, fields) == post(INBOUND, fields)


def test_a_confirmed_text_counts(world):
    post(INBOUND, fields_of("inbound"))
    post(INBOUND, fields_of("inbound", Body="OK", MessageSid="SM" + "2b" * 16))

    assert world.registry.figures() == {"owners": 1, "cameras": 2}


def test_a_keyword_that_the_carrier_answers_is_answered_with_nothing(world):
    answer = post(INBOUND, fields_of("inbound", Body="STOP"))

    assert answer["statusCode"] == 200
    assert messages(answer) == []


def test_a_word_that_the_carrier_took_for_a_keyword_is_left_to_it(world):
    assert messages(post(INBOUND, fields_of("inbound", Body="ARRET", OptOutType="STOP"))) == []
    back = fields_of("inbound", Body="COMMENCER", OptOutType="START", MessageSid="SM" + "4d" * 16)
    world.clock.pass_time(seconds=1)
    assert messages(post(INBOUND, back)) == []

    contact = world.registry.contact(world.registry.key_of("sms", builders.PHONE))
    assert contact.consent == "unconfirmed"


@pytest.mark.parametrize("token", SECRETS.twilio_auth_tokens)
def test_the_current_and_the_previous_token_are_good(world, token):
    fields = fields_of("inbound")

    assert post(INBOUND, fields, X_Twilio_Signature=signature(INBOUND, fields, token))["statusCode"] == 200


def test_a_signature_by_shared_key_is_good(world):
    fields = fields_of("inbound")
    headers = {
        "X-Twilio-Signature": signature_sha256(INBOUND, fields),
        "X-Twilio-Webhooks-Signature-Settings": "key=example,algorithm=HMAC_SHA256",
    }

    assert deliver(event(INBOUND, urlencode(fields), headers))["statusCode"] == 200


def forgeries():
    fields = fields_of("inbound")
    good = signature(INBOUND, fields)
    yield "missing", {}, urlencode(fields)
    yield "empty", {"X-Twilio-Signature": ""}, urlencode(fields)
    yield "nonsense", {"X-Twilio-Signature": "é" * 28}, urlencode(fields)
    yield "another token", {"X-Twilio-Signature": signature(INBOUND, fields, "guessed")}, urlencode(fields)
    yield "another address", {"X-Twilio-Signature": signature("/sms/status/x", fields)}, urlencode(fields)
    yield "tampered", {"X-Twilio-Signature": good}, urlencode(fields | {"Body": "DELETE ME"})
    yield "a field more", {"X-Twilio-Signature": good}, urlencode(fields | {"Extra": "1"})
    yield "blanks dropped", {"X-Twilio-Signature": good}, urlencode({k: v for k, v in fields.items() if v})
    yield "unknown algorithm", {
        "X-Twilio-Signature": good, "X-Twilio-Webhooks-Signature-Settings": "algorithm=NONE",
    }, urlencode(fields)  # fmt: skip


FORGERIES = {what: (headers, body) for what, headers, body in forgeries()}


@pytest.mark.parametrize("what", FORGERIES)
def test_what_is_not_signed_is_refused_without_effect(world, what):
    headers, body = FORGERIES[what]

    answer = deliver(event(INBOUND, body, headers))

    assert answer["statusCode"] == 403
    assert untouched(world)


def test_another_accounts_signed_text_is_refused(world):
    fields = fields_of("inbound", AccountSid="AC" + "9" * 32)

    assert post(INBOUND, fields)["statusCode"] == 403
    assert untouched(world)


@pytest.mark.parametrize(
    "changes",
    [{"MessageSid": ""}, {"MessageSid": "S"}, {"MessageSid": "../x"}, {"From": ""}, {"From": "+0"}, {"From": "12345"},
     {"From": "whatsapp:+14105550142"}, {"From": "+14105550142\n"}],
)  # fmt: skip
def test_a_text_without_id_or_sender_is_refused_without_effect(world, changes):
    assert post(INBOUND, fields_of("inbound", **changes))["statusCode"] == 400
    assert untouched(world)


def test_what_is_no_form_is_refused(world):
    signed = {"X-Twilio-Signature": "x"}

    assert deliver(event(INBOUND, "{}", signed | {"Content-Type": "application/json"}))["statusCode"] == 403
    assert deliver(event(INBOUND, "a" * 70_000, signed))["statusCode"] == 403
    assert deliver(event(INBOUND, "Body=%ff%fe", signed))["statusCode"] == 403
    assert deliver(event(INBOUND, "a&" * 400, signed))["statusCode"] == 403
    assert deliver({**event(INBOUND, "", signed), "body": "?", "isBase64Encoded": True})["statusCode"] == 400
    assert untouched(world)


def test_other_methods_and_paths_are_refused(world):
    assert deliver(event(INBOUND, "", {}, method="GET"))["statusCode"] == 405
    assert deliver(event("/sms/other", "", {}))["statusCode"] == 404


@pytest.mark.parametrize("broken", [{}, {"httpMethod": "POST", "path": INBOUND, "headers": None, "body": None}])
def test_an_event_that_lacks_things_is_no_crash(world, broken):
    assert deliver(broken)["statusCode"] in (403, 405)


def test_trouble_of_ours_asks_the_carrier_to_come_again(world, capsys):
    world.dynamodb.delete_table(TableName="scratch")

    answer = post(INBOUND, fields_of("inbound"))

    assert answer["statusCode"] == 503
    assert answer["body"] == ""
    printed = "".join(capsys.readouterr())
    assert "4105550142" not in printed
    assert "Roxleigh" not in printed


def test_a_text_in_any_script_is_answered(world):
    for number, body in enumerate(["", "\N{PILE OF POO}" * 1600, "Здравствуйте", "<Response/>&amp;", "\x07\ufffd"]):
        answer = post(INBOUND, fields_of("inbound", Body=body, MessageSid=f"SM{number:032x}"))
        assert answer["statusCode"] == 200
        assert len(messages(answer)) == 1


def test_a_reply_cannot_break_out_of_its_message():
    assert messages(twiml('</Message> <Redirect> & "quotes"')) == ['</Message> <Redirect> & "quotes"']
