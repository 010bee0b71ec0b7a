"""Check a registration form: the same checks as by text, every problem at once and beside its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.camera import KINDS, MAX_CAMERAS, MAX_RETENTION_DAYS
from chalicelib.domain.email_address import email_address
from chalicelib.domain.errors import Refused, RegistryError
from chalicelib.domain.geodesy import distance_m
from chalicelib.domain.phone import PhoneNumber, typed_phone
from chalicelib.domain.place import Address, Exact, Point
from chalicelib.domain.registration_form import (
    HEADINGS,
    MAX_NAME,
    PIN_WITHIN_M,
    SIDES,
    CameraDraft,
    Registration,
    one_line,
    read_pin,
    whole_number,
)
from chalicelib.domain.street_side import heading_to_street
from chalicelib.domain.typed_numbers import count_typed, days_typed

from .find_spot import find_place, problem_with

if TYPE_CHECKING:
    from chalicelib import ports

AT_THE_ADDRESS_M = 1.0
"""A pin that was not moved stands at the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraCard:
    """What somebody said about one camera, as typed.

    `heading` is a compass point, a side of the house or degrees; `pin` is latitude and longitude; all may be empty.
    """

    heading: str = ""
    indoor: bool = False
    kind: str = ""
    pin: str = ""
    days: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationForm:
    """What somebody typed; `choice` is one of the addresses offered before, `cards` holds as many as were filled in.

    A phone or a mailbox is enough.
    """

    phone: str
    address: str
    choice: str
    cameras: str
    retention_days: str
    name: str
    consent: bool
    cards: Sequence[CameraCard]
    email: str = ""


class Unready(RegistryError):
    """The form has problems; `offered` are the addresses to choose from, where it is the address."""

    def __init__(self, problems: Sequence[Refused], offered: Sequence[Address] = ()) -> None:
        super().__init__(", ".join(problem.reason for problem in problems))
        self.problems, self.offered = tuple(problems), tuple(offered)


def check_form(form: RegistrationForm, *, gazetteer: ports.Gazetteer, agency: Agency) -> Registration:
    """Give the registration that the form describes; raises Unready with every problem, in the order of the fields."""
    checking = _Checking(form, gazetteer, agency)
    (phone, mailbox), address = checking.reached_at(), checking.address()
    count, days = checking.count(), checking.days()
    cameras = checking.cameras(count or 0, address)
    checking.rest()
    if checking.problems or address is None or days is None:
        raise Unready(checking.problems, checking.offered)
    return Registration(
        phone=phone,
        address=address,
        retention_days=days,
        name=one_line(form.name),
        cameras=cameras,
        consent_version=agency.consent_version,
        mailbox=mailbox,
    )


def check_card(number: int, card: CameraCard, address: Address, *, gazetteer: ports.Gazetteer) -> CameraDraft:
    """Read the card of one camera at an address; raises Unready where its pin or its heading is none."""
    checking = _Cards(gazetteer)
    (draft,) = checking.read({number: card}, address)
    if checking.problems:
        raise Unready(checking.problems)
    return draft


