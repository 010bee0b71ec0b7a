"""What people read is easy to read: Flesch-Kincaid grade 6 for each English catalogue, 9 for any one message."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.reading import ENGLISH, HARDEST_SHOWN, filled, grade, main, measured, messages, syllables, words

MOST = 6.0
MOST_OF_ONE = 9.0
"""Of a message of ten words or more: one sentence that names a supervisor or an administrator, and no more."""
CATALOGUES = sorted(ENGLISH.glob("*.po"))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_reads_at_grade_six_or_below(path: Path) -> None:
    figures = measured(path)

    assert figures["messages"]
    assert figures["grade"] <= MOST
    assert figures["grade_of_long"] <= MOST


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_message_stands_out(path: Path) -> None:
    assert {msgid: found for msgid, found in measured(path)["hardest"].items() if found > MOST_OF_ONE} == {}


def test_the_formula_gives_the_grade_of_a_known_text() -> None:
    # 11 words in 2 sentences, 12 syllables: 0.39 * 5.5 + 11.8 * 12 / 11 - 15.59
    assert grade("The cat sat on the mat. It was a happy cat.") == round(0.39 * 5.5 + 11.8 * 12 / 11 - 15.59, 1)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("camera", 3), ("cameras", 3), ("video", 3), ("registered", 3), ("the", 1), ("people", 2), ("happened", 2),
        ("saved", 1), ("noted", 2), ("makes", 1), ("changes", 2), ("Nothing", 2), ("410-555-0100", 1), ("KTRM", 1),
        ("can't", 1), ("administrator", 5), ("area", 3), ("twelve", 1), ("table", 2), ("north-east", 2),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_hard_text_is_graded_hard() -> None:
    text = "Notwithstanding jurisdictional considerations, administrative registration necessitates authentication."

    assert grade(text) > 20


def test_messages_are_read_as_they_are_sent() -> None:
    assert filled("{short_name}: Reply {digit}.") == "Example Police: Reply 3."
    assert all("{" not in text for path in CATALOGUES for text in messages(path).values())
    assert words("Call 410-555-0100, or don't.") == ["Call", "410-555-0100", "or", "don't"]


def test_the_command_prints_figures_for_each_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    import json

    assert main(["--json"]) == 0
    figures = json.loads(capsys.readouterr().out)

    assert {"sms", "web", "slack", "mail"} <= set(figures)
    assert all(len(each["hardest"]) <= HARDEST_SHOWN for each in figures.values())
