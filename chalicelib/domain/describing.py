"""Says back what was understood: cameras, views, addresses, as parts of sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from .camera import Camera
from .place import Address
from .registration import Draft
from .reply import Listing, Sentence, counted, sentence
from .view import DEGREES, View, nearest_way

A_FEW = 3
"""Of more cameras than these, what is the same is said once."""
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
    kept = {number: draft.days_of(number) for number in said} if draft.kept else {}
    return Listing((*_numbered(said, kept), *named))


def numbered_views(said: Mapping[int, View]) -> Listing:
    """`Camera 1: looks north. Camera 2: ...`, of the cameras about which anything was said."""
    return Listing(_numbered(said, {}))


def kept_days(draft: Draft) -> Sentence:
    """`14 days`, or `7 to 30 days` where the cameras differ."""
    if not draft.kept:
        return days(draft.days or 0)
    return sentence("part.days_range", first=min(draft.kept), last=max(draft.kept))


def kept_list(kept: Mapping[int, int]) -> Listing:
    """`Camera 1: keeps 7 days. Camera 2: ...`, by the cameras' own numbers."""
    return Listing(_numbered(dict.fromkeys(kept, View()), kept))


def _numbered(said: Mapping[int, View], kept: Mapping[int, int]) -> tuple[Sentence, ...]:
    told = {number: _traits(view) for number, view in sorted(said.items())}
    for number, count in kept.items():
        told[number].append(sentence("part.kept", days=days(count)))
    alike: list[tuple[list[int], list[Sentence]]] = []
    for number, traits in told.items():
        before = next((numbers for numbers, seen in alike if seen == traits), None) if len(told) > A_FEW else None
        if before:
            before.append(number)
        elif traits:
            alike.append(([number], traits))
    return tuple(_part(numbers, _joined(traits)) for numbers, traits in alike)


def _part(numbers: Sequence[int], traits: Sentence) -> Sentence:
    """`Camera 1: looks north.`, or `Cameras 1-4, 6: keeps 30 days.`"""
    if len(numbers) == 1:
        return sentence("part.view", number=numbers[0], traits=traits)
    runs = [[at for _, at in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    said = [f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return sentence("part.views", numbers=", ".join(said), traits=traits)


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
    first, *more = traits
    if len(more) > 2:
        return sentence("part.traits_two", first=first, second=_joined(more))
    if not more:
        return first
    if len(more) == 1:
        return sentence("part.traits_two", first=first, second=more[0])
    return sentence("part.traits_three", first=first, second=more[0], third=more[1])


def _door(address: Address) -> str:
    return f"{address.number} {address.street.title()}".strip()
