"""No sentence that people read stands outside of the catalogues: templates, scripts, pictures, refusals."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.unit.words.test_catalogue import catalogue

CODE = Path(__file__).resolve().parents[3] / "chalicelib"
TEMPLATES = sorted([*CODE.glob("channels/*/templates/*.html"), *CODE.glob("words/templates/*")])
SCRIPTS = sorted(CODE.glob("channels/web/static/*.js"))
PICTURES = sorted(CODE.glob("channels/web/static/*.svg"))
NAMES = {"Porchlight"}
"""Are the same in every language."""
READ_ALOUD = {"alt", "title", "aria-label", "aria-description", "placeholder", "label", "summary", "content"}
LETTERS = re.compile(r"[^\W\d_]{2,}")
CLASSES = re.compile(r"{% block (?:width|body_class) %}[a-z -]*(?={%)")
JINJA = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
ATTRIBUTES = re.compile(r"[\w-]+=\"[^\"<>]*\"")
"""Those that a macro adds to an element stand in no element of their own."""
SAID_BY_TEMPLATE = re.compile(r"\b(?:set|default)\b[^%}]*[\"'][A-Z][a-z]+ [a-z]")
SENTENCE = re.compile(r"""(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1""")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        named = dict(attrs)
        read = {name: value or "" for name, value in attrs if name in READ_ALOUD}
        if tag == "meta":  # viewport, color-scheme and the like: for browsers
            return
        self.found += read.values()
        if tag == "input" and named.get("type") in ("submit", "button", "reset"):
            self.found.append(named.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_only_what_stands_in_a_catalogue(path: Path) -> None:
    text = path.read_text()
    reader = _Reader()
    reader.feed(JINJA.sub(" ", CLASSES.sub("", text)))

    said = {word for found in reader.found for word in LETTERS.findall(ATTRIBUTES.sub("", found))}

    assert said - NAMES == set()
    assert SAID_BY_TEMPLATE.findall(text) == []


def test_the_reader_of_templates_would_find_a_sentence() -> None:
    reader = _Reader()
    reader.feed(JINJA.sub(" ", '<p title="Look">{{ say("web.skip") }} or call</p><style>p { color: red }</style>'))

    assert {word for found in reader.found for word in LETTERS.findall(found)} == {"Look", "or", "call"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_gets_its_sentences_from_the_page(path: Path) -> None:
    code = re.sub(r"^\s*//.*$|/\*.*?\*/", "", path.read_text(), flags=re.MULTILINE | re.DOTALL)
    literals = [found[1] for found in SENTENCE.findall(code)]

    assert [text for text in literals if re.search(r"^[A-Z][a-z]+ [a-z]|[a-z]{2,} [a-z]{2,}[.!?]$", text)] == []
    assert (
        re.findall(r"""(?:textContent|innerText|innerHTML|alert\(|confirm\()\s*=?\s*["'`][^"'`]*[a-z]{2,}""", code)
        == []
    )


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_a_picture_says_nothing(path: Path) -> None:
    words = re.findall(r"<(?:text|title|desc)\b[^>]*>([^<]*)", path.read_text())

    assert {word for text in words for word in LETTERS.findall(text)} - NAMES == set()


def test_a_refusal_names_a_sentence_of_the_catalogue() -> None:
    known = set(catalogue("en"))
    reasons = {
        (path.name, reason)
        for path in CODE.rglob("*.py")
        for reason in re.findall(r"""\bRefused\(\s*["']([^"']+)["']""", path.read_text())
    }
    assert len(reasons) > 20

    assert sorted((name, reason) for name, reason in reasons if reason not in known) == []
