"""Days and stretches of time that lie ahead, as residents write them, English and Spanish: a strict grammar.

Words come as `tidy` leaves them. What can be read in two ways is the sooner one, and it is always said back.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .clock_text import read_time
from .errors import Refused
from .number_words import NUMBER, number
from .patterns import compiled, either
from .plain_words import bare

MAX_LETTERS = 160
"""A wish is short; what is longer says something else as well."""
_WEEKDAYS = tuple(map(str.split, (
    "monday mon lunes", "tuesday tue tues martes", "wednesday wed weds miercoles", "thursday thu thur thurs jueves",
    "friday fri viernes", "saturday sat sabado", "sunday sun domingo",
)))  # fmt: skip
_MONTHS = tuple(map(str.split, (
    "january jan enero", "february feb febrero", "march mar marzo", "april apr abril", "may mayo", "june jun junio",
    "july jul julio", "august aug agosto", "september sept sep septiembre", "october oct octubre",
    "november nov noviembre", "december dec diciembre",
)))  # fmt: skip
_WEEKDAY = either(*(name for names in _WEEKDAYS for name in names))
_MONTH = either(*sorted((name for names in _MONTHS for name in names), key=len, reverse=True))
_NTH = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
    r"(?P<m>\d{1,2})/(?P<d>\d{1,2})(?:/(?P<y>\d{4}|\d{2}))?",
    rf"(?P<month>{_MONTH}) (?:the )?{_NTH}(?: (?P<y>\d{{4}}))?",
    rf"{_NTH} (?:of |de )?(?P<month>{_MONTH})(?: (?:of |de |del )?(?P<y>\d{{4}}))?",
    rf"(?P<month>{_MONTH})(?: (?P<y>\d{{4}}))?",
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)",
)
_BARE_DAY = r"(?:on |the |el |dia )+\d{1,2}"
"""`Hasta el 5`: a number with an article is a day of the month."""
_NAMED = (
    (rf"(?:next |this |proximo |este )?(?P<weekday>{_WEEKDAY})(?: next week| que viene| proximo)?", "weekday"),
    (either("tomorrow|manana|tonight|hoy|today|this evening|esta noche"), "tomorrow"),
    (either("day after tomorrow|pasado manana"), "overmorrow"),
    (either("next week|proxima semana|semana (?:que viene|proxima)|(?:the )?weekend is over|fin de semana|weekend"
            "|end of (?:the|this) week"), "week"),
    (either("next month|proximo mes|mes (?:que viene|proximo)|end of (?:the|this) month|fin de(?:l)? mes"), "month"),
    (either("next year|new years?(?: day)?|proximo ano|ano (?:que viene|nuevo)|end of the year|fin de ano"), "year"),
)  # fmt: skip
_ARTICLE = r"(?:the |on |el |la |los |dia )*"
_HALVES = "(?: ?(?:am|pm)| (?:de|por|en) la (?:manana|tarde|noche)| in the (?:morning|afternoon|evening)| at night)"
CLOCK = rf"(?:(?:at |las |la |a las )*(?:noon|midnight|mediodia|medianoche|\d{{1,2}}(?::\d{{2}})?{_HALVES}?))"
_UNITS = {"hour": "h", "hr": "h", "hora": "h", "day": "d", "dia": "d", "week": "w", "wk": "w", "semana": "w",
          "month": "m", "mes": "m", "year": "y", "yr": "y", "ano": "y"}  # fmt: skip
SPAN = (
    rf"(?:the |los |las |next |proxim[oa]s )*(?P<n>{NUMBER})(?: (?:of|or so))?(?: more)? "
    rf"(?P<unit>{'|'.join(_UNITS)})(?:e?s)?"
)
"""A number and a unit, in the groups `n` and `unit`."""


def tidy(text: str) -> str:
    """Give the words without accents and capitals, with the marks that dates and hours need: `9 P.M.` is `9 pm`."""
    words = compiled(r"(\d) ?\bh(?:rs|oras)?\b").sub(r"\1:00", bare(text[: MAX_LETTERS + 1]))
    words = compiled(r"\b([ap])\.? ?m\b\.?").sub(r"\1m", words)
    words = compiled(r"(\d|[ap]m)\s*[-\u2013\u2014]\s*(?=\d{1,2}(?::\d\d)? ?[ap]m\b)").sub(r"\1 to ", words)
    words = compiled(r"[^a-z0-9:/ -]|(?<!\d)-|-(?!\d)|:(?!\d)|/(?!\d)").sub(" ", words)
    return " ".join(words.split())


def stretch(number_said: str, unit: str) -> timedelta:
    """Give how long a stretch is; a month has 30 days."""
    hours = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}[_UNITS[unit]]
    return timedelta(hours=hours * min(number(number_said) or 1, 1000))


def moment_ahead(text: str, *, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Give the moment that a day, a time of day or both name, in UTC: the next such one after `now`.

    A day alone begins at midnight of the agency's zone. None where it is no such thing or lies behind.
    """
    found = compiled(rf"(?P<day>.*?) ?\b(?P<clock>{CLOCK})").fullmatch(_clock_last(text))
    at = clock_time(found["clock"], half="am") if found else None
    local = now.astimezone(zone)
    if found and at and not found["day"]:
        today = datetime.combine(local.date(), at, zone)
        return _utc(today if today > local else datetime.combine(local.date() + timedelta(days=1), at, zone))
    day = day_ahead(text, today=local.date())
    if day is None and found and at:
        day = day_ahead(found["day"], today=local.date())
    elif day:
        at = time(0)
    return _utc(datetime.combine(day, at, zone)) if day and at and day > local.date() else None


