"""When a registration is asked about, and when it counts as unconfirmed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.domain.checking import check_due, silent, unconfirmed
from tests import builders
from tests.fakes import NOON

DAY = timedelta(days=1)


@pytest.mark.parametrize(("days", "due"), [(364, False), (365, True), (900, True)])
def test_a_year_after_registering_the_question_comes(*, days: int, due: bool) -> None:
    assert check_due(builders.an_owner(registered_at=NOON), NOON + days * DAY) is due


def test_a_yes_starts_the_year_anew() -> None:
    owner = builders.an_owner(registered_at=NOON, confirmed_at=NOON + 365 * DAY, checked_at=NOON + 364 * DAY)

    assert not check_due(owner, NOON + 700 * DAY)
    assert check_due(owner, NOON + 730 * DAY)


@pytest.mark.parametrize(("checks", "days", "due"), [(1, 29, False), (1, 30, True), (2, 364, False), (2, 365, True)])
def test_without_an_answer_it_comes_once_more_after_a_month_and_then_each_year(
    *, checks: int, days: int, due: bool
) -> None:
    owner = builders.an_owner(registered_at=NOON - 400 * DAY, checked_at=NOON, checks=checks)

    assert check_due(owner, NOON + days * DAY) is due


@pytest.mark.parametrize(
    ("checks", "days", "is_unconfirmed"), [(0, 90, False), (1, 90, False), (2, 29, False), (2, 30, True)]
)
def test_two_questions_without_an_answer_leave_it_unconfirmed(*, checks: int, days: int, is_unconfirmed: bool) -> None:
    owner = builders.an_owner(checked_at=NOON, checks=checks)

    assert unconfirmed(owner, NOON + days * DAY) is is_unconfirmed


def test_a_phone_is_silent_a_year_after_the_last_word_from_it() -> None:
    heard = builders.a_contact(consent_at=NOON - 800 * DAY, heard_at=NOON - 364 * DAY)

    assert not silent(heard, NOON)
    assert silent(heard, NOON + DAY)
    assert silent(builders.a_contact(consent_at=NOON - 365 * DAY), NOON)


def test_a_mailbox_is_never_silent() -> None:
    assert not silent(builders.a_contact(channel="email", consent_at=NOON - 800 * DAY), NOON)
