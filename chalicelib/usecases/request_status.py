"""Say how requests stand: counts of answers and files, never who gave them. Audited before it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from chalicelib.domain.errors import NotFound
from chalicelib.domain.incident import Request, Tally
from chalicelib.domain.officer import Officer

from .desk import Desk, entry

NEWEST = 10
"""How many requests one message of Slack shows."""
READ_BACK = 500
"""How many requests are looked through for a case."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A request and its tally."""

    request: Request
    tally: Tally


def request_status(argument: str, *, officer: Officer, desk: Desk) -> list[Standing]:
    """Give the newest requests, those of a case, or the one with a code; raises NotFound where there is none."""
    found = _found(argument.strip(), desk)
    if argument and not found:
        raise NotFound("request")
    one = found[0] if len(found) == 1 else None
    desk.audit.write(entry("status", officer, desk, request=one, count=len(found)))
    return [Standing(request, desk.requests.tally(request.request_id)) for request in found]


def _found(argument: str, desk: Desk) -> list[Request]:
    if not argument:
        return desk.requests.recent(limit=NEWEST)
    if desk.agency.knows_case(argument):
        recent = desk.requests.recent(limit=READ_BACK)
        return [request for request in recent if request.question.case_number == argument][:NEWEST]
    request = desk.requests.by_code(argument.upper())
    return [request] if request else []
