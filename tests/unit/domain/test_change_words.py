"""What has changed, read from a text of somebody who is registered."""

from __future__ import annotations

import pytest

from chalicelib.domain.change_words import read


@pytest.mark.parametrize("text", ["one of them keeps 5 days", "one . keeps 5 days", "one of, them keeps 5 days"])
def test_one_of_several_is_heard_whatever_marks_stand_between(text: str) -> None:
    said = read(text)

    assert said is not None
    assert (said.one, said.days) == (True, 5)


def test_words_of_one_of_several_that_say_nothing_more_are_no_change() -> None:
    assert read("one . keeps by remove email") is None
