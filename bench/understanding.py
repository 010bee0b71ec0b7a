"""`./porchlight bench understanding`: how well free text is understood: registrations, addresses, leaving.

Without options the project's own files; with options only what they name, files that nobody here has seen included.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from bench import understood_messages, understood_optouts, understood_work
from commands.larger_data import LARGER_DATA
from infra.places import ROOT

OWN = ROOT / "tests" / "data" / "understanding"
COUNTY = LARGER_DATA / "cities" / "baltimore_county"
DEMO_CITY = ROOT / "local" / "city"
ORDINARY = LARGER_DATA / "sms" / "uci_sms.tsv"
LABELLED = LARGER_DATA / "sms" / "optout_phrases.tsv"


def main(arguments: list[str]) -> int:
    """Print the figures as a table, or as one JSON object; give 2 where a file cannot be used."""
    options = _options(arguments)
    try:
        figures = _measured(options)
    except (OSError, ValueError) as error:
        print(f"bench understanding: {error}", file=sys.stderr)
        return 2
    print(json.dumps({"bench": "understanding", **figures}) if options.json else _table(figures))
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./porchlight bench understanding", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--show", action="store_true", help="show the texts that were misunderstood, and how")
    parser.add_argument("--messages", type=Path, help="JSON lines: {text, slots}")
    parser.add_argument("--addresses", type=Path, help="CSV: typed,lat,lon")
    parser.add_argument("--city", type=Path, help="a city's folder: addresses.csv.gz, boundary.geojson")
    parser.add_argument("--optout", type=Path, help="one message a line, or a table that begins with text_json")
    options = parser.parse_args(arguments)
    if options.addresses and not options.city:
        parser.error("--addresses needs --city")
    return options


def _measured(options: argparse.Namespace) -> dict[str, Any]:
    if not (options.messages or options.addresses or options.optout):
        return _own(options.city or _usual_city(), show=options.show)
    figures: dict[str, Any] = {}
    if options.messages:
        city = options.city or _usual_city()
        figures["messages"] = understood_messages.measured([options.messages], city, show=options.show)
    if options.addresses:
        # Imported late: it builds a city's gazetteer, which the other figures do without.
        from bench.addresses import measure_addresses

        figures["addresses"] = measure_addresses(options.addresses, options.city)
    if options.optout:
        figures["optout"] = understood_optouts.measured(options.optout)
    return figures


def _usual_city() -> Path:
    """Give the city of which the project's own messages are."""
    return COUNTY if COUNTY.exists() else DEMO_CITY


def _own(city: Path, *, show: bool) -> dict[str, Any]:
    from bench.addresses import measure_garbled

    files = sorted(OWN.glob("*.jsonl"))
    return {
        "messages": understood_messages.measured(files, city, show=show),
        "addresses": measure_garbled(city),
        "optout": understood_optouts.measured(LABELLED if LABELLED.exists() else OWN / "optouts.tsv"),
        "ordinary": understood_optouts.ordinary(ORDINARY) if ORDINARY.exists() else None,
        "work": understood_work.measured(city),
    }


def _table(figures: dict[str, Any]) -> str:
    lines: list[str] = []
    for name, part in figures.items():
        lines.append(name)
        lines += [f"  {key}: {value}" for key, value in (part or {}).items() if key not in ("verdicts", "wrong")]
        lines += [f"  {row}" for row in (part or {}).get("wrong", ())]
    return "\n".join(lines)
