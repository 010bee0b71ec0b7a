"""What is said beside the answer to a text: what else waits, and what cannot be taken."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.domain.conversation import Context, State
from chalicelib.domain.incident import Ask
from chalicelib.domain.reply import Sentence, by_the_way, sentence

from . import conversing


def pictures(asks: Sequence[Ask], state: State, context: Context) -> tuple[Sentence, ...]:
    """Say that no picture can be taken, and what to do instead, or what the conversation waits for."""
    if state.busy:
        return (sentence("sms.pictures_here"), conversing.prompt(state, context))
    return (sentence("sms.pictures_ask", code=asks[0].code) if asks else sentence("sms.pictures"),)


def waits(asks: Sequence[Ask]) -> tuple[Sentence, ...]:
    """Say how to answer the ask that waits, behind what was said to a question."""
    unanswered = [ask.code for ask in asks if ask.answer is None]
    return (by_the_way(sentence("part.ask_waits", code=unanswered[0])),) if unanswered else ()


def overheard(context: Context) -> Sentence:
    """Say what becomes of a mailbox that is named beside something else."""
    return by_the_way(sentence("part.mailbox_alone" if context.household else "part.mailbox_later"))


def going_on(state: State, context: Context) -> tuple[Sentence, ...]:
    """Say what an unfinished conversation still waits for."""
    return (by_the_way(conversing.prompt(state, context)),) if state.busy else ()
