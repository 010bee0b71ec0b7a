"""Which mentions of cameras count: not a brand that says whose they are, nor a place that is no part of a list."""

from __future__ import annotations

from dataclasses import replace

from .camera_mention import Mention
from .camera_nouns import BREAKS, INSIDE, ORDINALS, OUTSIDE, STRONG, TURNS
from .number_words import number


def settled(found: list[Mention], words: list[str]) -> list[Mention]:
    """Drop what may be a mention and is none here: brands that say whose cameras they are, places that are no list.

    What nobody has is struck from the words too, so that it does not part what is said before and behind it.
    """
    none = [each for each in found if each.kind == "none"]
    for each in none:
        words[each.start : each.end] = [","] * (each.end - each.start)
    found = [each for each in found if each.kind != "none"]
    found = _without_spots(_without_owners(found, words), words)
    named = [each for each in found if each.kind == "named"]
    if named or any(each.kind == "numbered" and words[each.start] not in ORDINALS for each in found):
        return found
    totals = [each for each in found if each.kind == "total"]
    if len(totals) > 1 or any(none or each.had for each in totals):
        return found
    ones = [each for each in found if each.kind == "one"]
    hung = [each for each in ones if not STRONG.isdisjoint(words[each.start : each.end + 4])]
    kinds = any(not TURNS.isdisjoint(words[each.start : each.end + 1]) for each in hung)
    sure = kinds or len(hung) > 1 or bool(none)
    bells = any(each.bell for each in found)
    return found if bells or (hung and (sure or _in_or_out(words) or _had(words, hung[0]))) else []


def _in_or_out(words: list[str]) -> bool:
    return not (INSIDE | OUTSIDE).isdisjoint(words)


def _had(words: list[str], mention: Mention) -> bool:
    return words[mention.start - 1] in ("have", "got", "tengo", "hay", "tenemos") if mention.start else False


def _without_spots(found: list[Mention], words: list[str]) -> list[Mention]:
    """Keep places only where they are parts of a list of cameras."""
    kept: list[Mention] = []
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and found[end].kind == "spot":
            end += 1
        if end > at:
            kept += _parts_of_list(kept, _merged(found[at:end], words), found[end:], words)
            at = end
        else:
            kept.append(found[at])
            at += 1
    return kept


def _parts_of_list(
    before: list[Mention], spots: list[Mention], after: list[Mention], words: list[str]
) -> list[Mention]:
    """Give those of some places in a row that are cameras; the last may lead to what comes next: `in front a cam`."""
    if after and BREAKS.isdisjoint(words[spots[-1].end : after[0].start]):
        spots = spots[:-1]
    described = not spots or (bool(before) and before[-1].kind == "numbered")
    return [] if described else _listed(before, spots, after, words)


def _merged(spots: list[Mention], words: list[str]) -> list[Mention]:
    """Put a kind and a place together: `fixed, back yard` is one camera."""
    merged: list[Mention] = []
    for each in spots:
        kind = bool(merged) and set(words[merged[-1].start : merged[-1].end]) <= TURNS
        if kind and TURNS.isdisjoint(words[each.start : each.end]):
            merged[-1] = replace(merged[-1], end=each.end)
        else:
            merged.append(each)
    return merged


def _listed(before: list[Mention], spots: list[Mention], after: list[Mention], words: list[str]) -> list[Mention]:
    """Give those of some places in a row that are cameras: as many as were said, or a list of two or more."""
    heads = [each for each in before if each.kind in ("named", "total") and not each.again]
    for head in reversed(heads):
        since = [each for each in before[before.index(head) + 1 :] if each.kind != "total"]
        if head.count > 1 and not _only_in_or_out(spots, words):
            counted = since + spots + [each for each in after if each.kind in ("named", "one", "spot")]
            if sum(each.count for each in counted) == head.count:
                return spots
        if head.count == 0 and len(spots) + len(since) > 1 and not _only_in_or_out(spots, words):
            return spots
    several = len(heads) > 1 and all(head.count == 1 and head.weak for head in heads[-2:])
    return spots if heads and _listed_by_one(heads[-1], before[-1], spots, words, several=several) else []


def _listed_by_one(head: Mention, last: Mention, spots: list[Mention], words: list[str], *, several: bool) -> bool:
    """Say whether places go on a list that begins with one thing: `doorbell, driveway, back`, `doorbell and back`."""
    if head.count != 1:
        return False
    counted = any(number(word) or word in ("my", "the") for word in words[head.start : head.end])
    if (len(spots) > 1 and (head.bell or not counted)) or (several and not counted and not head.bell):
        return True
    goes_on = spots[0].joined and spots[0].start == last.end + 1 and (head.bell or head is not last)
    return goes_on and not _only_in_or_out(spots, words)


def _only_in_or_out(spots: list[Mention], words: list[str]) -> bool:
    """Say whether a single part of a list only says `indoors`, of what was named before."""
    return len(spots) == 1 and set(words[spots[0].start : spots[0].end]) <= INSIDE | OUTSIDE


def _without_owners(found: list[Mention], words: list[str]) -> list[Mention]:
    """Drop a bare brand beside cameras that are counted: `8 cameras, Lorex`; not one that is told of or listed."""
    weak = [each for each in found if each.weak and each.kind == "named"]
    firm = [each for each in found if each.kind in ("named", "one", "numbered", "total") and each not in weak]
    if not weak or not firm:
        return found
    return [each for each in found if each not in weak or each.joined or _is_told_of(each, found, words)]


def _is_told_of(brand: Mention, found: list[Mention], words: list[str]) -> bool:
    behind = words[brand.end : brand.end + 5]
    clause = behind[: behind.index(",")] if "," in behind else behind
    follows = next((each for each in found if each.start >= brand.end), None)
    joined = follows is not None and follows.joined and follows.start <= brand.end + 5
    return not STRONG.isdisjoint(clause) or joined or brand.count > 1
