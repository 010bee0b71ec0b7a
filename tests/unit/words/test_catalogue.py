"""Every sentence that the code says stands in the catalogue, and every one that stands there is said."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.pofile import read_po

WORDS = Path(__file__).resolve().parents[3] / "chalicelib" / "words"
CODE = WORDS.parent
MSGID = re.compile(r"""["']((?:sms|part|note|web|slack|mail)\.[a-z0-9_.]+)["']""")
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
    prefixes = set(re.findall(r"""["']((?:sms|part|note|web|slack|mail)\.[a-z0-9_.]*)(?:{|%|["'] ~)""", text))

    unsaid = set(catalogue("en")) - said()

    assert [msgid for msgid in sorted(unsaid) if not msgid.startswith(tuple(prefixes))] == []


def test_no_sentence_is_empty() -> None:
    assert [msgid for msgid, sentence in catalogue("en").items() if not sentence.strip()] == []


def test_every_translation_has_the_same_sentences_and_placeholders() -> None:
    english = placeholders("en")
    languages = {path.parent.name for path in WORDS.glob("*/*.po")}

    assert "en" in languages
    assert {language: placeholders(language) for language in languages} == dict.fromkeys(languages, english)


def placeholders(language: str) -> dict[str, set[str]]:
    return {msgid: set(PLACEHOLDER.findall(sentence)) for msgid, sentence in catalogue(language).items()}
