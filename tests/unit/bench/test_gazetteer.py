"""What the address file costs, in counts that are the same on every machine."""

from pathlib import Path

from bench.gazetteer import measured, write_city


def test_four_times_the_points_cost_little_more_to_ask_and_no_more_each(tmp_path: Path) -> None:
    small, large = (
        measured(write_city(tmp_path / f"{points}", points), tmp_path / f"{points}.sqlite", asked=60)
        for points in (3_000, 12_000)
    )

    assert large["points"] == 4 * small["points"]
    assert large["bytes_a_point"] < 60
    assert large["bytes_a_point"] < 1.2 * small["bytes_a_point"]
    assert large["steps_median"] < 2 * small["steps_median"]
    assert large["steps_most"] < 3 * small["steps_most"]
