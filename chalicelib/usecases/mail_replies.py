"""Our answers to mail: five a day to one address at most, each with an address of its own that the talk goes on by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.letter import Enclosed, letter_in
from chalicelib.domain.mail import InboundMail
from chalicelib.domain.mail_token import TALK_LETTERS, ReplyAddresses
from chalicelib.domain.outbox import Kind, Message, MessageId
from chalicelib.domain.owner import ContactKey
from chalicelib.domain.reply import Sentence
from chalicelib.domain.token import hashed
from chalicelib.words.mailing import compose, subject_of_answer

from .mail_standing import TALK
from .talk import Writer

if TYPE_CHECKING:
    from chalicelib import ports

MOST_A_DAY = 5
COUNTED = "mail_replies"
TALK_LIFE = timedelta(days=7)
REPLY_LIFE = timedelta(days=2)
FAREWELL: Kind = "farewell"
FAREWELL_LIFE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Owed:
    """What to commit, and the message to queue afterwards; neither where the day's answers are used up.

    Labels: `mail_replies`, which conflicts where another answer was owed there meanwhile, `mail_talk`, `trace`,
    `farewell`, `message`.
    """

    changes: list[ports.Change]
    messages: tuple[MessageId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MailReplies:
    """Owes answers. `name` is the mail's in scratch: the same mail is owed one answer, however often it comes."""

    scratch: ports.Scratch
    outbox: ports.Outbox
    ids: ports.Ids
    agency: Agency
    addresses: ReplyAddresses

    def owe(
        self,
        mail: InboundMail,
        name: str,
        writer: Writer,
        said: Sequence[Sentence],
        *,
        enclosed: Enclosed | None = None,
    ) -> Owed:
        """Owe an answer that says this, to an address that may still be written to."""
        counted = self._counted(writer.key, writer) if said else None
        if counted is None:
            return Owed([])
        secret, until = self.ids.short(TALK_LETTERS), writer.now + TALK_LIFE
        message = self._message("mail_reply", mail, name, writer, said, reply_to=self.addresses.of_talk(secret))
        if enclosed:
            letter = letter_in(message.body, language=self._language(writer))
            message = replace(message, body=replace(letter, enclosed=enclosed).body())
        changes = [
            counted,
            self.scratch.put(TALK, hashed(secret), {"key": writer.key}, expires_at=until),
            self.scratch.trace(writer.key, TALK, hashed(secret), expires_at=until),
            self.outbox.owe(message),
        ]
        return Owed(changes, (message.message_id,))

    def owe_last(self, mail: InboundMail, name: str, writer: Writer, key: ContactKey, address: str, msgid: str,
                 **values: str) -> Owed:  # fmt: skip
        """Owe the one mail that may still go to somebody who left: scratch keeps the address, for an hour.

        It is one of the day's five as well: beyond those, what they asked for is done without a word.
        """
        counted = self._counted(key, writer) if address else None
        if counted is None:
            return Owed([])
        message = self._message(FAREWELL, mail, name, writer, [Sentence(msgid, values)])
        kept = {"address": address, "key": key, "language": self._language(writer)}
        until = writer.now + FAREWELL_LIFE
        held = self.scratch.put(FAREWELL, message.message_id, kept, expires_at=until)
        return Owed([counted, held, self.outbox.owe(message)], (message.message_id,))

    def _counted(self, key: ContactKey, writer: Writer) -> ports.Change | None:
        """Give the change that counts one more answer of the day, none where there were MOST_A_DAY.

        In the transaction that owes the answer: what was cut off before it, and is tried again, counts once.
        """
        name = f"{key}-{writer.now.astimezone(self.agency.zone()).date().isoformat()}"
        before = self.scratch.get(COUNTED, name, now=writer.now) or {"count": 0, "version": None}
        if before["count"] >= MOST_A_DAY:
            return None
        until, count = writer.now + timedelta(days=2), {"count": before["count"] + 1}
        return self.scratch.put(COUNTED, name, count, expires_at=until, version=before["version"])

    def _message(
        self, kind: Kind, mail: InboundMail, name: str, writer: Writer, said: Sequence[Sentence], *, reply_to: str = ""
    ) -> Message:
        language = self._language(writer)
        life = FAREWELL_LIFE if kind == FAREWELL else REPLY_LIFE
        return Message(
            message_id=MessageId(f"mail-{name[:32]}"),
            kind=kind,
            subject=subject_of_answer(mail.subject, agency=self.agency, language=language),
            body=compose(said, agency=self.agency, language=language),
            created_at=writer.now,
            due_at=writer.now,
            expires_at=writer.now + life,
            contact_key=None if kind == FAREWELL else writer.key,
            owner_id=writer.contact.owner_id if writer.contact and kind != FAREWELL else None,
            reply_to=reply_to,
            in_reply_to=mail.message_id,
        )

    def _language(self, writer: Writer) -> str:
        return self.agency.spoken(writer.language or (writer.contact.language if writer.contact else ""))
