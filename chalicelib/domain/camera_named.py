"""Reads a mention of cameras that names them: `2 outdoor cams`, `my ring doorbell`, `camera 2`, `the back one`."""

from __future__ import annotations

from .camera_mention import Mention
from .camera_nouns import (
    ABOUT_THEM,
    BETWEEN,
    BRANDS,
    BREAKS,
    IN_ALL,
    JOINS,
    LOOKS,
    ONE_CAMERA,
    ONE_SHAPE,
    OTHERS,
    PLACED,
    RECORDERS,
    RINGS,
    SHAPES,
    STANDS_FOR,
    STRONG,
)
from .camera_things import Before, Thing, before_noun, is_noun, number_behind, thing_at, word_at
from .talk_words import TALK


def named(words: list[str], at: int, found: list[Mention]) -> Mention | None:
    """Read a mention that begins here, with its number or with what stands before its noun."""
    before = before_noun(words, at)
    noun, sort = _noun(words, before)
    if not sort:
        return None
    if is_theirs(words, at):
        return Mention(at, noun + 1, 0, "none")
    thing = thing_at(words, noun) if sort == "noun" else Thing(noun + 1, bell=False, plural=False, brand=False)
    if before.none or _is_about_them(words, thing.end, before):
        return Mention(at, thing.end, 0, "none")
    return _numbered(words, noun, before, thing) or _counted(words, at, noun, before, thing, found)


def _noun(words: list[str], before: Before) -> tuple[int, str]:
    """Find the noun behind what may stand before it; say whether it is one, or a word that stands for one."""
    if before.end == before.start and _leads_clause(words, before.start):
        return before.start, "noun"
    noun = before.end
    while word_at(words, noun) in BETWEEN and not is_noun(words, noun) and noun - before.end < 6:
        noun += 1
    if is_noun(words, noun):
        return noun, "noun" if noun == before.end or not _hung(words, before) else ""
    word, told = word_at(words, noun), noun > before.end
    chosen = before.count or before.more or before.those or before.mine
    if before.more and word_at(words, before.start - 1) in _IS:
        return noun, ""
    a_lot = words[before.end : before.end + 1] in (["lot"], ["lots"])
    alone = not a_lot and (word != "one" or before.count is None or words[before.end - 1] in ("a", "an"))
    if word in STANDS_FOR and alone and chosen and (told or before.more or word in ("one", "kind", "type")):
        return (noun, "stands") if word_at(words, before.start - 1) not in PLACED | LOOKS | _TO else (noun, "")
    if before.count and any(words[place] in ONE_SHAPE | SHAPES for place in range(before.end, noun)):
        return next(place for place in range(before.end, noun) if words[place] in ONE_SHAPE | SHAPES), "shape"
    odd = before.count and is_noun(words, noun + 1) and word.isalpha() and word not in TALK
    return (noun + 1, "noun") if odd else (noun, "")


def _hung(words: list[str], before: Before) -> bool:
    """Say whether it is the place of what was named before: `cam on the porch cam on the deck`."""
    if before.count is not None or words[before.end] not in STRONG:
        return False
    place = before.start - 1
    while (
        place >= 0
        and before.start - place < 4
        and (words[place] in STRONG or words[place] in ("the", "my", "la", "el"))
    ):
        place -= 1
    return place >= 0 and words[place] in PLACED | LOOKS


def _leads_clause(words: list[str], at: int) -> bool:
    """Say whether a shape begins a clause that tells of it: `bullet looks west`."""
    starts = word_at(words, at - 1) in BREAKS | {""}
    return starts and word_at(words, at) in ONE_SHAPE and word_at(words, at + 1) in LOOKS | PLACED


def _is_about_them(words: list[str], at: int, before: Before) -> bool:
    """Say whether it is no camera that is named: `the camera program`, a `camera system` without a number."""
    word = word_at(words, at)
    if word in ("belong", "belongs") or words[at : at + 3] in (["are", "not", "mine"], ["is", "not", "mine"]):
        return True
    return word in ABOUT_THEM or (word in RECORDERS and (before.count or 1) < 2)


def is_theirs(words: list[str], at: int) -> bool:
    """Say whether it is somebody else who has them: `my neighbor has 3 cameras`."""
    clause = words[max(0, at - 5) : at]
    if "," in clause:
        clause = clause[len(clause) - clause[::-1].index(",") :]
    return not OTHERS.isdisjoint(clause) and not _THEY_HAVE.isdisjoint(clause)


