"""Opens a mail: what its sender wrote, in which language, and who they show to be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.incident import Ask
from chalicelib.domain.letter import letter_in
from chalicelib.domain.mail import InboundMail
from chalicelib.domain.mail_cut import new_part_of
from chalicelib.domain.mail_token import ReplyAddresses
from chalicelib.domain.outbox import Message, ask_message_id, second_ask_message_id
from chalicelib.domain.owner import ContactKey
from chalicelib.domain.token import hashed

from .choose_language import Spoken, choose_language
from .hear_consent import owner_wishes
from .mail_standing import Standing, standing_of
from .talk import Writer

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from chalicelib import ports

_ANSWERS = ("re:", "fw", "rv:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail on its way through: its name in scratch, what its sender wrote, and who that says to be."""

    mail: InboundMail
    name: str
    text: str
    writer: Writer
    standing: Standing
    spoken: Spoken

    def wishes(self, zone: ZoneInfo) -> bool:
        """Say whether it wishes something about when and how we write, surely from there: in doubt it is leaving."""
        return self.standing.authentic and owner_wishes(self.text, self.writer, zone=zone)


def open_letter(
    mail: InboundMail,
    *,
    registry: ports.Registry,
    requests: ports.Requests,
    scratch: ports.Scratch,
    outbox: ports.Outbox,
    agency: Agency,
    addresses: ReplyAddresses,
    now: datetime,
) -> Letter:
    """Read who writes and what; changes nothing."""
    key = registry.key_of("email", mail.sender)
    contact = registry.contact(key) if mail.sender else None
    writer = Writer(key=key, address=mail.sender, contact=contact, now=now, channel="email")
    standing = standing_of(mail, writer, addresses=addresses, requests=requests, scratch=scratch)
    text = _text(mail, _asked_by(standing.ask, key, outbox) if standing.ask else None)
    spoken = choose_language(text, key, contact, scratch=scratch, agency=agency, now=now)
    writer = replace(writer, language=spoken.language)
    return Letter(mail=mail, name=name_of(mail), text=text, writer=writer, standing=standing, spoken=spoken)


def name_of(mail: InboundMail) -> str:
    """Name a mail by its own id and its sender: it may be delivered twice, and each delivery told of twice."""
    return hashed(f"{mail.sender}\n{mail.message_id}" if mail.message_id else mail.mail_id)


def _asked_by(ask: Ask, key: ContactKey, outbox: ports.Outbox) -> Message | None:
    """Give the message that asked at this mailbox: the second one, where the first went to a phone and failed."""
    for name in (ask_message_id, second_ask_message_id):
        asked = outbox.message(name(ask.request_id, ask.owner_id))
        if asked and asked.contact_key == key:
            return asked
    return None


def _text(mail: InboundMail, asked: Message | None) -> str:
    """Give what the sender wrote; a mail without text may say all in its subject, unless that is an answer's."""
    text = new_part_of(mail.plain, mail.html, sent=_lines(asked.body) if asked else ())
    if text or mail.plain.strip() or mail.html.strip() or mail.subject.lower().startswith(_ANSWERS):
        return text
    return mail.subject


def _lines(body: str) -> list[str]:
    """Give the lines of a mail of ours as they come back in an answer to it."""
    lines: list[str] = []
    for block in letter_in(body, language="").blocks:
        lines += [*block.text.splitlines(), block.url]
        lines += [f"{name}{between}{said}" for name, said in block.rows for between in (" ", ": ")]
    return lines
