"""The conversation, loaded when a text needs it first: its grammar costs 14 ms, which an answer by digit saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.domain.conversation import Context, State, Turn
    from chalicelib.domain.reply import Sentence


def take_turn(state: State, text: str, context: Context) -> Turn:
    """Take one message, as `script.take_turn` does."""
    from chalicelib.domain import script

    return script.take_turn(state, text, context)


def wishes(text: str, context: Context) -> bool:
    """Say whether all of a message is a wish about when and how to be asked; a digit is none."""
    if text.strip().isdigit():
        return False
    from chalicelib.domain import wishing

    return bool(wishing.heard(text, context))


def prompt(state: State, context: Context) -> Sentence:
    """Ask again what the conversation waits for."""
    from chalicelib.domain import script

    return script.prompt(state, context)


def offer(text: str, context: Context) -> Turn | None:
    """Take what an answer to an ask says besides about the cameras; a digit alone says nothing."""
    if text.strip().isdigit():
        return None
    from chalicelib.domain import changing, script

    turn = changing.offer(text, context)
    return script.with_ways(turn) if turn else None
