"""How long footage is kept, in days, as people say it; told from all the other times that they speak of."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from .number_words import NUMBER, number
from .patterns import compiled, either

_UNITS = {
    1 / 24: "hour hours hr hrs h hora horas",
    1: "day days dys dayz d dia dias",
    7: "week weeks weeks wk wks semana semanas semanita semanitas",
    15: "quincena quincenas",
    14: "fortnight fortnights",
    30: "month months mo mos mth mths mnth mnths mes meses",
    365: "year years yr yrs ano anos",
}
_DAYS = {name: days for days, names in _UNITS.items() for name in names.split()}
_UNIT = either(*sorted(_DAYS, key=len, reverse=True))
_ABOUT = (
    r"(?:(?:about|around|approx|approximately|roughly|like|up to|at least|at most|unos|unas|como|casi|only|the last) )*"
)
_STRETCH = either(
    rf"(?P<half>half|medi[oa])(?: of)?(?: an?)? (?P<of>{_UNIT})",
    rf"(?P<whole>{NUMBER}) and a half (?P<halves>{_UNIT})",
    rf"(?P<mixed>\d{{1,3}}) 1 2 (?P<part>{_UNIT})",
    rf"(?P<low>\d{{1,3}}|{NUMBER}(?= (?:to|or|a|o|thru)\b)) (?:to|or|a|o|thru|through|and|y) (?P<high>{NUMBER})"
    rf" (?P<each>{_UNIT})",
    r"(?P<plain>mes|semana|ano|month|week|year) (?:y medi[oa]|and a half)",
    rf"(?P<count>{NUMBER}) (?:of |de |full |whole |calendar |rolling )?(?P<unit>{_UNIT})(?P<more> and"
    rf" a half| y medi[oa])?",
)
_LONELY = (
    r"(?:^|, |for |por |keeps |kept |saves |saved |holds |guarda )"
    r"(?P<lone>week|wk|month|mo|year|fortnight|semana|mes)(?= ,|$| (?:of|worth of|de) "
    r"(?:video|footage|recordings?|storage|history|memory|clips|grabacion|memoria)\b)"
)
_KEEPS = (
    r"(?:keep|kept|kep|sav|stor|retain|retention|retencion|record|last|hold|held|loop|overwr|over"
    r" writ|goes back|go back"
    r"|going back|history|guard|almacen|conserv|mantien|mantien|dura|grab|borr|delet|eras|rolls? over|rollover|cycle"
    r"|stay"
    r"|tap(?:e|es|ed|ing) (?:it )?over|writes? (?:it )?over|records? over|rewrit"
    r"|expire|wipe|purge|remember|backup|back up|clip|subscription|plan|storage|available|archive|log"
    r"|pull(?:ed)? up|look(?:ed)? back|rewind"
    r"|sobreescrib|sobrescrib|se queda|queda|gone after|disappear|reset|fills? up|full|recorder)"
)
_BEFORE = rf"\b{_KEEPS}\w*(?: (?!,)\w+){{0,6}}? ?$"
_AFTER = (
    r"^(?: (?:and|then|y|luego|despues|before|antes|it|they|se|gets?|is|are|de|que|of|worth of|worth"
    r"|de|rolling|cloud|video|footage|event|on the|in the|in|on|local|max))*"
    rf" (?:{_KEEPS}|footage|video|recording|memory|memoria|cloud|nube|dvr|nvr|sd|card|grabacion|buffer|worth)"
)
_NOT_BEFORE = (
    r"(?:\b(?:since|past|last|previous|next|in|in the next|within|hace|desde|llevo|llevamos|tengo"
    r"|away|gone|days?|hours?|dias|horas|times|once|twice|veces|vez|vacation|open"
    r"|abierto|abierta|abrimos|town|lived?|living|been|here|there|moved|after|before|another|am|im"
    r"|turned|trial|warranty"
    r"|thought(?: it)?(?: over)?|used to (?:be|keep|save|store|hold)|was|eran?|antes|every other|wait|waited|married"
    r"|retired)(?: (?:here|there|for|about|almost|over|the|like|around|in|by|this|hace"
    r"|mas|de|por|casi|unos|en|at))*) $"
)
_NOT_AFTER = (
    r"^ (?:ago|old|a day|per day|al dia|a week|straight|warranty|trial|free|from now|later|away|de"
    r" edad|aqui|in this|at this"
    r"|here|in (?:the|my) (?:house|home)|viviendo|atras|now (?:and|we)|left|of age|nonstop|non stop"
    r"|store(?! it| them| video)|shop|place|service|gym|diner|station|business)\b"
)
_KEPT_LAST = (
    rf"(?:{_KEEPS}|gone|footage|video|clip|pictures?)\w*(?: \w+){{0,4}}"
    r" (?:last|past|after|within|in|previous|another|by|hace)(?: the)? $"
)
"""The times of keeping, not of living: `keeps the last`, `saves the past`, `deleted after`."""
_GONE_AFTER = (
    r"^ (?:(?:it|its|they|is|are|se|video|footage|the|then|everything|gets) )*(?:gone|delet|eras|borr|wip|overwr|lost)"
)
_ELSE = r"\b(?:batter(?:y|ies)|bateria|pilas|charg(?:e|es|ed|ing)|warrant(?:y|ies)|garantia|guarantee)\b"
_STORY = (
    r"\b(?:took|(?<!or )takes?|costs?|dollars|comes?|visits?|trash|winter|summer|florida|rent|married|(?:had|have had)"
    r" (?:it|them|this|these|one)|been|(?:was|were|be|am|im) out|away|work(?:s|ing)?|robbed|stole|stolen|ago|years old"
    r"|install\w*|bought|got (?:it|them)"
    r"|give me|wait|closed|shift|trip|baby|born|hospital|surgery|school|trabajo|compr\w+|robaron|every other)\b"
)
_AROUND_THE_CLOCK = (
    r"\b(?:24 ?[x/]? ?7|24 ?/ ?7|(?:24|twenty four) (?:hours|hrs|hr|h|horas) (?:a|per|al|por) (?:day|dia))\b"
)
_COUNTED = (
    r"\b(?:days|dias|retention|retencion|keeps?|saves?|stores?|holds?|guardan?|storage)"
    r"(?: (?:kept|saved|stored|days|dias|is|are|for|de|por|period|time|total|about|of|,))*"
    rf" (?P<n>{NUMBER})(?= ,|$| (?:and|y) )"
)
_OFTEN = (
    r"\b(?:overwrit\w*|overwrote|grab\w* encima|sobreescrib\w*|sobrescrib\w*|delet\w*|eras\w*|rolls? over"
    r"|rewrit\w*|borra\w*) (?:itself |everything )?"
    r"(?P<often>daily|weekly|monthly|every day|every week|every month|each week|each month|cada dia"
    r"|cada semana|cada mes)\b"
    r"|\b(?P<once>a la semana|al mes|al dia|al ano) se (?:borra|sobre)"
)
_OFTEN_DAYS = {"an": 365, "da": 1, "di": 1, "we": 7, "se": 7, "mo": 30, "me": 30}
_CORRECTED = (
    r"\b(?:no|sorry|i mean|actually|wait|make that|correction|perdon|digo|mejor dicho|rather|or rather|now|ahora"
    r"|really|(?:just |i |ya |lo |double )?(?:checked|looked|revise|verifique|cheque)|(?:let me|lemme|dejeme)"
    r" (?:check|look|see|ver"
    r"|revisar)|turns out|resulta)\b"
)
_OTHER_DAYS = _CORRECTED + r"(?: (?:its|it is|more like|to|mas bien|son))? (\d{1,3})(?= ,|$)"
LONGEST_DAYS = 750
"""Nobody keeps more than two years: `46 years` is how long somebody has lived there."""
BARE_WORDS = 4
"""Up to so many words are an answer: `24 hours` is how long it keeps, where a story means that a shop is open."""


class _Found(NamedTuple):
    start: int
    end: int
    days: float
    sure: bool
    hours: bool


def days_in(text: str) -> tuple[int, str] | None:
    """Find how many days footage is kept in a message of plain words; give them and the message without any times.

    What stands by a word of keeping counts before what does not: not `I moved in 3 months ago`, `open 24 hours`. Of `7
    to 10 days`, and of several, the shorter counts, unless one takes back the other. A part of a day is a day.
    """
    days, rest = read(text)
    return None if days is None else (days, rest)


def read(text: str) -> tuple[int | None, str]:
    """Give the same, and the message without times where none of them says how long footage is kept, too."""
    text = compiled(_AROUND_THE_CLOCK).sub("always", text)
    found, others = _found(text)
    rest = text
    for start, end in sorted([(one.start, one.end) for one in found] + others, reverse=True):
        rest = f"{rest[:start]} , {rest[end:]}"
    chosen = _chosen(found, others, text)
    rest = compiled(_OTHER_DAYS).sub(" , ", rest) if found or others else rest
    return (max(1, round(chosen)) if chosen else None), rest


def _found(text: str) -> tuple[list[_Found], list[tuple[int, int]]]:
    found: list[_Found] = []
    others: list[tuple[int, int]] = []
    for match in compiled(rf"\b{_STRETCH}\b").finditer(text):
        before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 40]
        hours = _unit(match).startswith("h") and not _alone(match, text)
        sure = _is_kept(before, after, hours=hours)
        near = before.rpartition(",")[2].split()[-4:] + after.partition(",")[0].split()[:3]
        clause = " ".join(near)
        if _days(match) > LONGEST_DAYS or _is_of_living(before, after) or _is_of_else(clause, sure=sure):
            others.append(match.span())
            continue
        found.append(_Found(match.start(), match.end(), _days(match), sure, hours))
    if not found:
        found = _bare(text)
    return found, others


def _is_of_living(before: str, after: str) -> bool:
    """Say whether it is how long somebody lives there, was away or open, by the words right before and behind."""
    kept = compiled(_KEPT_LAST).search(before) or compiled(_GONE_AFTER).search(after)
    return bool(compiled(_NOT_AFTER).search(after) or (compiled(_NOT_BEFORE).search(before) and not kept))


def _is_of_else(clause: str, *, sure: bool) -> bool:
    """Say whether its clause speaks of what has nothing to do with footage; of doubtful ones, a story is enough."""
    return bool(compiled(_ELSE).search(clause) or (not sure and compiled(_STORY).search(clause)))


def _alone(match: re.Match[str], text: str) -> bool:
    """Say whether hours stand by themselves and are no day: `48 hours.`; `24 hours` may be when somebody is open."""
    hedged = compiled(r"(?:(?:only|just|like|about|maybe|solo|como|around|nomas) )+$").sub("", text[: match.start()])
    clause = hedged.endswith(", ") and text[match.end() : match.end() + 2] in ("", " ,")
    return clause and match["count"] not in ("24", None)


def _is_kept(before: str, after: str, *, hours: bool) -> bool:
    """Say whether words of keeping stand before or behind; `records 24 hours` is how long it runs."""
    before = compiled(r"\b(?:record(?!er)|grab)\w*").sub("", before) if hours else before
    after = compiled(r"^ store\b(?! it| them| video)").sub("", after)
    return bool(compiled(_BEFORE).search(before) or compiled(_AFTER).search(after))


def _bare(text: str) -> list[_Found]:
    """Find a number behind a word of keeping, a week that nobody counts, or what happens every so often."""
    match = compiled(_COUNTED).search(text)
    if match:
        return [_Found(match.start("n"), match.end("n"), number(match["n"]) or 0, sure=True, hours=False)]
    match = compiled(_OFTEN).search(text)
    if match:
        name = "often" if match["often"] else "once"
        word = match[name].split()[-1]
        return [_Found(*match.span(name), _OFTEN_DAYS[word[:2]], sure=True, hours=False)]
    match = compiled(_LONELY).search(text)
    return [_Found(*match.span("lone"), _DAYS[match["lone"]], sure=True, hours=False)] if match else []


def _unit(match: re.Match[str]) -> str:
    return next(match[name] for name in ("of", "halves", "part", "each", "plain", "unit") if match[name])


def _days(match: re.Match[str]) -> float:
    each = _DAYS[_unit(match)]
    if match["half"]:
        return 180 if each == 365 else each / 2
    if match["low"]:
        return min(number(match["low"]) or 0, number(match["high"]) or 0) * each
    half = 0.5 if match["whole"] or match["more"] or match["plain"] or match["mixed"] else 0
    return ((number(match["whole"] or match["mixed"] or match["count"] or "1") or 1) + half) * each


def _chosen(found: list[_Found], others: list[tuple[int, int]], text: str) -> float | None:
    short = len(text.split()) <= BARE_WORDS
    for before, last in reversed(list(pairwise(found))):
        if compiled(_CORRECTED).search(text[before.end : last.start]):
            return last.days
    ends = [one.end for one in found] + [end for _, end in others]
    again = compiled(_OTHER_DAYS).search(text, max(ends, default=len(text)))
    if again:
        return float(again[1])
    counting = [one for one in found if one.sure] or [one for one in found if short or not one.hours]
    return min((one.days for one in counting), default=None)
