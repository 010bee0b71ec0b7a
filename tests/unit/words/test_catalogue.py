"""Every sentence that the code says stands in the catalogue, and every one that stands there is said."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.pofile import read_po

WORDS = Path(__file__).resolve().parents[3] / "chalicelib" / "words"
CODE = WORDS.parent
CHANNELS = "sms|part|note|web|slack|mail|place|time|category|language|consent"
MSGID = re.compile(rf"""["']((?:{CHANNELS})\.[a-z0-9_.]+)["']""")
PLACEHOLDER = re.compile(r"{(\w+)")


def catalogue(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((WORDS / language).glob("*.po")):
        with path.open("rb") as file:
            found.update({str(entry.id): str(entry.string) for entry in read_po(file, abort_invalid=True) if entry.id})
    return found


def said() -> set[str]:
    sources = [*CODE.rglob("*.py"), *CODE.rglob("*.html"), *CODE.rglob("*.txt")]
    return {msgid for path in sources for msgid in MSGID.findall(path.read_text()) if not msgid.endswith((".", "_"))}


def test_every_sentence_that_is_said_stands_in_the_english_catalogue() -> None:
    assert sorted(said() - set(catalogue("en"))) == []


def test_every_sentence_of_the_catalogue_is_said_somewhere() -> None:
    text = "\n".join(path.read_text() for path in [*CODE.rglob("*.py"), *CODE.rglob("*.html")])
    # What is put together from pieces: f"web.unit.{name}" in code, "web.answer." ~ name and "web.home.%s" in templates.
    prefixes = set(re.findall(rf"""["']((?:{CHANNELS})\.[a-z0-9_.]*)(?:{{|%|["'] ~)""", text))

    unsaid = set(catalogue("en")) - said()

    assert [msgid for msgid in sorted(unsaid) if not msgid.startswith(tuple(prefixes))] == []


def placeholders(language: str) -> dict[str, set[str]]:
    return {msgid: set(PLACEHOLDER.findall(sentence)) for msgid, sentence in catalogue(language).items()}
