"""Where a message of plain words speaks of cameras, and of how many each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .camera_nouns import (
    ABOUT_THEM,
    BETWEEN,
    BREAKS,
    HANGS,
    HAVE,
    IN_ALL,
    MORE,
    NEXT,
    ONE_CAMERA,
    ONE_SHAPE,
    ORDINALS,
    PLACED,
    RECORDERS,
    REST,
    SHAPES,
    SIDES,
    TAKING_BACK,
)
from .camera_things import Before, Thing, before_noun, is_noun, noun_follows, number_behind, thing_at, word_at
from .talk_words import TALK

Kind = Literal["named", "one", "rest", "numbered", "headline"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of a message that speaks of cameras, as places among its words.

    `count` is 0 where several are meant and nobody says how many. `noun` is where the name of the thing starts.
    `again`: it speaks of what was named before; `joined`: it goes on with an `and` or the like. `kind`: `named` by a
    noun, `one` of those named (`one in back`), the `rest` of them, `numbered` (`camera 2`: `count` is 1 and `number` is
    which), or a `headline`: a number that stands for all (`installed three`). `had`: a word of having stands before it.
    """

    start: int
    noun: int
    end: int
    count: int
    kind: Kind = "named"
    bell: bool = False
    again: bool = False
    joined: bool = False
    had: bool = False
    number: int = 0


def mentions(words: list[str]) -> list[Mention]:
    """Find every mention, in order. Linear in the number of words."""
    found: list[Mention] = []
    at, seen = 0, False
    while at < len(words):
        mention = _named(words, at, found) or _one(words, at, found)
        if mention and mention.count >= 0:
            found.append(mention)
        seen = seen or (mention is not None and mention.count < 0 and mention.noun < mention.end)
        at = mention.end if mention else at + 1
    if [each.kind for each in found[:1]] == ["headline"] and sum(each.count for each in found[1:]) == found[0].count:
        return found
    named = any(each.kind == "named" or (each.kind == "numbered" and each.noun != each.end) for each in found)
    return found if named or seen or _ones(words) or _placed(words, found) else []


def _ones(words: list[str]) -> bool:
    """Say whether `ones`, or one inside or outside, can only be cameras, though nobody calls them so."""
    return "ones" in words or not {"inside", "outside", "indoor", "outdoor", "indoors", "outdoors"}.isdisjoint(words)


def _placed(words: list[str], found: list[Mention]) -> bool:
    """Say whether two or more numbers without a noun tell where cameras hang or what kind they are: `one in back`."""
    ones = [each for each in found if each.kind == "one" and each.count]
    return len(ones) > 1 and all(not HANGS.isdisjoint(words[each.start : each.end + 3]) for each in ones)


def _named(words: list[str], at: int, found: list[Mention]) -> Mention | None:
    """Read a mention that begins here, with its number or with what stands before its noun."""
    before = before_noun(words, at)
    noun = before.end
    while word_at(words, noun) in BETWEEN and noun - before.end < 5:
        noun += 1
    if not is_noun(words, noun):
        shapes = SHAPES | ONE_SHAPE if before.count else SHAPES
        noun = next((place for place in range(before.end, noun) if words[place] in shapes), noun)
    if not is_noun(words, noun):
        noun, one = _odd_noun(words, noun, before)
        if one:
            again = bool(found) and (before.those or word_at(words, at - 1) in _IS)
            return Mention(at, noun, noun + 1, before.count or 1, again=again, joined=_joined(words, at))
    if not is_noun(words, noun):
        return None
    thing = thing_at(words, noun)
    if before.none or _is_about_them(words, thing.end, before):
        return Mention(at, noun, thing.end, -1)
    return _numbered(words, noun, before, thing) or _counted(words, at, noun, before, thing, found)


def _odd_noun(words: list[str], noun: int, before: Before) -> tuple[int, bool]:
    """Find a noun behind a word that nobody foresaw (`a barn camera`), or say that a shape stands for it (`1 dome`)."""
    word = word_at(words, noun)
    odd = before.count is not None and is_noun(words, noun + 1) and word.isalpha() and word not in TALK
    return (noun + 1, False) if odd else (noun, word in ONE_SHAPE)


def _joined(words: list[str], at: int) -> bool:
    return word_at(words, at - 1) in BREAKS


def _is_about_them(words: list[str], at: int, before: Before) -> bool:
    """Say whether it is no camera that is named: `the camera program`, a `camera system` without a number."""
    word = word_at(words, at)
    if word == "back" and (
        before.count or word_at(words, at + 1) in ("porch", "yard", "door", "alley", "patio", "deck")
    ):
        return False
    return word in ABOUT_THEM or (word in RECORDERS and (before.count or 1) < 2)


def _numbered(words: list[str], noun: int, before: Before, thing: Thing) -> Mention | None:
    """Read `camera 2`."""
    behind, end = number_behind(words, thing)
    directly = behind and before.count is None and not thing.plural and word_at(words, thing.end) == str(behind)
    if not directly or before.mine or before.vague:
        return None
    return Mention(noun, noun, end, 1, "numbered", number=behind or 0)


