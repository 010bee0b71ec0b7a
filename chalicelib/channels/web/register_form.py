"""The registration form as it stands on the page: its cards read, changed by its buttons, and put on the map."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import atan2, degrees
from typing import Any

from chalicelib.domain.camera import KINDS, MAX_CAMERAS, Kind
from chalicelib.domain.geodesy import distance_m
from chalicelib.domain.place import Point
from chalicelib.domain.plane import Plane
from chalicelib.domain.registration_form import (
    HEADINGS,
    PIN_WITHIN_M,
    Registration,
    pin_text,
    read_pin,
    whole_number,
)
from chalicelib.domain.typed_numbers import count_typed
from chalicelib.usecases.find_spot import Spot
from chalicelib.usecases.register_on_web import CameraCard, RegistrationForm

from .picture import Aim, picture
from .showing import heading, heading_options
from .speech import say

STEP_M = 5.0
"""How far one press of a button moves a pin."""
_ASKED = re.compile(r"(add|remove|move|home|speak|check)(?:_(\d{1,2}))?(?:_([nesw]))?", re.ASCII)
_STEPS = {"n": (0.0, STEP_M), "e": (STEP_M, 0.0), "s": (0.0, -STEP_M), "w": (-STEP_M, 0.0)}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a button of the form asks for: `add`, `remove`, `move`, `home` or (for all else) `look`.

    Another language shows the form again: `speak` as it is, `check` with what is wrong with it.
    """

    deed: str
    number: int = 0
    way: str = ""


def read_form(typed: Mapping[str, str]) -> RegistrationForm:
    """Read the fields; there are as many cards as cameras, or one as long as nobody said how many."""
    plain: dict[str, Any] = {
        name: typed.get(name, "")
        for name in ("phone", "email", "address", "choice", "cameras", "retention_days", "name")
    }
    count = count_typed(plain["cameras"], MAX_CAMERAS) or 1
    cards = [read_card(typed, number) for number in range(1, count + 1)]
    return RegistrationForm(**plain, consent=bool(typed.get("consent")), cards=cards)


def typed_from(registration: Registration) -> dict[str, str]:
    """Give the fields that would say this again: for somebody who comes back to change one of them."""
    typed = {
        "phone": registration.phone,
        "email": registration.mailbox,
        "address": registration.address.line(),
        "cameras": str(len(registration.cameras)),
        "retention_days": str(registration.retention_days),
        "name": registration.name,
    }
    for number, draft in enumerate(registration.cameras, 1):
        typed |= {
            f"heading_{number}": heading_typed(draft.heading),
            f"place_{number}": "indoors" if draft.indoor else "outdoors",
            f"kind_{number}": draft.kind,
            f"pin_{number}": pin_text(draft.pin) if draft.pin else "",
            f"days_{number}": str(draft.retention_days or ""),
        }
    return typed


def read_asked(text: str) -> Asked:
    """Read what the pressed button is called; whatever it may be, looking harms nobody."""
    found = _ASKED.fullmatch(text)
    return Asked(found[1], int(found[2] or 0), found[3] or "") if found else Asked("look")


def changed(form: RegistrationForm, asked: Asked, spot: Spot | None) -> RegistrationForm:
    """Do what a button asks for; what makes no sense is left undone."""
    cards = list(form.cards)
    if asked.deed == "add" and len(cards) < MAX_CAMERAS:
        said = count_typed(form.cameras, MAX_CAMERAS) is not None
        cards += [CameraCard()] * (1 if said or _filled(cards[0]) else 0)
    if 1 <= asked.number <= len(cards):
        card = cards[asked.number - 1]
        if asked.deed == "remove" and len(cards) > 1:
            cards.remove(card)
        elif asked.deed == "home":
            cards[asked.number - 1] = replace(card, pin="")
        elif asked.deed == "move" and asked.way and spot:
            cards[asked.number - 1] = moved(card, asked.way, spot)
    return replace(form, cards=cards, cameras=str(len(cards)) if asked.deed in ("add", "remove") else form.cameras)


def shown_card(number: int, card: CameraCard, spot: Spot | None) -> dict[str, Any]:
    """Give one card as the page shows it."""
    turned = whole_number(card.heading, 359)
    options = [(str(turned), say("web.heading.degrees", heading=heading(turned), degrees=turned))] if turned else []
    pin = _pin(card, spot) if spot else None
    return {
        "number": number,
        "kind": _kind(card),
        "heading": str(turned) if turned else card.heading,
        "headings": heading_options(sides=("street", "back")) + options,
        "place": "indoors" if card.indoor else "outdoors",
        "days": card.days,
        "pin": pin_text(pin) if pin and spot and pin != spot.address.point else "",
        "moved": moved_words(spot.address.point, pin) if pin and spot else "",
    }


def spot_picture(cards: Mapping[int, CameraCard], spot: Spot) -> dict[str, object]:
    """Draw the streets around the address with these cameras, by number."""
    aims = [
        Aim(number=number, point=_pin(card, spot), heading=_degrees(card, spot), kind=_kind(card))
        for number, card in cards.items()
    ]
    return picture(spot.address.point, spot.streets, aims, home=spot.address.number)


def read_card(typed: Mapping[str, str], number: int) -> CameraCard:
    """Read one camera's fields."""
    kind = typed.get(f"kind_{number}", "")
    return CameraCard(
        heading=typed.get(f"heading_{number}", ""),
        indoor=typed.get(f"place_{number}") == "indoors",
        kind="" if kind == "unknown" else kind,  # as the list stands before anybody touched it
        pin=typed.get(f"pin_{number}", ""),
        days=typed.get(f"days_{number}", ""),
    )


def heading_typed(degrees: int | None) -> str:
    """Give what a form's list calls this heading."""
    if degrees is None:
        return ""
    return next((name for name, each in HEADINGS.items() if each == degrees), str(degrees))


def _filled(card: CameraCard) -> bool:
    return card != CameraCard()


def moved_words(home: Point, pin: Point) -> str:
    """Say where a pin stands: at the address, or how far from it and to which side."""
    away = distance_m(home, pin)
    if away < 1:
        return say("web.map.at_home")
    return say("web.map.moved", metres=round(away), heading=heading(_way(home, pin)).lower())


def _way(home: Point, pin: Point) -> int:
    east, north = Plane.around(home.lat, home.lng).at(pin.lat, pin.lng)
    return round(degrees(atan2(east, north))) % 360


def _kind(card: CameraCard) -> Kind:
    return next((kind for kind in KINDS if kind == card.kind), "unknown")


def _degrees(card: CameraCard, spot: Spot) -> int | None:
    if card.heading in ("street", "back"):
        street = spot.street_heading
        return None if street is None else (street + 180 * (card.heading == "back")) % 360
    return HEADINGS.get(card.heading, whole_number(card.heading, 359))


def _pin(card: CameraCard, spot: Spot) -> Point:
    """Give where the card's pin stands; one that is none, or too far away, is back at the address."""
    pin = read_pin(card.pin)
    return pin if pin and distance_m(pin, spot.address.point) <= PIN_WITHIN_M else spot.address.point


def moved(card: CameraCard, way: str, spot: Spot) -> CameraCard:
    """Move a card's pin one step; beyond what is allowed it stays."""
    pin = _pin(card, spot)
    plane = Plane.around(pin.lat, pin.lng)
    there = Point(*plane.back(_STEPS[way]))
    return replace(card, pin=pin_text(there if distance_m(there, spot.address.point) <= PIN_WITHIN_M else pin))
