"""A phone that was silent for a year is asked whose it is, before it is shown or changes anything: numbers move on."""

from __future__ import annotations

from collections.abc import Iterable

from .commands import is_no, is_ok
from .conversation import Confirm, Context, State, Turn
from .reply import Sentence, sentence

MAX_WANTED = 320
"""Letters of a message that is taken up again once we know whose phone it is."""
_SHOWING = frozenset({"list", "address", "choices"})
"""Values of sentences that say where cameras are."""


def shows(turn: Turn) -> bool:
    """Say whether a turn says where cameras are, changes something, or begins to: all but the yearly yes."""
    changes = turn.effect is not None and not isinstance(turn.effect, Confirm)
    return changes or turn.state.busy or any(not _SHOWING.isdisjoint(said.values) for said in _all(turn.replies))


def proves(state: State, text: str) -> bool:
    """Say whether somebody says with this that the phone is theirs."""
    return state.step == "whose" and is_ok(text)


def ask_first(text: str) -> Turn:
    """Ask whose phone it is, and keep what was wanted."""
    state = State(step="whose", wanted=text[:MAX_WANTED])
    return Turn(state, (sentence("sms.whose"),))


def ask_whose(_state: State, _context: Context) -> Sentence:
    return sentence("sms.whose")


def take_whose(state: State, text: str, _context: Context) -> Turn | None:
    """Say what to do to somebody whose phone it is not; everything else is taken as it comes."""
    return Turn(state, (sentence("sms.whose_not"),)) if is_no(text) else None


def _all(said: Iterable[Sentence]) -> Iterable[Sentence]:
    for one in said:
        yield one
        yield from _all(value for value in one.values.values() if isinstance(value, Sentence))