_THEY_HAVE = frozenset({"has", "have", "got", "tiene", "tienen", "puso"})


def joined(words: list[str], at: int) -> bool:
    """Say whether a mention goes on with an `and` or the like."""
    return word_at(words, at - 1) in JOINS


def _numbered(words: list[str], noun: int, before: Before, thing: Thing) -> Mention | None:
    """Read `camera 2`."""
    behind, end = number_behind(words, thing)
    directly = behind and before.count is None and not thing.plural and word_at(words, thing.end) == str(behind)
    if not directly or before.mine or before.vague or words[thing.end - 1] not in ONE_CAMERA:
        return None
    return Mention(noun, end, 1, "numbered", number=behind or 0)


def _counted(words: list[str], at: int, noun: int, before: Before, thing: Thing, found: list[Mention]) -> Mention:
    behind, end = number_behind(words, thing)
    count = before.count if before.count is not None else behind
    end = end if before.count is None else thing.end
    bare = count is None and not (before.mine or before.those or before.more or before.vague)
    keyword = bare and not at and words[0] in ONE_CAMERA and word_at(words, 1) in ("", ",")
    if keyword and (STRONG | LOOKS).isdisjoint(words):
        return Mention(at, end, 0, "none")
    if bare and thing.plural:
        listed = _places_before(words, at, noun)
        if listed:
            return Mention(listed[0], end, listed[1], bell=thing.bell)
    unsaid = 0 if thing.plural or before.vague else 1
    several = any(each.count != 1 for each in found)
    shape = words[noun] in _SHAPED and several and before.count and not before.those
    if shape and words[found[-1].end - 1] in _SHAPED:
        shape = found[-1].kind == "one"
    if found and before.count and _stands_for_all(words, at, end):
        return Mention(at, end + 2 * (words[end : end + 2] in IN_ALL), before.count, "total", had=True)
    return Mention(
        at,
        end,
        unsaid if count is None or (before.vague and not behind) else count,
        kind="one" if shape and not joined(words, at) else "named",
        bell=thing.bell,
        again=bool(found) and _again(words, at, before, thing, plain=bare and noun == at, found=found),
        joined=before.more or joined(words, at),
        weak=bare and thing.brand,
    )


def _stands_for_all(words: list[str], at: int, end: int) -> bool:
    """Say whether a number sums up what was named before: `so 4 cameras in all`."""
    summed = words[end : end + 2] in IN_ALL[:3] or word_at(words, end) in ("total", "altogether")
    return (
        summed or word_at(words, at - 1) in ("so", "makes", "totaling") or words[max(0, at - 2) : at] == ["total", "of"]
    )


def _places_before(words: list[str], at: int, noun: int) -> tuple[int, int] | None:
    """Count `front, side and back` before `cameras`: where they begin, and how many they are."""
    count, begin = int(noun > at), at
    while begin > 1 and words[begin - 1] in (",", "and", "y") and words[begin - 2] in STRONG:
        begin -= 2
        count += 1
    return (begin, count) if count > 1 else None


def _again(words: list[str], at: int, before: Before, thing: Thing, *, plain: bool, found: list[Mention]) -> bool:
    """Say whether what was named before is meant: `the camera`, `its a ring`, a bare `camera`, not `and a camera`."""
    copula = words[at] in _IS and word_at(words, at + 1) in ("a", "an", "the", "un", "una")
    if copula or word_at(words, at - 1) in _IS:
        return not before.more
    if found[-1].kind == "numbered" and at - found[-1].end < 2 and words[at - 1] not in JOINS:
        return True
    last = next((each for each in reversed(found) if each.kind != "none"), None)
    if last and before.those and last.again and last.bell != thing.bell:
        return True
    if before.more or joined(words, at) or not last:
        return False
    if thing.bell and before.end == at and last.bell and words[last.end - 1] in RINGS | BRANDS and not thing.brand:
        return True
    follows = word_at(words, thing.end)
    plain = plain and not (follows in PLACED or follows in STRONG)
    return (
        before.those
        or (plain and not thing.bell and not thing.brand)
        or (before.mine and thing.bell == last.bell and plain)
    )


_SHAPED = SHAPES | ONE_SHAPE
_TO = frozenset({"to", "para", "pa", "a", "of", "de"})
_IS = frozenset({"its", "is", "es", "was", "are", "son", "theyre", "called"})
