"""Contract: what SES is asked, and what each of its answers means."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest
from botocore.exceptions import ClientError, ConnectTimeoutError, ReadTimeoutError

from chalicelib.domain.errors import ProviderBusy, ProviderRefused, ProviderSilent
from chalicelib.outbound.emails import SesEmails


class Ses:
    def __init__(self, answer):
        self.answer, self.asked = answer, []

    def send_email(self, **asked):
        self.asked.append(asked)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def failure(code, status):
    return ClientError({"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}, "SendEmail")


def test_a_mail_is_plain_text_and_its_id_leads_back_to_the_message():
    ses = Ses({"MessageId": "ses-1"})
    emails = SesEmails(ses, sender="cameras@porchlight.example")

    assert emails.send("message1", "neighbor@example.com", "A question – für Sie", "Grüße\n") == "ses-1"

    raw = ses.asked[0]["Content"]["Raw"]["Data"]
    mail = message_from_bytes(raw, policy=default)
    assert mail["Message-ID"] == "<message1@porchlight.example>"
    assert (mail["To"], mail["Subject"]) == ("neighbor@example.com", "A question – für Sie")
    assert mail.get_content() == "Grüße\n"


def test_a_subject_cannot_smuggle_in_a_header():
    with pytest.raises(ValueError, match=r"linefeed|newline"):
        SesEmails(Ses({}), sender="a@b.example").send("m", "n@example.com", "Hello\r\nBcc: all@example.com", "body")


@pytest.mark.parametrize(("answer", "error"), [
    (failure("TooManyRequestsException", 429), ProviderBusy),
    (failure("SendingPausedException", 400), ProviderBusy),
    (ConnectTimeoutError(endpoint_url="http://x"), ProviderBusy),
    (ReadTimeoutError(endpoint_url="http://x"), ProviderSilent),
    (failure("InternalFailure", 500), ProviderSilent),
    (failure("MessageRejected", 400), ProviderRefused),
])  # fmt: skip
def test_each_failure_says_whether_the_mail_may_have_been_taken(answer, error):
    with pytest.raises(error):
        SesEmails(Ses(answer), sender="a@b.example").send("m", "n@example.com", "Hello", "body")
