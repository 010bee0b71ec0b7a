"""The steps until an owner's OK: where, how many, how long, and what was understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from . import describing
from .camera import MAX_CAMERAS, MAX_RETENTION_DAYS
from .camera_words import numbered
from .choice_words import choice_in
from .commands import is_no, is_ok
from .conversation import Context, State, StepName, Turn
from .correcting import Corrected, corrected, homes_of, seen_in
from .correction_words import says_same_house
from .kept_words import kept_by_number, kept_each
from .place import Address, Exact, Outside, Several
from .plain_words import plain, plain_list
from .registration import Draft
from .registration_words import Slots, read
from .reply import Listing, Sentence, by_the_way, sentence
from .second_place import names_two_places
from .sight_words import is_list, names_a_view, seeing, sights_said
from .small_talk import may_be_place
from .step_words import (
    counted_once,
    days_said,
    has_none,
    is_both,
    is_neither,
    is_unsure,
    is_vague,
    number_said,
    saves_nothing,
    with_leading,
    without_implied,
)

MOST_HOMES = 4
"""Of somebody with more places only the first are offered; any other is said by its address."""
MAX_BARE_WORDS = 5


def begin(context: Context, text: str = "") -> Turn:
    """Start a registration with what a first message said already."""
    state, slots = State(step="address"), _read(text, context)
    if homes := () if slots.place else homes_of(text, context):
        return _at_home(replace(state, draft=_told(Draft(), slots, text)), homes, context)
    state = replace(state, draft=_told(Draft(), slots, text))
    if slots.place:
        return _found(state, slots.place, text, context)
    return Turn(state, (sentence("sms.address_again" if context.household else "sms.address"),))


def go_on(state: State, context: Context) -> Turn:
    """Ask for what is missing next, or for the owner's OK."""
    if state.changing:
        return changed_place(state, context)
    draft = state.draft
    known: dict[StepName, object] = {"address": draft.address, "count": draft.count, "days": draft.days}
    step: StepName = next((name for name, value in known.items() if value is None), "confirm")
    offered = step == "address" and state.choices
    state = replace(state, step="choose" if offered else step, choices=state.choices if offered else ())
    state = replace(state, number=None, refused=False)
    return Turn(state, (ASK[state.step](state, context),))


def _at_home(state: State, homes: tuple[Address, ...], context: Context) -> Turn:
    """Go on at the place of the cameras that are registered; ask which, where they are at several."""
    if len(homes) == 1:
        return go_on(replace(state, draft=replace(state.draft, address=homes[0])), context)
    return go_on(replace(state, draft=replace(state.draft, address=None), choices=homes[:MOST_HOMES]), context)


def find_place(state: State, text: str, context: Context) -> Turn:
    """Look an address up: go on with the one that was meant, offer several, or say why there is none."""
    place = context.locate(text)
    if isinstance(place, Exact):
        return go_on(replace(state, draft=replace(state.draft, address=place.address)), context)
    lost = replace(state, step="address", draft=replace(state.draft, address=None), choices=())
    if isinstance(place, Outside):
        return Turn(lost, (sentence("sms.address_outside"),))
    found = place.candidates if isinstance(place, Several) else place.suggestions
    if not found:
        return Turn(lost, (sentence("sms.address_unknown"),))
    msgid = "sms.address_which" if isinstance(place, Several) else "sms.address_near"
    offered = replace(lost, step="choose", choices=found)
    return Turn(offered, (sentence(msgid, choices=describing.choices(found)),))


def take_address(state: State, text: str, context: Context) -> Turn | None:
    if state.draft.address and is_ok(text):
        return go_on(state, context)
    turn = told(state, text, context)
    if turn or len(plain(text)) < 3:
        return turn
    return find_place(state, text, context) if may_be_place(text) else None


def take_choice(state: State, text: str, context: Context) -> Turn | None:
    """Take one of the addresses offered, by its number or by what sets it apart; or another address."""
    chosen, more = choice_in(text, state.choices)
    if chosen:
        state = replace(state, draft=replace(state.draft, address=chosen))
        return (told(state, more, context) if more else None) or go_on(state, context)
    if is_both(text):
        return Turn(state, (sentence("sms.address_first", choices=describing.choices(state.choices)),))
    if is_no(text) or is_neither(text):
        state = replace(state, step="address", choices=())
        return Turn(state, (ask_address(state, context),))
    return told(state, text, context)


def take_count(state: State, text: str, context: Context) -> Turn | None:
    if state.draft.count and is_ok(text):
        return go_on(state, context)
    turn = told(state, text, context)
    if turn:
        return turn
    if is_vague(text) or has_none(text):
        none = has_none(text)
        return Turn(State() if none else state, (sentence("sms.left_registering" if none else "sms.count_guess"),))
    count = number_said(text)
    if not count:
        return None
    if count > MAX_CAMERAS:
        return too_many(state, context)
    return go_on(replace(state, draft=state.draft.told(Slots(count=count))), context)


def take_days(state: State, text: str, context: Context) -> Turn | None:
    if state.draft.days and is_ok(text):
        return go_on(state, context)
    turn = None if is_unsure(text) else told(state, text, context)
    if turn:
        return turn
    if saves_nothing(text):
        return Turn(state, (sentence("sms.saves_nothing"),))
    days = days_said(text)
    if days is None or not 1 <= days <= MAX_RETENTION_DAYS:
        return None
    return go_on(replace(state, draft=state.draft.told(Slots(days=days))), context)


