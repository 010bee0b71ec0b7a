"""The agency that runs this deployment: everything in agency.toml, with defaults for what it does not say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .map_source import MapSource
from .outside_geocoder import OutsideGeocoder

CATEGORIES = (
    "burglary", "robbery", "assault", "homicide", "shooting", "theft", "vehicle theft", "hit and run", "collision",
    "arson", "vandalism", "missing person", "other crime",
)  # fmt: skip
"""What may be asked about. Protests and assemblies are not among them, and cannot be added."""
MIN_AUDIT_DAYS, MAX_KEEP_DAYS = 365, 100 * 365
FORBIDDEN_CATEGORIES = re.compile(r"protest|assembl|demonstration|rally|march|vigil|immigration", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one detective may ask alone; beyond it a supervisor must approve. The `max_` ones nobody may pass."""

    radius_m: float = 800
    area_km2: float = 2.0
    window_hours: float = 12
    owners: int = 150
    max_radius_m: float = 5000
    max_window_hours: float = 24 * 7
    registrations_per_contact_per_day: int = 20
    registrations_per_prefix_per_day: int = 200
    registrations_by_mail_per_day: int = 1000
    codes_per_contact_per_hour: int = 3
    codes_per_contact_per_day: int = 10
    work_bits: int = 17
    """Zero bits of the hash that a browser has to find for the form: about a second of an old phone."""
    codes_per_network_per_day: int = 200
    sign_ins_per_network_per_day: int = 1000
    owner_segments_per_contact_per_day: int = 300
    stranger_segments_per_contact_per_day: int = 60
    stranger_segments_per_prefix_per_day: int = 1600
    stranger_segments_per_day: int = 5000
    """Text segments to people who are not registered: about 70 dollars. Beyond it the breaker opens for the day."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local times between which asks wait; `since` may be later than `until`, over midnight."""

    since: time
    until: time

    def end_if_inside(self, local: datetime) -> datetime | None:
        """Give the local time at which these quiet hours end, or none where `local` lies outside them."""
        now = local.timetz().replace(tzinfo=None)
        over_midnight = self.since > self.until
        inside = (now >= self.since or now < self.until) if over_midnight else self.since <= now < self.until
        if not inside:
            return None
        day = local.date() + timedelta(days=1) if over_midnight and now >= self.since else local.date()
        return datetime.combine(day, self.until, local.tzinfo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """How many days each kind of thing is kept."""

    texts_days: int = 90
    mail_days: int = 30
    requests_days: int = 3 * 365
    exhibits_days: int = 5 * 365
    audit_days: int = 7 * 365
    ask_days: int = 14
    """How long an ask can be answered and its link works."""

    def problem(self) -> str:
        """Say what is wrong with these numbers, or nothing."""
        for name, days in asdict(self).items():
            if type(days) is not int or not 1 <= days <= MAX_KEEP_DAYS:
                return f"{name} must be a whole number of days from 1 to {MAX_KEEP_DAYS}"
        return "" if self.audit_days >= MIN_AUDIT_DAYS else f"audit_days must be at least {MIN_AUDIT_DAYS}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One police department. `gazetteer_key` names the object that holds its address points and boundary."""

    name: str
    short_name: str
    time_zone: str
    desk_phone: str
    case_number: str
    case_number_example: str
    languages: tuple[str, ...] = ("en", "es")
    disclosure: str | Mapping[str, str] = ""
    """What the public records law means for footage: one sentence for every language, or one by language."""
    categories: tuple[str, ...] = CATEGORIES
    limits: Limits = Limits()
    quiet_hours: QuietHours | None = None
    keep: Keep = Keep()
    consent: Mapping[str, str] = field(default_factory=dict)
    """What people agree to, by language; the catalogue's own text stands in for a language that is not there."""
    consent_version: str = "2"
    gazetteer_key: str = ""
    map: MapSource = field(default_factory=MapSource)
    geocoder: OutsideGeocoder = field(default_factory=OutsideGeocoder)
    protected: tuple[str, ...] = ()
    """Marks of places that are kept off the map; see domain/protected.py. `admin addresses protect` writes them."""
    version: int = 1

    def zone(self) -> ZoneInfo:
        """The agency's time zone."""
        return ZoneInfo(self.time_zone)

    def knows_case(self, case_number: str) -> bool:
        """Say whether this is what a case number looks like here."""
        return re.fullmatch(self.case_number, case_number, re.ASCII) is not None

    def spoken(self, language: str = "") -> str:
        """Give the language to speak with somebody: theirs where the agency speaks it, else its first."""
        return language if language in self.languages else self.languages[0]

    def disclosed(self, language: str) -> str:
        """Give the disclosure in this language, else in the agency's first; empty where there is none."""
        if isinstance(self.disclosure, str):
            return self.disclosure
        return self.disclosure.get(language) or self.disclosure.get(self.languages[0], "")

    def desk(self) -> str:
        """The desk's number as people read it: `410-555-0100`."""
        digits = self.desk_phone.removeprefix("+1")
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else self.desk_phone

    def sending_time(self, now: datetime) -> datetime:
        """Give the earliest time, from `now` on, at which an ask may go out."""
        ends = self.quiet_hours.end_if_inside(now.astimezone(self.zone())) if self.quiet_hours else None
        return ends.astimezone(now.tzinfo) if ends else now


def agency_from(table: Mapping[str, Any]) -> Agency:
    """Read the contents of agency.toml.

    Raises ValueError with the name of the field that is missing or wrong; unknown fields are an error as well, for a
    misspelt limit must not silently become the default.
    """
    known = dict(table)
    try:
        quiet = _quiet_hours(known.pop("quiet_hours", None))
        limits, keep = Limits(**known.pop("limits", {})), Keep(**known.pop("keep", {}))
        shown = MapSource(**known.pop("map", {}))
        known["geocoder"] = OutsideGeocoder(**known.get("geocoder", {}))
        for plural in ("languages", "categories", "protected"):
            if plural in known:
                known[plural] = tuple(known[plural])
        agency = Agency(quiet_hours=quiet, limits=limits, keep=keep, map=shown, **known)
    except TypeError as error:
        raise ValueError(f"agency.toml: {str(error).split('__init__() ')[-1]}") from error
    _check(agency)
    return agency


def _quiet_hours(table: Mapping[str, str] | None) -> QuietHours | None:
    if not table or table["from"] == table["until"]:
        return None
    return QuietHours(time.fromisoformat(table["from"]), time.fromisoformat(table["until"]))


def _check(agency: Agency) -> None:
    try:
        agency.zone()
        re.compile(agency.case_number)
    except (ZoneInfoNotFoundError, re.error) as error:
        raise ValueError(f"agency.toml: {error}") from error
    if not re.fullmatch(r"\+[1-9]\d{7,14}", agency.desk_phone):
        raise ValueError("agency.toml: desk_phone must be written like +14105550100")
    if not agency.knows_case(agency.case_number_example):
        raise ValueError("agency.toml: case_number_example does not match case_number")
    if len(agency.short_name) > 24:
        raise ValueError("agency.toml: short_name opens every text and has room for 24 characters")
    _check_languages(agency.languages)
    _check_sentences(agency)
    if agency.keep.problem():
        raise ValueError(f"agency.toml: keep: {agency.keep.problem()}")
    for category in agency.categories:
        if FORBIDDEN_CATEGORIES.search(category):
            raise ValueError(f"agency.toml: the category {category!r} is not one that owners may be asked about")


def _check_languages(languages: tuple[str, ...]) -> None:
    if not languages or not all(re.fullmatch("[a-z]{2,3}", each) for each in languages):
        raise ValueError('agency.toml: languages must be a list like ["en", "es"], the most used one first')


def _check_sentences(agency: Agency) -> None:
    for name, said in (("consent", agency.consent), ("disclosure", agency.disclosure)):
        if isinstance(said, str):
            continue
        for language, text in said.items():
            if language not in agency.languages or not isinstance(text, str) or not text.strip():
                raise ValueError(f"agency.toml: {name}.{language} must be a text in one of the agency's languages")
