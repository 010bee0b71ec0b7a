"""Somebody with a browser: keeps cookies, follows redirects, fills in the forms that a page shows."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from itertools import count
from typing import Any
from urllib.parse import urlencode

from chalice.test import Client

from chalicelib.domain.proof_of_work import proves

FORM = "application/x-www-form-urlencoded"


class Page:
    """One answer: `status`, `text`, `headers` by lower-case name, and the forms in it by their action."""

    def __init__(self, path: str, response: Any) -> None:
        self.path = path
        self.status: int = response.status_code
        self.text: str = response.body.decode()
        self.headers = {name.lower(): value for name, value in response.headers.items()}

    def json(self) -> Any:
        return json.loads(self.text)

    def words(self) -> str:
        """All that a reader sees, in one line."""
        reader = _Words()
        reader.feed(self.text)
        return re.sub(r" (?=[.,;:?)](?: |$))", "", " ".join(" ".join(reader.found).split()))

    def stamp(self) -> str:
        found = re.search(r'name="stamp" value="([^"]+)"', self.text)
        assert found, self.text
        return found[1]

    def described_by(self, name: str) -> list[str]:
        """The sentences that are tied to a field."""
        tag = re.search(rf'<(?:input|select)[^>]* id="{name}"[^>]*>', self.text)
        assert tag, name
        tied = re.search(r'aria-describedby="([^"]+)"', tag[0])
        ids = tied[1].split() if tied else []
        return [
            re.sub("<[^>]+>", "", found[2])
            for each in ids
            if (found := re.search(rf'<(\w+)[^>]* id="{each}"[^>]*>(.*?)</\1>', self.text))
        ]


class Visitor:
    def __init__(self, app: Any, *, accepts: str = "") -> None:
        """`accepts` is what their browser sends as Accept-Language."""
        self._client = Client(app)
        self._accepts = accepts
        self.cookies: dict[str, str] = {}
        self._work = 0

    def get(self, path: str) -> Page:
        return self._send("GET", path)

    def head(self, path: str) -> Page:
        return self._send("HEAD", path)

    def post(self, path: str, *, stamp: str | None = None, **fields: str) -> Page:
        """Post a form, with the stamp given, and go where the answer leads; work that the form asks for is done."""
        values = fields | ({"stamp": stamp} if stamp is not None else {})
        if path == "/register" and self._work and "work" not in fields:
            values["work"] = worked(values.get("stamp", ""), bits=self._work)
        answer = self._send("POST", path, urlencode(values).encode(), FORM)
        return self.get(answer.headers["location"]) if answer.status == 303 else answer

    def post_only(self, path: str, *, stamp: str | None = None, **fields: str) -> Page:
        """Post a form and stay."""
        values = fields | ({"stamp": stamp} if stamp is not None else {})
        return self._send("POST", path, urlencode(values).encode(), FORM)

    def post_json(self, path: str, value: Any) -> Page:
        return self._send("POST", path, json.dumps(value).encode(), "application/json")

    def post_raw(self, path: str, body: bytes, content_type: str) -> Page:
        return self._send("POST", path, body, content_type)

    def _send(self, method: str, path: str, body: bytes = b"", content_type: str = "") -> Page:
        headers = {"Content-Type": content_type} if content_type else {}
        if self._accepts:
            headers["Accept-Language"] = self._accepts
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        response = self._client.http.request(method, path, headers=headers, body=body)
        page = Page(path, response)
        if asked := re.search(r'data-work="(\d+)"', page.text):
            self._work = int(asked[1])
        for line in _lines(page.headers.get("set-cookie", [])):
            for name, morsel in SimpleCookie(line).items():
                self.cookies.pop(name, None) if morsel["max-age"] == "0" else self.cookies.update({name: morsel.value})
        return page


def _lines(header: Any) -> list[str]:
    return header if isinstance(header, list) else [header]


def worked(stamp: str, *, bits: int) -> str:
    """Do a form's work, as a browser's script does."""
    return next(str(number) for number in count() if proves(stamp, str(number), bits=bits))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)
