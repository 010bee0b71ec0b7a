"""How the work of reading a mail, and of cutting out its new part, grows with its size: mails meant to be hard.

Clocks, not counts, since most of it is done inside of regular expressions: the fastest of several runs, in time of the
processor alone. Memory is what Python had in use at most, beyond the mail itself.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from typing import Any

from chalicelib.channels.email.reading import read
from chalicelib.domain.mail_cut import new_part_of

MB = 1024 * 1024
SIZES = (10, 20, 40)
"""In MB; the last is what the provider takes at most. Beyond 32 MB the system hands out memory anew for each copy:
growth is told from the first two.
"""
NOISE_S = 0.05
RUNS = 3
TOP = b"From: pat@mail.example\r\nMIME-Version: 1.0\r\n"
_MIXED = b'Content-Type: multipart/mixed; boundary="B"\r\n\r\n'
_HTML = b"Content-Type: text/html\r\n\r\n"


def _nested(size: int) -> bytes:
    levels = (b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (at, at) for at in range(size // 64))
    return b"".join(levels)


SHAPES: dict[str, Callable[[int], bytes]] = {
    "one line": lambda size: b"\r\n" + b"a" * size,
    "empty lines": lambda size: b"\r\n" + b"\n" * size,
    "headers": lambda size: b"X: y\r\n" * (size // 6),
    "one folded header": lambda size: b"X: y\r\n" + b" z\r\n" * (size // 4),
    "parts": lambda size: _MIXED + b"--B\r\n\r\nx\r\n" * (size // 10),
    "boundaries that do not end": lambda size: _MIXED + b"--B" * (size // 3),
    "nested": _nested,
    "quoted lines": lambda size: b"\r\n" + b"> quoted\r\n" * (size // 10),
    "attributions": lambda size: b"\r\n" + b"On Fri, Nov 20, 2026 at 9:41 PM a a a\r\n" * (size // 40),
    "one attribution without end": lambda size: b"\r\nOn Fri, Nov 20, 2026" + b" a" * (size // 2),
    "open tags": lambda size: _HTML + b"<div>" * (size // 5),
    "tags that do not close": lambda size: _HTML + b"<a b='" * (size // 6),
    "scripts": lambda size: _HTML + b"<script>x</scrip" * (size // 16),
    "character references": lambda size: _HTML + b"&#9999999999" * (size // 12),
    "base64": lambda size: b"Content-Transfer-Encoding: base64\r\n\r\n" + b"QUFB\r\n" * (size // 6),
    "base64 that is none": lambda size: b"Content-Transfer-Encoding: base64\r\n\r\n" + b"=" * size,
    "quoted-printable": lambda size: b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + b"=41=\r\n" * (size // 6),
}


def measured() -> dict[str, Any]:
    """Give the slowest and the largest over all shapes, and how much longer twice the size takes, where that is long
    enough to measure: 2 is linear, and less where what is beyond a bound is not looked at.
    """
    slowest = growth = 0.0
    most, by = 0, {}
    for name, shape in SHAPES.items():
        times = [_seconds(TOP + shape(size * MB)) for size in SIZES]
        memory = _peak(TOP + shape(SIZES[-1] * MB))
        by[name] = {"ms": [round(each * 1000) for each in times], "peak_mb": round(memory / MB)}
        slowest, most = max(slowest, times[-1]), max(most, memory)
        growth = max(growth, times[1] / times[0]) if times[1] > NOISE_S else growth
    return {
        "sizes_mb": list(SIZES), "slowest_s": round(slowest, 2), "twice_the_size_takes_times": round(growth, 1),
        "peak_mb": round(most / MB), "shapes": by,
    }  # fmt: skip


def _work(raw: bytes) -> None:
    mail = read(raw, mail_id="hostile")
    new_part_of(mail.plain, mail.html)


def _seconds(raw: bytes) -> float:
    best = float("inf")
    for _ in range(RUNS):
        start = time.thread_time()
        _work(raw)
        best = min(best, time.thread_time() - start)
    return best


def _peak(raw: bytes) -> int:
    tracemalloc.start()
    _work(raw)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
