"""The steps until an owner's OK: where, how many, how long, and what was understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from . import describing
from .camera import MAX_CAMERAS, MAX_RETENTION_DAYS
from .camera_words import numbered
from .commands import is_no, is_ok, is_one
from .conversation import Context, Register, State, StepName, Turn
from .detailing import first_detail
from .number_words import number
from .patterns import compiled
from .place import Address, Exact, Outside, Several
from .plain_words import plain, plain_list
from .registration import UNSURE_DAYS, Draft
from .registration_words import Slots, read
from .reply import Listing, Sentence, sentence
from .street_side import heading_to_street

_CORRECTED = (
    r"(?i)\W*(?:no|not|nope|sorry|oops|actually|wrong|i\s+mean[t]?)\b\W*"
    r"(?:it'?s\s+|it\s+is\s+|number\s+|i\s+meant\s+)?(\d{1,6})\W*"
)
_UNSURE = (
    r"(?:im |i am )?(?:not sure|unsure|no idea|idk|dk|dunno|(?:i )?(?:dont|do not) know|unknown|no se|no clue)"
    r"(?: .{0,40})?"
)
MAX_BARE_WORDS = 5
MAX_CORRECTION = 80
"""Letters of a message that only corrects a house number."""


def begin(context: Context, slots: Slots | None = None) -> Turn:
    """Start a registration with what a first message said already."""
    if slots is None or slots.empty():
        owner = context.household is not None
        return Turn(State(step="address"), (sentence("sms.address_again" if owner else "sms.address"),))
    state = State(step="address", draft=Draft().told(slots))
    return find_place(state, slots.place, context) if slots.place else go_on(state, context)


def go_on(state: State, context: Context) -> Turn:
    """Ask for what is missing next, or for the owner's OK."""
    if state.changing:
        return changed_place(state, context)
    draft = state.draft
    known: dict[StepName, object] = {"address": draft.address, "count": draft.count, "days": draft.days}
    step: StepName = next((name for name, value in known.items() if value is None), "confirm")
    state = replace(state, step=step, choices=())
    return Turn(state, (ASK[step](state, context),))


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
    return find_place(state, text, context) if any(letter.isdigit() for letter in text) or " " in plain(text) else None


def take_choice(state: State, text: str, context: Context) -> Turn | None:
    """Take one of the addresses offered, by its number or by what sets it apart; or another address."""
    chosen = _chosen(state.choices, plain(text))
    if chosen:
        return go_on(replace(state, draft=replace(state.draft, address=chosen)), context)
    if is_no(text):
        state = replace(state, step="address", choices=())
        return Turn(state, (ask_address(state, context),))
    return told(state, text, context)


def take_count(state: State, text: str, context: Context) -> Turn | None:
    if state.draft.count and is_ok(text):
        return go_on(state, context)
    turn = told(state, text, context)
    if turn:
        return turn
    count = _bare_number(text)
    if count is None or not 1 <= count <= MAX_CAMERAS:
        return None
    return go_on(replace(state, draft=state.draft.told(Slots(count=count))), context)


def take_days(state: State, text: str, context: Context) -> Turn | None:
    unsure = compiled(_UNSURE).fullmatch(plain(text))
    if state.draft.days and is_ok(text):
        return go_on(state, context)
    turn = None if unsure else told(state, text, context)
    if turn:
        return turn
    days = UNSURE_DAYS if unsure else _bare_number(text)
    if days is None or not 1 <= days <= MAX_RETENTION_DAYS:
        return None
    return go_on(replace(state, draft=state.draft.told(Slots(days=days))), context)


def take_confirmation(state: State, text: str, context: Context) -> Turn | None:
    """Register upon OK (or 1, where no ask is open); take a correction; ask what is wrong upon a bare no."""
    if is_ok(text) or (is_one(text) and not context.ask_open):
        return _register(state, context)
    turn = told(state, text, context)
    if turn:
        return turn
    return Turn(state, (sentence("sms.wrong"),)) if is_no(text) else None


def told(state: State, text: str, context: Context) -> Turn | None:
    """Take whatever a message says about the registration; none where it says nothing."""
    number = corrected_number(text)
    if number and state.draft.address:
        return find_place(state, number_beside(number, state.draft.address), context)
    slots = read(text)
    if slots.empty() or (state.changing and not slots.place):
        return None
    draft = state.draft if state.changing else _with_views(state.draft, slots, text)
    state = replace(state, draft=draft)
    return find_place(state, slots.place, context) if slots.place else go_on(state, context)


def corrected_number(text: str) -> str:
    """Give the house number of a message that only corrects one: `no, 1011`; empty where it is none."""
    corrected = compiled(_CORRECTED).fullmatch(text[:MAX_CORRECTION])
    return corrected[1] if corrected and len(text) <= MAX_CORRECTION else ""


def number_beside(number: str, home: Address) -> str:
    """Write an address with another number in the street of this one."""
    return f"{number} {home.street}, {home.city} {home.postcode}".strip()


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
        "days": describing.days(draft.days or 0),
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


def _register(state: State, context: Context) -> Turn:
    draft, had = state.draft, len(context.cameras())
    if not draft.complete():
        return go_on(state, context)
    if context.household and not context.household.has_room_for(draft.count or 0):
        return Turn(replace(state, step="count"), (sentence("sms.too_many_cameras", most=MAX_CAMERAS, had=had),))
    assert draft.address is not None
    sided = any(view.way in ("street", "back") for view in draft.views)
    street = heading_to_street(draft.address, context.locate) if sided else None
    cameras = draft.cameras(first=context.first_number(), street=street)
    done = sentence("sms.registered", cameras=describing.cameras(len(cameras)))
    detail = first_detail(state, cameras, context)
    return Turn(detail.state, (done, *detail.replies), Register(cameras, draft.name))


def _with_views(draft: Draft, slots: Slots, text: str) -> Draft:
    """Merge views: a message that names no number of cameras speaks of those that were named before."""
    if slots.count is not None or slots.place or not slots.views or not draft.count:
        return draft.told(slots)
    said = numbered(plain_list(text), draft.count)
    views = tuple(said[at].over(draft.view(at)) if at in said else draft.view(at) for at in range(1, draft.count + 1))
    return replace(draft.told(replace(slots, views=())), views=views)


def _chosen(choices: tuple[Address, ...], words: str) -> Address | None:
    picked = number(words.removeprefix("number ").removesuffix(" please"))
    if picked is not None:
        return choices[picked - 1] if 1 <= picked <= len(choices) else None
    fitting = [choice for choice in choices if words and set(words.split()) <= set(plain(choice.line()).split())]
    return fitting[0] if len(fitting) == 1 else None


def _bare_number(text: str) -> int | None:
    """Give the one number of a short message."""
    words = plain(text).split()
    found = [value for word in words if word not in ("a", "an", "un", "una") and (value := number(word)) is not None]
    return found[0] if len(found) == 1 and len(words) <= MAX_BARE_WORDS else None
