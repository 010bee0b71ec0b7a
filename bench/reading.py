"""`./porchlight bench reading`: the Flesch-Kincaid grade of each English catalogue, and its hardest messages.

0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975; MIL-M-38784).
A sentence ends with a full stop, a question or exclamation mark, a line, and with its message. `grade` is that of all
messages together, `grade_of_long` that of those with at least ten words, since labels make a catalogue look easy.
Placeholders stand for what usually fills them. A number, a code or a word without a vowel counts as one syllable. On
the catalogue's words the counter gives as many syllables as the CMU Pronouncing Dictionary in 99 of 100.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

ENGLISH = Path(__file__).resolve().parent.parent / "chalicelib" / "words" / "en"
NOT_SENTENCES = ("language.", "time.", "category.", "web.unit.")
"""Lists of words and patterns of numbers."""
HARDEST_SHOWN = 5
LONG_ENOUGH = 10
"""Words: with fewer, one long word such as `registration` makes a grade that says nothing about reading."""
USUAL = {
    "short_name": "Example Police", "agency": "Example Police", "code": "KTRM", "desk": "410-555-0100",
    "number": "410-555-0100", "category": "Burglary", "place": "1000 block of Main St", "address": "1009 Main St",
    "when": "Fri Nov 20, 9:00-11:00 PM EST", "look_for": "man in a red jacket", "link": "https://police.example/r/a",
    "cameras": "2 cameras", "days": "14 days", "views": "Camera 1: looks north.",
    "list": "1) 1009 Main St: looks north.",
    "choices": "1) 1009 Main St.", "codes": "KTRM (Main St).", "example": "1 KTRM", "time": "8:00 AM", "hashes": "",
    "name": "Sam", "question": "Where is the camera?", "said": "Thank you.", "reason": "The file is empty.",
}  # fmt: skip
_ENDS = re.compile(r"[.!?]+(?=\s|$)|\n+")
_WORD = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9'’./@-]*[A-Za-z0-9])?")
_VOWELS = re.compile(r"[aeiouy]+")


def main(arguments: list[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="./porchlight bench reading", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    figures = {path.stem: measured(path) for path in sorted(ENGLISH.glob("*.po"))}
    print(json.dumps(figures) if options.json else "\n".join(_line(name, each) for name, each in figures.items()))
    return 0


def measured(path: Path) -> dict[str, Any]:
    """Give the grades of a catalogue, how many `messages` it has, and its `hardest` long ones by msgid."""
    texts = messages(path)
    by_message = {msgid: grade(text) for msgid, text in texts.items() if len(words(text)) >= LONG_ENOUGH}
    hardest = sorted(by_message, key=lambda msgid: -by_message[msgid])[:HARDEST_SHOWN]
    return {
        "grade": grade("\n".join(texts.values())),
        "grade_of_long": grade("\n".join(texts[msgid] for msgid in by_message)),
        "messages": len(texts),
        "hardest": {msgid: by_message[msgid] for msgid in hardest},
    }


def messages(path: Path) -> dict[str, str]:
    """Read a catalogue's messages, filled with what usually fills them."""
    with path.open("rb") as file:
        entries = {str(entry.id): str(entry.string) for entry in read_po(file, abort_invalid=True) if entry.id}
    return {msgid: filled(text) for msgid, text in entries.items() if not msgid.startswith(NOT_SENTENCES)}


def filled(text: str, usual: Mapping[str, str] = USUAL) -> str:
    """Fill placeholders; one that is not listed stands for a number."""
    return re.sub(r"{(\w+)}", lambda name: usual.get(name[1], "3"), text)


def grade(text: str) -> float:
    """Give the Flesch-Kincaid grade, to a tenth; 0 where there are no words."""
    sentences = [found for part in _ENDS.split(text) if (found := words(part))]
    count = sum(map(len, sentences))
    if not count:
        return 0.0
    spoken = sum(syllables(word) for sentence in sentences for word in sentence)
    return round(0.39 * count / len(sentences) + 11.8 * spoken / count - 15.59, 1)


def words(text: str) -> list[str]:
    """Give the words; a hyphen or a slash stays inside of one."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels, without the ends that are not spoken."""
    return (
        sum(_spoken(part) for part in re.split(r"[^a-z]+", word.lower().replace("'", "").replace("’", "")) if part) or 1
    )


def _spoken(part: str) -> int:
    if len(part) <= 3:
        return 1 if part not in _TWO else 2
    if part in _KNOWN:
        return _KNOWN[part]
    stem = re.sub(r"(?:(?<=[^tdl])ed|(?<![aeiouycsxzg])es|(?<=[^aeiouyl])e|(?<=[aeiouy]l)e)$", "", part)
    stem = re.sub(r"(?<=[^aeiou])e(?=ly$|ment$|less$|ful$|times$|where$)", "", stem)
    found = len(_VOWELS.findall(stem)) + len(re.findall(r"i(?:a|o(?!n|us))|[^q]ua|eo(?!u)|[aeiou]ing$|sm$", stem))
    return max(1, found)


_TWO = frozenset({"any", "ok", "pm", "am", "you're", "ago", "also", "area", "via", "gps", "tv"})
_KNOWN = {
    "something": 2, "everything": 3, "somebody": 3, "somewhere": 2, "quiet": 2, "special": 2, "beyond": 2,
    "languages": 3, "every": 2, "evening": 2, "camera": 3, "cameras": 3, "area": 3,
    "people": 2, "video": 3, "business": 2, "radius": 3,
}  # fmt: skip
"""Words of ours that the rules get wrong."""


def _line(name: str, figures: Mapping[str, Any]) -> str:
    hardest = ", ".join(f"{msgid} {found}" for msgid, found in figures["hardest"].items())
    grades = f"grade {figures['grade']} (long ones {figures['grade_of_long']})"
    return f"{name}: {grades} over {figures['messages']} messages; hardest: {hardest}"
