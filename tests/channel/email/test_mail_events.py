"""SES's events, in the shape of its page "Examples of event data": each means one thing, or nothing."""

from __future__ import annotations

import pytest

from chalicelib.channels.email.events import event_in, is_event


def event(kind, *, message="request1-owner1", **details):
    mail = {
        "timestamp": "2026-11-21T17:00:00.000Z",
        "messageId": "0100018f-example-000000",
        "source": "Example County Police <desk@cameras.example.gov>",
        "destination": ["recipient@example.com"],
        "headersTruncated": False,
        "tags": {"ses:configuration-set": ["porchlight-mail"], **({"message": [message]} if message else {})},
    }
    return {"source": "aws.ses", "detail-type": f"Email {kind}", "detail": {"eventType": kind, "mail": mail, **details}}


def bounce(kind, sub="General"):
    return event("Bounce", bounce={"bounceType": kind, "bounceSubType": sub, "bouncedRecipients": []})


@pytest.mark.parametrize(("body", "meant"), [
    (bounce("Permanent"), "hard_bounce"),
    (bounce("Permanent", "OnAccountSuppressionList"), "hard_bounce"),
    (bounce("Transient", "MailboxFull"), "soft_bounce"),
    (bounce("Undetermined"), "soft_bounce"),
    (event("Complaint", complaint={"complaintFeedbackType": "abuse"}), "complaint"),
    (event("Complaint", complaint={}), "complaint"),
    (event("Delivery", delivery={"smtpResponse": "250 ok"}), "delivered"),
    (event("Reject", reject={"reason": "Bad content"}), "rejected"),
])  # fmt: skip
def test_an_event_names_what_happened_to_which_message(body, meant):
    assert is_event(body)
    found = event_in(body)

    assert (found.happening, found.message_id) == (meant, "request1-owner1")
    assert found.provider_id == "0100018f-example-000000"


@pytest.mark.parametrize("body", [
    event("Complaint", complaint={"complaintFeedbackType": "not-spam"}),
    event("DeliveryDelay", deliveryDelay={"delayType": "MailboxFull"}),
    event("Send", send={}),
    event("Open", open={}),
    event("Delivery", message="", delivery={}),
    {"source": "aws.ses", "detail": {}},
])  # fmt: skip
def test_what_means_nothing_to_us_is_nothing(body):
    assert event_in(body) is None


def test_a_bounce_of_a_mailbox_that_ses_already_knew_is_not_counted():
    assert not event_in(bounce("Permanent", "OnAccountSuppressionList")).counts
    assert event_in(bounce("Permanent")).counts


def test_the_word_of_a_new_mail_is_no_event():
    assert not is_event({"Records": []})
