"""One mail comes in: decide who writes and what it means, write that down once, and owe the one answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from chalicelib.domain import optout
from chalicelib.domain.leave_token import LeaveTokens
from chalicelib.domain.mail import Attachment, InboundMail
from chalicelib.domain.mail_token import ReplyAddresses
from chalicelib.domain.outbox import MessageId
from chalicelib.domain.reply import Sentence, sentence

from .anew import anew
from .choose_language import remember
from .desk_list import DeskNotes
from .flag_message import Flags
from .keep_attachments import KeepAttachments
from .mail_files import MailFiles
from .mail_flags import MailFlags, Why, full_text
from .mail_leaving import MailLeaving
from .mail_next import NextAddress
from .mail_replies import MailReplies, Owed
from .mail_sheet import MailSheets, sheets_of
from .mail_talk import MailTalk, Taken
from .open_letter import Letter, name_of, open_letter
from .talk import Writer
from .talking import Talking

if TYPE_CHECKING:
    from chalicelib import ports

REMEMBERED = timedelta(days=30)
"""As long as the mail itself is kept: a replay of it changes nothing. An answer longer, where its ask waits longer."""
SEEN = "mail_seen"
TOLD, TOLD_LIFE = "mail_told", timedelta(days=1)
"""That somebody was told today that a person will read what they wrote."""
Outcome = Literal[
    "seen", "virus", "held", "no_sender", "automatic", "left", "left_before", "stopped", "unproven", "answered",
    "asked_back", "not_understood", "flagged",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveMail(Talking):
    """Takes mails.

    `addresses` and `leaving` read the addresses that we gave out; `channel_id` is where officers are told.
    """

    addresses: ReplyAddresses
    leaving: LeaveTokens
    channel_id: str
    attachments: KeepAttachments

    def receive(self, mail: InboundMail) -> Outcome:
        """Take one mail; the same again changes nothing, and what was cut off is finished.

        Where somebody else changed something meanwhile, all of it is decided anew, five times at most; then Conflict is
        raised.
        """
        return anew(lambda: self._take(mail))

    def _take(self, mail: InboundMail) -> Outcome:
        name = name_of(mail)
        before = self.scratch.get(SEEN, name, now=self.clock.now())
        if before is not None:
            self._wake(before["owed"])
            key = self.registry.key_of("email", mail.sender)
            self._next().ask(
                Writer(key=key, address=mail.sender, contact=None, now=self.clock.now(), channel="email"), name
            )
            return "seen"
        letter = self._letter(mail)
        return self._by_the_provider(letter) or self._by_the_sender(letter)

    def _by_the_provider(self, letter: Letter) -> Outcome | None:
        """Set aside what is harmful or from nobody; but leaving is honoured from anybody who may mean it."""
        mail = letter.mail
        if left := self._leaves(letter):
            return left
        if mail.verdicts.virus == "fail":
            return self._to_the_desk(letter, "virus", "virus")
        if not mail.sender or self._is_ours(mail.sender):
            return "no_sender"
        if mail.automatic:
            return "automatic"
        return self._to_the_desk(letter, "spam", "held") if mail.verdicts.spam == "fail" else None

    def _by_the_sender(self, letter: Letter) -> Outcome:
        contact = letter.writer.contact
        if contact and contact.consent == "stopped":
            return self._while_stopped(letter)
        if not letter.standing.authentic:
            return self._unproven(letter)
        if tables := sheets_of(letter, self.addresses):
            return self._with_sheet(letter, tables)
        outcome = self._talked(letter, self._taken(letter))
        self._next().ask(letter.writer, letter.name)
        return outcome

    def _with_sheet(self, letter: Letter, tables: Sequence[Attachment]) -> Outcome:
        sheets = MailSheets(
            registry=self.registry, scratch=self.scratch, ids=self.ids, agency=self.agency, locate=self.locate,
            base_url=self.base_url, replies=self._replies(),
        )  # fmt: skip
        owed = sheets.take(letter, tables)
        self._commit(letter, owed.changes, owed.messages)
        return "asked_back"

    def _letter(self, mail: InboundMail) -> Letter:
        return open_letter(
            mail, registry=self.registry, requests=self.requests, scratch=self.scratch, outbox=self.outbox,
            agency=self.agency, addresses=self.addresses, now=self.clock.now(),
        )  # fmt: skip

    def _leaves(self, letter: Letter) -> Outcome | None:
        left = MailLeaving(
            registry=self.registry, agency=self.agency, tokens=self.leaving, replies=self._replies()
        ).hear(letter)  # fmt: skip
        if left and left.known:
            self._commit(letter, left.owed.changes, left.owed.messages)
        return left.outcome if left else None

    def _while_stopped(self, letter: Letter) -> Outcome:
        """Say nothing to somebody who stopped; who wants to come back, surely from there, gets the link for it.

        An answer counts all the same: it may have been sent before the STOP that came first.
        """
        if not letter.standing.authentic or not optout.opts_in(letter.text):
            return self._heard_while_stopped(letter)
        step = self._talk().hold("START", letter.writer)
        owed = self._replies().owe_last(
            letter.mail, letter.name, letter.writer, letter.writer.key, letter.mail.sender, "mail.talk.come_back",
            link=step.link,
        )  # fmt: skip
        if not owed.messages:
            return "stopped"
        self._commit(letter, [*step.changes, *owed.changes], owed.messages)
        return "asked_back"

    def _heard_while_stopped(self, letter: Letter) -> Outcome:
        if letter.standing.authentic and letter.standing.ask:
            files = self._files().take(letter)
            answered = self._talk().answered(letter.text, letter.standing.ask, letter.writer)
            if files.kept or answered:
                self._commit(letter, answered.changes if answered else [], answered.owed if answered else ())
        return "stopped"

    def _unproven(self, letter: Letter) -> Outcome:
        """Do nothing for a mail that may be from anybody; who answers our mail is told how else it can be done."""
        contact = letter.writer.contact
        if contact is None or contact.owner_id is None:
            return "unproven"
        said = [sentence("mail.talk.unproven")] if letter.standing.ask or letter.standing.in_talk else []
        return self._to_the_desk(letter, "unproven", "unproven", said)

    def _taken(self, letter: Letter) -> Taken:
        if letter.spoken.choice.switched:
            return self._talk().switched(letter.writer)
        files = self._files().take(letter)
        if files.kept and not letter.text.strip():
            return Taken(said=files.said)
        taken = self._talk().take(letter.text, letter.writer, letter.standing)
        if files.said:
            said = taken.said if taken.understood or (letter.text.strip() and not files.kept) else ()
            taken = replace(taken, said=(*said, *files.said))
        return taken

    def _talked(self, letter: Letter, taken: Taken) -> Outcome:
        if optout.in_doubt(letter.text) and not letter.wishes(self.agency.zone()) and not taken.forgets:
            return self._flagged(letter, taken)
        if not taken.understood:
            return self._to_the_desk(letter, "not_understood", "not_understood", taken.said, taken.changes)
        for whose in taken.forgets:
            self.scratch.forget(whose)
        if taken.farewell:
            owed = self._replies().owe_last(
                letter.mail, letter.name, letter.writer, letter.writer.key, letter.mail.sender, taken.farewell
            )
        else:
            owed = self._replies().owe(letter.mail, letter.name, letter.writer, taken.said)
        self._commit(letter, [*taken.changes, *owed.changes], (*taken.owed, *owed.messages))
        return "asked_back" if taken.held else "answered"

    def _flagged(self, letter: Letter, taken: Taken) -> Outcome:
        """Let a supervisor decide whether somebody leaves, and say how to; what was understood besides counts too."""
        helps, key, now = sentence("sms.in_doubt"), letter.writer.key, letter.writer.now
        text = "\n\n".join(filter(None, (letter.mail.subject, full_text(letter.mail))))
        flags, notes = Flags(scratch=self.scratch, notes=self._notes()).keep(text, key, now=now)
        if taken.understood:
            owed = self._replies().owe(letter.mail, letter.name, letter.writer, [*taken.said, helps])
        else:
            owed = self._owed_once(letter, [helps])
        self._commit(letter, [*taken.changes, *flags, *owed.changes], (*taken.owed, *notes, *owed.messages))
        return "flagged"

    def _to_the_desk(
        self,
        letter: Letter,
        why: Why,
        outcome: Outcome,
        said: Sequence[Sentence] = (),
        changes: Sequence[ports.Change] = (),
    ) -> Outcome:
        """Show it to a person, and say so to its sender."""
        writer, contact = letter.writer, letter.writer.contact
        owners = why == "not_understood" and contact is not None and contact.owner_id is not None
        kept = MailFlags(scratch=self.scratch, notes=self._notes()).keep(
            letter.mail, letter.name, writer.key, why=why, owners=owners, now=writer.now
        )
        # That a person will read it is not said where nobody will.
        owed = self._owed_once(letter, said if kept or why != "not_understood" else ())
        self._commit(letter, [*changes, *kept.changes, *owed.changes], (*kept.notes, *owed.messages))
        return outcome

    def _owed_once(self, letter: Letter, said: Sequence[Sentence]) -> Owed:
        """Owe what its sender is told once a day, and not each time that they try again."""
        key, now = letter.writer.key, letter.writer.now
        told = self.scratch.get(TOLD, key, now=now) is not None
        owed = self._replies().owe(letter.mail, letter.name, letter.writer, () if told else said)
        if not owed.messages:
            return owed
        until = now + TOLD_LIFE
        tells = [
            self.scratch.put(TOLD, key, {}, expires_at=until, version=0),
            self.scratch.trace(key, TOLD, key, expires_at=until),
        ]
        return Owed([*tells, *owed.changes], owed.messages)

    def _notes(self) -> DeskNotes:
        return DeskNotes(outbox=self.outbox, agency=self.agency, base_url=self.base_url, channel_id=self.channel_id)

    def _commit(self, letter: Letter, changes: Sequence[ports.Change], owed: Sequence[MessageId]) -> None:
        until = letter.writer.now + REMEMBERED
        if letter.standing.ask:
            until = max(until, letter.standing.ask.expires_at)  # so long could its answer be played again
        seen = self.scratch.put(SEEN, letter.name, {"owed": list(owed)}, expires_at=until)
        self.transactions.commit([seen, *changes, *self._remembered(letter, list(changes))])
        self._wake(owed)

    def _remembered(self, letter: Letter, changes: list[ports.Change]) -> list[ports.Change]:
        """Keep the language of whoever has shown that they read our mail, or of whom nothing is registered yet."""
        contact, standing = letter.writer.contact, letter.standing
        nobodys = contact is None or contact.owner_id is None
        if not standing.authentic or not (standing.in_talk or standing.ask or nobodys):
            return []
        return remember(
            letter.spoken, letter.writer.key, contact, changes, registry=self.registry, scratch=self.scratch,
            now=letter.writer.now,
        )  # fmt: skip

    def _wake(self, owed: Sequence[str]) -> None:
        if owed:
            self.outbox_queue.send([{"message": message_id} for message_id in owed])

    def _is_ours(self, address: str) -> bool:
        """Our own domain, and what stands below it, answers nobody."""
        domain, ours = address.rpartition("@")[2], self.addresses.domain.lower()
        return domain == ours or domain.endswith(f".{ours}")

    def _next(self) -> NextAddress:
        return NextAddress(
            registry=self.registry, scratch=self.scratch, transactions=self.transactions, clock=self.clock,
            outbox_queue=self.outbox_queue, talk=self._talk(), replies=self._replies(),
        )  # fmt: skip

    def _files(self) -> MailFiles:
        return MailFiles(requests=self.requests, attachments=self.attachments)

    def _replies(self) -> MailReplies:
        return MailReplies(
            scratch=self.scratch, outbox=self.outbox, ids=self.ids, agency=self.agency, addresses=self.addresses
        )

    def _talk(self) -> MailTalk:
        return MailTalk.over(self)
