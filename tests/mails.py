"""Every kind of mail that goes out, in both languages, as the wire carries it."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from types import SimpleNamespace
from typing import Any

from chalicelib import words
from chalicelib.domain.leave_token import LeaveTokens
from chalicelib.domain.letter import Block, Enclosed, Letter, Mail
from chalicelib.domain.mail_token import ReplyAddresses
from chalicelib.domain.outbox import Kind
from chalicelib.domain.owner import ContactKey, OwnerId
from chalicelib.outbound.emails import SesEmails
from chalicelib.words import letters
from tests import builders
from tests.fakes import NOON

KEY = ContactKey("0123456789abcdef0123456789abcdef")
DOMAIN, BASE_URL = "cameras.example.gov", "https://cameras.example.gov"
LEAVING = LeaveTokens(key="k", domain=DOMAIN, base_url=BASE_URL)
REPLIES = ReplyAddresses(key="k", domain=DOMAIN)
LANGUAGES = ("en", "es")
KINDS = ("ask", "receipt", "receipt of many", "code", "notice", "mail_reply", "confirmation", "already there",
         "table")  # fmt: skip
AGENCY = builders.an_agency()
OWNER = OwnerId("owner1")


def a_mail(
    message_id: str = "message1", *, first: Any = None, request: Any = None, language: str = "en", **message: Any
) -> Mail:
    plain = {"body": "Hello.\n", "subject": "Hello"}
    return Mail(
        message=builders.a_message(message_id, **{**plain, **message}),
        to="neighbor@example.com",
        contact_key=KEY,
        language=language,
        agency=AGENCY,
        at=NOON,
        request=request,
        first=first,
    )


def sent(kind: str, language: str) -> bytes:
    """Give one kind of mail as it is handed to SES."""
    client = SimpleNamespace(meta=SimpleNamespace(region_name="us-east-1"))
    emails = SesEmails(client, sender=f"desk@{DOMAIN}", replies=REPLIES, leaving=LEAVING)
    return emails.raw(_with_table(language) if kind == "table" else _mail(kind, language))


def parsed(raw: bytes) -> EmailMessage:
    found = message_from_bytes(raw, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def text_of(raw: bytes, subtype: str) -> str:
    part = parsed(raw).get_body(preferencelist=(subtype,))
    assert part
    return str(part.get_content()).replace("\r\n", "\n")


def _mail(kind: str, language: str) -> Mail:
    said: dict[str, Any] = {"agency": AGENCY, "language": language}
    request = builders.a_request()
    subject = letters.ask_subject(request.code, **said)
    first = builders.a_message("request1-owner1", subject=subject, provider_id="0100018f-example-000000")
    thread: dict[str, Any] = {
        "language": language,
        "request": request,
        "request_id": request.request_id,
        "owner_id": OWNER,
    }
    follows: dict[str, Any] = {**thread, "first": first, "subject": letters.follow_up(subject)}
    link = f"{BASE_URL}/r/Ab3dEf6hIj9lMn2pQr5tUv"
    hashes = [f"{number:064x}" for number in range(5)]
    if kind == "ask":
        letter = letters.ask_letter(request.question, code=request.code, now=NOON, link=link, **said)
        return _of("ask", letter, message_id="request1-owner1", subject=subject, **thread)
    if kind.startswith("receipt"):
        count = 1 if kind == "receipt" else 5
        return _of("receipt", letters.receipt_letter(hashes[:count], code=request.code, link=link, **said), **follows)
    if kind == "code":
        return _of("code", letters.code_letter("123456", **said), subject=letters.code_subject(**said))
    if kind == "confirmation":
        return _of("notice", letters.confirm_letter(link, **said), subject=letters.confirm_subject(**said))
    if kind == "already there":
        return _of("notice", letters.taken_letter(**said), subject=letters.taken_subject(**said))
    values = {"short_name": AGENCY.short_name, "code": request.code, "link": link}
    text = words.say("sms.answer.has_footage", language, **values)
    answers = {"in_reply_to": "<answer-1@mail.example.com>"} if kind == "mail_reply" else {}
    return _of("mail_reply" if answers else "notice", text, **follows, **answers)


def _with_table(language: str) -> Mail:
    """The answer to a table of cameras, as `mail_sheet` says it."""
    some = {
        "cameras": "3 cameras",
        "places": "2 places",
        "count": 4,
        "link": f"{BASE_URL}/sheet/Ab3dEf6hIj9lMn2pQr5tUv",
    }
    names = ("understood", "look_many", "enclosed", "press", "only_table")
    blocks = tuple(Block("text", words.say(f"mail.sheet.{name}", language, **some)) for name in names)
    enclosed = Enclosed("cameras.csv", "Row,Dirección,Remark\r\n2,1009 Roxleigh Rd,\r\n")
    return _of(
        "mail_reply", Letter(language, blocks, enclosed), subject="Re: Cameras", in_reply_to="<1@mail.example.com>"
    )


def _of(kind: Kind, letter: Letter | str, *, message_id: str = "message1", **values: Any) -> Mail:
    body = letter if isinstance(letter, str) else letter.body()
    return a_mail(message_id, kind=kind, body=body, **values)
