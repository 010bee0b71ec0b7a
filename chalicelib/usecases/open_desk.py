"""Open the desk for an officer: a sign-in link, good once and for five minutes, for that officer alone."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.domain.errors import NotFound
from chalicelib.domain.incident import Request
from chalicelib.domain.officer import Officer
from chalicelib.domain.token import hashed

from .desk import Desk, commit_audited, entry

LIFE = timedelta(minutes=5)


def open_desk(code: str, *, officer: Officer, desk: Desk) -> str:
    """Give the path of a sign-in link, to the request with this code or to all of them; audited with it.

    Raises NotFound for a code that nothing has.
    """
    request: Request | None = desk.requests.by_code(code.upper()) if code else None
    if code and request is None:
        raise NotFound("request")
    token = desk.ids.token()
    value = {"officer": officer.officer_id, "request": request.request_id if request else ""}
    name = hashed(token)
    commit_audited(
        lambda: [desk.scratch.put("sign_in", name, value, expires_at=desk.now + LIFE)],
        entry("sign_in", officer, desk, request=request),
        desk=desk,
    )
    return f"/desk/in/{token}"
