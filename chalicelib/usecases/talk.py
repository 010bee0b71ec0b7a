"""What a text from somebody who may be written to leads to: an answer to an ask, or one turn of a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from chalicelib.domain import describing
from chalicelib.domain.answering import Answered, Decision, Unclear, UnknownCode, WhichAsk, decide, waiting
from chalicelib.domain.checking import silent
from chalicelib.domain.commands import is_ok, is_one
from chalicelib.domain.conversation import Context, Leave, Register, State, Turn, Wish
from chalicelib.domain.conversation_record import from_record, to_record
from chalicelib.domain.incident import Ask
from chalicelib.domain.mailbox_words import mailbox_in, phone_in
from chalicelib.domain.outbox import MessageId
from chalicelib.domain.owner import Channel, Contact, ContactKey, Household
from chalicelib.domain.pictures import says_only_picture
from chalicelib.domain.questions import asked
from chalicelib.domain.reply import Listing, Sentence, by_the_way, sentence

from . import beside, conversing
from . import leave as leaving
from .effects import Effects
from .leave import CONVERSATION
from .record_answer import record_answer
from .talking import Talking

if TYPE_CHECKING:
    from chalicelib import ports

CONVERSATION_LIFE = timedelta(days=30)
FREE_ANSWERS = 50
"""So often may somebody change their mind about one ask before the replies count like any other."""
SILENCE = timedelta(hours=24)
"""After it, a conversation goes on with where it was left off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who writes, and by which channel: there is no contact yet for an address that writes for the first time."""

    key: ContactKey
    address: str
    contact: Contact | None
    now: datetime
    channel: Channel = "sms"
    language: str = ""
    """In which to answer; empty as long as nothing told."""

    def known(self) -> Contact:
        """Give the contact, or what it will be once it is written down, in the language of this message."""
        if self.contact:
            return replace(self.contact, language=self.language or self.contact.language)
        return Contact(
            key=self.key, channel=self.channel, address=self.address, consent_at=self.now, language=self.language
        )

    def introduction(self, registry: ports.Registry) -> list[ports.Change]:
        """Give the change that writes a new number down, with nothing confirmed."""
        return [] if self.contact else [registry.add_contact(self.known())]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is said (nothing, where it is empty), what is written, and which messages are to be queued afterwards.

    `forgets` names those whose traces in scratch are to be removed before it is written; `understood` is false where
    the replies only help on; `free` are replies that no limit holds back: to an answer, to a STOP.
    """

    replies: tuple[Sentence, ...] = ()
    changes: list[ports.Change] = field(default_factory=list)
    owed: tuple[MessageId, ...] = ()
    forgets: tuple[str, ...] = ()
    understood: bool = True
    free: bool = False


