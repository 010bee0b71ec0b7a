"""Puts what is to be said into one text message: opens with the agency's short name, fits two segments of GSM-7."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.reply import Listing, Sentence
from chalicelib.domain.sms import MAX_SEGMENTS, fit, fold, segments


def compose(sentences: Sequence[Sentence], *, agency: Agency, language: str) -> str:
    """Give one text that says all of it.

    What is too long loses its optional sentences first, the last one first, then the ends of its listings; what is
    too long even so is cut.
    """
    said, language = list(sentences), agency.spoken(language)
    while not _fits(text := _text(said, agency, language)) and any(sentence.optional for sentence in said):
        last = max(at for at, sentence in enumerate(said) if sentence.optional)
        del said[last]
    for shown in range(_longest(said) - 1, -1, -1):
        if _fits(text):
            break
        text = _text(said, agency, language, shown=shown)
    return fit(text)


def text_of(msgid: str, *, agency: Agency, language: str, **values: object) -> str:
    """Give a text of one sentence that its values fill; folded, since one accent that texts lack doubles its price."""
    return fit(words.say(msgid, agency.spoken(language), short_name=agency.short_name, **values))


def _fits(text: str) -> bool:
    return segments(text) <= MAX_SEGMENTS


def _text(sentences: Iterable[Sentence], agency: Agency, language: str, *, shown: int = 1000) -> str:
    opening = f"{fold(agency.short_name)}: "
    bodies = [_say(sentence, agency, language, shown).removeprefix(opening) for sentence in sentences]
    return fold(opening + " ".join(bodies))


def _say(sentence: Sentence, agency: Agency, language: str, shown: int) -> str:
    always = {"short_name": fold(agency.short_name), "desk": agency.desk()}
    filled = {name: _filled(value, agency, language, shown) for name, value in sentence.values.items()}
    return sentence.picked(words.say(sentence.msgid, language, **always, **filled))


def _filled(value: str | int | Sentence | Listing, agency: Agency, language: str, shown: int) -> str:
    if isinstance(value, Sentence):
        return _say(value, agency, language, shown)
    if not isinstance(value, Listing):
        return str(value)
    said = [_say(item, agency, language, shown) for item in value.items[:shown]]
    if len(value.items) > shown:
        said.append(words.say("part.more", language, count=len(value.items) - shown))
    return _ended(" ".join(said))


def _ended(listing: str) -> str:
    """End a listing with a full stop, where its items end with semicolons."""
    return f"{listing[:-1].removesuffix('.')}." if listing.endswith(";") else listing


def _longest(sentences: Iterable[Sentence]) -> int:
    """Give the number of items of the longest listing anywhere inside."""
    return max((_items(value) for sentence in sentences for value in sentence.values.values()), default=0)


def _items(value: str | int | Sentence | Listing) -> int:
    if isinstance(value, Sentence):
        return _longest([value])
    return max(len(value.items), _longest(value.items)) if isinstance(value, Listing) else 0
