"""What a short message corrects in a draft: a number, a part that is wrong, the same house, what a camera sees."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .camera import MAX_CAMERAS, MAX_RETENTION_DAYS
from .camera_words import numbered
from .commands import is_one
from .conversation import Context, State, StepName
from .correction_words import Bare, Part, bare_number, part_of, says_same_house, unit_in
from .place import Address, Exact
from .plain_words import plain_list
from .registration import Draft
from .registration_words import Slots
from .reply import Sentence, sentence
from .sight_words import names_a_view, seeing, sights_said
from .small_talk import chats
from .view import View

FEW = 6
"""Up to here, a number may be one of cameras as well as one of days."""
USUAL_DAYS = frozenset({60, 90, 120, 180, 365})
HOUSE_NUMBERS = 400
"""From here on, a number is nobody's days."""
_STEPS: dict[Part, StepName] = {"address": "address", "count": "count", "days": "days"}
_FACTS = ("count", "days", "confirm")
"""Steps at which the address is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The state as it is then; with a place to look up, a question to go back to, or one of ours about a number."""

    state: State
    place: str = ""
    back_to: StepName | None = None
    asks: Sentence | None = None


def corrected(state: State, text: str, context: Context) -> Corrected | None:
    """Read a short correction at a step at which the address is known; none where it is none."""
    if state.changing or state.step not in _FACTS or state.draft.address is None:
        return None
    part = part_of(text)
    if part and state.number is not None:
        return _with_number(state, part, state.number)
    if part and state.step == "confirm":
        return Corrected(state=replace(state, number=None), back_to=_STEPS[part])
    unit = unit_in(text) if state.step == "confirm" else ""
    if unit:
        address = replace(state.draft.address, unit=unit)
        return Corrected(state=replace(state, draft=replace(state.draft, address=address)))
    bare = None if is_one(text) else bare_number(text)  # where an ask is open, it is meant for that
    return _numbers(state, bare, context) if bare else None


def homes_of(text: str, context: Context) -> tuple[Address, ...]:
    """Give the addresses that `same house` may mean: those of the cameras that are registered already."""
    if not says_same_house(text):
        return ()
    return tuple(dict.fromkeys(camera.address for camera in context.cameras()))


def house_beside(number: int, home: Address, context: Context) -> str:
    """Give the address with this number in the street of that one, empty unless it can be a house number."""
    place = number_beside(str(number), home)
    return place if number >= HOUSE_NUMBERS or isinstance(context.locate(place), Exact) else ""


def number_beside(number: str, home: Address) -> str:
    """Write an address with another number in the street of this one."""
    return f"{number} {home.street}, {home.city} {home.postcode}".strip()


def _numbers(state: State, bare: Bare, context: Context) -> Corrected | None:
    """Take what stands alone: as an answer to the question where one is open, else as what it can only mean."""
    if state.step != "confirm" and not bare.takes_back:
        return None
    if bare.second is not None:
        return _both(state, bare.number, bare.second)
    owned: Part | None = "count" if bare.owned and bare.number <= FEW else None
    part = _instead_of(bare.instead, state.draft) or owned or _only_meaning(bare.number, state.draft, context)
    if state.step == "count" and part != "address":
        return None
    if part is None:
        asks = sentence("sms.which_number", number=bare.number)
        return Corrected(state=replace(state, number=bare.number), asks=asks)
    return _with_number(state, part, bare.number)


def _both(state: State, number: int, other: int) -> Corrected | None:
    """Take two numbers: the fewer are the cameras."""
    if state.step != "confirm" or not 1 <= min(number, other) <= MAX_CAMERAS or max(number, other) > MAX_RETENTION_DAYS:
        return None
    draft = state.draft.told(Slots(count=min(number, other), days=max(number, other)))
    return Corrected(state=replace(state, draft=draft, number=None))


def _instead_of(number: int | None, draft: Draft) -> Part | None:
    house = draft.address.number if draft.address else ""
    was: dict[Part, bool] = {
        "address": str(number) == house, "count": number == draft.count, "days": number == draft.days
    }  # fmt: skip
    meant = [part for part, fits in was.items() if fits and number is not None]
    return meant[0] if len(meant) == 1 else None


def _only_meaning(number: int, draft: Draft, context: Context) -> Part | None:
    assert draft.address is not None
    if number <= FEW or (number in USUAL_DAYS and not house_beside(number, draft.address, context)):
        return None if number <= FEW else "days"
    if house_beside(number, draft.address, context):
        return "address" if number > MAX_CAMERAS and number not in USUAL_DAYS else None
    return "days"


def _with_number(state: State, part: Part, number: int) -> Corrected:
    state = replace(state, number=None)
    if part == "address":
        assert state.draft.address is not None
        return Corrected(state=state, place=number_beside(str(number), state.draft.address))
    slots = Slots(count=max(number, 1)) if part == "count" else Slots(days=max(number, 1))
    return Corrected(state=replace(state, draft=state.draft.told(slots)))


def seen_in(text: str, state: State) -> State | None:
    """Take what cameras look at, where a message says it of them by number or of all of them: `both are doorbells`."""
    count = state.draft.count
    if state.step != "confirm" or not count or chats(text, cameras=count):
        return None
    found = numbered(plain_list(text), count) or _sights(text, count)
    said = {at: view for at, view in seeing(found, text).items() if view != View()}
    return replace(state, draft=seen(state.draft, said)) if said else None


def _sights(text: str, count: int) -> dict[int, View]:
    """Read what is not one of the ways: `camera 2 looks at the driveway`."""
    return sights_said(text, count) if names_a_view(text) else {}


def seen(draft: Draft, said: dict[int, View]) -> Draft:
    """Give the draft with what was said of cameras by number laid over what was said before."""
    views = (said.get(at, View()).over(draft.view(at)) for at in range(1, (draft.count or 0) + 1))
    return replace(draft, views=tuple(views))