def say(msgid: str, **values: str | int | Sentence | Listing) -> tuple[Sentence, ...]:
    """Say one sentence."""
    return (sentence(msgid, **values),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Talking):
    """See `talking.Talking` for the fields."""

    def answer(self, body: str, pictures: int, writer: Writer) -> Outcome:
        """Decide: the asks come first, then the conversation."""
        asks, record, state, context = self._found(writer)
        held = [ask for ask in asks if ask.held]
        if context.unproven and (known := self._known_again(body, held, record, state, context, writer)):
            return known
        if held and not state.busy and (is_ok(body) or is_one(body)):
            return self.released(held, writer)
        put = [ask for ask in asks if not ask.held]
        decision = self._decision(body, put, State() if context.stale else state, context)
        if decision:
            return self._heard(decision, body, record, state, context, writer)
        if context.household and (named := self.named(body, context.household, writer)):
            return replace(named, replies=(*named.replies, *(beside.going_on(state, context) or beside.waits(put))))
        turn = conversing.take_turn(state, body, context)
        if "@" in body and writer.channel == "sms" and turn.understood:
            turn = replace(turn, replies=(*turn.replies, beside.overheard(context)))
        if (asked(body) or isinstance(turn.effect, Wish)) and not state.busy:
            turn = replace(turn, replies=(*turn.replies, *beside.waits(put)))
        if pictures and (says_only_picture(body) or not turn.understood):
            replies = beside.pictures(put, state, context)
            return Outcome(replies=replies, changes=writer.introduction(self.registry))
        reminder = None if turn.understood or state.busy else self._reminder(put, held, writer)
        return reminder or self.turned(turn, record, context.household, writer)

    def named(self, body: str, household: Household, writer: Writer) -> Outcome | None:
        """Take a mailbox or a phone that an owner names; none where a message names none."""
        if mailbox_in(body) is None and phone_in(body) is None:
            return None
        from .named_contact import NamedContact  # few messages name one: no cold start pays for it

        return NamedContact.over(self).outcome(body, household, writer)

    def _reminder(self, put: Sequence[Ask], held: Sequence[Ask], writer: Writer) -> Outcome | None:
        """Remind somebody who was not understood of what waits for an answer."""
        waits = waiting(put)
        if waits:
            return replace(self._decided(waits, writer), understood=False)
        return Outcome(replies=say("sms.still_there", code=held[0].code), understood=False) if held else None

    def _heard(
        self,
        decision: Decision,
        body: str,
        record: dict[str, Any] | None,
        state: State,
        context: Context,
        writer: Writer,
    ) -> Outcome:
        """Take an answer, and go on with what else was going on, or with what it says about the cameras."""
        outcome = self._decided(decision, writer)
        turn = conversing.offer(body, context) if isinstance(decision, Answered) and not state.busy else None
        if turn is None:
            return replace(outcome, replies=(*outcome.replies, *beside.going_on(state, context)))
        taught = self.turned(turn, record, context.household, writer)
        replies, changes = (*outcome.replies, *taught.replies), [*outcome.changes, *taught.changes]
        return replace(outcome, replies=replies, changes=changes)

    def _known_again(
        self,
        body: str,
        held: Sequence[Ask],
        record: dict[str, Any] | None,
        state: State,
        context: Context,
        writer: Writer,
    ) -> Outcome | None:
        """Take what is said from a phone that was silent for long, as far as it turns on whose it is."""
        from .know_again import KnowAgain  # a phone is rarely silent for so long: no cold start pays for it

        return KnowAgain(self, held, record, writer).take(body, state, context)

    def released(self, held: Sequence[Ask], writer: Writer) -> Outcome:
        """Put what was held back until whoever has this phone said that it is still theirs."""
        from .release_asks import ReleaseAsks  # a phone is rarely silent for so long: no cold start pays for it

        release = ReleaseAsks(
            requests=self.requests, outbox=self.outbox, ids=self.ids, agency=self.agency, base_url=self.base_url
        )
        changes, owed = release.release(held, writer.known(), now=writer.now)
        return Outcome(replies=say("sms.still_there.thanks"), changes=changes, owed=owed, free=True)

    def switched(self, writer: Writer) -> Outcome:
        """Confirm another language in that language, and say in it what waits: an ask, a question of ours, the menu."""
        asks, _, state, context = self._found(writer)
        waits = None if state.busy else waiting(asks)
        said = self._decided(waits, writer).replies if waits else (conversing.prompt(state, context),)
        replies = (*say("sms.language"), *map(by_the_way, said))
        return Outcome(replies=replies, changes=writer.introduction(self.registry))

    def _found(self, writer: Writer) -> tuple[list[Ask], dict[str, Any] | None, State, Context]:
        owner_id = writer.contact.owner_id if writer.contact else None
        household = self.registry.household(owner_id) if owner_id else None
        asks = list(self.requests.open_asks(owner_id, now=writer.now)) if owner_id else []
        record = self.scratch.get(CONVERSATION, writer.key, now=writer.now)
        state = from_record(record) if writer.contact else State()  # deleted meanwhile: nothing is left to go on with
        context = Context(
            locate=self.locate, names=self.names, now=writer.now, zone=self.agency.zone(), household=household,
            ask_open=bool(asks),
            stale=_silent_for_a_day(record, writer.now),
            unproven=household is not None and writer.contact is not None and silent(writer.contact, writer.now),
        )  # fmt: skip
        return asks, record, state, context

    def _decision(self, body: str, asks: Sequence[Ask], state: State, context: Context) -> Decision | None:
        """Say what a text does to the asks; a wish about being asked at all does nothing to them."""
        return None if conversing.wishes(body, context) else decide(body, asks, state)

    def _decided(self, decision: Decision, writer: Writer) -> Outcome:
        if isinstance(decision, Answered):
            return self._answered(decision, writer)
        if isinstance(decision, WhichAsk):
            codes = Listing(tuple(self._code(ask) for ask in decision.asks))
            example = f"{decision.answer.digit} {decision.asks[0].code}"
            return Outcome(replies=say("sms.ask.which", codes=codes, example=example))
        if isinstance(decision, UnknownCode):
            return Outcome(replies=say("sms.ask.unknown_code", code=decision.code))
        assert isinstance(decision, Unclear)
        return Outcome(replies=say("sms.ask.unclear", code=decision.ask.code))

    def _answered(self, decision: Answered, writer: Writer) -> Outcome:
        recorded = record_answer(
            decision.ask, decision.answer, requests=self.requests, outbox=self.outbox, ids=self.ids, now=writer.now,
            language=self.agency.spoken(),
        )  # fmt: skip
        values = {"code": decision.ask.code}
        if recorded.link_token:
            values["link"] = f"{self.base_url}/r/{recorded.link_token}"
        said = say(f"sms.answer.{decision.answer}", **values)
        is_free = decision.ask.version < FREE_ANSWERS
        return Outcome(replies=said, changes=recorded.changes, owed=recorded.owed, free=is_free)

    def _code(self, ask: Ask) -> Sentence:
        request = self.requests.request(ask.request_id)
        return sentence("part.code", code=ask.code, place=describing.block(request.question.place) if request else "")

    def turned(
        self, turn: Turn, record: dict[str, object] | None, household: Household | None, writer: Writer
    ) -> Outcome:
        if isinstance(turn.effect, Leave):
            return self.left(household, writer, replies=turn.replies)
        if isinstance(turn.effect, Register) and self._too_many(writer):
            return Outcome(replies=say("sms.too_many"))
        changes = self._effects().changes(turn.effect, household, writer.known(), now=writer.now)
        changes += self._kept(turn.state, record, writer)
        if not isinstance(turn.effect, Register):
            changes += writer.introduction(self.registry)
        return Outcome(replies=self._with_note(turn), changes=changes, understood=turn.understood)

    def _with_note(self, turn: Turn) -> tuple[Sentence, ...]:
        """Tell everybody who registers what becomes of protected homes: only then nobody learns which homes are."""
        if not self.agency.protected or not isinstance(turn.effect, Register):
            return turn.replies
        return (*turn.replies[:1], *say("sms.kept_off_map"), *turn.replies[1:])

    def left(self, household: Household | None, writer: Writer, *, replies: tuple[Sentence, ...] = ()) -> Outcome:
        """Forget whoever writes: an owner with everything, or a number that nobody owns, or what was said to it."""
        leave = leaving.Leave(
            registry=self.registry, requests=self.requests, outbox=self.outbox, scratch=self.scratch, audit=self.audit
        )
        if household:
            gone = leave.household(household, now=writer.now)
        elif writer.contact:
            gone = leave.contact(writer.contact, now=writer.now)
        else:
            gone = leaving.Leaving([], (writer.key,))
        return Outcome(replies=replies, changes=gone.changes, forgets=gone.traces)

    def _kept(self, state: State, record: dict[str, object] | None, writer: Writer) -> list[ports.Change]:
        """Keep the conversation for another month; two texts at once conflict here, and the later decides anew."""
        value = to_record(state) | {"at": writer.now.isoformat()}
        version = record["version"] if record else None
        if not state.busy and record is None:
            return []
        expires_at = writer.now + CONVERSATION_LIFE
        assert version is None or isinstance(version, int)
        return [self.scratch.put(CONVERSATION, writer.key, value, expires_at=expires_at, version=version)]

    def _effects(self) -> Effects:
        return Effects(registry=self.registry, scratch=self.scratch, ids=self.ids, agency=self.agency)

    def _too_many(self, writer: Writer) -> bool:
        from .limits import may_register  # few texts register

        return not may_register(
            writer.channel, writer.address, writer.key, scratch=self.scratch, agency=self.agency, now=writer.now
        )


def _silent_for_a_day(record: dict[str, Any] | None, now: datetime) -> bool:
    """Say whether nobody has said anything for a day; a record that does not say when is from before it said so."""
    return record is not None and "at" in record and now - datetime.fromisoformat(record["at"]) >= SILENCE
