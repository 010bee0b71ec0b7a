"""Typing errors: how many there are between two words, and which words are worth comparing."""

from __future__ import annotations

from zlib import crc32

PREFIX = 9
"""Words are looked up by their first letters; the whole words are compared afterwards."""


_SOUNDS = (
    ("ough", "o"), ("igh", "i"), ("eigh", "a"), ("tch", "ch"), ("sch", "sk"), ("ph", "f"), ("ck", "k"), ("qu", "kw"),
    ("wh", "w"), ("gh", "g"), ("kn", "n"), ("wr", "r"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("q", "k"), ("z", "s"),
    ("x", "ks"), ("j", "g"),
)  # fmt: skip
_NOT_HEARD = frozenset("aeiouyhw")


def errors_allowed(word: str) -> int:
    """Say how many typing errors a word of this length may hold and still be taken for another."""
    return (0, 0, 0, 1, 1, 1, 2)[min(len(word), 6)]


def errors_asked_about(word: str) -> int:
    """Say up to how many errors are worth asking whether another word was meant."""
    return (0, 0, 0, 1, 1, 2)[min(len(word), 5)]


def sound_of(word: str) -> str:
    """Give the consonants that are heard in a word: `bridlwud` and `bridlewood` have the same."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    found = word[:1]
    for letter in word[1:]:
        if letter != found[-1] and letter not in _NOT_HEARD:
            found += letter
    return found


def figures_of(word: str) -> str:
    """Give the figures in a word: 42nd Street is no typing error for 43rd."""
    return "".join(letter for letter in word if letter.isdigit())


def traces_of(word: str) -> set[int]:
    """Give numbers of which a word with typing errors shares at least one: those of the word with letters left out.

    Symmetric deletion, as SymSpell does it (github.com/wolfgarbe/SymSpell): two words with at most n errors between
    them become one when at most n letters are left out of each. One more is that of its sound. Numbers may collide, so
    compare the words then.
    """
    found = {word[:PREFIX]}
    edge = found
    for _ in range(errors_allowed(word)):
        edge = {shorter[:at] + shorter[at + 1 :] for shorter in edge for at in range(len(shorter))}
        found = found | edge
    heard = sound_of(word)
    return {crc32(trace.encode()) for trace in found | ({"?" + heard} if len(heard) > 2 else set())}


def errors_between(one: str, other: str, *, most: int) -> int:
    """Count letters added, missing, changed or swapped with their neighbour; anything above `most` is `most + 1`.

    Optimal string alignment; takes time in proportion to the product of the two lengths, so callers keep words short.
    """
    one, other = _differing(one, other)
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, last, row = row, before, [at]
        for to, against in enumerate(other, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != against))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == against:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _differing(one: str, other: str) -> tuple[str, str]:
    """Leave out what two words begin and end with in common; no fewest number of errors lies there."""
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]
