"""Typing errors: how many there are between two words, and which words are worth comparing."""

from __future__ import annotations


def pairs_of(word: str) -> set[str]:
    """Give the pairs of letters in a word, its two ends included: a word with a typing error shares most of them."""
    framed = f"^{word}$"
    return {framed[at : at + 2] for at in range(len(framed) - 1)}


def errors_allowed(word: str) -> int:
    """Say how many typing errors a word of this length may hold and still be taken for another."""
    return (0, 0, 0, 0, 1, 1, 2, 2, 2, 3)[min(len(word), 9)]


def errors_between(one: str, other: str, *, most: int) -> int:
    """Count letters added, missing, changed or swapped with their neighbour; anything above `most` is `most + 1`.

    Optimal string alignment; takes time in proportion to the product of the two lengths, so callers keep words short.
    """
    if abs(len(one) - len(other)) > most:
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
