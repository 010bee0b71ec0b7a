"""Numbers of up to six figures as people say them, in English and Spanish, as figures: `ten oh nine`, `mil nueve`."""

from __future__ import annotations

from collections.abc import Sequence

from .number_words import number

_NO_COUNT = frozenset({"a", "an", "single", "couple", "both", "pair", "par", "dozen", "docena", "hundred", "cien"})
_NOUGHT = frozenset({"oh", "o", "zero", "cero"})
_HUNDREDS = {
    "cien": 100, "ciento": 100, "doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500,
    "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900,
}  # fmt: skip
SAME_SOUND = {"for": 4, "fore": 4, "to": 2, "too": 2, "won": 1, "ate": 8}
"""What a telephone writes that was told a number."""
_VEINTI = {"veintitres": 23, "veintiseis": 26, "veintisiete": 27, "veintinueve": 29}
_JOINS = frozenset({"and", "y"})
MOST_FIGURES = 6


def says_number(word: str) -> bool:
    """Say whether a word of plain letters is a part of a number, whatever else it may be."""
    return word in _JOINS or word in _NOUGHT or _times(word) > 0 or _value(word) is not None


def certainly_number(word: str) -> bool:
    """Say whether it is nothing else."""
    return says_number(word) and word not in SAME_SOUND and word not in _JOINS and word != "o"


def figures_of(words: Sequence[str]) -> str:
    """Give the figures of a number: `seven hundred four`, `eleven twenty two`, `ten oh nine`; empty where it is none.

    What cannot be added is put behind: after `eleven` there is no room for `twenty two`, so that it is 1122.
    """
    parts: list[_Part] = []
    for at, word in enumerate(words):
        if word in _JOINS:
            if not parts or at + 1 == len(words) or not parts[-1].takes_more():
                return ""
            continue
        part = parts.pop() if parts else _Part()
        parts += part.told(word)
        if not parts:
            return ""
    figures = "".join(part.text() for part in parts)
    return figures if 0 < len(figures) <= MOST_FIGURES and figures[0] != "0" else ""


class _Part:
    """A number that was begun: what is fixed, what may still be multiplied, and how much may be added."""

    def __init__(self, fixed: int = 0, last: int = 0, room: int = 0, text: str = "") -> None:
        self.fixed, self.last, self.room, self.written = fixed, last, room, text

    def text(self) -> str:
        return self.written or str(self.fixed + self.last)

    def takes_more(self) -> bool:
        """Say whether `and` may follow: behind tens, hundreds and thousands."""
        return self.room > 1

    def told(self, word: str) -> list[_Part]:
        """Take one more word: into this part, or as a part behind it; none where it is no number."""
        before = [self] if self.room else []
        times, value = _times(word), _value(word)
        if times:
            return self._multiplied(times)
        if word in _NOUGHT:
            return [*before, _Part(room=1, text="0")]
        if value is None:
            return []
        room = 100 if value >= 100 else 10 if value >= 20 and value % 10 == 0 else 1
        if before and value < self.room:
            return [_Part(self.fixed + self.last, value, room)]
        return [*before, _Part(0, value, room)]

    def _multiplied(self, times: int) -> list[_Part]:
        if times == 1000:
            return [_Part((self.fixed + self.last or 1) * 1000, 0, 1000)]
        return [_Part(self.fixed, (self.last or 1) * 100, 100)]


def _times(word: str) -> int:
    return {"hundred": 100, "thousand": 1000, "mil": 1000}.get(word, 0)


def _value(word: str) -> int | None:
    if word in _HUNDREDS or word.endswith("cientas"):
        return _HUNDREDS.get(word.replace("cientas", "cientos"))
    found = SAME_SOUND.get(word) or _VEINTI.get(word)
    return found or (number(word) if word not in _NO_COUNT and word.isalpha() else None)
