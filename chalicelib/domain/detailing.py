"""The questions after the cameras count: one at a time, each of them skipped by OK."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from . import describing
from .camera import Camera
from .camera_words import numbered
from .commands import is_no, is_ok
from .conversation import Context, Describe, Rename, State, StepName, Turn
from .patterns import compiled
from .plain_words import plain, plain_list
from .registration import Draft, heading
from .registration_words import clean_name, read
from .reply import Sentence, sentence
from .sight_words import seeing, sights_said
from .small_talk import chats, is_talk, tells_views, tidied
from .street_side import heading_to_street
from .view import View
from .view_words import views_of

DETAILS: tuple[StepName, ...] = ("look", "indoor", "name")
_SKIP = (
    r"(?:skip|next|pass|later|none|nothing|not sure|unsure|(?:i )?dont know|idk|no se|saltar|no name|anonymous|private"
    r"|(?:thats |its )?none of (?:your|ur) business|(?:id |i would )?(?:rather|prefer) not(?: (?:to )?say)?|not telling"
    r"|i wont say|prefiero no(?: decir(?:lo)?)?|no quiero(?: decir(?:lo)?)?|no le importa)"
)
MAX_NAME_WORDS = 6
_ENDS = r"(?=$| ,| and| y| \d)"
_BEFORE = r"(?:(?<=^)|(?<=\d )|(?<= is )|(?<= are )|(?<=both )|(?<=all )|(?<=one )|(?<=two )|(?<=, )|(?<=and ))"
_IN, _OUT = rf"{_BEFORE}(?:in|dentro)\b{_ENDS}", rf"{_BEFORE}(?:out|fuera)\b{_ENDS}"
"""Short for indoors and outdoors where nothing else can be meant."""
_NO_NAME = (
    r"\b(?:u|ur|you|your|i|im|ill|ive|me|he|she|we|they|it|its|is|are|am|was|be|do|did|dont|cant|can|will|what|when"
    r"|where|who|why|how|ok|lol|lor|not|no|yes|call|text|tell|later|now|today|have|got|get|this|that)\b"
)


def first_detail(state: State, cameras: Sequence[Camera], context: Context) -> Turn:
    """Ask the first question that the registration left open about these cameras; or say that all is done."""
    state = replace(state, step="confirm", cameras=tuple(camera.camera_id for camera in cameras))
    return _next(state, cameras, context)


def take_look(state: State, text: str, context: Context) -> Turn | None:
    """Take which way the cameras look; the street's side only where it is known on which side the street is."""
    cameras = registered(state, context)
    if _skips(text):
        return _next(state, cameras, context)
    if chats(text, cameras=len(cameras)):
        return None
    text = tidied(text)
    if not tells_views(text):
        return None
    found = {at: view for at, view in _viewed(text, len(cameras)).items() if view.way}
    said = sights_said(text, len(cameras)) | seeing(found, text)
    return _describe(state, said, cameras, context)


def _viewed(text: str, count: int) -> dict[int, View]:
    """Read what is said of cameras by number, of all of them, or of one after the other."""
    words = plain_list(text)
    return numbered(words, count) or dict(enumerate(views_of(words, count), 1))


def take_indoor(state: State, text: str, context: Context) -> Turn | None:
    cameras = registered(state, context)
    if _skips(text):
        return _next(state, cameras, context)
    if chats(text, cameras=len(cameras)):
        return None
    text = tidied(text)
    words = compiled(_OUT).sub("outdoor", compiled(_IN).sub("indoor", plain_list(text)))
    said = {at: view for at, view in numbered(words, len(cameras)).items() if view.indoor is not None}
    return _describe(state, said, cameras, context)


