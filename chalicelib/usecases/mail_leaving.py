"""Leaving by mail: by words, or by the address that stands in each of ours; honoured from anybody who may mean it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from chalicelib.domain import optout
from chalicelib.domain.agency import Agency
from chalicelib.domain.leave_token import LeaveTokens

from .change_consent import stop
from .mail_replies import MailReplies, Owed
from .open_letter import Letter

if TYPE_CHECKING:
    from chalicelib import ports

_STOPS = ("stop_keyword", "stop_words")


@dataclass(frozen=True, slots=True)
class Left:
    """What to commit and to queue; `known` is false where nobody whom we know is meant: nothing is written then."""

    owed: Owed
    outcome: Literal["left", "left_before"] = "left_before"
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLeaving:
    """`tokens` read the addresses that stop mail by being written to."""

    registry: ports.Registry
    agency: Agency
    tokens: LeaveTokens
    replies: MailReplies

    def hear(self, letter: Letter) -> Left | None:
        """Stop mail for whoever asks for it, proven or not; none where the mail does not ask for that."""
        mail, writer = letter.mail, letter.writer
        pressed = next(filter(None, map(self.tokens.read_address, mail.recipients)), None)
        if pressed is None and not self._asks_to(letter):
            return None
        key = pressed or writer.key
        contact = self.registry.contact(key) if pressed else writer.contact
        if contact is None and (pressed or not letter.standing.authentic):
            return Left(Owed([]), known=False)
        address = contact.address if contact else mail.sender
        changes = stop(
            contact, key, address, by="words", cause=letter.name, now=writer.now, registry=self.registry,
            language=writer.language, channel="email",
        )  # fmt: skip
        if not changes:
            return Left(Owed([]))
        last = Owed([])
        if not mail.automatic:
            last = self.replies.owe_last(mail, letter.name, writer, key, address, "mail.talk.stopped")
        return Left(Owed([*changes, *last.changes], last.messages), "left")

    def _asks_to(self, letter: Letter) -> bool:
        if letter.mail.automatic or not letter.mail.sender or letter.wishes(self.agency.zone()):
            return False
        return optout.read(letter.text) in _STOPS or (not letter.text and optout.read(letter.mail.subject) in _STOPS)
