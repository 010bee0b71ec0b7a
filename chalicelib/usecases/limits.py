"""How much one address may have of us in a day, and its crowd: registrations, and codes that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from chalicelib.domain.agency import Agency, Limits
from chalicelib.domain.crowd import domain_crowd, prefix_of
from chalicelib.domain.owner import Channel, ContactKey

if TYPE_CHECKING:
    from chalicelib import ports

REGISTRATIONS = "registrations"


def may_register(
    channel: Channel, address: str, key: ContactKey, *, scratch: ports.Scratch, agency: Agency, now: datetime
) -> bool:
    """Count one registration of this day, whichever way it came; False where it is beyond a limit.

    The address is counted first: whoever is beyond its own limit uses up nothing of what its neighbors may have.
    """
    day = local_day(agency, now)
    for crowd, most in _crowds(channel, address, key, agency.limits):
        name = f"{crowd}-{day}"
        if scratch.count(REGISTRATIONS, name, now=now, expires_at=now + timedelta(days=2)) > most:
            return False
    return True


def codes_over(key: ContactKey, *, scratch: ports.Scratch, agency: Agency, now: datetime) -> Literal["", "hour", "day"]:
    """Count one code, or one link, to this address; say which limit it is beyond, if it is beyond one."""
    limits, hour, day = agency.limits, now + timedelta(hours=1), now + timedelta(days=1)
    if scratch.count("code_sends", key, now=now, expires_at=hour) > limits.codes_per_contact_per_hour:
        return "hour"
    over = scratch.count("code_day", key, now=now, expires_at=day) > limits.codes_per_contact_per_day
    return "day" if over else ""


def local_day(agency: Agency, now: datetime) -> str:
    """Name the agency's own day: `2026-11-21`."""
    return now.astimezone(agency.zone()).date().isoformat()


def _crowds(channel: Channel, address: str, key: ContactKey, limits: Limits) -> Iterator[tuple[str, int]]:
    """Give whom a registration is counted with, and how many each of them may have; narrow ones first."""
    yield key, limits.registrations_per_contact_per_day
    if channel == "sms":
        yield prefix_of(address), limits.registrations_per_prefix_per_day
        return
    if domain := domain_crowd(address):
        yield domain, limits.registrations_per_prefix_per_day
    yield "mail", limits.registrations_by_mail_per_day
