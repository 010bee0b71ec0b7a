"""What a mail from somebody who may be written to leads to: as a text would, but done only once it is proven."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.answering import Answered, decide
from chalicelib.domain.commands import command_of
from chalicelib.domain.conversation import State
from chalicelib.domain.incident import Ask
from chalicelib.domain.mail_cameras import MOST_ADDRESSES, one_by_one
from chalicelib.domain.outbox import MessageId
from chalicelib.domain.place import Exact
from chalicelib.domain.reply import Sentence, sentence
from chalicelib.domain.token import hashed

from .leave import CONVERSATION
from .mail_standing import Standing
from .record_answer import record_answer
from .talk import Outcome, Talk, Writer
from .talking import Talking

if TYPE_CHECKING:
    from chalicelib import ports

STEP = "mail_step"
STEP_LIFE = timedelta(days=1)
REST = "mail_rest"
REST_LIFE = timedelta(days=7)
_HARMLESS = frozenset({CONVERSATION, "contact", "noted", "trace"})
"""Labels of what may be written for somebody who has shown nothing but where the mail comes from."""
_NOT_UNDERSTOOD = frozenset({"sms.sorry", "sms.ask.unclear", "sms.ask.unknown_code"})
_NEEDS_OK = ("confirm", "confirm_more", "_sure", "change_place", "change_days", "change_broken")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What is said, what is written, what is queued. `held`: it waits for a link; `farewell`: it is the last mail."""

    said: tuple[Sentence, ...] = ()
    changes: list[ports.Change] = field(default_factory=list)
    owed: tuple[MessageId, ...] = ()
    forgets: tuple[str, ...] = ()
    understood: bool = True
    held: bool = False
    farewell: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A link that does what a mail asked for, and what makes it work."""

    link: str
    changes: list[ports.Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTalk(Talking):
    """See `talking.Talking` for the fields."""

    def take(self, text: str, writer: Writer, standing: Standing) -> Taken:
        """Decide: the ask that the mail answers comes first, then the conversation."""
        answered = self.answered(text, standing.ask, writer) if standing.ask else None
        if answered:
            return answered
        first, *rest = one_by_one(text, self._same)
        if not standing.proven and self._shows(text, writer):
            return self._held(text, writer)
        outcome = self._talk().answer(first, 0, writer)
        if not standing.proven and self._does_something(outcome):
            return self._held(text, writer)
        taken = self._said(outcome, rest, writer)
        if standing.elsewhere and _about_an_ask(taken):
            return replace(taken, said=(sentence("mail.talk.elsewhere"),), understood=False)
        return taken

    def proven(self, text: str, writer: Writer) -> Taken:
        """Do what a link stands for: its holder has read our mail to this address."""
        return self._said(self._talk().answer(text, 0, writer), [], writer)

    def switched(self, writer: Writer) -> Taken:
        """Say in another language, which was asked for by name, what waits."""
        return self._said(self._talk().switched(writer), [], writer)

    def next_address(self, writer: Writer) -> Taken | None:
        """Ask about the next of several addresses, once nothing else is waited for; none where there is none."""
        waiting = self.scratch.get(REST, writer.key, now=writer.now)
        if waiting is None or not waiting["texts"]:
            return None
        first, *rest = waiting["texts"]
        outcome = self._talk().answer(first, 0, writer)
        kept = self.scratch.put(
            REST, writer.key, {"texts": rest}, expires_at=writer.now + REST_LIFE, version=waiting["version"]
        )
        taken = self._said(outcome, [], writer)
        return replace(taken, said=(sentence("mail.talk.next"), *taken.said), changes=[kept, *taken.changes])

    def hold(self, text: str, writer: Writer, *, conversation: int | None = None) -> Step:
        """Make a link that does what this text says, where the conversation still stands as it does now."""
        token, until = self.ids.token(), writer.now + STEP_LIFE
        value = {"key": writer.key, "text": text[:2000], "conversation": conversation}
        held = [
            self.scratch.put(STEP, hashed(token), value, expires_at=until),
            self.scratch.trace(writer.key, STEP, hashed(token), expires_at=until),
        ]
        return Step(f"{self.base_url}/m/{token}", held)

    def _held(self, text: str, writer: Writer) -> Taken:
        # An OK is to what was asked last: once the talk went on, it would be to something else.
        step = self.hold(text, writer, conversation=self._version(writer) or None)
        said = (sentence("mail.talk.sure", link=step.link),)
        return Taken(said=said, changes=[*step.changes, *writer.introduction(self.registry)], held=True)

    def answered(self, text: str, ask: Ask, writer: Writer) -> Taken | None:
        """Record what the mail says to the ask that it answers; none where it says nothing to it."""
        if ask.closed:
            return Taken(said=(sentence("sms.ask.none"),))
        decision = decide(text, [ask], State())
        if not isinstance(decision, Answered):
            return None
        recorded = record_answer(
            ask, decision.answer, requests=self.requests, outbox=self.outbox, ids=self.ids, now=writer.now,
            language=self.agency.spoken(),
        )  # fmt: skip
        values = {"link": f"{self.base_url}/r/{recorded.link_token}"} if recorded.link_token else {}
        said = (sentence(f"sms.answer.{decision.answer}", code=ask.code, **values),)
        return Taken(said=said, changes=recorded.changes, owed=recorded.owed)

    def _said(self, outcome: Outcome, rest: Sequence[str], writer: Writer) -> Taken:
        """Give what a turn leads to by mail: a link where a text would ask for OK, and no questions one by one."""
        said, changes = list(outcome.replies), list(outcome.changes)
        registered = [at for at, each in enumerate(said) if each.msgid == "sms.registered"]
        if registered:
            said = [*said[: registered[0] + 1], sentence("mail.talk.tell_more")]
            changes = [each for each in changes if each.label != CONVERSATION]
            changes.append(self.scratch.remove(CONVERSATION, writer.key))
        elif said and _asked(said[-1]).endswith(_NEEDS_OK) and not outcome.forgets:
            step = self.hold("OK", writer, conversation=self._version(writer) + _talks(outcome))
            said.append(sentence("mail.talk.press", link=step.link))
            changes += step.changes
        if rest:
            until, texts = writer.now + REST_LIFE, list(rest[: MOST_ADDRESSES - 1])
            changes.append(self.scratch.put(REST, writer.key, {"texts": texts}, expires_at=until, version=0))
            changes.append(self.scratch.trace(writer.key, REST, writer.key, expires_at=until))
            said.append(sentence("mail.talk.several", count=len(texts) + 1))
            if len(rest) > len(texts):
                said.append(sentence("mail.talk.too_many_places", most=MOST_ADDRESSES))
        return Taken(
            said=tuple(said),
            changes=changes,
            owed=outcome.owed,
            forgets=outcome.forgets,
            understood=not any(_asked(each) in _NOT_UNDERSTOOD for each in said),
            farewell=said[0].msgid.replace("sms.", "mail.talk.", 1) if outcome.forgets and said else "",
        )

    def _version(self, writer: Writer) -> int:
        record = self.scratch.get(CONVERSATION, writer.key, now=writer.now)
        return int(record["version"]) if record else 0

    def _does_something(self, outcome: Outcome) -> bool:
        return bool(outcome.owed or outcome.forgets or {change.label for change in outcome.changes} - _HARMLESS)

    def _shows(self, text: str, writer: Writer) -> bool:
        """Say whether the answer would tell what is registered."""
        return bool(writer.contact and writer.contact.owner_id) and command_of(text) in (
            "my_cameras",
            "remove",
            "delete",
        )

    def _same(self, one: str, other: str) -> bool:
        first, second = self.locate(one[:200]), self.locate(other[:200])
        if isinstance(first, Exact) and isinstance(second, Exact):
            return first.address == second.address
        return not isinstance(second, Exact)

    def _talk(self) -> Talk:
        return Talk.over(self)


def _about_an_ask(taken: Taken) -> bool:
    """Say whether a mail answered an ask that is not its sender's, or said nothing that was understood."""
    return not taken.understood or _asked(taken.said[0]) == "sms.ask.none"


def _talks(outcome: Outcome) -> bool:
    return any(change.label == CONVERSATION for change in outcome.changes)


def _asked(said: Sentence) -> str:
    """Give what a sentence says, within what every question says besides."""
    question = said.values.get("question")
    return question.msgid if isinstance(question, Sentence) else said.msgid
