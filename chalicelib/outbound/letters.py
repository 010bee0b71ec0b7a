"""Turns a letter into the plain text and the HTML of one mail: the same words in the same order, twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from chalicelib import words
from chalicelib.domain.letter import Mail, letter_in

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = Path(words.__file__).parent / "templates"
_ADDRESS = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)]")


@dataclass(frozen=True, slots=True)
class Written:
    """One mail's text, as `text/plain` and as `text/html`."""

    plain: str
    html: str


def write(mail: Mail, *, can_answer: bool) -> Written:
    """Fill the templates; what can be answered by a reply says above which line."""
    letter = letter_in(mail.message.body, language=mail.language)
    names = {"agency": mail.agency.name, "desk": mail.agency.desk()}
    values = {
        "letter": letter,
        "subject": mail.message.subject,
        "marker": words.say("mail.marker", letter.language) if can_answer else "",
        "ending": [words.say(msgid, letter.language, **names) for msgid in ("mail.end.who", "mail.end.stop")],
    }
    plain = _environment().get_template("letter.txt").render(values)
    return Written(plain=plain, html=_environment().get_template("letter.html").render(values))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=select_autoescape(["html"]), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters["linked"] = _linked
    return environment


def _linked(text: str) -> Markup:
    """Escape a paragraph, keep its lines, and let the addresses in it be followed."""
    from markupsafe import Markup, escape

    lines = []
    for line in text.split("\n"):
        pieces, at = [], 0
        for found in _ADDRESS.finditer(line):
            url = escape(found[0])
            pieces += [
                escape(line[at : found.start()]),
                Markup('<a href="{0}" style="color:inherit">{0}</a>').format(url),
            ]
            at = found.end()
        lines.append(Markup().join([*pieces, escape(line[at:])]))
    return Markup("<br>\n").join(lines)
