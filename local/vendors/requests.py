"""Reads what comes in over HTTP: forms, JSON, queries, as plain dictionaries."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"


def content_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def form_of(body: bytes) -> dict[str, str]:
    """Read a form with its blank fields; the last of several of a name counts."""
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


async def json_object(request: Request) -> dict[str, Any]:
    """Read a JSON object; answer 400 or 415 for anything else. Insisting on JSON keeps other web pages from posting."""
    if content_type(request) != "application/json":
        raise HTTPException(415, "application/json, please")
    try:
        value = json.loads(await request.body())
    except ValueError as error:
        raise HTTPException(400, "no JSON") from error
    if not isinstance(value, dict):
        raise HTTPException(400, "no JSON object")
    return value
