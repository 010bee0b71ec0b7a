"""Find a place in the agency's own address points, and elsewhere only where the agency switched that on."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.errors import ProviderError
from chalicelib.domain.geodesy import distance_m
from chalicelib.domain.outside_question import outside_question
from chalicelib.domain.place import Address, Exact, Located, Outside, Point, Several, Unknown
from chalicelib.domain.street_lines import Box, DrawnStreet

if TYPE_CHECKING:
    from chalicelib import ports
    from chalicelib.ports.geocoder import Geocoder

SAME_PLACE_M = 150.0
"""So far from a point that is interpolated along its street, an address of our own by that name is the same."""
MARK_LETTERS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOutside:
    """A gazetteer like the agency's own. What an outside geocoder finds is only ever offered, never taken.

    Before an address leaves, that it does is written into the audit: the geocoder's name, and a keyed hash by which an
    auditor who knows an address can tell whether it was asked about. `key` is the secret for that.
    """

    gazetteer: ports.Gazetteer
    geocoder: Geocoder | None
    audit: ports.AuditLog
    scratch: ports.Scratch
    clock: ports.Clock
    agency: Agency
    key: str

    def find(self, text: str) -> Located:
        """Find an address, a crossing or coordinates; a geocoder that fails or is late is as good as none."""
        own = self.gazetteer.find(text)
        if self.geocoder is None or not isinstance(own, Unknown) or own.suggestions:
            return own
        question = outside_question(text, place=self.agency.geocoder.place)
        if not question or self.geocoder.resting() or self._too_many():
            return own
        self._write_down(question)
        try:
            found = self.geocoder.locate(question)
        except ProviderError:
            return own
        return self._checked(found)

    def inside(self, point: Point) -> bool:
        return self.gazetteer.inside(point)

    def streets(self, box: Box) -> tuple[DrawnStreet, ...]:
        return self.gazetteer.streets(box)

    def _checked(self, found: list[Address]) -> Located:
        """Offer what lies inside the boundary, by our own address point where there is one."""
        inside = [address for address in found if self.gazetteer.inside(address.point)]
        if not inside:
            return Outside(found[0]) if found else Unknown()
        offered = {address.line(): address for address in map(self._own, inside)}
        return Unknown(tuple(offered.values()))

    def _own(self, found: Address) -> Address:
        named = _addresses(self.gazetteer.find(found.line()))
        near = (own for own in named if distance_m(own.point, found.point) <= SAME_PLACE_M)
        return next(near, found)

    def _too_many(self) -> bool:
        now = self.clock.now()
        day = now.astimezone(self.agency.zone()).date().isoformat()
        asked = self.scratch.count("geocoder", day, now=now, expires_at=now + timedelta(days=2))
        return asked > self.agency.geocoder.per_day

    def _write_down(self, question: str) -> None:
        mark = hmac.digest(self.key.encode(), f"geocoder:{question}".encode(), "sha256").hex()[:MARK_LETTERS]
        name = self.geocoder.name if self.geocoder else ""
        self.audit.write(
            AuditEntry(deed="geocode", actor="owner", at=self.clock.now(), subject=name, count=1, detail=mark)
        )


def _addresses(located: Located) -> Iterator[Address]:
    if isinstance(located, Exact):
        yield located.address
    elif isinstance(located, Several):
        yield from located.candidates
