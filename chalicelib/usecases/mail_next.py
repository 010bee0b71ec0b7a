"""Several addresses in one mail: once one is done, the next is asked about, in a mail of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.domain.errors import Conflict
from chalicelib.domain.mail import InboundMail, Verdicts
from chalicelib.domain.reply import Sentence
from chalicelib.domain.token import hashed

from .leave import CONVERSATION
from .mail_replies import COUNTED, MailReplies
from .mail_talk import MailTalk
from .talk import Writer

if TYPE_CHECKING:
    from chalicelib import ports


TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAddress:
    """Asks where nothing else is waited for; what is cut off here is asked when they write again."""

    registry: ports.Registry
    scratch: ports.Scratch
    transactions: ports.Transactions
    clock: ports.Clock
    outbox_queue: ports.Queue
    talk: MailTalk
    replies: MailReplies

    def ask(self, writer: Writer, after: str, *, on_page: bool = False) -> tuple[Sentence, ...]:
        """Ask about the next address, at most once after the same thing; nothing where there is none.

        Once the day's answers are used up it waits until they write again, or is asked `on_page`, where they are: then
        this is what to say there.
        """
        for _ in range(TRIES):
            try:
                return self._ask(writer, after, on_page=on_page)
            except Conflict as conflict:
                if conflict.labels != {COUNTED}:
                    break  # asked already
        return ()

    def _ask(self, writer: Writer, after: str, *, on_page: bool) -> tuple[Sentence, ...]:
        contact, now = self.registry.contact(writer.key), self.clock.now()
        if contact is None or contact.consent == "stopped" or not contact.address:
            return ()
        if self.scratch.get(CONVERSATION, writer.key, now=now) is not None:
            return ()
        writer = Writer(key=writer.key, address=contact.address, contact=contact, now=now, channel="email")
        following = self.talk.next_address(writer)
        if following is None:
            return ()
        owed = self.replies.owe(_nothing(contact.address), hashed(f"next {after}"), writer, following.said)
        if not owed.messages and not on_page:
            return ()
        self.transactions.commit([*following.changes, *owed.changes])
        if owed.messages:
            self.outbox_queue.send([{"message": message_id} for message_id in owed.messages])
        return () if owed.messages else following.said


def _nothing(sender: str) -> InboundMail:
    """Give the mail that this one answers: none."""
    return InboundMail(
        mail_id="", message_id="", sender=sender, recipients=(), subject="", plain="", html="", verdicts=Verdicts()
    )
