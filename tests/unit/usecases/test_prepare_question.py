"""A draft becomes a question only where every field holds and the place is found inside the boundary."""

from __future__ import annotations

import pytest

from chalicelib.domain.draft import Draft, Unclear
from chalicelib.domain.incident import Question
from chalicelib.domain.place import Exact, Located, Outside, Point, Several, Unknown
from chalicelib.usecases.prepare_question import prepare_question
from tests import builders
from tests.fakes import NOON, FakeGazetteer

WHOLE = Draft(
    case_number="26-01234",
    category="burglary",
    place="1009 Roxleigh Rd",
    radius="1000 ft",
    window="2026-11-20 16:00-18:00",
    look_for="  man in\na red jacket ",
)


def prepared(draft: Draft = WHOLE, located: Located | None = None) -> Question:
    gazetteer = FakeGazetteer()
    gazetteer.knows(WHOLE.place, located or builders.an_address())
    return prepare_question(draft, agency=builders.an_agency(), gazetteer=gazetteer, now=NOON)


def test_a_whole_draft_becomes_its_question() -> None:
    question = prepared()

    assert question == builders.a_question(radius_m=304.8, window=builders.a_window())


def test_an_empty_draft_names_every_field_but_the_one_that_may_be_empty() -> None:
    with pytest.raises(Unclear) as caught:
        prepared(Draft())

    fields = [problem.field for problem in caught.value.problems]
    assert sorted(fields) == ["case_number", "category", "place", "radius", "window"]


@pytest.mark.parametrize(
    ("located", "reason", "said"),
    [
        (Unknown(), "slack.place_unknown", ""),
        (Unknown((builders.an_address(),)), "slack.place_near", "1009 Roxleigh Rd, Towson 21286"),
        (Several((builders.an_address(),)), "slack.place_several", "1009 Roxleigh Rd, Towson 21286"),
        (Outside(builders.an_address()), "slack.place_outside", ""),
    ],
)
def test_a_place_that_is_not_the_one_is_said(located: Located, reason: str, said: str) -> None:
    with pytest.raises(Unclear) as caught:
        prepared(located=located)

    problem = caught.value.problems[-1]
    assert (problem.field, problem.reason, problem.values.get("places", "")) == ("place", reason, said)


def test_a_gazetteer_that_knows_places_beyond_the_boundary_is_not_believed() -> None:
    gazetteer = FakeGazetteer()
    gazetteer.find = lambda text: an_exact_place()
    gazetteer.edge = (Point(0, 0), Point(1, 1))

    with pytest.raises(Unclear) as caught:
        prepare_question(WHOLE, agency=builders.an_agency(), gazetteer=gazetteer, now=NOON)

    assert caught.value.problems[0].reason == "slack.place_outside"


def an_exact_place() -> Located:
    return Exact(builders.an_address())
