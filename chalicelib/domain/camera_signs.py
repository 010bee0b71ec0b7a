"""What behind a number shows that it counts cameras: a place, a way, a kind, or a word that leads to one."""

from __future__ import annotations

from .camera_nouns import BREAKS, COMPASS, FILLERS, HAVE, LOOKS, PEOPLE, PLACED, SITES, STRONG, WEAK
from .camera_things import is_noun, word_at
from .number_words import number

_SAID = "no not se doesnt dont play store stock family fixed loading normal normales regular gas cash"
_ODD = frozenset(_SAID.split())


def told(words: list[str], at: int, *, named: bool = True) -> bool:
    """Say whether what follows tells where a camera hangs, which way it looks, or what it is, in its own clause."""
    for place in range(at, min(at + 5, len(words))):
        word = words[place]
        if word in STRONG or (word in SITES and (named or place > at)) or _letter(words, place):
            return not (word in COMPASS and place == at and _goes_on(words, place + 1))
        if word not in WEAK and word not in FILLERS and word not in _ODD:
            return False
    return False


def _goes_on(words: list[str], at: int) -> bool:
    """Say whether a compass word begins a name: `27 east padonia`, not `1 north 1 south`, `one south and one east`."""
    word = word_at(words, at)
    known = word in BREAKS | LOOKS | WEAK | STRONG | FILLERS or number(word) is not None or is_noun(words, at)
    return bool(word) and not known


def _letter(words: list[str], at: int) -> bool:
    """Say whether a letter is a way: `1 n 1 s`, `one facing e`."""
    return words[at] in ("n", "s", "e", "w", "se") and (
        word_at(words, at - 1) in LOOKS
        or word_at(words, at + 1) in ("", ",", "side")
        or word_at(words, at + 1).isdigit()
    )


def led(words: list[str], at: int) -> bool:
    """Say whether a word of looking or hanging follows, though nobody foresaw at what: `one on the pigeon loft`."""
    had = words[at - 2] in HAVE if at > 1 else False
    person = words[at - 1] in ("one", "another", "una", "otra") and word_at(words, at) in PEOPLE
    if person or word_at(words, at) in LOOKS | {"que", "that", "which"}:
        return True
    if had and word_at(words, at) in ("at", "en", "in"):
        return True
    hung = word_at(words, at) in ("on", "over", "above", "by", "near", "at", "en")
    return hung and word_at(words, at + 1) not in ("", ",", "order", "school", "work")


def placed(words: list[str], at: int, end: int) -> bool:
    """Say whether the place stands before: `and in the yard another`."""
    begin = at
    while begin and words[begin - 1] not in BREAKS and at - begin < 8:
        begin -= 1
    return word_at(words, end) in ("", ",") and words[begin] in PLACED and not STRONG.isdisjoint(words[begin:at])
