"""Find the address of a registration while it is filled in, and what a map around it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.errors import Refused
from chalicelib.domain.place import Address, Exact, Located, Outside, Several
from chalicelib.domain.street_lines import Box, DrawnStreet
from chalicelib.domain.street_side import heading_to_street

if TYPE_CHECKING:
    from chalicelib import ports

AROUND_M = 350
MAX_TYPED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An address that was found, the streets around it, and the heading to its own street where that is known."""

    address: Address
    streets: tuple[DrawnStreet, ...]
    box: Box
    street_heading: int | None


class NoSpot(Refused):
    """The address leads nowhere, or to several places; `offered` are those to choose from."""

    def __init__(self, problem: Refused, offered: tuple[Address, ...]) -> None:
        super().__init__(problem.reason, field=problem.field, **problem.values)
        self.offered = offered


def find_spot(typed: str, choice: str, *, gazetteer: ports.Gazetteer, agency: Agency) -> Spot:
    """Find the one address; raises NoSpot for field `address`."""
    place = find_place(typed, choice, gazetteer=gazetteer)
    if not isinstance(place, Exact):
        raise NoSpot(*problem_with(place, typed, agency))
    return spot_at(place.address, gazetteer=gazetteer)


def spot_at(address: Address, *, gazetteer: ports.Gazetteer) -> Spot:
    """Give what lies around an address."""
    box = Box.around(address.point, metres=AROUND_M)
    heading = heading_to_street(address, gazetteer.find)
    return Spot(address=address, streets=gazetteer.streets(box), box=box, street_heading=heading)


def find_place(typed: str, choice: str, *, gazetteer: ports.Gazetteer) -> Located:
    """Find the address; a choice counts only as long as it is among what the typed address still leads to."""
    place = gazetteer.find(typed[:MAX_TYPED])
    for address in offered_by(place):
        if choice and address.line() == choice:
            return Exact(address)
    return place


def offered_by(place: Located) -> tuple[Address, ...]:
    """Give the addresses that somebody can choose from."""
    if isinstance(place, Several):
        return place.candidates
    return () if isinstance(place, Exact | Outside) else place.suggestions


def problem_with(place: Located, typed: str, agency: Agency) -> tuple[Refused, tuple[Address, ...]]:
    """Say why this is no one address, and what may have been meant."""
    offered = offered_by(place)
    if not typed.strip():
        return Refused("web.error.address_missing", field="address"), ()
    if isinstance(place, Outside):
        return Refused("web.error.address_outside", field="address", agency=agency.name, desk=agency.desk()), ()
    has_number = any(character.isdigit() for character in typed)
    reason = "web.error.address_unknown" if has_number else "web.error.address_number"
    if offered:
        reason = "web.error.address_several" if isinstance(place, Several) else "web.error.address_near"
    return Refused(reason, field="address", desk=agency.desk()), offered
