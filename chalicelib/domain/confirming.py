"""The last step before anything counts: an owner's OK to what was understood, or what is wrong with it."""

from __future__ import annotations

from dataclasses import replace

from . import describing
from .commands import is_no, is_ok, is_one
from .conversation import Context, Register, State, Turn
from .detailing import first_detail
from .registering import go_on, told, too_many
from .reply import sentence
from .street_side import heading_to_street


def take_confirmation(state: State, text: str, context: Context) -> Turn | None:
    """Register upon OK (or 1, where no ask is open); take a correction; ask what is wrong upon a bare no.

    An OK to another question than the one that shows it all, such as what a number counts, is no consent: it is shown.
    """
    if is_ok(text) or (is_one(text) and not context.ask_open):
        is_shown = state.number is None and not state.refused
        return _register(state, context) if is_shown else go_on(state, context)
    turn = told(state, text, context)
    if turn:
        return turn
    return Turn(replace(state, refused=True), (sentence("sms.wrong"),)) if is_no(text) else None


def _register(state: State, context: Context) -> Turn:
    draft = state.draft
    if not draft.complete():
        return go_on(state, context)
    if context.household and not context.household.has_room_for(draft.count or 0):
        return too_many(state, context)
    assert draft.address is not None
    sided = any(view.way in ("street", "back") for view in draft.views)
    street = heading_to_street(draft.address, context.locate) if sided else None
    cameras = draft.cameras(first=context.first_number(), street=street)
    done = sentence("sms.registered", cameras=describing.cameras(len(cameras)))
    detail = first_detail(state, cameras, context)
    return Turn(detail.state, (done, *detail.replies), Register(cameras, draft.name))
