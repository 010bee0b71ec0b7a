"""A conversation as it is kept between two texts: plain JSON values, with a version."""

from __future__ import annotations

from typing import Any

from .camera import CameraId
from .conversation import State
from .place import Address, Point
from .registration import Draft
from .view import View

VERSION = 2
_KNOWN = (1, VERSION)
"""A record of version 1 breaks into nothing and changes nothing."""


def to_record(state: State) -> dict[str, Any]:
    """Write a state down."""
    draft = state.draft
    return {
        "v": VERSION,
        "step": state.step,
        "choices": [_address_out(address) for address in state.choices],
        "cameras": list(state.cameras),
        "changing": state.changing,
        "working": state.working,
        "number": state.number,
        "refused": state.refused,
        "wanted": state.wanted,
        "under": to_record(state.under) if state.under else None,
        "draft": {
            "address": _address_out(draft.address) if draft.address else None,
            "count": draft.count,
            "days": draft.days,
            "views": [[view.kind, view.way, view.indoor, view.sees] for view in draft.views],
            "name": draft.name,
            "kept": list(draft.kept),
        },
    }


def from_record(record: dict[str, Any] | None) -> State:
    """Read a state; a fresh one where there is none, or where it is of a version that is not known any more."""
    if record is None or record.get("v") not in _KNOWN:
        return State()
    draft = record["draft"]
    return State(
        step=record["step"],
        choices=tuple(_address_in(address) for address in record["choices"]),
        cameras=tuple(CameraId(camera_id) for camera_id in record["cameras"]),
        changing=bool(record.get("changing")),
        working=record.get("working"),
        number=record.get("number"),
        refused=bool(record.get("refused")),
        wanted=record.get("wanted", ""),
        under=from_record(record["under"]) if record.get("under") else None,
        draft=Draft(
            address=_address_in(draft["address"]) if draft["address"] else None,
            count=draft["count"],
            days=draft["days"],
            views=tuple(map(_view_in, draft["views"])),
            name=draft["name"],
            kept=tuple(draft.get("kept", ())),
        ),
    )


def _view_in(values: list[Any]) -> View:
    """Read a view; those of before had no word for what they see."""
    kind, way, indoor, *sees = values
    return View(kind=kind, way=way, indoor=indoor, sees=sees[0] if sees else "")


def _address_out(address: Address) -> dict[str, Any]:
    return {
        "number": address.number,
        "street": address.street,
        "unit": address.unit,
        "city": address.city,
        "postcode": address.postcode,
        "precision": address.precision,
        "confidence": address.confidence,
        "lat": address.point.lat,
        "lng": address.point.lng,
    }


def _address_in(values: dict[str, Any]) -> Address:
    point = Point(values["lat"], values["lng"])
    return Address(point=point, **{name: value for name, value in values.items() if name not in ("lat", "lng")})
