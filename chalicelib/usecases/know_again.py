"""A phone that was silent for a year says that it is still its owner's: what was wanted from it is done only then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from chalicelib.domain.conversation import Context, State
from chalicelib.domain.incident import Ask
from chalicelib.domain.mailbox_words import mailbox_in, phone_in
from chalicelib.domain.proving import ask_first, proves

from . import conversing
from .talk import Outcome, Writer

if TYPE_CHECKING:
    from .talk import Talk

_NOTED = {"contact", "consent", "noted"}
"""Labels of changes that write the contact already."""


@dataclass(frozen=True, slots=True)
class KnowAgain:
    """Knows the phone's `held` asks, and its conversation as it was kept."""

    talk: Talk
    held: Sequence[Ask]
    record: dict[str, Any] | None
    writer: Writer

    def take(self, body: str, state: State, context: Context) -> Outcome | None:
        """Do what was wanted upon OK; ask whose the phone is where it names a mailbox. None: the talk goes on.

        Where something is shown or changed, the conversation asks itself.
        """
        if proves(state, body):
            return self._go_on(state, context)
        if mailbox_in(body) is None and phone_in(body) is None:
            return None
        return self.talk.turned(ask_first(body), self.record, context.household, self.writer)

    def _go_on(self, state: State, context: Context) -> Outcome:
        """Take up again what was wanted, put what was held back, and note that the phone was heard."""
        named = self.talk.named(state.wanted, context.household, self.writer) if context.household else None
        turn = conversing.take_turn(state, "OK", context)
        turn = replace(turn, state=State(), effect=None, replies=()) if named else turn
        done = self.talk.turned(turn, self.record, context.household, self.writer)
        released = self.talk.released(self.held, self.writer) if self.held else Outcome()
        said = (done, named or Outcome(), released)
        changes = [change for each in said for change in each.changes]
        if not {change.label for change in done.changes} & _NOTED:
            changes.append(self.talk.registry.note_contact(self.writer.key, heard_at=self.writer.now))
        return replace(
            done,
            replies=tuple(reply for each in said for reply in each.replies),
            changes=changes,
            owed=tuple(message for each in said for message in each.owed),
        )
