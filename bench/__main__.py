"""`./porchlight bench NAME`: finds the benchmark and hands it the rest of the command line."""

from __future__ import annotations

import importlib
import sys

BENCHES = {
    "lookup": ("bench.lookup", "what finding cameras costs: Queries, round trips, read units, and whether it is exact"),
    "understanding": (
        "bench.understanding",
        "how free text is understood: registrations, addresses as people type them, leaving",
    ),
    "gazetteer": (
        "bench.gazetteer",
        "size of the address file, and what opening and asking it costs, at half a million",
    ),
    "instructions": ("bench.instructions", "machine instructions of a warm lookup, by callgrind"),
    "import": ("bench.import_time", "what the SMS webhook's cold start imports"),
    "email": ("bench.email", "how exactly the new part of a reply is cut out, over a folder of pairs"),
    "reading": ("bench.reading", "the reading grade of each English catalogue"),
    "cost": ("bench.cost", "what a city pays in a year"),
}


def main(arguments: list[str]) -> int:
    """Run `main(arguments) -> exit code` of the module that the first argument names."""
    if not arguments or arguments[0] not in BENCHES:
        lines = [f"  ./porchlight bench {name:<13} {purpose}" for name, (_, purpose) in BENCHES.items()]
        print("\n".join(lines), file=sys.stderr)
        return 2
    code: int = importlib.import_module(BENCHES[arguments[0]][0]).main(arguments[1:])
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
