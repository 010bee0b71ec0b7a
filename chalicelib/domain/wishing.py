"""Takes a wish about when and how to be asked: keeps it, and says back in words what was understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from .agency import QuietHours
from .conversation import Context, State, Turn
from .conversation import Wish as Keep
from .owner import Household
from .reply import Listing, Sentence, sentence
from .week_saying import clock_said, shut_days
from .wish_said import AnyTime, By, NotOn, OpenOn, Pause, Quiet, Resume, Unclear, Wish
from .wish_words import EVENING, MORNING, read, read_on
from .wishes import WEEK, Wishes


def heard(text: str, context: Context) -> tuple[Wish, ...]:
    """Give the wishes that a message is made of; while a pause runs, `until Monday` alone is one too."""
    wishes = read(text, now=context.now, zone=context.zone)
    paused = context.household is not None and context.household.owner.wishes.paused(context.now)
    return read_on(text, now=context.now, zone=context.zone) if paused and not wishes else wishes


def take(wishes: tuple[Wish, ...], context: Context) -> Turn:
    """Keep what can be kept, all of it at once; from somebody without cameras, whom nobody asks, nothing is kept."""
    household = context.household
    if household is None:
        pauses = all(isinstance(wish, Pause) for wish in wishes)
        return Turn(State(), (sentence("sms.wish_first_pause" if pauses else "sms.wish_first"),))
    kept, said = household.owner.wishes, []
    for wish in wishes:
        kept, reply = _kept(wish, kept, household, context)
        said.append(reply)
    changed = kept != household.owner.wishes
    return Turn(State(), tuple(said), Keep(kept) if changed else None)


def _kept(wish: Wish, wishes: Wishes, household: Household, context: Context) -> tuple[Wishes, Sentence]:
    if isinstance(wish, Pause):
        msgid = "sms.wish_paused_unsaid" if wish.ends_unsaid else "sms.wish_paused"
        return replace(wishes, paused_until=wish.until), sentence(msgid, until=_moment(wish.until, context))
    if isinstance(wish, Resume):
        return replace(wishes, paused_until=None), _resumed(wishes, context)
    if isinstance(wish, Quiet):
        return _quiet(wish, wishes)
    if isinstance(wish, NotOn | OpenOn | AnyTime):
        return _on_days(wish, wishes)
    if isinstance(wish, By):
        return _by(wish, wishes, household)
    assert isinstance(wish, Unclear)
    return wishes, sentence("sms.wish_half" if wish.why == "half" else "sms.wish_one_day")


def _resumed(wishes: Wishes, context: Context) -> Sentence:
    return sentence("sms.wish_resumed" if wishes.paused(context.now) else "sms.wish_not_paused")


def _on_days(wish: NotOn | OpenOn | AnyTime, wishes: Wishes) -> tuple[Wishes, Sentence]:
    """Keep days of the week, and say all of them back; what would leave no time at all is not kept."""
    if isinstance(wish, AnyTime):
        return replace(wishes, quiet=None, closed=()), sentence("sms.wish_any_time")
    if isinstance(wish, OpenOn):
        kept = wishes.opened(wish.days)
    else:
        others = WEEK - wish.days if wish.only else ()
        kept = wishes.opened(wish.days) if wish.only else wishes
        kept = kept.shut(others)
        kept = kept if wish.only and wish.hours is None else kept.shut(wish.days, wish.hours)
    if not kept.leave_time():
        return wishes, sentence("sms.wish_no_time")
    return kept, sentence("sms.wish_days", days=shut_days(kept)) if kept.closed else sentence("sms.wish_days_open")


def _quiet(wish: Quiet, wishes: Wishes) -> tuple[Wishes, Sentence]:
    """Keep hours of quiet; of which only one end was said, the other is the one so far, or the usual one."""
    since = wish.since or (wishes.quiet.since if wishes.quiet else EVENING)
    until = wish.until or (wishes.quiet.until if wishes.quiet else MORNING)
    if since == until:
        since, until = wish.since or EVENING, wish.until or MORNING
    said = sentence("sms.wish_quiet", since=clock_said(since), until=clock_said(until))
    return replace(wishes, quiet=QuietHours(since, until)), said


def _by(wish: By, wishes: Wishes, household: Household) -> tuple[Wishes, Sentence]:
    """Keep the channel, if the owner has proven an address there: to nobody else may we write."""
    if wish.channel is None:
        return replace(wishes, only="", prefers=""), sentence("sms.wish_either")
    given = {contact.channel for contact in household.contacts if contact.consent == "given" and contact.address}
    if wish.channel not in given:
        if wish.channel == "sms":
            return wishes, sentence("sms.wish_no_phone")
        return wishes, sentence("sms.wish_no_mail")
    msgid = f"sms.wish_{'only' if wish.only else 'prefers'}_{wish.channel}"
    only, prefers = (wish.channel, "") if wish.only else ("", wish.channel)
    return replace(wishes, only=only, prefers=prefers), sentence(msgid)


def _moment(moment: datetime, context: Context) -> Sentence:
    """Say a day with its weekday, its year where that is another one, and the hour unless it is midnight."""
    local = moment.astimezone(context.zone)
    day: dict[str, str | int | Sentence | Listing] = {
        "weekday": Sentence("time.weekdays", word=local.weekday()),
        "month": Sentence("time.months", word=local.month - 1),
        "day": local.day,
    }
    if local.year != context.now.astimezone(context.zone).year:
        return Sentence("time.day_year", {**day, "year": local.year})
    said = Sentence("time.day", day)
    if (local.hour, local.minute) == (0, 0):
        return said
    return sentence("part.day_clock", day=said, clock=clock_said(local.timetz().replace(tzinfo=None)))