def take_name(state: State, text: str, context: Context) -> Turn | None:
    cameras = registered(state, context)
    if _skips(text):
        return _next(state, cameras, context)
    name = read(text).name or clean_name(text)
    chats = not read(text).name and ("?" in text or compiled(_NO_NAME).search(plain(text)))
    if (
        not name
        or chats
        or is_talk(plain(name).split())
        or len(name.split()) > MAX_NAME_WORDS
        or any(letter.isdigit() for letter in name)
    ):
        return None
    turn = _next(replace(state, draft=replace(state.draft, name=name)), cameras, context)
    noted = (sentence("sms.changed_name", name=name), *turn.replies)
    return replace(turn, replies=noted, effect=Rename(name)) if context.household else turn


def ask_detail(state: State, context: Context) -> Sentence:
    return _question(state, registered(state, context))


def registered(state: State, context: Context) -> tuple[Camera, ...]:
    """Give the cameras that were just registered, as far as they are still there."""
    return tuple(camera for camera in context.cameras() if camera.camera_id in state.cameras)


def _describe(state: State, said: dict[int, View], cameras: tuple[Camera, ...], context: Context) -> Turn | None:
    if not said or not cameras:
        return None
    street = street_of(said, cameras, context)
    changed = {at: seen_so(cameras[at - 1], view, street) for at, view in said.items()}
    after = tuple(changed.get(at, camera) for at, camera in enumerate(cameras, 1))
    draft = _seen(state.draft, said, len(cameras))
    effect = Describe(tuple(changed.values()))
    if state.step == "look" and all(camera.heading is None for camera in changed.values()):
        return Turn(replace(state, draft=draft), (sentence("sms.look_compass"),), effect)
    turn = _next(replace(state, draft=draft), after, context)
    noted = sentence("sms.noted", views=describing.numbered_views(said))
    return Turn(turn.state, (noted, *turn.replies), effect)


def street_of(said: Mapping[int, View], cameras: Sequence[Camera], context: Context) -> int | None:
    """Give the heading from the first camera's house to its street, where what was said needs it."""
    sided = any(view.way in ("street", "back") for view in said.values())
    return heading_to_street(cameras[0].address, context.locate) if sided else None


def seen_so(camera: Camera, view: View, street: int | None) -> Camera:
    """Give the camera with what was said about it; `street` is the heading from the house to its street, if known."""
    looks = heading(view, street=street)
    return replace(
        camera,
        heading=camera.heading if looks is None else looks,
        indoor=camera.indoor if view.indoor is None else view.indoor,
        kind=camera.kind if view.kind == "unknown" else view.kind,
    )


def _seen(draft: Draft, said: dict[int, View], count: int) -> Draft:
    views = tuple(said.get(at, View()).over(draft.view(at)) for at in range(1, count + 1))
    return replace(draft, views=views)


def _next(state: State, cameras: Sequence[Camera], context: Context) -> Turn:
    """Go to the next question behind this one whose answer is not known yet."""
    passed = DETAILS.index(state.step) + 1 if state.step in DETAILS else 0
    views = [state.draft.view(at) for at in range(1, len(cameras) + 1)]
    owner = context.household.owner if context.household else None
    wanted = {
        "look": any(camera.heading is None for camera in cameras),
        "indoor": any(view.indoor is None and view.kind != "doorbell" for view in views),
        "name": not (state.draft.name or (owner and owner.name)),
    }
    for step in DETAILS[passed:]:
        if wanted[step]:
            state = replace(state, step=step)
            return Turn(state, (_question(state, cameras),))
    return Turn(State(), (sentence("sms.done"),))


def _question(state: State, cameras: Sequence[Camera]) -> Sentence:
    """Ask about cameras that may not be stored yet."""
    many = "many" if len(state.cameras) > 1 else "one"
    if state.step == "name":
        return sentence("sms.name")
    if state.step == "indoor":
        return sentence(f"sms.indoor_{many}")
    unknown = [at for at, camera in enumerate(cameras, 1) if camera.heading is None]
    told = bool(unknown) and all(state.draft.view(at).way for at in unknown)
    return sentence("sms.look_compass" if told else f"sms.look_{many}")


def _skips(text: str) -> bool:
    return is_ok(text) or is_no(text) or compiled(_SKIP).fullmatch(plain(text)) is not None
