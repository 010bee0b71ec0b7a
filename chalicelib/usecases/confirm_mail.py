"""Somebody presses the button behind a link in our mail: what their mail asked for is done, once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.domain.errors import Conflict, NotFound
from chalicelib.domain.mail_token import ReplyAddresses
from chalicelib.domain.owner import ContactKey
from chalicelib.domain.reply import Sentence, sentence
from chalicelib.domain.token import hashed
from chalicelib.words.mailing import compose

from .change_consent import start
from .leave import CONVERSATION
from .mail_next import NextAddress
from .mail_replies import MailReplies
from .mail_talk import STEP, MailTalk, Taken
from .talk import Writer
from .talking import Talking

if TYPE_CHECKING:
    from chalicelib import ports

TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmMail(Talking):
    """See `talking.Talking` for the fields."""

    addresses: ReplyAddresses

    def look(self, token: str) -> str:
        """Give what the link does, in the words of the mail; raises NotFound where it does nothing any more."""
        step = self._step(token)
        self._writer(step)
        return str(step["text"])

    def press(self, token: str) -> str:
        """Do it, and give what is to be said; raises NotFound where it was done, ran out, or the talk went on."""
        step = self._step(token)
        for _ in range(TRIES):
            writer = self._writer(step)
            taken = self._taken(token, step, writer)
            try:
                return self._do(token, step, taken, writer)
            except Conflict:
                # Forgetting took the step along: it goes on from what was read, or nothing would ever be deleted.
                step = step if taken.forgets else self._step(token)
        raise Conflict(STEP)

    def _step(self, token: str) -> dict[str, Any]:
        step = self.scratch.get(STEP, hashed(token), now=self.clock.now())
        if step is None:
            raise NotFound
        return step

    def _writer(self, step: dict[str, Any]) -> Writer:
        """Give whom the step is for; raises NotFound where nobody is there any more, or the talk went on."""
        now = self.clock.now()
        contact = self.registry.contact(ContactKey(step["key"]))
        if contact is None or not contact.address:
            raise NotFound
        if step["conversation"] is not None:
            talk = self.scratch.get(CONVERSATION, contact.key, now=now)
            if talk is None or talk["version"] != step["conversation"]:
                raise NotFound
        return Writer(key=contact.key, address=contact.address, contact=contact, now=now, channel="email")

    def _taken(self, token: str, step: dict[str, Any], writer: Writer) -> Taken:
        assert writer.contact
        if step["text"] == "START":
            return self._came_back(writer, token)
        if writer.contact.consent == "stopped":
            raise NotFound
        return self._talk().proven(step["text"], writer)

    def _do(self, token: str, step: dict[str, Any], taken: Taken, writer: Writer) -> str:
        assert writer.contact
        language = self.agency.spoken(writer.contact.language)
        for whose in taken.forgets:
            self.scratch.forget(whose)
        # Forgetting removes the step as well; then the changes themselves can be made once only.
        spent = [] if taken.forgets else [self._spend(token, step, writer)]
        self.transactions.commit([*spent, *taken.changes])
        if taken.owed:
            self.outbox_queue.send([{"message": message_id} for message_id in taken.owed])
        following = () if taken.forgets else self._ask_on(token, writer)
        return compose([*taken.said, *following], agency=self.agency, language=language)

    def _spend(self, token: str, step: dict[str, Any], writer: Writer) -> ports.Change:
        """Conflicts for whoever is second."""
        return self.scratch.put(STEP, hashed(token), {"key": ""}, expires_at=writer.now, version=step["version"])

    def _came_back(self, writer: Writer, token: str) -> Taken:
        assert writer.contact
        changes = start(writer.contact, writer.address, cause=hashed(token), now=writer.now, registry=self.registry)
        return Taken(said=(sentence("mail.talk.started"),), changes=changes)

    def _ask_on(self, token: str, writer: Writer) -> tuple[Sentence, ...]:
        replies = MailReplies(
            scratch=self.scratch, outbox=self.outbox, ids=self.ids, agency=self.agency, addresses=self.addresses
        )
        following = NextAddress(
            registry=self.registry, scratch=self.scratch, transactions=self.transactions, clock=self.clock,
            outbox_queue=self.outbox_queue, talk=self._talk(), replies=replies,
        )  # fmt: skip
        return following.ask(writer, hashed(token), on_page=True)

    def _talk(self) -> MailTalk:
        return MailTalk.over(self)
