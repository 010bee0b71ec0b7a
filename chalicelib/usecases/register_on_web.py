"""Check a registration form: the same checks as by text, every problem at once and beside its field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.camera import MAX_CAMERAS, MAX_RETENTION_DAYS
from chalicelib.domain.errors import Refused, RegistryError
from chalicelib.domain.phone import phone_number
from chalicelib.domain.place import Address, Exact, Located, Outside, Several
from chalicelib.domain.registration_form import HEADINGS, MAX_NAME, SIDES, CameraDraft, Registration, whole_number
from chalicelib.domain.street_side import heading_to_street

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationForm:
    """What somebody typed; `choice` is one of the addresses offered before, `views` is heading and place by camera."""

    phone: str
    address: str
    choice: str
    cameras: str
    retention_days: str
    name: str
    consent: bool
    views: Sequence[tuple[str, bool]]


class Unready(RegistryError):
    """The form has problems; `offered` are the addresses to choose from, where it is the address."""

    def __init__(self, problems: Sequence[Refused], offered: Sequence[Address] = ()) -> None:
        super().__init__(", ".join(problem.reason for problem in problems))
        self.problems, self.offered = tuple(problems), tuple(offered)


def check_form(form: RegistrationForm, *, gazetteer: ports.Gazetteer, agency: Agency) -> Registration:
    """Give the registration that the form describes; raises Unready with every problem, in the order of the fields."""
    problems: list[Refused] = []
    offered: tuple[Address, ...] = ()
    phone = phone_number(form.phone)
    if phone is None:
        problems.append(Refused("web.error.phone", field="phone"))
    place = _place(form, gazetteer)
    if not isinstance(place, Exact):
        problem, offered = _address_problem(place, form, agency)
        problems.append(problem)
    cameras = whole_number(form.cameras, MAX_CAMERAS)
    if cameras is None:
        problems.append(Refused("web.error.cameras", field="cameras", most=MAX_CAMERAS))
    days = whole_number(form.retention_days, MAX_RETENTION_DAYS)
    if days is None:
        problems.append(Refused("web.error.retention", field="retention_days", most=MAX_RETENTION_DAYS))
    if len(form.name) > MAX_NAME:
        problems.append(Refused("web.error.name", field="name", most=MAX_NAME))
    if not form.consent:
        problems.append(Refused("web.error.consent", field="consent"))
    if problems or phone is None or not isinstance(place, Exact) or cameras is None or days is None:
        raise Unready(problems, offered)
    return Registration(
        phone=phone,
        address=place.address,
        retention_days=days,
        name=" ".join(form.name.split()),
        cameras=_drafts(form.views, cameras, place.address, gazetteer),
    )


def _place(form: RegistrationForm, gazetteer: ports.Gazetteer) -> Located:
    """Find the address; a choice counts only as long as it is among what the typed address still leads to."""
    place = gazetteer.find(form.address[:200])
    for address in offered_by(place):
        if form.choice and address.line() == form.choice:
            return Exact(address)
    return place


def offered_by(place: Located) -> tuple[Address, ...]:
    """Give the addresses that somebody can choose from."""
    if isinstance(place, Several):
        return place.candidates
    return () if isinstance(place, Exact | Outside) else place.suggestions


def _address_problem(place: Located, form: RegistrationForm, agency: Agency) -> tuple[Refused, tuple[Address, ...]]:
    offered = offered_by(place)
    if not form.address.strip():
        return Refused("web.error.address_missing", field="address"), ()
    if isinstance(place, Outside):
        return Refused("web.error.address_outside", field="address", agency=agency.name, desk=agency.desk()), ()
    reason = "web.error.address_unknown"
    if offered:
        reason = "web.error.address_several" if isinstance(place, Several) else "web.error.address_near"
    return Refused(reason, field="address", desk=agency.desk()), offered


def _drafts(
    views: Sequence[tuple[str, bool]], count: int, address: Address, gazetteer: ports.Gazetteer
) -> tuple[CameraDraft, ...]:
    """Turn compass points and sides of the house into degrees; the street is looked for once, if anybody names it."""
    said = [*views[:count], *[("", False)] * (count - len(views))]
    headings: dict[str, int | None] = dict(HEADINGS)
    if any(heading in SIDES for heading, _ in said):
        street = heading_to_street(address, gazetteer.find)
        headings |= {"street": street, "back": None if street is None else (street + 180) % 360}
    return tuple(CameraDraft(heading=headings.get(heading), indoor=indoor) for heading, indoor in said)
