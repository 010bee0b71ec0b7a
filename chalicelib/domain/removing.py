"""The steps that take a camera out of the registry, or everything: asked first, always."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from . import describing
from .camera import CameraId
from .commands import is_no, is_ok, is_one
from .conversation import Context, Leave, Remove, State, StepName, Turn
from .number_words import number
from .patterns import compiled
from .plain_words import plain
from .reply import Sentence, sentence

_ALL = r"\b(?:all|both|every|everything|todas?|ambas)\b"
_ORDINALS = {"first": 1, "primera": 1, "second": 2, "segunda": 2, "third": 3, "tercera": 3, "fourth": 4, "cuarta": 4,
             "fifth": 5, "quinta": 5}  # fmt: skip
_ARTICLES = frozenset({"a", "an", "un", "una", "one"})


def list_cameras(context: Context) -> Sentence:
    """List what the writer has registered."""
    cameras = context.cameras()
    return sentence("sms.my_cameras", list=describing.list_of(cameras)) if cameras else sentence("sms.no_cameras")


def begin_removing(text: str, context: Context) -> Turn:
    """Ask which camera, unless the message names it or there is just one; then ask whether it is sure."""
    cameras = context.cameras()
    if not cameras:
        return Turn(State(), (sentence("sms.no_cameras"),))
    return begin_removing_these(
        picked_in(text, context) or ((cameras[0].camera_id,) if len(cameras) == 1 else ()), context
    )


def begin_removing_these(picked: tuple[CameraId, ...], context: Context) -> Turn:
    """Ask whether it is sure; or which camera, where none is picked."""
    state = State(step="remove_sure" if picked else "remove_which", cameras=picked)
    return Turn(state, (ASK[state.step](state, context),))


def begin_leaving(context: Context) -> Turn:
    """Ask whether everything is to be deleted; a number without cameras is forgotten without asking."""
    if context.household is None:
        return Turn(State(), (sentence("sms.forgotten"),), Leave())
    state = State(step="delete_sure")
    return Turn(state, (ask_delete(state, context),))


def take_which(state: State, text: str, context: Context) -> Turn | None:
    if is_no(text):
        return kept()
    picked = picked_in(text, context)
    if not picked:
        return None
    state = replace(state, step="remove_sure", cameras=picked)
    return Turn(state, (ask_sure(state, context),))


def take_sure(state: State, text: str, context: Context) -> Turn | None:
    if _agrees(text, context):
        left = [camera for camera in context.cameras() if camera.camera_id not in state.cameras]
        done = sentence("sms.removed", cameras=describing.cameras(len(left)))
        return Turn(State(), (done,), Remove(state.cameras))
    if is_no(text):
        return kept()
    picked = () if "keep" in plain(text) else picked_in(text, context)
    if not picked:
        return None
    state = replace(state, cameras=picked)
    return Turn(state, (ask_sure(state, context),))


def take_delete(_state: State, text: str, context: Context) -> Turn | None:
    if _agrees(text, context):
        return Turn(State(), (sentence("sms.deleted"),), Leave())
    return kept() if is_no(text) else None


def kept() -> Turn:
    """Say that nothing was changed."""
    return Turn(State(), (sentence("sms.kept"),))


def ask_which(_state: State, context: Context) -> Sentence:
    return sentence("sms.remove_which", list=describing.list_of(context.cameras()))


def ask_sure(state: State, context: Context) -> Sentence:
    going = [camera for camera in context.cameras() if camera.camera_id in state.cameras]
    return sentence("sms.remove_sure", list=describing.list_of(going))


def ask_delete(_state: State, context: Context) -> Sentence:
    return sentence("sms.delete_sure", cameras=describing.cameras(len(context.cameras())))


ASK: dict[StepName, Callable[[State, Context], Sentence]] = {
    "remove_which": ask_which,
    "remove_sure": ask_sure,
    "delete_sure": ask_delete,
}


def _agrees(text: str, context: Context) -> bool:
    return is_ok(text) or (is_one(text) and not context.ask_open)


def picked_in(text: str, context: Context) -> tuple[CameraId, ...]:
    """Give the cameras that a message names by number, or all of them."""
    words = plain(text)
    if compiled(_ALL).search(words):
        return tuple(camera.camera_id for camera in context.cameras())
    named = {_ORDINALS.get(word) or number(word) for word in words.split() if word not in _ARTICLES}
    return tuple(camera.camera_id for camera in context.cameras() if camera.number in named)
