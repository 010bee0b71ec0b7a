"""Reads a number that counts cameras without naming them: `one in back`, `2 parking lot`, `the other faces north`."""

from __future__ import annotations

from .camera_mention import Kind, Mention
from .camera_named import joined
from .camera_nouns import HAVE, IN_ALL, ONE_SHAPE, ORDINALS, REST, STRONG, TURNS, WEAK
from .camera_signs import led, placed, told
from .camera_things import Before, before_noun, is_noun, noun_follows, thing_at, word_at


def one(words: list[str], at: int, found: list[Mention]) -> Mention | None:
    """Read some of those that were named, or more of them: `one in back`, `2 parking lot`, `the other faces north`."""
    place = at + (words[at] in ("the", "la", "el", "all", "los", "las", "my", "mi"))
    if word_at(words, place) in REST and found and (told(words, place + 1) or led(words, place + 1)):
        return Mention(at, place + 1, 0, "rest")
    known = _by_ordinal(words, place, found) or (_by_article(words, at) if found else None)
    return known or _by_number(words, at, found)


def _by_article(words: list[str], at: int) -> Mention | None:
    """Read `la que gira`, `the fixed`, one of which was told before, and `la de atras`, which is one of all."""
    follows = word_at(words, at + 1)
    turns = follows in TURNS or (follows == "que" and word_at(words, at + 2) in TURNS)
    if words[at] in ("la", "el", "the") and turns:
        return Mention(at, at + 2, 1, "named", again=True)
    if follows != "de" or STRONG.isdisjoint(words[at + 2 : at + 5]):
        return None
    if words[at] in ("la", "el"):
        return Mention(at, at + 2, 1, "one", joined=joined(words, at))
    return Mention(at, at + 4, 0, "none") if words[at] in ("las", "los") else None


def _by_number(words: list[str], at: int, found: list[Mention]) -> Mention | None:
    before = before_noun(words, at)
    if before.end == at or before.none or before.vague or before.mine or not (before.count or before.more):
        return None
    nth = not {"second", "third"}.isdisjoint(words[at : before.end])
    if nth and {"is", "es"} & {word_at(words, at - 1), word_at(words, at - 2)}:
        return None
    article = words[before.end - 1] in ("a", "an")
    several = words[at] in ("a", "an", "un", "both", "ambas", "all", "las", "los")
    return None if (article or several) and not before.more else _singled(words, at, before, found)


def _by_ordinal(words: list[str], place: int, found: list[Mention]) -> Mention | None:
    """Read `the first looks north`, `second camera in back`; not `my house is the second one`."""
    if word_at(words, place) not in ORDINALS:
        return None
    noun = word_at(words, place + 1) in ("camera", "cam", "camara")
    end = place + 1 + (noun or word_at(words, place + 1) in ("one", "una"))
    house = not noun and (all(each.count == 1 for each in found) or word_at(words, place - 2) in ("is", "es"))
    follows = word_at(words, end) in STRONG | WEAK and not house
    return Mention(place, end, 1, "numbered", number=ORDINALS[words[place]]) if follows else None


def _singled(words: list[str], at: int, before: Before, found: list[Mention]) -> Mention | None:
    """Read what follows a number without a noun: where it hangs, or what it is."""
    end = before.end
    while word_at(words, end) in ("of", "them", "those", "these", "em", "ones", "ellas") and end - before.end < 3:
        end += 1
    end += before.more and word_at(words, end) in ("one", "ones")
    if _counts_else(words, at, end, before):
        return None
    goes_on = before.more or joined(words, at)
    past = _behind_leads(words, end)
    if past > before.end and words[before.end] not in _ARTICLES and noun_follows(words, past):
        thing = thing_at(words, next(place for place in range(past, len(words)) if is_noun(words, place)))
        return Mention(at, thing.end, before.count or 1, "one", bell=thing.bell, joined=goes_on and not before.those)
    end = past + 1 if end < past and word_at(words, past) in _SHAPED else end
    if not _is_told_of(words, at, before, end, named=any(each.kind == "named" for each in found)):
        return None
    several = before.more and (before.those or words[at] in ("other", "otras", "otros")) and (before.count or 1) > 1
    kind: Kind = "rest" if several else "one"
    goes_on, had = goes_on and not _is(words, end), word_at(words, at - 1) in HAVE
    return Mention(at, end, before.count or 1, kind, joined=goes_on, had=had)


def _counts_else(words: list[str], at: int, end: int, before: Before) -> bool:
    """Say whether a number counts something else: `all 4 sides`, `at 2 in the morning`, people, doors; or sums up."""
    last, follows = word_at(words, at - 1), word_at(words, end)
    sums_up = words[end : end + 2] in IN_ALL[:3] or follows in ("total", "altogether")
    around = last in ("all", "the") and follows in ("sides", "corners", "doors", "floors")
    people = last in ("somos", "eramos", "vivimos", "viven", "robaron", "stole", "took") or last in ORDINALS
    return sums_up or around or people or (last in _CLOCK and bool(before.count)) or _is_there(words, at, end)


def _is_told_of(words: list[str], at: int, before: Before, end: int, *, named: bool) -> bool:
    if end > before.end and words[end - 1] in _SHAPED:
        return True
    return told(words, end, named=named) or (named and (led(words, end) or placed(words, at, end)))


def _is_there(words: list[str], at: int, end: int) -> bool:
    """Say whether it is a door or a gate that is counted: `there are 2 doors`."""
    there = words[max(0, at - 2) : at] in (["there", "is"], ["there", "are"]) or word_at(words, at - 1) == "theres"
    return there and word_at(words, end) in ("door", "doors", "gate", "gates", "entrance", "exit", "window", "windows")


def _is(words: list[str], at: int) -> bool:
    return word_at(words, at) in ("is", "are", "es", "son", "esta", "estan", "of") or word_at(words, at - 1) in (
        "them", "those", "ellas",
    )  # fmt: skip


def _behind_leads(words: list[str], at: int) -> int:
    while word_at(words, at) in _LEADS_ON:
        at += 1
    return at


_BEFORE_CLOCK = "each every any which at las until till by before after route unit apt apto local"
_CLOCK = frozenset(_BEFORE_CLOCK.split())
_LEAD = "in on en el la at de del of them those one ones are is a an the esta es son un"
_LEADS_ON = frozenset(_LEAD.split())
_ARTICLES = frozenset({"a", "an", "un", "una", "the", "la", "el"})
_SHAPED = TURNS | ONE_SHAPE