class _Checking:
    """Reads field after field and gathers what is wrong."""

    def __init__(self, form: RegistrationForm, gazetteer: ports.Gazetteer, agency: Agency) -> None:
        self._form, self._gazetteer, self._agency = form, gazetteer, agency
        self.problems: list[Refused] = []
        self.offered: tuple[Address, ...] = ()

    def reached_at(self) -> tuple[PhoneNumber, str]:
        """Give the phone or the mailbox, the other one empty; a mailbox may stand in the field for the phone."""
        phone, email = self._form.phone.strip(), self._form.email.strip()
        if phone and email:
            self.problems.append(Refused("web.error.phone_or_email", field="email"))
        elif email:
            return PhoneNumber(""), self._mailbox("email", email)
        elif "@" in phone:
            return PhoneNumber(""), self._mailbox("phone", phone)
        elif found := typed_phone(phone):
            return found, ""
        else:
            self.problems.append(Refused("web.error.phone" if phone else "web.error.no_contact", field="phone"))
        return PhoneNumber(""), ""

    def _mailbox(self, field: str, typed: str) -> str:
        mailbox = email_address(typed)
        if mailbox is None:
            self.problems.append(Refused("web.error.email", field=field))
        return mailbox or ""

    def address(self) -> Address | None:
        place = find_place(self._form.address, self._form.choice, gazetteer=self._gazetteer)
        if isinstance(place, Exact):
            return place.address
        problem, self.offered = problem_with(place, self._form.address, self._agency)
        self.problems.append(problem)
        return None

    def count(self) -> int | None:
        count = count_typed(self._form.cameras, MAX_CAMERAS)
        if count is None:
            self.problems.append(Refused("web.error.cameras", field="cameras", most=MAX_CAMERAS))
        return count

    def days(self) -> int | None:
        days = days_typed(self._form.retention_days, MAX_RETENTION_DAYS)
        if days is None:
            self.problems.append(Refused("web.error.retention", field="retention_days", most=MAX_RETENTION_DAYS))
        return days

    def cameras(self, count: int, address: Address | None) -> tuple[CameraDraft, ...]:
        """Read the cards of as many cameras as there are; the others were never filled in."""
        cards = [*self._form.cards[:count], *[CameraCard()] * (count - len(self._form.cards))]
        checking = _Cards(self._gazetteer)
        drafts = checking.read(dict(enumerate(cards, 1)), address)
        self.problems += checking.problems
        return drafts

    def rest(self) -> None:
        if len(self._form.name) > MAX_NAME:
            self.problems.append(Refused("web.error.name", field="name", most=MAX_NAME))
        if not self._form.consent:
            self.problems.append(Refused("web.error.consent", field="consent"))


class _Cards:
    """Reads the cards of one address, by number, and gathers what is wrong."""

    def __init__(self, gazetteer: ports.Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.problems: list[Refused] = []

    def read(self, cards: Mapping[int, CameraCard], address: Address | None) -> tuple[CameraDraft, ...]:
        headings = self._headings(cards, address)
        return tuple(
            CameraDraft(
                heading=self._heading(number, card.heading, headings),
                indoor=card.indoor,
                kind=next((kind for kind in KINDS if kind == card.kind), "unknown"),
                pin=self._pin(number, card.pin, address),
                retention_days=self._days(number, card.days),
            )
            for number, card in cards.items()
        )

    def _headings(self, cards: Mapping[int, CameraCard], address: Address | None) -> dict[str, int | None]:
        """Give degrees by word; the street is looked for once, if anybody names it."""
        headings: dict[str, int | None] = dict(HEADINGS)
        if address and any(card.heading in SIDES for card in cards.values()):
            street = heading_to_street(address, self._gazetteer.find)
            headings |= {"street": street, "back": None if street is None else (street + 180) % 360}
        return headings

    def _heading(self, number: int, said: str, headings: Mapping[str, int | None]) -> int | None:
        """Read degrees, or a word; a word that nobody knows says nothing."""
        if not said[:1].isdigit() and said[:1] != "-":
            return headings.get(said)
        degrees = 0 if said == "0" else whole_number(said, 359)
        if degrees is None:
            self.problems.append(Refused("web.error.heading", field=f"heading_{number}", number=number))
        return degrees

    def _pin(self, number: int, said: str, address: Address | None) -> Point | None:
        if not said or address is None:
            return None
        pin = read_pin(said)
        if pin is None or distance_m(pin, address.point) > PIN_WITHIN_M or not self._gazetteer.inside(pin):
            field = f"card_{number}"
            self.problems.append(Refused("web.error.pin", field=field, number=number, metres=PIN_WITHIN_M))
            return None
        return pin if distance_m(pin, address.point) >= AT_THE_ADDRESS_M else None

    def _days(self, number: int, typed: str) -> int | None:
        if not typed.strip():
            return None
        days = days_typed(typed, MAX_RETENTION_DAYS)
        if days is None:
            self.problems.append(Refused("web.error.retention", field=f"days_{number}", most=MAX_RETENTION_DAYS))
        return days
