"""Changes of cameras that are registered: said back first, and done upon an OK; what harms nobody is done at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import describing, removing
from .camera import MAX_CAMERAS, MAX_RETENTION_DAYS, Camera, CameraId
from .change_words import Said, read
from .commands import is_no, is_ok, is_one
from .conversation import Context, Describe, Rename, State, Turn
from .correcting import FEW, HOUSE_NUMBERS, house_beside
from .correction_words import bare_number
from .day_words import days_in
from .detailing import DETAILS, seen_so, street_of
from .kept_words import kept_each
from .patterns import compiled
from .place import Address
from .plain_words import plain
from .proving import MAX_WANTED
from .registering import ask_change, ask_confirmation, find_place
from .registration import Draft
from .reply import Sentence, sentence
from .view import View

_ANSWER_BY_DIGIT = r"^\W*[1-6]\b\W*"


def take(state: State, text: str, context: Context) -> Turn | None:
    """Take what a message says about cameras that are registered; none where it says nothing about them.

    While the questions after a registration run, `they` are the cameras just registered, and what answers the question
    is left to it.
    """
    cameras = context.cameras()
    if not cameras:
        return None
    asked = state.step in DETAILS
    about = tuple(camera for camera in cameras if camera.camera_id in state.cameras) if asked else cameras
    if about and len({camera.address for camera in about}) == 1:
        house = _other_house(text, about[0].address, context)
        if house:
            return _moved(house, about, context)
        days = _other_days(text) if asked else None
        if days:
            return _sure(Draft(days=days), about, context)
    said = _each_kept(read(text), text, cameras)
    answers = said is not None and (said.name if state.step == "name" else said.views)
    if said is None or (asked and answers):
        return None
    return _take(said, text, about or cameras, context)


def offer(text: str, context: Context) -> Turn | None:
    """Take what an answer to an ask says besides about the cameras: how long they keep, where they look, a move."""
    words = compiled(_ANSWER_BY_DIGIT).sub("", text, count=1)
    said = _each_kept(read(words), words, context.cameras())
    if said is None or not context.cameras() or said.name or said.count is not None:
        return None
    return _take(said, words, context.cameras(), context)


def ask_which(_state: State, context: Context) -> Sentence:
    """Ask which camera is meant."""
    return sentence("sms.change_which", list=describing.list_of(context.cameras()))


def take_which(state: State, text: str, context: Context) -> Turn | None:
    """Take which camera is meant, and what was said of it before."""
    if is_no(text):
        return removing.kept()
    picked, said = removing.picked_in(text, context), read(state.wanted)
    if not picked or said is None:
        return None
    numbers = tuple(camera.number for camera in context.cameras() if camera.camera_id in picked)
    turn = _take(replace(said, numbers=numbers, every=False, one=False), "", context.cameras(), context)
    return replace(turn, state=replace(turn.state, under=state.under)) if turn and turn.state.busy else turn


def _take(said: Said, text: str, cameras: Sequence[Camera], context: Context) -> Turn | None:
    if said.name:
        return Turn(State(), (sentence("sms.changed_name", name=said.name),), Rename(said.name))
    if said.count is not None:
        return _counted(said.count, cameras, context)
    picked = _picked(said, cameras)
    if said.gone:
        return removing.begin_removing_these(_ids(picked), context)
    if not picked:
        state = State(step="change_which", changing=True, wanted=text[:MAX_WANTED])
        return Turn(state, (ask_which(state, context),))
    return _moved(said.place, picked, context) if said.moved else _described(said, picked, context)


def _described(said: Said, picked: Sequence[Camera], context: Context) -> Turn:
    if said.kept:
        kept = tuple(said.kept.get(camera.number, camera.retention_days) for camera in picked)
        return _sure(Draft(days=min(kept), kept=kept), picked, context)
    if said.days:
        return _sure(Draft(days=min(said.days, MAX_RETENTION_DAYS)), picked, context)
    if said.working is False:
        return _sure(Draft(), picked, context, working=False)
    if said.working:
        mended = Describe(tuple(replace(camera, working=True) for camera in picked))
        return Turn(State(), (sentence("sms.changed_fixed", which=describing.numbers(picked)),), mended)
    return _seen(said, picked, context)


def _picked(said: Said, cameras: Sequence[Camera]) -> tuple[Camera, ...]:
    """Give the cameras that are meant; none where that cannot be told.

    An address and the days that are kept are mostly those of all of them.
    """
    numbered = tuple(camera for camera in cameras if camera.number in said.numbers)
    if numbered or said.numbers or (said.one and len(cameras) > 1):
        return numbered
    all_of_them = said.every or len(cameras) == 1 or said.moved or said.days is not None
    return tuple(cameras) if all_of_them else ()


def _seen(said: Said, picked: Sequence[Camera], context: Context) -> Turn:
    views = {camera.number: said.views.get(camera.number) or said.views.get(0) for camera in picked}
    told = {number: view for number, view in views.items() if view}
    changed = tuple(
        seen_so(camera, told[camera.number], street_of(told, (camera,), context))
        for camera in picked
        if camera.number in told
    )
    if not changed:
        return Turn(State(), (ask_which(State(), context),))
    noted = sentence("sms.noted", views=describing.numbered_views(told))
    if all(view == View(sees=view.sees) for view in told.values()):
        return Turn(State(), (noted, sentence("sms.change_compass", number=min(told))))
    return Turn(State(), (noted,), Describe(changed))


def _counted(count: int, cameras: Sequence[Camera], context: Context) -> Turn | None:
    """Offer to register the cameras that are missing at the same place, or to take off those that are too many."""
    more = count - len(cameras)
    if more == 0:
        return Turn(State(), (removing.list_cameras(context),))
    if more < 0:
        return removing.begin_removing("", context)
    if more > MAX_CAMERAS or len({camera.address for camera in cameras}) > 1:
        return None
    draft = Draft(address=cameras[0].address, count=more, days=cameras[0].retention_days)
    state = State(step="confirm", draft=draft)
    return Turn(state, (ask_confirmation(state, context),))


def _moved(place: str, picked: Sequence[Camera], context: Context) -> Turn:
    state = State(step="address", changing=True, cameras=_ids(picked))
    return find_place(state, place, context) if place else Turn(state, (sentence("sms.moved"),))


def _sure(draft: Draft, picked: Sequence[Camera], context: Context, *, working: bool | None = None) -> Turn:
    state = State(step="change_sure", changing=True, cameras=_ids(picked), draft=draft, working=working)
    return Turn(state, (ask_change(state, context),))


def take_sure(state: State, text: str, context: Context) -> Turn | None:
    """Write the change upon OK (or 1, where no ask is open); take a correction of it."""
    if is_ok(text) or (is_one(text) and not context.ask_open):
        changed = tuple(_become(camera, state) for camera in context.cameras() if camera.camera_id in state.cameras)
        return Turn(State(), (sentence("sms.changed", list=describing.list_of(changed)),), Describe(changed))
    if is_no(text):
        return removing.kept()
    days = days_in(plain(text))
    if state.draft.address and (house := _other_house(text, state.draft.address, context)):
        return find_place(state, house, context)
    if days and state.draft.days:
        state = replace(state, draft=Draft(days=min(days[0], MAX_RETENTION_DAYS)))
        return Turn(state, (ask_change(state, context),))
    return None


def _other_house(text: str, home: Address, context: Context) -> str:
    """Give the address of which a message only corrects the number: `no, 1011`; empty where it does not."""
    bare = bare_number(text)
    return house_beside(bare.number, home, context) if bare and bare.takes_back and bare.number > FEW else ""


def _other_days(text: str) -> int | None:
    """Give the days that a number alone takes back, right after a registration: `jk 7`."""
    bare = bare_number(text)
    return bare.number if bare and bare.takes_back and FEW < bare.number < HOUSE_NUMBERS else None


def _become(camera: Camera, state: State) -> Camera:
    address = state.draft.address or camera.address
    kept = dict(zip(state.cameras, state.draft.kept, strict=False))
    return replace(
        camera,
        address=address,
        heading=camera.heading if address.street == camera.address.street else None,
        retention_days=kept.get(camera.camera_id) or state.draft.days or camera.retention_days,
        working=camera.working if state.working is None else state.working,
    )


def _each_kept(said: Said | None, text: str, cameras: Sequence[Camera]) -> Said | None:
    """Add how long each keeps, where a message says it of each: `camera 1 keeps 7 days and camera 2 keeps 30`."""
    if said is None or said.days is None or len(cameras) < 2:
        return said
    kept = kept_each(text, max(camera.number for camera in cameras))
    return replace(said, kept=kept, numbers=tuple(kept)) if kept else said


def _ids(cameras: Sequence[Camera]) -> tuple[CameraId, ...]:
    return tuple(camera.camera_id for camera in cameras)
