"""Prepare a question: read every field and find the place, so that nothing wrong is ever asked."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.draft import Draft, Unclear, read_fields, read_place
from chalicelib.domain.errors import Refused
from chalicelib.domain.incident import Question
from chalicelib.domain.place import Address, Exact, Located, Outside, Several

if TYPE_CHECKING:
    from chalicelib import ports


def prepare_question(draft: Draft, *, agency: Agency, gazetteer: ports.Gazetteer, now: datetime) -> Question:
    """Give the question that a draft asks; raises Unclear with everything that is wrong, each beside its field."""
    problems: list[Refused] = []
    try:
        fields = read_fields(draft, agency=agency, now=now)
    except Unclear as unclear:
        problems.extend(unclear.problems)
    try:
        place = find_place(draft.place, agency=agency, gazetteer=gazetteer)
    except Refused as problem:
        problems = [*(known for known in problems if known.field != "place"), problem]
    if problems:
        raise Unclear(problems)
    return Question(
        case_number=fields.case_number,
        category=fields.category,
        place=place,
        radius_m=fields.radius_m,
        window=fields.window,
        look_for=fields.look_for,
    )


def find_place(text: str, *, agency: Agency, gazetteer: ports.Gazetteer) -> Address:
    """Find the one place that is meant, inside the boundary; raises Refused with the field `place` otherwise."""
    located = gazetteer.find(read_place(text))
    if isinstance(located, Exact) and gazetteer.inside(located.address.point):
        return located.address
    raise _problem(located, agency)


def _problem(located: Located, agency: Agency) -> Refused:
    if isinstance(located, (Exact, Outside)):
        return Refused("slack.place_outside", field="place", agency=agency.name)
    several = isinstance(located, Several)
    offered = located.candidates if isinstance(located, Several) else located.suggestions
    lines = "; ".join(address.line() for address in offered[:5])
    if several and lines:
        return Refused("slack.place_several", field="place", places=lines)
    return Refused("slack.place_near" if lines else "slack.place_unknown", field="place", places=lines)
