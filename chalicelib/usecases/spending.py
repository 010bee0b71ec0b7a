"""What texts may cost in a day: one number's end first, a prefix's next, all strangers' last, and STOP's never."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from chalicelib.domain.agency import Agency
from chalicelib.domain.crowd import prefix_of
from chalicelib.domain.owner import ContactKey
from chalicelib.domain.phone import phone_number
from chalicelib.domain.sms import segments

from .limits import local_day

if TYPE_CHECKING:
    from chalicelib import ports

SPENT = "spent"
Verdict = Literal["yes", "last", "no"]


def may_spend(
    text: str,
    *,
    key: ContactKey,
    phone: str,
    is_owner: bool = False,
    scratch: ports.Scratch,
    agency: Agency,
    now: datetime,
) -> Verdict:
    """Count a text to this phone by its segments, and say whether it may go out.

    `last`: this one reached the end of what one number may have in a day, which may be said once. Numbers that no
    resident has (other countries', short codes) get nothing: floods and machines that answer machines come from there.
    Nobody asks here about what confirms a STOP, what answers an ask, or what goes out to owners by itself. Days are the
    agency's own.
    """
    if not is_owner and phone_number(phone) != phone:
        return "no"
    limits, size, day = agency.limits, segments(text), local_day(agency, now)

    def spent(name: str) -> int:
        return scratch.count(SPENT, name, now=now, expires_at=now + timedelta(days=2), by=size)

    own = spent(f"{key}-{day}")
    most = limits.owner_segments_per_contact_per_day if is_owner else limits.stranger_segments_per_contact_per_day
    if own - size > most:
        return "no"
    if not is_owner and spent(f"{prefix_of(phone)}-{day}") > limits.stranger_segments_per_prefix_per_day:
        return "no"
    if not is_owner and spent(day) > limits.stranger_segments_per_day:
        return "no"
    return "last" if own > most else "yes"


def spending_share(*, scratch: ports.Scratch, agency: Agency, now: datetime) -> float:
    """Give how much of today's limit is used, in percent; above 100 the breaker is open."""
    value = scratch.get(SPENT, local_day(agency, now), now=now)
    return 100 * value["count"] / agency.limits.stranger_segments_per_day if value else 0.0
