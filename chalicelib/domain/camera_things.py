"""What stands before, in and behind the name of a camera: how many, which thing, and a number that follows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .camera_nouns import (
    BELL_PLURALS,
    BELLS,
    BETWEEN,
    BRANDS,
    BREAKS,
    CAMERAS,
    HAVE,
    IN_ALL,
    LOOKS,
    MARKS,
    ONE_CAMERA,
    ONE_SHAPE,
    PLACED,
    RINGS,
    SHAPES,
    STANDS_FOR,
)
from .number_words import number


@dataclass(slots=True)
class Before:
    """What stands before a noun: how many, and whether it is one that was named before."""

    start: int
    end: int
    count: int | None = None
    none: bool = False
    vague: bool = False
    those: bool = False
    mine: bool = False
    more: bool = False


def word_at(words: list[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""


def before_noun(words: list[str], at: int) -> Before:
    """Read determiners and numbers from here on: `all of my 3`, `another`, `a couple of`, `one 1`."""
    said = Before(at, at)
    while said.end < len(words) and said.end - at < 6:
        word, last = words[said.end], word_at(words, said.end - 1)
        if (said.more or said.count) and word in _GOES_ON and last != "of":
            break
        value, length = value_at(words, said.end)
        if value is not None and said.count is not None and value != said.count and last not in _ARTICLES:
            break
        if value is not None:
            said.vague = said.vague or (last in ("or", "o") and said.count is not None)
            said.count = value
            said.end += length
        elif word in MARKS:
            setattr(said, MARKS[word], True)
            said.end += 1
        elif said.end > at and _skipped(words, said):
            said.end += 1
        else:
            break
    said.those = said.those or "both" in words[at : said.end] or "ambas" in words[at : said.end]
    said.none = said.none and (said.count is None or words[at] in ("not", "without", "sin"))
    return said


def _skipped(words: list[str], said: Before) -> bool:
    """Say whether a word may stand between a number and its noun: `couple of`, `3 x`, `5 or 6`."""
    word = words[said.end]
    again = word in ("or", "o") and said.count is not None and number(word_at(words, said.end + 1)) is not None
    return again or word in ("of", "de", "del", "x", "about", "like", "just", "only")


def value_at(words: list[str], at: int) -> tuple[int | None, int]:
    """Read a number of one or two words that counts cameras."""
    word, follows = words[at], word_at(words, at + 1)
    if word.isdigit() and len(word) > 3:
        return None, 0
    both = number(f"{word} {follows}") if not word.isdigit() and number(follows) else None
    return (both, 2) if both is not None else (2 if word == "ambas" else number(word), 1)


def is_noun(words: list[str], at: int) -> bool:
    word = word_at(words, at)
    return word in ONE_CAMERA or word in CAMERAS or word in BELLS or word in BRANDS or word in SHAPES


@dataclass(frozen=True, slots=True)
class Thing:
    end: int
    bell: bool
    plural: bool
    brand: bool


def thing_at(words: list[str], noun: int) -> Thing:
    """Read a noun of one or more words: `ring video doorbell cams`, `timbre ring`, `arlo ultra 2 cam`, `ptz`."""
    word = words[noun]
    brand = word in BRANDS or word in SHAPES or word in ONE_SHAPE
    plural = word in CAMERAS or word in BELL_PLURALS or (brand and word.endswith("s") and word not in ("axis", "adt"))
    thing = Thing(noun + 1, word in BELLS or word in RINGS, plural, brand)
    further: Thing | None = thing
    while further:
        thing, further = further, _further(words, further)
    end = thing.end
    while word_at(words, end) in STANDS_FOR - {"one", "ones"} or (thing.bell and word_at(words, end) in STANDS_FOR):
        end += 1
    return replace(thing, end=end)


def _further(words: list[str], thing: Thing) -> Thing | None:
    """Read one more word that goes with a noun: `camera de timbre`, `timbre con camara`, `nest doorbell`."""
    end = thing.end
    if word_at(words, end) == "de" and word_at(words, end + 1) in BELLS:
        return Thing(end + 2, bell=True, plural=thing.plural, brand=False)
    if thing.bell and word_at(words, end) in ("con", "with"):
        camera = end + 1 + (word_at(words, end + 1) in ("a", "una", "its"))
        return replace(thing, end=camera + 1) if word_at(words, camera) in ONE_CAMERA else None
    after = _behind_model(words, end) if thing.brand else end
    return _next_noun(words, thing, after) if is_noun(words, after) else None


def _next_noun(words: list[str], thing: Thing, after: int) -> Thing | None:
    word, plural = words[after], thing.plural or words[after] in CAMERAS or words[after] in BELL_PLURALS
    if word in BRANDS:
        chain = words[thing.end - 1] in BRANDS and after == thing.end
        bell = word in RINGS if chain else thing.bell
        return replace(thing, end=after + 1, bell=bell) if chain or not is_noun(words, after + 1) else None
    if thing.plural and not thing.brand and word in BELLS - BELL_PLURALS:
        return None
    return Thing(after + 1, word in BELLS or (thing.bell and not thing.brand), plural, brand=False)


def _behind_model(words: list[str], end: int) -> int:
    """Give where a brand's model ends before a noun, or `end`: `arlo ultra 2 cam`, `ring stickup cams`."""
    for after in range(end, min(end + 4, len(words))):
        if is_noun(words, after):
            counted = after > end and words[after - 1].isdigit() and words[after] in CAMERAS | BELL_PLURALS
            return end if counted else after
        if words[after] in BREAKS | LOOKS | PLACED | HAVE or words[after] in MARKS:
            break
    return end


def number_behind(words: list[str], thing: Thing) -> tuple[int | None, int]:
    """Read a number behind a noun: `cameras , 3`, `cams x 8`, `cameras , 4 of them`, `camera 2`."""
    at = thing.end + (word_at(words, thing.end) in ("count", "total"))
    times = word_at(words, at) in ("x", "times")
    at += times
    at += word_at(words, at) == "," and not times
    value, length = value_at(words, at) if at < len(words) and words[at] not in ("a", "an", "un", "una") else (None, 0)
    follows = word_at(words, at + length)
    ends = follows in ("", ",", "total", "altogether") or words[at + length : at + length + 2] in IN_ALL
    counts = times or ends or (at == thing.end and not thing.plural and words[at : at + 1] and words[at].isdigit())
    if thing.bell and not times and value and value > 1 and follows in ("total", "altogether", "in", "en"):
        return None, thing.end
    if value is None or not counts or (noun_follows(words, at + length) and not times):
        return None, thing.end
    return value, at + length


def noun_follows(words: list[str], at: int) -> bool:
    """Say whether a number counts what comes next: `a doorbell 2 outdoor cams`, not `cam 1 front cam 2 back`."""
    value = word_at(words, at - 1)
    while word_at(words, at) in BETWEEN and not is_noun(words, at):
        at += 1
    listed = value.isdigit() and word_at(words, at + 1) == str(int(value) + 1)
    return is_noun(words, at) and not listed


_ARTICLES = frozenset({"a", "an", "un", "una", "or", "o"})
_GOES_ON = frozenset({"a", "an", "the", "la", "el", "las", "los", "that", "this", "which"})
"""Begin something else behind a number: `one the street`, `otra a la calle`, `one that looks north`."""
