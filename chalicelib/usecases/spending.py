"""The breaker on what we pay for strangers: floods of codes and replies end at the day's limit, and STOP never does."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.sms import segments

if TYPE_CHECKING:
    from chalicelib import ports

SPENT = "spent"


def may_spend(text: str, *, scratch: ports.Scratch, agency: Agency, now: datetime) -> bool:
    """Count a text to somebody who is not registered, by its segments; False where it is beyond the day's limit.

    Registered owners are never counted, nor what confirms a STOP. Days are the agency's own.
    """
    day = _day(agency, now)
    expires_at = now + timedelta(days=2)
    spent = scratch.count(SPENT, day, now=now, expires_at=expires_at, by=segments(text))
    return spent <= agency.limits.stranger_segments_per_day


def spending_share(*, scratch: ports.Scratch, agency: Agency, now: datetime) -> float:
    """Give how much of today's limit is used, in percent; above 100 the breaker is open."""
    value = scratch.get(SPENT, _day(agency, now), now=now)
    return 100 * value["count"] / agency.limits.stranger_segments_per_day if value else 0.0


def _day(agency: Agency, now: datetime) -> str:
    return now.astimezone(agency.zone()).date().isoformat()
