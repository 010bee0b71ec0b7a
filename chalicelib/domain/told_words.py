"""Which clauses behind a camera still tell of it: `it faces the street`, `on the porch`; not `thats a road in town`."""

from __future__ import annotations

from .camera_nouns import BREAKS, FILLERS, INSIDE, LOOKS, OUTSIDE, PLACED, ROOMS, SITES, SPOTS, STRONG, TURNS, WEAK

_SAID = (
    "none some most ninguna neither dos tres cuatro two three four mounted installed located placed hanging hung set up"
    " pointed both all they it its one which every each also ambas todas las los una mostly only just theyre"
)
_HUNG = frozenset(_SAID.split())
_TELLS = STRONG | FILLERS | PLACED | WEAK | BREAKS | SITES | _HUNG
_PLACES = (SPOTS | ROOMS | INSIDE | OUTSIDE | {"behind"}) - TURNS - {"side"}
_LEADS = ("is", "are", "and", "y")
_FEW = 4


def told(words: list[str]) -> list[str]:
    """Give words, with commas among them, without the places in later clauses that tell of something else."""
    clauses: list[list[str]] = [[]]
    for word in words:
        if word == ",":
            clauses.append([])
        else:
            clauses[-1].append(word)
    kept = [clauses[0], *[clause if _tells(clause) else _without_places(clause) for clause in clauses[1:]]]
    return [word for clause in kept for word in (*clause, ",")][:-1]


def _tells(clause: list[str]) -> bool:
    """Say whether a clause looks at something, hangs somewhere with its first words, or is nothing but such words."""
    if not LOOKS.isdisjoint(clause) or (clause[:1] != ["thats"] and all(word in _TELLS for word in clause)):
        return True
    rest = [word for word in clause[:_FEW] if word not in _HUNG and word not in _LEADS]
    begin = clause.index(rest[0]) if rest else 0
    return bool(rest) and rest[0] in PLACED | INSIDE | OUTSIDE and not STRONG.isdisjoint(clause[begin : begin + _FEW])


def _without_places(clause: list[str]) -> list[str]:
    return [word for word in clause if word not in _PLACES]
