"""Puts what is to be said into the paragraphs of a mail: there is room, and nobody texts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.reply import Listing, Sentence

_MOST_SUBJECT = 150
_BESIDE_BREAKS = re.compile(r"[ \t]*\n[ \t]*")


def compose(sentences: Sequence[Sentence], *, agency: Agency, language: str) -> str:
    """Give the text of a mail that says all of it, a paragraph a sentence, each line of a listing on its own.

    What a text says as `sms.x`, a mail says as `mail.talk.x` where there is such a sentence.
    """
    return "\n\n".join(_BESIDE_BREAKS.sub("\n", _say(sentence, agency, language)).strip() for sentence in sentences)


def subject_of_answer(subject: str, *, agency: Agency, language: str) -> str:
    """Give the subject of what answers a mail: the same, so that it stays one thread."""
    plain = " ".join(subject.split())[:_MOST_SUBJECT]
    if not plain:
        return words.say("mail.talk.subject", language, agency=agency.short_name)
    return plain if plain.lower().startswith("re:") else f"Re: {plain}"


def _say(sentence: Sentence, agency: Agency, language: str) -> str:
    msgid = sentence.msgid
    own = f"mail.talk.{msgid.removeprefix('sms.')}" if msgid.startswith("sms.") else msgid
    if own not in words.sentences(words.FALLBACK):
        own = msgid
    always = {"short_name": agency.short_name, "desk": agency.desk(), "agency": agency.name}
    filled = {name: _filled(value, agency, language) for name, value in sentence.values.items()}
    said = words.say(own, language, **{**always, **filled}).removeprefix(f"{agency.short_name}: ")
    return sentence.picked(said)


def _filled(value: str | int | Sentence | Listing, agency: Agency, language: str) -> str:
    if isinstance(value, Sentence):
        return _say(value, agency, language)
    if not isinstance(value, Listing):
        return str(value)
    said = [_say(item, agency, language).rstrip(";") for item in value.items]
    return "".join(f"\n{line}" for line in said) + ("\n" if said else "")
