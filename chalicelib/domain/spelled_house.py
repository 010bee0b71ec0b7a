"""House numbers in words, put into figures: `five Erwood Court`, `quinientos quince de Crisfield`, `local siete`."""

from __future__ import annotations

from .number_words import number
from .patterns import compiled
from .place_names import NO_NAMES, PlaceNames
from .span_behind import MEASURES
from .span_known import NAMED, SURE, TYPED, known_street
from .span_street import street_from
from .span_tokens import Token, tokens_of
from .span_words import COUNTED, LIVED_AT, UNIT_WORDS
from .spelled_number import SAME_SOUND, certainly_number, figures_of, says_number
from .street_words import TYPES
from .talk_words import TALK

MOST_WORDS, ZIP_WORDS = 9, 5
_HYPHEN = r"(?<=[^\W\d_])-(?=[^\W\d_])"
_SAYS_NUMBER = frozenset({"number", "numero", "num", "house", "casa", "local"})
_IS = frozenset({"is", "es", "its", "it's", ","})
_OF = frozenset({"de", "del"})


def with_figures(message: str, names: PlaceNames = NO_NAMES) -> str:
    """Give a message with such numbers as figures: where a street follows, or `number` or `unit` stands before."""
    tokens = tokens_of(compiled(_HYPHEN).sub(" ", message))
    written, taken, at = "", 0, 0
    while at < len(tokens):
        end = _run_from(tokens, at)
        found = _number_in(tokens, at, end, names) if end > at else _digits_from(tokens, at, names)
        if found:
            first, last, figures = found
            written += message[taken : tokens[first].start] + figures
            taken = tokens[last - 1].end - tokens[last - 1].text.endswith(".")
        at = max(end, at + 1)
    return written + message[taken:]


def _digits_from(tokens: list[Token], at: int, names: PlaceNames) -> tuple[int, int, str] | None:
    """`1 0 0 9 Roxleigh Rd`, as telephones write what was told them; the street has to be the agency's."""
    end = at
    while end < len(tokens) and len(tokens[end].text) == 1 and tokens[end].text.isdecimal():
        end += 1
    if end - at < 2 or known_street(tokens, end, names)[1] != SURE:
        return None
    return at, end, "".join(token.text for token in tokens[at:end])


def _run_from(tokens: list[Token], at: int) -> int:
    """Walk over words that may be a number, none of them behind a figure, and one at least that is nothing else."""
    end = at
    while end < len(tokens) and end - at < MOST_WORDS and says_number(tokens[end].word):
        end += 1
        if tokens[end - 1].closes:
            break
    behind_figure = at > 0 and tokens[at - 1].word[:1].isdigit()
    sure = any(certainly_number(token.word) for token in tokens[at:end])
    return end if sure and not behind_figure else at


def _number_in(tokens: list[Token], at: int, end: int, names: PlaceNames) -> tuple[int, int, str] | None:
    """Find the part of a run that is a house's number: the longest that a street follows, or all of it."""
    ways = []
    for start in _starts(tokens, at, end):
        before = tokens[start - 1].word if start else ""
        lived = not start or before in LIVED_AT or tokens[start - 1].closes
        for split in range(end, start, -1):
            figures = figures_of([token.word for token in tokens[start:split]])
            sure = (
                _street_behind(tokens, split, names, known=split < end)
                if figures and not tokens[split - 1].closes
                else 0
            )
            heard = any(token.word in SAME_SOUND for token in tokens[start:split])
            if (sure >= TYPED and (not heard or sure == SURE or lived)) or (
                sure == NAMED and (lived or len(figures) > 2)
            ):
                ways.append((sure, split - start, -start, figures))
        if ways:
            break
    if ways:
        _, length, start, figures = max(ways)
        return -start, length - start, figures
    return _said(tokens, at, end, names)


def _starts(tokens: list[Token], at: int, end: int) -> list[int]:
    """Give where the number may begin: `for` is mostly no four, but `at for oh five` is where one lives."""
    first = at
    while first < end and not certainly_number(tokens[first].word):
        first += 1
    heard = (
        first > at and tokens[first].word in ("oh", "hundred", "zero") and tokens[first - 1].word not in ("and", "y")
    )
    return [first - 1] if heard else [first] if first < end else []


def _street_behind(tokens: list[Token], at: int, names: PlaceNames, *, known: bool) -> int:
    """Say how sure it is that a street follows; one that begins with a number has to be the agency's."""
    if known:
        return known_street(tokens, at, names)[1]
    at += at < len(tokens) and tokens[at].word in _OF
    return street_from(tokens, at, names)[1] if at < len(tokens) else 0


def _said(tokens: list[Token], at: int, end: int, names: PlaceNames) -> tuple[int, int, str] | None:
    """`number nineteen four eighteen`, `local siete`: the word before says what it is."""
    before = at - 1 - (at > 1 and tokens[at - 1].word in _IS)
    word = tokens[before].word if before >= 0 else ""
    follows = tokens[end].word if end < len(tokens) and not tokens[end - 1].closes else ""
    behind = at - 1 - (at > 1 and tokens[at - 1].text == ",")
    alone = not follows.isalnum() and behind >= 0 and tokens[behind].word in TYPES
    figures = figures_of([token.word for token in tokens[at:end]])
    named = word in _SAYS_NUMBER or (word in UNIT_WORDS and before == at - 1) or alone
    zips = end - at == ZIP_WORDS == len(figures) and bool(names.postcodes) and names.like_postcode(figures)
    named = named or (zips and follows not in TALK)
    named = named or (follows not in MEASURES and _is_long([token.word for token in tokens[at:end]], figures))
    return (at, end, figures) if figures and named and follows not in COUNTED else None


def _is_long(words: list[str], figures: str) -> bool:
    """Say whether it is hardly a count: `two four one five`, `one ten`; not `one two`, and neither `once` nor 24/7."""
    ones = all((number(word) or 0) < 10 for word in words)
    return len(figures) > 1 and figures not in ("247", "12345") and words != ["once"] and (not ones or len(words) > 2)