def told(state: State, text: str, context: Context) -> Turn | None:
    """Take whatever a message says about the registration; none where it says nothing."""
    if short := corrected(state, text, context):
        return _corrected(short, context)
    if is_list(text, state.draft.count or 0) and (listed := seen_in(text, state)):
        return go_on(listed, context)
    slots = with_leading(without_implied(_read(text, context), text, state.draft.count), text, state.step)
    homes = () if slots.place or state.changing else homes_of(text, context)
    if slots.empty() and not homes:
        again = says_same_house(text) and state.draft.complete() and not state.changing
        now_seen = state if again else seen_in(text, state)
        return go_on(now_seen, context) if now_seen else None
    if state.changing and not slots.place:
        return None
    draft = state.draft if state.changing else _told(state.draft, slots, text)
    if homes:
        return _at_home(replace(state, draft=draft), homes, context)
    state = replace(state, draft=draft)
    return _found(state, slots.place, text, context) if slots.place else go_on(state, context)


def _found(state: State, place: str, text: str, context: Context) -> Turn:
    """Look a place up; of a message that names a second one, say that it comes after this one."""
    turn = find_place(state, place, context)
    first = (by_the_way(sentence("sms.one_place")),) if names_two_places(text) else ()
    return replace(turn, replies=(*first, *turn.replies))


def _corrected(short: Corrected, context: Context) -> Turn:
    if short.asks:
        return Turn(short.state, (short.asks,))
    if short.back_to:
        state = replace(short.state, step=short.back_to, choices=())
        return Turn(state, (ASK[state.step](state, context),))
    return find_place(short.state, short.place, context) if short.place else go_on(short.state, context)


def ask_address(state: State, _context: Context) -> Sentence:
    return sentence("sms.moved" if state.changing else "sms.address_again")


def ask_choice(state: State, _context: Context) -> Sentence:
    return sentence("sms.address_which", choices=describing.choices(state.choices))


def ask_count(state: State, _context: Context) -> Sentence:
    assert state.draft.address is not None
    return sentence("sms.count", address=state.draft.address.line())


def ask_days(_state: State, _context: Context) -> Sentence:
    return sentence("sms.days")


def ask_confirmation(state: State, context: Context) -> Sentence:
    draft = state.draft
    assert draft.address is not None
    had = len(context.cameras())
    said: dict[str, str | int | Sentence | Listing] = {
        "cameras": describing.cameras(draft.count or 0),
        "address": draft.address.line(),
        "days": describing.kept_days(draft),
        "views": describing.views(draft),
    }
    return sentence("sms.confirm_more", had=had, **said) if had else sentence("sms.confirm", **said)


def changed_place(state: State, context: Context) -> Turn:
    """Ask for the OK to a change of cameras that are registered, once the place they moved to is known."""
    state = replace(state, step="change_sure", choices=())
    return Turn(state, (ask_change(state, context),))


def ask_change(state: State, context: Context) -> Sentence:
    """Say back what is to become of which cameras."""
    cameras = tuple(camera for camera in context.cameras() if camera.camera_id in state.cameras)
    which = describing.numbers(cameras)
    if state.draft.address:
        return sentence("sms.change_place", which=which, address=state.draft.address.line())
    if state.draft.kept:
        kept = dict(zip((camera.number for camera in cameras), state.draft.kept, strict=False))
        return sentence("sms.change_days_each", views=describing.kept_list(kept))
    if state.draft.days:
        return sentence("sms.change_days", which=which, days=describing.days(state.draft.days))
    return sentence("sms.change_broken", which=which)


ASK: dict[StepName, Callable[[State, Context], Sentence]] = {
    "address": ask_address,
    "choose": ask_choice,
    "count": ask_count,
    "days": ask_days,
    "confirm": ask_confirmation,
}


def too_many(state: State, context: Context) -> Turn:
    """Ask for a smaller number: one owner may have so many cameras by text."""
    had = len(context.cameras())
    return Turn(replace(state, step="count"), (sentence("sms.too_many_cameras", most=MAX_CAMERAS, had=had),))


def _read(text: str, context: Context) -> Slots:
    """Read a message, and what its cameras look at in its own words."""
    slots = counted_once(read(text, context.names_for(text)), text)
    views = seeing(dict(enumerate(slots.views, 1)), text)
    if slots.count == 1 and not views and names_a_view(text):
        views = sights_said(text, 1)
    return replace(slots, views=tuple(views.values()))


def _told(draft: Draft, slots: Slots, text: str) -> Draft:
    """Give the draft with what a message said; how long each keeps, where that was said of each."""
    now, count = _with_views(draft, slots, text), slots.count or draft.count or 0
    if not slots.days or count < 2:
        return now
    if each := kept_each(text, count):
        return now.keeping(each)
    each = kept_by_number(text, count) if draft.days and count == draft.count else {}
    return replace(now, days=draft.days, kept=draft.kept).keeping(each) if each else now


def _with_views(draft: Draft, slots: Slots, text: str) -> Draft:
    """Merge views: a message that names no number of cameras speaks of those that were named before."""
    if slots.count is not None or slots.place or not slots.views or not draft.count:
        return draft.told(slots)
    said = seeing(numbered(plain_list(text), draft.count), text)
    views = tuple(said[at].over(draft.view(at)) if at in said else draft.view(at) for at in range(1, draft.count + 1))
    return replace(draft.told(replace(slots, views=())), views=views)
