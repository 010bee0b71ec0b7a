"""The language of the page being made: chosen once for each request, spoken by whatever shows a sentence.

A template says a sentence with `say(msgid, ...)`, code of the pages with `speech.say(msgid, ...)`; neither names a
language. Order: what the visitor chose (`?lang=es`, kept in a cookie), what the owner speaks once we know whom we talk
to, what the browser asks for, the agency's first language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from chalicelib import wiring, words
from chalicelib.channels.http import read_event

from .reading import cookie_name, read_cookies

PARAMETER = "lang"
COOKIE = "porchlight_language"
COOKIE_S = 365 * 86400
"""How long a choice is kept: it does what the visitor asked for, and holds a language and no more."""
_PAGES = re.compile(
    r"(?:/card|/register(?:/confirm|/done)?|/me(?:/code|/delete|/phone/code|/mailbox/{token}|/cameras/{camera}/place)?|/r/{token}|/m/{token}"
    r"|/desk(?:/requests/{request}|/in/{link}|/mail|/flags|/homes)?)(?=/|$)"
)
"""The routes that can be asked for by GET: the answer to a POST belongs to the one that its own route opens with."""
_PLAIN = re.compile(r"[\w./~%-]{1,300}", re.ASCII)
_MAX_ACCEPTED = 200


@dataclass(slots=True)
class Speech:
    """What we know of a visitor's languages, best first, and the page (a path of ours) that shows them."""

    chosen: tuple[str, ...] = ()
    owners: str = ""
    accepted: tuple[str, ...] = ()
    page: str = "/"
    offered: tuple[str, ...] = ()

    def language(self) -> str:
        """Give the language to speak: always one that the agency offers."""
        self.offered = self.offered or _offered()
        wanted = (*self.chosen, self.owners, *self.accepted)
        return next((each for each in wanted if each in self.offered), self.offered[0])


_SPEECH: ContextVar[Speech] = ContextVar("speech")


def say(msgid: str, /, **values: object) -> str:
    """Give a sentence in the language of this page."""
    return words.say(msgid, language(), **values)


def language() -> str:
    """Give the language of this page."""
    return _speech().language()


def owner_speaks(owners: str) -> None:
    """Go on in the owner's own language, unless the visitor chose one."""
    _speech().owners = owners


def chosen() -> str:
    """Give the language that the visitor asked for just now, to be kept; empty where they asked for none."""
    asked = _speech().chosen[:1]
    return asked[0] if asked and asked[0] and asked[0] == language() else ""


def each() -> list[tuple[str, str]]:
    """Give every language of the agency's: its code and its own name."""
    language()
    return [(code, words.say("web.language", code)) for code in _speech().offered]


def switch() -> list[tuple[str, str, str]]:
    """Give each other language: its code, its own name, and the address of this page in it."""
    spoken, speech = language(), _speech()
    others = [each for each in speech.offered if each != spoken]
    return [(each, words.say("web.language", each), f"{speech.page}?{PARAMETER}={each}") for each in others]


@contextmanager
def speaking_to(event: Mapping[str, Any]) -> Iterator[None]:
    """Speak this visitor's language for as long as their request, given as API Gateway's event, is served."""
    request = read_event({**event, "body": ""})
    cookies = read_cookies(request.headers.get("cookie", ""))
    kept = cookies.get(cookie_name(COOKIE, secure=True)) or cookies.get(COOKIE, "")
    speech = Speech(
        chosen=(request.query.get(PARAMETER, ""), kept),
        accepted=accepted(request.headers.get("accept-language", "")),
        page=page_of((event.get("requestContext") or {}).get("resourcePath") or "/", request.path_parameters),
    )
    token = _SPEECH.set(speech)
    try:
        yield
    finally:
        _SPEECH.reset(token)


def page_of(route: str, parameters: Mapping[str, str]) -> str:
    """Give the address of the page, readable by GET, to which an answer of this route belongs."""
    found = _PAGES.match(route)
    address = re.sub(r"{(\w+)}", lambda name: parameters.get(name[1], ""), found[0]) if found else "/"
    return address if _PLAIN.fullmatch(address) else "/"


def accepted(header: str) -> tuple[str, ...]:
    """Read Accept-Language (RFC 9110, 12.5.4): primary tags, most wanted first, without those of weight 0."""
    wanted = [_weighed(part) for part in header[:_MAX_ACCEPTED].split(",")]
    return tuple(tag for weight, tag in sorted(wanted, key=lambda each: -each[0]) if weight > 0)


def _weighed(part: str) -> tuple[float, str]:
    tag, _, parameter = part.partition(";")
    weight = parameter.strip().removeprefix("q=")
    primary = tag.strip().split("-")[0].lower()
    if not re.fullmatch(r"(?:[01](?:\.\d{0,3})?)?", weight):
        return 0, primary
    return float(weight or 1), primary


def _offered() -> tuple[str, ...]:
    """Give the agency's languages that have a catalogue; English where the agency cannot be read."""
    known = words.languages()
    try:
        spoken = tuple(each for each in wiring.agency().languages if each in known)
    except Exception:  # noqa: BLE001  (an apology must be said in some language, whatever is broken)
        spoken = ()
    return spoken or (words.FALLBACK,)


def _speech() -> Speech:
    if (speech := _SPEECH.get(None)) is None:
        _SPEECH.set(speech := Speech())
    return speech
