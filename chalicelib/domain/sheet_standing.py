"""Which cameras of a table an owner has already: the very same, or the same ones with something mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from .camera import Camera


@dataclass(frozen=True, slots=True)
class Wanted:
    """A camera that a row names, without a number of its own; `says_indoor`: the row says whether it is indoors."""

    camera: Camera
    says_indoor: bool = False


def matched(rows: Sequence[Sequence[Wanted]], standing: Iterable[Camera]) -> list[list[Camera | None]]:
    """Give for each camera of each row the owner's camera that it is, none where it is a new one; each is taken once.

    The very same ones are found first, in whichever row, then those with other days, and last those of which the row
    says more, or less, than is known.
    """
    left = list(standing)
    found: list[list[Camera | None]] = [[None] * len(row) for row in rows]
    for level in _LEVELS:
        for at, row in enumerate(rows):
            for place, wanted in enumerate(row):
                if found[at][place] is None:
                    found[at][place] = _taken(left, wanted, level)
    return found


def mended(was: Camera, wanted: Wanted) -> Camera:
    """Give the owner's camera as the row has it; what the row leaves open stays."""
    said = wanted.camera
    return replace(
        was,
        retention_days=said.retention_days,
        heading=was.heading if said.heading is None else said.heading,
        kind=was.kind if said.kind == "unknown" else said.kind,
        indoor=said.indoor if wanted.says_indoor else was.indoor,
    )


def _taken(left: list[Camera], wanted: Wanted, level: Callable[[Camera, Wanted], bool]) -> Camera | None:
    for at, camera in enumerate(left):
        if camera.address.line() == wanted.camera.address.line() and level(camera, wanted):
            return left.pop(at)
    return None


def _same(was: Camera, wanted: Wanted) -> bool:
    return _but_days(was, wanted) and was.retention_days == wanted.camera.retention_days


def _but_days(was: Camera, wanted: Wanted) -> bool:
    said = wanted.camera
    return (was.heading, was.kind, was.indoor) == (said.heading, said.kind, said.indoor)


def _but_what_is_open(was: Camera, wanted: Wanted) -> bool:
    said = wanted.camera
    heading = was.heading == said.heading or None in (was.heading, said.heading)
    kind = was.kind == said.kind or "unknown" in (was.kind, said.kind)
    return heading and kind and (was.indoor == said.indoor or not wanted.says_indoor)


_LEVELS = (_same, _but_days, _but_what_is_open)
