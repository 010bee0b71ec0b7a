"""Contract: what SES is asked, and what each of its answers means."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from botocore.exceptions import ClientError, ConnectTimeoutError, ReadTimeoutError

from chalicelib.domain.errors import ProviderBusy, ProviderRefused, ProviderSilent
from chalicelib.domain.leave_token import LeaveTokens
from chalicelib.domain.mail_token import ReplyAddresses
from chalicelib.outbound.emails import SesEmails
from tests.mails import a_mail, parsed


class Ses:
    def __init__(self, answer, *, region="us-east-1"):
        self.answer, self.asked, self.meta = answer, [], SimpleNamespace(region_name=region)

    def send_email(self, **asked):
        self.asked.append(asked)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def emails(ses, **changes):
    plain = {
        "sender": "cameras@porchlight.example",
        "replies": ReplyAddresses(key="k", domain="porchlight.example"),
        "leaving": LeaveTokens(key="k", domain="porchlight.example", base_url="https://porchlight.example"),
    }
    return SesEmails(ses, **{**plain, **changes})


def failure(code, status):
    return ClientError({"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}, "SendEmail")


def test_a_mail_names_its_message_to_ses_so_that_its_events_lead_back_to_it():
    ses = Ses({"MessageId": "ses-1"})

    assert emails(ses, configuration_set="porchlight-mail").send(a_mail()) == "ses-1"

    [asked] = ses.asked
    assert asked["EmailTags"] == [{"Name": "message", "Value": "message1"}]
    assert asked["ConfigurationSetName"] == "porchlight-mail"
    assert asked["Destination"] == {"ToAddresses": ["neighbor@example.com"]}


def test_without_a_configuration_set_none_is_named():
    ses = Ses({"MessageId": "ses-1"})
    emails(ses).send(a_mail())

    assert "ConfigurationSetName" not in ses.asked[0]


def test_a_subject_cannot_smuggle_in_a_header():
    mail = parsed(emails(Ses({})).raw(a_mail(subject="Hello\r\nBcc: all@example.com")))

    assert mail["Bcc"] is None
    assert mail["Subject"] == "Hello Bcc: all@example.com"


def test_a_subject_that_looks_encoded_is_not_decoded_into_headers_or_a_mail_of_its_own():
    raw = emails(Ses({})).raw(a_mail(subject="Re: =?utf-8?q?a=0D=0ABcc:_all=40example.com=0D=0A=0D=0AA_mail?="))

    assert b"\r\nBcc" not in raw
    assert parsed(raw)["Subject"] == "Re: = ?utf-8?q?a=0D=0ABcc:_all=40example.com=0D=0A=0D=0AA_mail?="


@pytest.mark.parametrize("forged", ["<a@b>\r\nBcc: all@example.com", "<a b@c>", "a@b", "<" + "x" * 600 + ">", "<é@b>"])
def test_an_id_that_somebody_made_up_is_not_repeated(forged):
    mail = parsed(emails(Ses({})).raw(a_mail(in_reply_to=forged)))

    assert (mail["Bcc"], mail["In-Reply-To"], mail["References"]) == (None, None, None)


@pytest.mark.parametrize(("region", "domain"), [
    ("us-east-1", "email.amazonses.com"), ("us-west-2", "us-west-2.amazonses.com"),
])  # fmt: skip
def test_a_thread_is_held_together_by_our_id_and_by_the_one_that_ses_puts_in_its_place(region, domain):
    first = a_mail("ask1", provider_id="0100-ses").message
    mail = parsed(emails(Ses({}, region=region)).raw(a_mail("receipt1", first=first)))

    assert mail["In-Reply-To"] == f"<0100-ses@{domain}>"
    assert mail["References"].split() == ["<ask1@porchlight.example>", f"<0100-ses@{domain}>"]


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
        emails(Ses(answer)).send(a_mail())
