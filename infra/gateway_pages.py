"""The pages that API Gateway itself answers with, before any function runs: kind, short, in every language at once."""

from __future__ import annotations

from html import escape
from typing import Any

from chalicelib import words
from chalicelib.channels.web.assets import asset_path

RESPONSES = {
    "MISSING_AUTHENTICATION_TOKEN": ("not_found", "404"),
    "REQUEST_TOO_LARGE": ("too_large", "413"),
    "UNSUPPORTED_MEDIA_TYPE": ("unreadable", "415"),
    "THROTTLED": ("busy", "429"),
    "INTEGRATION_FAILURE": ("broken", "503"),
    "INTEGRATION_TIMEOUT": ("broken", "503"),
    "DEFAULT_4XX": ("unreadable", ""),
    "DEFAULT_5XX": ("broken", ""),
}
"""For each kind of answer the reason whose sentences it says, and its status: API Gateway's own where none stands here.

A path that no method serves is a missing token to API Gateway; what Lambda does not take (6 MB of JSON, in which a
photo is a third larger) is too large.
"""
HEADERS = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
           "Referrer-Policy": "no-referrer"}  # fmt: skip


def gateway_responses() -> dict[str, Any]:
    """Give what stands in the API's definition under `x-amazon-apigateway-gateway-responses`."""
    return {kind: _response(page(reason), status) for kind, (reason, status) in RESPONSES.items()}


def page(reason: str) -> str:
    """Give one page: nobody can say yet which language is read, so it says all; it asks for a style sheet alone."""
    languages = sorted(words.languages(), key=lambda language: (language != words.FALLBACK, language))
    said = "".join(_section(reason, language) for language in languages)
    title = escape(words.say(f"web.sorry.{reason}.title", words.FALLBACK))
    return (
        f'<!doctype html><html lang="{words.FALLBACK}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f'<title>{title}</title><link rel="stylesheet" href="{asset_path("page.css")}"></head>'
        f'<body><main id="main"><div class="narrow">{said}</div></main></body></html>'
    )


def _section(reason: str, language: str) -> str:
    title, text, home = (
        escape(words.say(f"web.sorry.{part}", language)) for part in (f"{reason}.title", f"{reason}.text", "home")
    )
    heading = "h1" if language == words.FALLBACK else "h2"
    return (
        f'<section lang="{language}"><{heading}>{title}</{heading}><p class="lead">{text}</p>'
        f'<p><a class="tap" href="/?lang={language}">{home}</a></p></section>'
    )


def _response(html: str, status: str) -> dict[str, Any]:
    """The same page for whoever accepts JSON alone: API Gateway falls back to that template."""
    headers = {f"gatewayresponse.header.{name}": f"'{value}'" for name, value in HEADERS.items()}
    response = {"responseParameters": headers, "responseTemplates": {"text/html": html, "application/json": html}}
    return response | ({"statusCode": status} if status else {})
