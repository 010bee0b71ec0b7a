"""Who is counted together, so that a flood ends while neighbors still get in."""

from __future__ import annotations

from .token import hashed

PREFIX_LETTERS = 8
"""`+1410555`: the numbers that differ from each other only in their last four digits."""
FOR_EVERYBODY = frozenset({
    "aim.com", "aol.com", "att.net", "bellsouth.net", "charter.net", "comcast.net", "cox.net", "duck.com",
    "earthlink.net", "fastmail.com", "gmail.com", "gmx.com", "gmx.net", "gmx.us", "googlemail.com", "hotmail.com",
    "hotmail.es", "hushmail.com", "icloud.com", "live.com", "mac.com", "me.com", "msn.com",
    "optonline.net", "outlook.com", "outlook.es", "pm.me", "proton.me", "protonmail.com", "rcn.com",
    "roadrunner.com", "rocketmail.com", "sbcglobal.net", "spectrum.net", "tutanota.com", "verizon.net",
    "windstream.net", "yahoo.com", "yahoo.com.mx", "yahoo.es", "ymail.com", "zoho.com",
})  # fmt: skip
"""Domains at which anybody may have a mailbox, and which make it hard to have thousands: their people are no crowd.

Everywhere else whoever holds the domain can make up as many mailboxes as they like, at no cost.
"""


def prefix_of(phone: str) -> str:
    """Give the prefix of an E.164 number."""
    return phone[:PREFIX_LETTERS]


def domain_crowd(address: str) -> str:
    """Name the crowd of a mailbox, for a key: those of its domain, hashed; empty where people of a domain are none."""
    domain = address.rpartition("@")[2].strip().lower()
    return "" if domain in FOR_EVERYBODY else hashed(domain)
