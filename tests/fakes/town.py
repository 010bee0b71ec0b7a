"""A gazetteer that knows what a test tells it."""

from __future__ import annotations

from chalicelib.domain.place import Address, Exact, Located, Outside, Point, Unknown
from chalicelib.domain.street_lines import Box, DrawnStreet


class FakeGazetteer:
    """`knows(text, answer)` settles an answer; everything else is unknown. `edge` is the boundary's box, if any."""

    def __init__(self) -> None:
        self._answers: dict[str, Located] = {}
        self.edge: tuple[Point, Point] | None = None
        self.drawn: tuple[DrawnStreet, ...] = ()

    def knows(self, text: str, answer: Located | Address) -> None:
        self._answers[_plain(text)] = Exact(answer) if isinstance(answer, Address) else answer

    def find(self, text: str) -> Located:
        found = self._answers.get(_plain(text), Unknown())
        if isinstance(found, Exact) and not self.inside(found.address.point):
            return Outside(found.address)
        return found

    def inside(self, point: Point) -> bool:
        if self.edge is None:
            return True
        south_west, north_east = self.edge
        return south_west.lat <= point.lat <= north_east.lat and south_west.lng <= point.lng <= north_east.lng

    def streets(self, box: Box) -> tuple[DrawnStreet, ...]:
        return self.drawn


def _plain(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").split())