def _counted(words: list[str], at: int, noun: int, before: Before, thing: Thing, found: list[Mention]) -> Mention:
    behind, end = number_behind(words, thing)
    count = before.count if before.count is not None else behind
    end = end if before.count is None else thing.end
    bare = count is None and not (before.mine or before.those or before.more or before.vague)
    if bare and _says_nothing(words, at, thing, found):
        return Mention(at, noun, end, -1)
    if bare and thing.plural and word_at(words, at - 1) == "and" and word_at(words, at - 2) in SIDES:
        return Mention(at - 2, noun, end, 2, bell=thing.bell)
    shape = words[noun] in SHAPES and found and word_at(words, at - 1) not in BREAKS - {","}
    unsaid = 0 if thing.plural or before.vague else 1
    return Mention(
        at,
        noun,
        end,
        unsaid if count is None or (before.vague and not behind) else count,
        kind="one" if shape else "named",
        bell=thing.bell,
        again=bool(found) and _again(words, at, before, thing, plain=bare and noun == at, last=found[-1]),
        joined=before.more or _joined(words, at),
    )


def _says_nothing(words: list[str], at: int, thing: Thing, found: list[Mention]) -> bool:
    """Say whether a noun without a number is a keyword (`CAMERA 9 Oak Ct`), or a brand that says whose they are."""
    keyword = not at and words[0] in ONE_CAMERA and word_at(words, 1) in ("", ",")
    return keyword or (
        thing.brand and (not thing.bell or bool(found)) and not (found and word_at(words, at - 1) in BREAKS - {","})
    )


def _again(words: list[str], at: int, before: Before, thing: Thing, *, plain: bool, last: Mention) -> bool:
    """Say whether what was named before is meant: `the camera`, `its a ring`, a bare `camera`, not `and a camera`."""
    if word_at(words, at - 1) in _IS:
        return not before.more
    if before.those and last.again and last.bell != thing.bell:
        return True
    if before.more or word_at(words, at - 1) in BREAKS - {","}:
        return False
    plain = plain and word_at(words, thing.end) not in PLACED
    return before.those or (plain and not thing.bell) or (before.mine and thing.bell == last.bell and plain)


def _one(words: list[str], at: int, found: list[Mention]) -> Mention | None:
    """Read some of those that were named: `one in back`, `the other faces north`, `second looks at the alley`."""
    place = at + (words[at] in ("the", "la", "el", "all", "los", "las"))
    if word_at(words, place) in REST and found:
        return Mention(at, place + 1, place + 1, 0, "rest")
    if at != place and word_at(words, place) == "one":
        return Mention(at, place + 1, place + 1, -1)
    ordinal = _by_ordinal(words, at, place)
    if (
        ordinal
        or words[at] in ("a", "an", "un", "both", "ambas")
        or (at != place and word_at(words, place) not in MORE)
    ):
        return ordinal
    before = before_noun(words, at)
    if before.end == at or before.none or before.vague or before.mine or not (before.count or before.more):
        return None
    return _singled(words, at, before, found)


def _by_ordinal(words: list[str], at: int, place: int) -> Mention | None:
    if word_at(words, place) not in ORDINALS:
        return None
    end = place + 1
    end += word_at(words, end) in ("one", "camera", "cam", "camara", "una")
    follows = word_at(words, end) in NEXT
    return Mention(at, end, end, 1, "numbered", number=ORDINALS[words[place]]) if follows else None


def _singled(words: list[str], at: int, before: Before, found: list[Mention]) -> Mention | None:
    """Read what follows a number without a noun: where one of them hangs, what it is, or that it was all of them."""
    end, count = before.end, before.count or 1
    of_them = word_at(words, end) in ("them", "those", "these", "ellas", "em")
    while word_at(words, end) in _LEADS_ON:
        end += 1
    described = end
    while word_at(words, described) in BETWEEN:
        described += 1
    if before.more and word_at(words, described) in ("one", "ones"):
        end = described + 1
    if end > before.end and noun_follows(words, end):
        return _one_named(words, at, end, count)
    if _tells(words, at, end) and not before.those:
        had, joined = word_at(words, at - 1) in HAVE, before.more or word_at(words, at - 1) in BREAKS
        past = end + (word_at(words, end) in SHAPES)
        return Mention(at, past, past, count, "one", joined=joined, had=had)
    stands = word_at(words, end) in ("", ",", "total", "altogether") or words[end : end + 2] in IN_ALL
    if stands and (word_at(words, at - 1) in HAVE | TAKING_BACK or of_them) and count > 1:
        return Mention(at, end, end, count, "headline", again=bool(found))
    return None


def _tells(words: list[str], at: int, end: int) -> bool:
    """Say whether what follows tells where or how a camera hangs; `se` and `a` do so only behind some words."""
    word = word_at(words, end)
    southeast = word == "se" and (words[at].isdigit() or words[at] in ("one", "two", "other"))
    spanish = words[at] in ("una", "otra", "uno") and word in ("a", "la", "da", "ve")
    return word in NEXT or southeast or spanish


def _one_named(words: list[str], at: int, end: int, count: int) -> Mention:
    """Read one of several by what it is: `one is a ring doorbell`."""
    noun = end
    while not is_noun(words, noun):
        noun += 1
    thing = thing_at(words, noun)
    return Mention(at, noun, thing.end, count, "one", bell=thing.bell)


_IS = frozenset({"its", "is", "es", "was", "are", "son", "theyre", "called"})
_LEADS_ON = frozenset(
    ["of", "them", "those", "these", "em", "one", "ones", "are", "is", "a", "an", "the", "esta", "estan", "es", "son"]
)
