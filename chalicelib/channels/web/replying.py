"""What goes back to a browser: pages, redirects, JSON, cookies, and the headers that every answer carries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from chalice.app import Response

from .reading import cookie_name
from .rendering import render

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """Origins that a page may send files to and show pictures from, and whether it has a map, which needs a worker."""

    uploads_to: str = ""
    pictures_from: str = ""
    has_map: bool = False

    def policy(self) -> dict[str, str]:
        """Give the directives of the Content-Security-Policy that depend on the page."""
        tiles = self.pictures_from if self.has_map else ""
        reached = {
            "img-src": [self.pictures_from],
            "connect-src": [self.uploads_to, tiles],
            "form-action": [self.uploads_to],
        }
        allowed = {name: " ".join(("'self'", *filter(None, origins))) for name, origins in reached.items()}
        return allowed | ({"worker-src": "'self'"} if self.has_map else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer; `beyond` is what this page may reach besides ourselves."""

    body: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()
    beyond: Beyond = Beyond()

    def with_cookie(self, name: str, value: str, *, secure: bool, seconds: int | None = None) -> Reply:
        """Add a cookie that no script can read; without `seconds` it goes when the browser closes."""
        parts = [f"{cookie_name(name, secure=secure)}={value}", "Path=/", "HttpOnly", "SameSite=Lax"]
        if seconds is not None:
            parts.append(f"Max-Age={seconds}")
        if secure:
            parts.append("Secure")
        return replace(self, cookies=(*self.cookies, "; ".join(parts)))

    def without_cookie(self, name: str, *, secure: bool) -> Reply:
        """Take a cookie back."""
        return self.with_cookie(name, "", secure=secure, seconds=0)


def page(template: str, *, status: int = 200, beyond: Beyond | None = None, **values: object) -> Reply:
    """Answer with a page."""
    headers = {"Content-Type": HTML}
    return Reply(body=render(template, **values), status=status, headers=headers, beyond=beyond or Beyond())


def sorry(reason: str, *, status: int, text: str = "") -> Reply:
    """Answer with a page that says what went wrong; `reason` names its sentences, `text` says it more exactly."""
    return page("sorry.html", status=status, reason=reason, text=text)


def go_to(path: str) -> Reply:
    """Send the browser on, by GET, to a path of ours or to an address that we signed."""
    return Reply(body="", status=303, headers={"Location": path, "Content-Type": HTML})


def document(values: Mapping[str, Any], *, status: int = 200) -> Reply:
    """Answer with JSON."""
    return Reply(body=json.dumps(values), status=status, headers={"Content-Type": "application/json"})


def to_response(reply: Reply, *, secure: bool) -> Response:
    """Make Chalice's response, with the headers that every answer carries."""
    headers: dict[str, Any] = {**guarding_headers(reply.beyond, secure=secure), **reply.headers}
    if reply.cookies:
        headers["Set-Cookie"] = list(reply.cookies)
    return Response(body=reply.body, status_code=reply.status, headers=headers)


def guarding_headers(beyond: Beyond, *, secure: bool) -> dict[str, str]:
    """Give the headers that keep a page to itself: own scripts only, no frames, no referrers, nothing stored."""
    own = {"default-src": "'none'", "script-src": "'self'", "style-src": "'self'"}
    policy = own | beyond.policy() | {"base-uri": "'none'", "frame-ancestors": "'none'"}
    headers = {
        "Content-Security-Policy": "; ".join(f"{name} {allowed}" for name, allowed in policy.items()),
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return headers | ({"Strict-Transport-Security": "max-age=31536000"} if secure else {})
