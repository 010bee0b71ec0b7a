"""How the work of understanding one message grows with its length, hostile ones included.

Clocks, not counts: most of the work is done inside of regular expressions, where nothing can be counted. What is
given are ratios of the fastest of several runs, in time of the processor alone, which are steady where seconds are not.
"""

from __future__ import annotations

import tempfile
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from bench.addresses import open_city
from chalicelib.domain import optout, registration_words

SHORT, LONG, BEYOND = 1_000, 2_000, 200_000
RUNS = 5
HOSTILE = (
    "2 cameras ", "one and ", "14 days ", "i am A ", "north ", "my name is ", "1009 Rd ", "1009 a ", "& ", "1 1/2 ",
    "stop texting me ", "no more ", "dont want any more ", "remove me from ", "de baja ", "a", "1", " ", "\n", "(",
    "\u0301", "calle 1 ", "a & b ", "no 1011 ", "one week and a half ", "the second one ", "410 555 0100 ", "a@b ",
    ", ", "stop i want to be out of ", "how do i ", "1009 roxleigh rd no ", "\U0001f600", "unsubscrib ",
    "x" * 40 + " ", "1009 roxleigh ", "roxleigh rd ", "one two three ", "roxleigh and ", "york rd towson ", "Smith. ",
    "apt b ",
)  # fmt: skip


def measured(city: Path) -> dict[str, Any]:
    """Give the worst growth of time from 1,000 to 2,000 letters and from there to 200,000, and the most memory.

    Registrations are read with the names of a city's streets and towns.
    """
    with tempfile.TemporaryDirectory() as folder:
        names = open_city(city, Path(folder)).names
    readers: dict[str, Callable[[str], object]] = {
        "registration": partial(registration_words.read, names=names),
        "leaving": optout.read,
        "doubt": optout.in_doubt,
    }
    return {name: _growth(reader) for name, reader in readers.items()}


def _growth(reader: Callable[[str], object]) -> dict[str, Any]:
    twice, beyond, slowest, memory = 0.0, 0.0, 0.0, 0
    for unit in HOSTILE:
        short, long, huge = (_seconds(reader, _text(unit, length)) for length in (SHORT, LONG, BEYOND))
        slowest, twice, beyond = max(slowest, long), max(twice, long / short), max(beyond, huge / long)
        memory = max(memory, _peak(reader, _text(unit, BEYOND)))
    return {
        "twice_the_length_takes_times": round(twice, 1),
        "a_hundred_times_the_length_takes_times": round(beyond, 1),
        "slowest_ms": round(slowest * 1000, 1),
        "peak_kb": memory // 1024,
    }


def _text(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def _seconds(reader: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(RUNS):
        start = time.thread_time()
        reader(text)
        best = min(best, time.thread_time() - start)
    return best


def _peak(reader: Callable[[str], object], text: str) -> int:
    tracemalloc.start()
    reader(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
