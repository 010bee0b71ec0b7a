"""Who is counted together, so that a flood of registrations ends while neighbors still get in."""

from __future__ import annotations

from .owner import Channel
from .token import hashed

PREFIX_LETTERS = 8
"""`+1410555`: the numbers that differ from each other only in their last four digits."""


def crowd_of(channel: Channel, address: str) -> str:
    """Name the crowd of a phone or a mailbox, for a key: of mailboxes, those of one domain that begin alike, hashed."""
    if channel == "sms":
        return address[:PREFIX_LETTERS]
    return hashed(f"{address[:1]}@{address.rpartition('@')[2]}")
