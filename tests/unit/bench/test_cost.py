"""The yearly bill: weighed as DynamoDB weighs, and under its goal."""

from __future__ import annotations

import tomllib

from bench.cost import GOAL_DOLLARS, PRICES, City, yearly
from bench.cost_units import deeds, item_bytes


def test_an_item_weighs_its_names_and_its_values() -> None:
    assert item_bytes({"pk": {"S": "abc"}, "n": {"N": "12"}}) == 2 + 3 + 1 + 2


def test_a_city_of_a_hundred_thousand_pays_less_than_the_goal() -> None:
    assert sum(yearly(City(), tomllib.loads(PRICES.read_text())).values()) < GOAL_DOLLARS


def test_an_ask_is_written_in_transactions_with_its_index() -> None:
    assert deeds()["ask"].writes >= 8


def test_every_line_of_the_bill_costs_something() -> None:
    assert min(yearly(City(), tomllib.loads(PRICES.read_text())).values()) > 0
