"""One text comes in: decide what it means, write that down once, and give the one reply."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib.domain import optout
from chalicelib.domain.errors import Conflict
from chalicelib.domain.language import Choice
from chalicelib.domain.reply import by_the_way, sentence
from chalicelib.domain.web_word import web_word
from chalicelib.words.texting import compose

from .anew import anew
from .choose_language import Spoken, choose_language, remember, unheard
from .hear_consent import HearConsent
from .spending import may_spend
from .talk import Outcome, Talk, Writer, say
from .talking import Talking

if TYPE_CHECKING:
    from .finish_by_text import FinishByText

REMEMBERED = timedelta(days=7)
"""How long the same delivery gets the same reply."""
HEARD_FOR = timedelta(days=400)
"""How long it does nothing at all: the carrier's signature has no time in it, so a recorded webhook stays valid."""
SEEN, HEARD = "seen", "heard"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundText:
    """One text as the carrier delivered it: `message_id` is the carrier's, `sender` E.164.

    `taken_as` is what the carrier took it for and answered itself, where it says so: it may know more keywords than we.
    """

    message_id: str
    sender: str
    body: str
    pictures: int = 0
    taken_as: optout.Reading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveText(Talking):
    """Takes texts."""

    channel_id: str = ""
    """The agency's channel in Slack."""

    def receive(self, text: InboundText) -> str:
        """Give the reply, empty where nothing is to be said: the carrier has answered, or the sender has stopped.

        The same message again changes nothing and gets the same reply. Where somebody else changed something
        meanwhile, all of it is decided anew, five times at most; then Conflict is raised.
        """
        return anew(lambda: self._once(text))

    def _once(self, text: InboundText) -> str:
        before = self.scratch.get(SEEN, text.message_id, now=self.clock.now())
        if before is not None:
            return str(before["reply"])
        try:
            return self._take(text)
        except Conflict as conflict:
            if conflict.labels == {HEARD}:
                return ""
            raise

    def _take(self, text: InboundText) -> str:
        now = self.clock.now()
        key = self.registry.key_of("sms", text.sender)
        contact = self.registry.contact(key)
        spoken = choose_language(text.body, key, contact, scratch=self.scratch, agency=self.agency, now=now)
        if web_word(text.body) and not spoken.language:  # the page has told in which language they read
            spoken = replace(spoken, choice=Choice(self._forms().language_of(text.body, now)))
        writer = Writer(key=key, address=text.sender, contact=contact, now=now, language=spoken.language)
        heard = HearConsent(self._talk()).hear(text, writer)
        outcome = heard or self._said(text, writer, spoken)
        reply = compose(outcome.replies, agency=self.agency, language=spoken.language) if outcome.replies else ""
        if reply and not outcome.free:
            reply = self._afforded(reply, writer)
        until = now + REMEMBERED
        seen = [
            self.scratch.put(HEARD, text.message_id, {}, expires_at=now + HEARD_FOR),
            self.scratch.put(SEEN, text.message_id, {"reply": reply}, expires_at=until),
            self.scratch.trace(key, SEEN, text.message_id, expires_at=until),
        ]
        for whose in outcome.forgets:
            self.scratch.forget(whose)
        kept = remember(spoken, key, contact, outcome.changes, registry=self.registry, scratch=self.scratch, now=now)
        self.transactions.commit([*seen, *outcome.changes, *kept])
        if outcome.owed:
            self.outbox_queue.send([{"message": message_id} for message_id in outcome.owed])
        return reply

    def _said(self, text: InboundText, writer: Writer, spoken: Spoken) -> Outcome:
        """Answer in the language of the message; who writes for the first time is told how to get another."""
        if spoken.choice.switched and not text.pictures:
            return self._talk().switched(writer)
        if web_word(text.body) and (finished := self._forms().finish(text.body, writer)):
            return finished
        outcome = self._talk().answer(text.body, text.pictures, writer)
        if optout.in_doubt(text.body) and not HearConsent(self._talk()).wishes(text, writer):
            outcome = self._flagged(text, writer, outcome)
        offer = "" if writer.contact or not outcome.replies else unheard(spoken, self.agency)
        hint = (by_the_way(sentence("part.said", said=offer)),) if offer else ()
        return replace(outcome, replies=(*outcome.replies, *hint))

    def _flagged(self, text: InboundText, writer: Writer, outcome: Outcome) -> Outcome:
        """Let a person decide whether somebody leaves, and say how to; what was understood besides counts as well."""
        from .desk_list import DeskNotes  # few texts are in doubt: no cold start pays for it
        from .flag_message import Flags

        notes_to = DeskNotes(outbox=self.outbox, agency=self.agency, base_url=self.base_url, channel_id=self.channel_id)
        changes, notes = Flags(scratch=self.scratch, notes=notes_to).keep(text.body, writer.key, now=writer.now)
        said, helps = outcome.replies, say("sms.in_doubt")
        replies = (*said, *map(by_the_way, helps)) if outcome.understood else (*helps, *map(by_the_way, said[-1:]))
        return replace(outcome, replies=replies, changes=[*outcome.changes, *changes], owed=(*outcome.owed, *notes))

    def _afforded(self, reply: str, writer: Writer) -> str:
        """Give the reply where this number may have one more today, or say once that it may not.

        What was said counts all the same.
        """
        verdict = may_spend(
            reply, key=writer.key, phone=writer.address, is_owner=bool(writer.contact and writer.contact.owner_id),
            scratch=self.scratch, agency=self.agency, now=writer.now,
        )  # fmt: skip
        if verdict == "last":
            return compose(say("sms.enough"), agency=self.agency, language=writer.language)
        return reply if verdict == "yes" else ""

    def _forms(self) -> FinishByText:
        from .finish_by_text import FinishByText  # few texts finish a form

        return FinishByText(
            registry=self.registry, scratch=self.scratch, transactions=self.transactions, clock=self.clock,
            ids=self.ids, agency=self.agency,
        )  # fmt: skip

    def _talk(self) -> Talk:
        return Talk.over(self)
