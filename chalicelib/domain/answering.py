"""Which ask a text answers, where several may be open and a conversation may be going on beside them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .answer_words import Reply, read
from .commands import command_of, is_no, is_ok
from .conversation import NUMBERED, State
from .incident import Answer, Ask
from .questions import asked, overrules


@dataclass(frozen=True, slots=True)
class Answered:
    """An ask, and what it is answered with."""

    ask: Ask
    answer: Answer


@dataclass(frozen=True, slots=True)
class WhichAsk:
    """It is an answer, but to which of these?"""

    asks: tuple[Ask, ...]
    answer: Answer


@dataclass(frozen=True, slots=True)
class Unclear:
    """It is about this ask, but what does it say?"""

    ask: Ask


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """It names a request that this owner cannot answer."""

    code: str


Decision = Answered | WhichAsk | Unclear | UnknownCode


def decide(text: str, asks: Sequence[Ask], state: State) -> Decision | None:
    """Say what a text does to this owner's open asks; none where it has nothing to do with them.

    A named code decides. Otherwise an unanswered ask outranks an unfinished conversation; an answered one is changed
    by a digit, unless the conversation asks for a number, and by words where no conversation is going on. What plainly
    asks something back is no answer.
    """
    topic = asked(text)
    if overrules(topic):
        return _sent_again(asks) if topic == "send" else None
    codes = {ask.code for ask in asks}
    reply = read(text, codes=codes)
    if reply.code in codes:
        named = next(ask for ask in asks if ask.code == reply.code)
        return Answered(named, reply.answer) if reply.answer else Unclear(named)
    if reply.answer is None:
        return None
    if reply.code and (reply.sure or reply.digit):
        return UnknownCode(reply.code)
    return _unnamed(text, reply, reply.answer, asks, state)


def _sent_again(asks: Sequence[Ask]) -> Answered | None:
    """Take how to send it for the same answer once more: it brings the link."""
    kept = (Answer.HAS_FOOTAGE, Answer.SAVED)
    return next((Answered(ask, ask.answer) for ask in asks if ask.answer in kept), None)


def waiting(asks: Sequence[Ask]) -> Unclear | WhichAsk | None:
    """Give what to remind of when a text is not understood at all: the asks that wait for an answer."""
    unanswered = tuple(ask for ask in asks if ask.answer is None)
    if len(unanswered) > 1:
        return WhichAsk(unanswered, Answer.HAS_FOOTAGE)
    return Unclear(unanswered[0]) if unanswered else None


def _unnamed(text: str, reply: Reply, answer: Answer, asks: Sequence[Ask], state: State) -> Decision | None:
    unanswered = tuple(ask for ask in asks if ask.answer is None)
    if unanswered:
        fits = reply.sure or (not state.busy and (_changes_cameras(text) or not _about_cameras(text)))
        return _one_of(unanswered, answer) if fits else None
    if not asks or not _changes(text, reply, state):
        return None
    return _one_of(tuple(asks), answer)


def _changes(text: str, reply: Reply, state: State) -> bool:
    """Say whether a text is meant to change an answer that was given before."""
    if reply.digit:
        return state.step not in NUMBERED
    says_more = _about_cameras(text) or is_ok(text) or is_no(text) or command_of(text) or _changes_cameras(text)
    return not (state.busy or says_more)


def _one_of(asks: tuple[Ask, ...], answer: Answer) -> Answered | WhichAsk:
    return Answered(asks[0], answer) if len(asks) == 1 else WhichAsk(asks, answer)


def _changes_cameras(text: str) -> bool:
    from .change_words import read as read_change  # most answers are a digit: no cold start pays for its grammar

    return read_change(text) is not None


def _about_cameras(text: str) -> bool:
    from .registration_words import is_trigger
    from .registration_words import read as read_slots

    slots = read_slots(text)
    return is_trigger(text) or bool(slots.place or slots.count)
