"""Reads a number that stands for all cameras, `we have 4`, and the parts of a list of places: `alley 1`, `back`."""

from __future__ import annotations

from .camera_mention import Kind, Mention
from .camera_named import is_theirs, joined
from .camera_nouns import (
    BREAKS,
    ENDS,
    FILLERS,
    FORGOT,
    HAVE,
    HEDGES,
    IN_ALL,
    PEOPLE,
    PLACED,
    SITES,
    STRONG,
    TAKING_BACK,
)
from .camera_things import is_noun, noun_follows, value_at, word_at


def total(words: list[str], at: int, *, named: bool) -> Mention | None:
    """Read `we have 4`, `3 of them`, `total of 6`, `so 3`, `make it 5`, or a number that is a clause of its own."""
    value, length = _small(words, at)
    if value is None:
        return None
    end = at + length
    if words[at] in ("un", "una") and word_at(words, end) not in ("", ","):
        return None
    begin = at - _back(words, at)
    if begin < at and _ends(words, end) and word_at(words, begin - 1) in BREAKS | {""}:
        return Mention(begin, end, value, "one", listed=True)
    last = _before_hedges(words, at)
    if value == 1 and words[end : end + 1] == ["of"]:
        return None
    all_of_them = words[end : end + 2] in IN_ALL or word_at(words, end) in ("total", "altogether")
    made = word_at(words, last) in ("make", "makes", "total", "so", "now", "entonces") or (
        words[max(0, last - 1) : last + 1] in (["make", "it"], ["make", "that"], ["makes", "it"])
    )
    before = word_at(words, last)
    clause = (
        (named or is_noun(words, end + 1))
        and before in ("", ",")
        and word_at(words, end) in ("", ",", "total", "now", "no", "wait", "sorry", "but", "x")
    )
    back = before in TAKING_BACK and (_ends(words, end) or word_at(words, end) in BREAKS | FORGOT)
    stands = clause or back or (before in HAVE | {"con"} and _ends(words, end) and _counts(words, last, named=named))
    if not (all_of_them or made or stands) or noun_follows(words, end):
        return None
    kind: Kind = "none" if is_theirs(words, at) else "total"
    weak = not (all_of_them or made or back or word_at(words, end) in ("now", "left", "ahora"))
    return Mention(at, end + 2 * (words[end : end + 2] in IN_ALL), value, kind, weak=weak)


def _counts(words: list[str], verb: int, *, named: bool) -> bool:
    """Say whether a verb may count cameras: `the total is 4`, `there is 1`, not `my dad is 90`."""
    of_all = word_at(words, verb - 1) in (
        "there",
        "count",
        "total",
        "number",
        "cameras",
        "cams",
        "that",
        "now",
        "",
        ",",
    )
    return named and of_all if words[verb] == "is" else named or words[verb] != "its"


def _small(words: list[str], at: int) -> tuple[int | None, int]:
    value, length = value_at(words, at)
    if value is None or words[at] in ("a", "an", "both") or not 0 < value < 100:
        return None, 0
    again = value_at(words, at + length) if at + length < len(words) else (None, 0)
    return value, length + (again[1] if again[0] == value else 0)


def _ends(words: list[str], at: int) -> bool:
    word = word_at(words, at)
    if word in PEOPLE:
        return True
    return word in ("", *ENDS) or word in TAKING_BACK or word in STRONG or word in ("and", "y", "since", "desde")


def _back(words: list[str], at: int) -> int:
    """Count the words before a number that say where: `parking lot two`."""
    place = at
    while place and words[place - 1] in STRONG | SITES and at - place < 4:
        place -= 1
    return at - place


def _before_hedges(words: list[str], at: int) -> int:
    place = at - 1
    while place >= 0 and words[place] in HEDGES and at - place < 4:
        place -= 1
    return place - (word_at(words, place) == "," and word_at(words, place - 1) in TAKING_BACK)


def spot(words: list[str], at: int) -> Mention | None:
    """Read a place that may be a camera of a list: `cameras: front door, garage, back yard`."""
    if word_at(words, at - 1) not in BREAKS | {""}:
        return None
    place = at
    while word_at(words, place) in _SPOT_LEADS and place - at < 4:
        place += 1
    start = place
    while word_at(words, place) in STRONG | SITES and place - at < 8:
        place += 1
    if STRONG.isdisjoint(words[start:place]) or words[at] in ("is", "are", "that", "which", "es", "son"):
        return None
    times = word_at(words, place) in ("x", "times")
    value, length = _small(words, place + times) if place + times < len(words) else (None, 0)
    if value and word_at(words, place + times + length) in ("", ",", "and", "y"):
        return Mention(at, place + times + length, value, "one", listed=True)
    return Mention(at, place, 1, "spot", joined=joined(words, at))


_LOOKING = frozenset({"facing", "looking", "pointing", "to", "toward", "towards", "hacia", "viendo", "mirando", "a"})
_SPOT_LEADS = (PLACED | FILLERS | _LOOKING) - STRONG
