"""An owner says on the pages when to be asked: on which days, between which hours, and not before a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from chalicelib.domain.agency import QuietHours
from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.future_days import clock_time, tidy
from chalicelib.domain.owner import Household
from chalicelib.domain.wishes import PAUSE_AT_MOST, WEEK, Wishes

if TYPE_CHECKING:
    from chalicelib import ports

TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WishForm:
    """What somebody typed: the days off as numbers from Monday, 0; times as `21:00` or `9pm`; a day as `2026-12-05`.

    `keep_hours` keeps the hours of single days, which only a text can say.
    """

    off: frozenset[int]
    since: str = ""
    until: str = ""
    paused_until: str = ""
    keep_hours: bool = True


def form_of(wishes: Wishes, *, now: datetime, zone: ZoneInfo) -> WishForm:
    """Give the form as it stands."""
    quiet = wishes.quiet
    paused = wishes.paused_until.astimezone(zone).date() if wishes.paused_until and wishes.paused(now) else None
    return WishForm(
        off=frozenset(each.day for each in wishes.closed if each.hours is None),
        since=quiet.since.isoformat("minutes") if quiet else "",
        until=quiet.until.isoformat("minutes") if quiet else "",
        paused_until=paused.isoformat() if paused else "",
    )


def change_wishes(
    household: Household,
    form: WishForm,
    *,
    zone: ZoneInfo,
    registry: ports.Registry,
    transactions: ports.Transactions,
    clock: ports.Clock,
) -> None:
    """Write down when this owner may be asked.

    Raises Refused for field `since` where the hours cannot be read, for `paused_until` where the day is none that lies
    ahead, within a year, and for `off` where no time at all is left.
    """
    current: Household | None = household
    for _ in range(TRIES):
        if current is None:
            raise NotFound
        owner = current.owner
        wishes = _wished(owner.wishes, form, now=clock.now(), zone=zone)
        try:
            return transactions.commit(
                [registry.change_owner(replace(owner, wishes=wishes, version=owner.version + 1))]
            )
        except Conflict:
            current = registry.household(owner.owner_id)
    raise Conflict("owner")


def _wished(wishes: Wishes, form: WishForm, *, now: datetime, zone: ZoneInfo) -> Wishes:
    kept = tuple(each for each in wishes.closed if each.hours and form.keep_hours)
    paused = wishes.paused_until
    if form.paused_until != form_of(wishes, now=now, zone=zone).paused_until:
        paused = _day(form.paused_until, now=now, zone=zone)
    wished = replace(wishes, quiet=_hours(form), closed=kept, paused_until=paused).shut(form.off & WEEK)
    if not wished.leave_time():
        raise Refused("web.error.no_time", field="off")
    return wished


def _hours(form: WishForm) -> QuietHours | None:
    if not form.since.strip() and not form.until.strip():
        return None
    since, until = _time(form.since), _time(form.until)
    if since is None or until is None or since == until:
        raise Refused("web.error.hours", field="since")
    return QuietHours(since, until)


def _time(typed: str) -> time | None:
    try:
        return time.fromisoformat(typed.strip())
    except ValueError:
        return clock_time(tidy(typed))


def _day(typed: str, *, now: datetime, zone: ZoneInfo) -> datetime | None:
    if not typed.strip():
        return None
    try:
        until = datetime.combine(date.fromisoformat(typed.strip()), time(0), zone).astimezone(now.tzinfo)
    except (ValueError, OverflowError) as error:
        raise Refused("web.error.pause", field="paused_until") from error
    if not now < until <= now + PAUSE_AT_MOST:
        raise Refused("web.error.pause", field="paused_until")
    return until
