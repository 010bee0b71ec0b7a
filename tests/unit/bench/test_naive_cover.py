"""Planning a large polygon: the same ranges as by testing every edge for every cell, for a fifth of the work."""

from __future__ import annotations

import pytest

from bench import naive_cover


@pytest.mark.slow
def test_a_polygon_of_120_corners_is_planned_in_a_fifth_of_the_steps_of_the_naive_cover() -> None:
    figures = naive_cover.measured(1)

    assert figures["same_ranges"]
    assert figures["share"] <= figures["goal"] == 0.2
