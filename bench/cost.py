"""`./porchlight bench cost`: what a city of 100,000 people, 10,000 cameras and 500 requests a year pays.

Prices are those of bench/prices.toml, which bears its date. Footage storage is apart: it is the city's own decision.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.cost_units import Deed, deeds
from infra.places import app_templates
from infra.template import join

PRICES = Path(__file__).with_name("prices.toml")
GOAL_DOLLARS = 1500
MONTHS, TICKS = 12, 60 * 24 * 365


@dataclass(frozen=True, kw_only=True)
class City:
    """What happens in a year. `owners_a_request` is what a lookup of 500 m finds at this density, measured."""

    people: int = 100_000
    cameras: int = 10_000
    cameras_an_owner: float = 1.36
    requests: int = 500
    cameras_a_request: float = 40.4
    answering: float = 0.4
    handing_in: float = 0.1
    new_owners: float = 0.2
    page_views: int = 50_000

    @property
    def owners(self) -> float:
        return self.cameras / self.cameras_an_owner

    @property
    def asks(self) -> float:
        return self.requests * self.cameras_a_request / self.cameras_an_owner


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="porchlight bench cost", description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    prices, city = tomllib.loads(PRICES.read_text()), City()
    lines = yearly(city, prices)
    total = sum(lines.values())
    first_year = (
        total + texts_of_registrations(city, prices, share=1 - city.new_owners) + prices["twilio"]["brand_once"]
    )
    figures: dict[str, Any] = {
        "prices_dated": prices["dated"],
        "dollars_a_year": round(total, 2),
        "dollars_first_year": round(first_year, 2),
        "goal_dollars_a_year": GOAL_DOLLARS,
        "goal_met": total < GOAL_DOLLARS,
        "asks": round(city.asks),
        "lines": {name: round(dollars, 2) for name, dollars in lines.items()},
    }
    print(json.dumps(figures) if options.json else _table(figures))
    return 0


def yearly(city: City, prices: dict[str, Any]) -> dict[str, float]:
    """Give dollars a year by what they are paid for."""
    twilio = prices["twilio"]
    return {
        "texts: asks": _texts(city.asks * 2, twilio),
        "texts: answers and what they bring": _texts(
            city.asks * city.answering * (1 + 2 + 2 * city.handing_in), twilio
        ),
        "texts: registrations": texts_of_registrations(city, prices, share=city.new_owners),
        "texts: number and campaign": MONTHS * (twilio["number_month"] + twilio["campaign_month"]),
        **_by_use(city, prices),
        **_by_month(city, prices),
    }


def texts_of_registrations(city: City, prices: dict[str, Any], *, share: float) -> float:
    """A message and an OK from the owner, two answers of two segments from us."""
    return _texts(city.owners * share * (2 + 4), prices["twilio"])


def _texts(segments: float, twilio: dict[str, Any]) -> float:
    return float(segments * (twilio["segment"] + twilio["carrier_fee"]))


def _by_use(city: City, prices: dict[str, Any]) -> dict[str, float]:
    known = deeds()
    counts = {
        "registration": city.owners * city.new_owners,
        "request": city.requests,
        "ask": city.asks,
        "answer": city.asks * city.answering,
        "file": city.asks * city.handing_in,
        "tick": TICKS,
    }
    done: list[tuple[float, Deed]] = [(counts[name], deed) for name, deed in known.items()]
    writes = sum(count * deed.writes for count, deed in done)
    reads = sum(count * deed.reads for count, deed in done)
    calls = sum(count * deed.calls for count, deed in done) + city.page_views
    seconds = sum(count * deed.calls * deed.seconds * deed.gigabytes for count, deed in done) + city.page_views * 0.1
    api = sum(count * deed.api_requests for count, deed in done) + city.page_views
    # Idle queues are asked as well: five pollers a mapping, each waiting twenty seconds.
    queue = sum(count * deed.queue_requests for count, deed in done) + 4 * 5 * 3 * 60 * 24 * 365
    million, table, function = 1_000_000, prices["dynamodb"], prices["lambda"]
    return {
        "DynamoDB": (writes * table["write_million"] + reads * table["read_million"]) / million,
        "Lambda": calls * function["request_million"] / million + seconds * function["gb_second"],
        "API Gateway and CloudFront": api * prices["api_gateway"]["request_million"] / million
        + api * prices["cloudfront"]["request_ten_thousand"] / 10_000,
        "SQS": queue * prices["sqs"]["request_million"] / million,
        # Each message and each sealed item opens a data key, which AWS keeps for a few minutes.
        "KMS and secrets, by use": calls / 10_000 * (prices["kms"]["request_ten_thousand"]
                                                     + prices["secrets_manager"]["request_ten_thousand"] / 20),
    }  # fmt: skip


def _by_month(city: City, prices: dict[str, Any]) -> dict[str, float]:
    resources = join(app_templates())["Resources"].values()
    alarms = sum(1 for each in resources if each.get("Type") == "AWS::CloudWatch::Alarm")
    gigabytes = (city.cameras * 1.5 + city.owners * 1.5 + city.asks * 6) * 1024 / 1e9 + 0.05
    stored = prices["dynamodb"]["storage_gb_month"] + prices["dynamodb"]["recovery_gb_month"]
    return {
        "the key and the secret": MONTHS * (prices["kms"]["key_month"] + prices["secrets_manager"]["secret_month"]),
        "alarms": MONTHS * alarms * prices["cloudwatch"]["alarm_month"],
        "our own metrics": MONTHS * 12 * prices["cloudwatch"]["metric_month"],
        "logs": 3 * prices["cloudwatch"]["log_gb"],
        "tables: storage and recovery": MONTHS * gigabytes * stored,
        "the domain's zone": MONTHS * prices["route53"]["zone_month"],
    }


def _table(figures: dict[str, Any]) -> str:
    rows = [f"  {name:<38} {dollars:>9.2f}" for name, dollars in figures["lines"].items()]
    return "\n".join([
        f"Dollars a year, at list prices read on {figures['prices_dated']} (bench/prices.toml), footage storage apart:",
        *rows,
        f"  {'in all':<38} {figures['dollars_a_year']:>9.2f}   (goal: under {figures['goal_dollars_a_year']})",
        f"  {'in the first year, all by text':<38} {figures['dollars_first_year']:>9.2f}",
    ])  # fmt: skip


if __name__ == "__main__":
    main([])
