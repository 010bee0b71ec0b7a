"""What a deployment is told comes from the environment, from the last time, or from the person; never half-read."""

from __future__ import annotations

import pytest

from infra.answers import PARAMETERS, SECRETS, Asked, answer, secrets_of
from infra.failure import CannotGoOnError
from infra.names import stack_name

NUMBER = next(asked for asked in PARAMETERS if asked.name == "AgencyNumber")
TOKEN = next(asked for asked in SECRETS if asked.name == "twilio_auth_token")


def nobody_asks(asked: Asked) -> str:
    raise AssertionError(f"asked for {asked.name}")


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for asked in (*PARAMETERS, *SECRETS):
        monkeypatch.delenv(asked.variable, raising=False)


def test_a_variable_beats_what_was_answered_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENCY_NUMBER", "+14105550101")
    assert answer(NUMBER, {"AgencyNumber": "+14105550100"}, ask=nobody_asks) == "+14105550101"


def test_what_was_answered_before_is_not_asked_again() -> None:
    assert answer(NUMBER, {"AgencyNumber": "+14105550100"}, ask=nobody_asks) == "+14105550100"


def test_what_does_not_look_right_is_refused_by_name_of_its_variable() -> None:
    with pytest.raises(CannotGoOnError, match="AGENCY_NUMBER"):
        answer(NUMBER, {}, ask=lambda _: "410 555 0100")


def test_a_secret_is_never_repeated_in_an_error() -> None:
    with pytest.raises(CannotGoOnError) as error:
        answer(TOKEN, {}, ask=lambda _: "hush hush")
    assert "hush" not in str(error.value)


def test_the_key_of_the_contacts_is_made_once_and_kept() -> None:
    known = {
        "twilio_account_sid": "AC" + "0" * 32,
        "twilio_auth_token": "t" * 32,
        "slack_signing_secret": "s" * 32,
        "slack_bot_token": "xoxb-1",
    }
    first = secrets_of(known)
    assert len(first["contact_key"]) == 64
    assert secrets_of({**known, **first})["contact_key"] == first["contact_key"]


@pytest.mark.parametrize("name", ["", "Prod", "1st", "a" * 21, "two words", "../x"])
def test_a_stage_whose_name_no_bucket_could_bear_is_refused(name: str) -> None:
    with pytest.raises(CannotGoOnError):
        stack_name(name)
