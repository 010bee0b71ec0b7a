"""Says back what was understood: cameras, views, addresses, as parts of sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .camera import Camera
from .place import Address
from .registration import Draft
from .reply import Listing, Sentence, counted, sentence
from .view import DEGREES, View, nearest_way

MOST_NAMED = 8
"""More cameras than these are not named one by one."""


def cameras(count: int) -> Sentence:
    """`2 cameras`."""
    return counted("part.cameras_one", "part.cameras_many", count)


def days(count: int) -> Sentence:
    """`14 days`."""
    return counted("part.days_one", "part.days_many", count)


def numbers(kept: Iterable[Camera]) -> Sentence:
    """`Camera 2`, `Cameras 1, 2, 3`, by the cameras' own numbers."""
    said = [camera.number for camera in kept]
    if len(said) > MOST_NAMED:
        return sentence("part.which_all", count=len(said))
    return sentence("part.which_one" if len(said) == 1 else "part.which_many", numbers=", ".join(map(str, said)))


def choices(addresses: Iterable[Address]) -> Listing:
    """`1) 1009 Roxleigh Rd, Towson 21286; 2) ...`."""
    return Listing(tuple(
        sentence("part.choice", number=number, address=address.line()) for number, address in enumerate(addresses, 1)
    ))  # fmt: skip


def block(place: Address) -> Sentence | str:
    """`1000 block of Roxleigh Rd`, or a crossing by its streets."""
    hundred, street = place.block_parts()
    return street if hundred is None else sentence("place.block", number=hundred, street=street)


def list_of(kept: Iterable[Camera]) -> Listing:
    """`1) 1009 Roxleigh Rd: looks north, keeps 14 days; ...`, by the cameras' own numbers."""
    return Listing(tuple(
        sentence("part.camera", number=camera.number, door=_door(camera.address), traits=_kept_traits(camera))
        for camera in kept
    ))  # fmt: skip


def views(draft: Draft) -> Listing:
    """`Camera 1: doorbell, looks at the street. Camera 2: ... Name: ...`, of what was said."""
    said = {number: draft.view(number) for number in range(1, (draft.count or 0) + 1)}
    named = (sentence("part.name", name=draft.name),) if draft.name else ()
    return Listing((*numbered_views(said).items, *named))


def numbered_views(said: Mapping[int, View]) -> Listing:
    """`Camera 1: looks north. Camera 2: ...`, of the cameras about which anything was said."""
    return Listing(tuple(
        sentence("part.view", number=number, traits=_joined(_traits(view)))
        for number, view in sorted(said.items())
        if _traits(view)
    ))  # fmt: skip


def _traits(view: View) -> list[Sentence]:
    traits = [sentence("part.doorbell")] if view.kind == "doorbell" else []
    if view.sees and view.way not in DEGREES:
        traits.append(sentence(f"part.sees_{view.sees}"))
    elif view.way:
        traits.append(sentence(f"part.looks_{view.way}"))
    if view.indoor is not None:
        traits.append(sentence("part.indoor" if view.indoor else "part.outdoor"))
    return traits


def _kept_traits(camera: Camera) -> Sentence:
    way = None if camera.heading is None else nearest_way(camera.heading)
    seen = View(kind=camera.kind, way=way, indoor=True if camera.indoor else None)
    kept = sentence("part.kept", days=days(camera.retention_days))
    return _joined([*_traits(seen)[:2], kept if camera.working else sentence("part.broken")])


def _joined(traits: list[Sentence]) -> Sentence:
    if len(traits) == 1:
        return traits[0]
    if len(traits) == 2:
        return sentence("part.traits_two", first=traits[0], second=traits[1])
    return sentence("part.traits_three", first=traits[0], second=traits[1], third=traits[2])


def _door(address: Address) -> str:
    return f"{address.number} {address.street.title()}".strip()
