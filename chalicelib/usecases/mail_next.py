"""Several addresses in one mail: once one is done, the next is asked about, in a mail of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.domain.errors import Conflict
from chalicelib.domain.mail import InboundMail, Verdicts
from chalicelib.domain.token import hashed

from .leave import CONVERSATION
from .mail_replies import MailReplies
from .mail_talk import MailTalk
from .talk import Writer

if TYPE_CHECKING:
    from chalicelib import ports


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

    def ask(self, writer: Writer, after: str) -> None:
        """Ask about the next address, at most once after the same thing; nothing where there is none."""
        contact = self.registry.contact(writer.key)
        if contact is None or contact.consent == "stopped" or not contact.address:
            return
        now = self.clock.now()
        if self.scratch.get(CONVERSATION, writer.key, now=now) is not None:
            return
        writer = Writer(key=writer.key, address=contact.address, contact=contact, now=now, channel="email")
        following = self.talk.next_address(writer)
        if following is None:
            return
        owed = self.replies.owe(_nothing(contact.address), hashed(f"next {after}"), writer, following.said)
        try:
            self.transactions.commit([*following.changes, *owed.changes])
        except Conflict:
            return  # asked already
        if owed.messages:
            self.outbox_queue.send([{"message": message_id} for message_id in owed.messages])


def _nothing(sender: str) -> InboundMail:
    """Give the mail that this one answers: none."""
    return InboundMail(
        mail_id="", message_id="", sender=sender, recipients=(), subject="", plain="", html="", verdicts=Verdicts()
    )
