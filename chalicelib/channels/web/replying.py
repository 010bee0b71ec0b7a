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
class Reply:
    """One answer; `uploads_to` is the origin that this page may send files to, if any."""

    body: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()
    uploads_to: str = ""

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


def page(template: str, *, status: int = 200, uploads_to: str = "", **values: object) -> Reply:
    """Answer with a page."""
    return Reply(body=render(template, **values), status=status, headers={"Content-Type": HTML}, uploads_to=uploads_to)


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
    headers: dict[str, Any] = {**guarding_headers(reply.uploads_to, secure=secure), **reply.headers}
    if reply.cookies:
        headers["Set-Cookie"] = list(reply.cookies)
    return Response(body=reply.body, status_code=reply.status, headers=headers)


def guarding_headers(uploads_to: str = "", *, secure: bool) -> dict[str, str]:
    """Give the headers that keep a page to itself: own scripts only, no frames, no referrers, nothing stored."""
    beyond = f" {uploads_to}" if uploads_to else ""
    policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", f"connect-src 'self'{beyond}",
        f"form-action 'self'{beyond}", "base-uri 'none'", "frame-ancestors 'none'",
    ]  # fmt: skip
    headers = {
        "Content-Security-Policy": "; ".join(policy),
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return headers | ({"Strict-Transport-Security": "max-age=31536000"} if secure else {})