def day_ahead(text: str, *, today: date) -> date | None:
    """Give the next day after today that these words name; none where they name none."""
    text = f"{text}th" if compiled(_BARE_DAY).fullmatch(text) else text
    words = compiled(rf"^{_ARTICLE}").sub("", text)
    for pattern, kind in _NAMED:
        if found := compiled(pattern).fullmatch(words):
            return _named(kind, found.groupdict().get("weekday"), today)
    for pattern in _DATES:
        if found := compiled(pattern).fullmatch(words):
            return _dated(found.groupdict(), today)
    return None


def clock_time(text: str, *, half: str = "") -> time | None:
    """Read a time of day; what says neither morning nor evening lies in `half`, or cannot be told where that is empty.

    None where it is no time, or cannot be told.
    """
    words = compiled(r"^(?:at |a |las |la )+").sub("", text)
    words = compiled(" (?:de|por|en) la manana| in the morning").sub("am", words)
    words = compiled(" (?:de|por|en) la (?:tarde|noche)| in the (?:afternoon|evening)| at night").sub("pm", words)
    words = {"mediodia": "noon", "medianoche": "midnight"}.get(words, words)
    try:
        clock = read_time(words)
    except Refused:
        return None
    if clock and words[:1].isdigit() and not clock.half and 1 <= clock.hour <= 12:
        return clock.in_half(half).of_day() if half else None
    return clock.of_day() if clock else None


def _clock_last(text: str) -> str:
    """Write `5pm tomorrow` as `tomorrow 5pm`."""
    found = compiled(rf"(?P<clock>{CLOCK}) (?:on )?(?P<day>[a-z].*)").fullmatch(text)
    return f"{found['day']} {found['clock']}" if found and (":" in found["clock"] or "m" in found["clock"]) else text


def _named(kind: str, weekday: str | None, today: date) -> date:
    if kind == "weekday":
        wanted = next(at for at, names in enumerate(_WEEKDAYS) if weekday in names)
        return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    if kind == "week":
        return today + timedelta(days=7 - today.weekday())
    if kind == "month":
        return (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    if kind == "year":
        return date(today.year + 1, 1, 1)
    return today + timedelta(days=2 if kind == "overmorrow" else 1)


def _dated(parts: dict[str, str | None], today: date) -> date | None:
    day = int(parts.get("d") or 1)
    if not parts.get("m") and not parts.get("month"):
        return _first_ahead([(today.year + at // 12, at % 12 + 1) for at in range(today.month - 1, today.month + 2)],
                            day, today)  # fmt: skip
    month = int(parts.get("m") or 0) or _month(parts["month"])
    year = int(parts.get("y") or 0)
    years = [year + 2000 if year < 100 else year] if year else [today.year, today.year + 1]
    return _first_ahead([(year, month) for year in years], day, today)


def _first_ahead(months: list[tuple[int, int]], day: int, today: date) -> date | None:
    for year, month in months:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found > today:
            return found
    return None


def _month(name: str | None) -> int:
    return next(at for at, names in enumerate(_MONTHS, 1) if name in names)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
