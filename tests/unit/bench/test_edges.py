"""What lies on the very edge, anywhere on earth: a small draw of what the benchmark looks at in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bench import edges, outlines
from bench.edges import Marked, Tally
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point


@pytest.mark.slow
@pytest.mark.parametrize(
    "look",
    [
        lambda: edges.circles(60, 50),
        lambda: edges.corridors(40, 20),
        lambda: outlines.polygons(40, 30),
        lambda: outlines.views(40),
    ],
    ids=["circles", "corridors", "polygons", "views"],
)
def test_nothing_on_an_edge_is_missed_or_extra(look: Callable[[], Tally]) -> None:
    tally = look()

    assert (tally.missed, tally.extra) == (0, 0)
    assert tally.points > 300


def test_a_point_on_the_wrong_side_by_two_centimetres_is_counted() -> None:
    middle, out, within = Point(39.4, -76.6), Point(39.4 + 100.02 / 111_021, -76.6), Point(39.4, -76.6)

    tally = edges.tally([(Circle(middle, 100), [Marked(out, within=True), Marked(within, within=False)])])

    assert (tally.missed, tally.extra) == (1, 1)
