"""What each channel refuses: forged, stale and unknown callers, without an effect and without an error of ours."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import pytest

from tests.e2e.outside import Outside, last_night, new_case, new_phone

pytestmark = pytest.mark.e2e
WHAT = f"1009 Roxleigh Rd, 300 m, {last_night()}, burglary, man in a red jacket"


def test_a_text_that_the_carrier_did_not_sign_is_refused(outside: Outside) -> None:
    phone = new_phone()
    assert outside.webhook(phone, "REGISTER", signature="bm90IHNpZ25lZA==").status_code == 403
    assert outside.texts(phone) == []


def test_a_slack_command_signed_with_another_secret_is_refused(outside: Outside) -> None:
    body = urlencode({"command": "/footage", "text": "help", "user_id": outside.told["slack_detective_id"]})
    assert outside.slack(body, secret="another").status_code == 401


def test_a_slack_command_of_an_hour_ago_is_refused(outside: Outside) -> None:
    body = urlencode({"command": "/footage", "text": "help", "user_id": outside.told["slack_detective_id"]})
    assert outside.slack(body, age_s=3600).status_code == 401


def test_somebody_who_is_no_officer_is_told_so_and_learns_nothing(outside: Outside) -> None:
    strange, known, before = new_case(), new_case(), len(outside.slack_messages())
    answer = outside.command(f"{strange}, {WHAT}", user="U0STRANGER")
    assert answer.status_code == 200
    assert "officers" in answer.json()["text"]
    outside.command(f"{known}, {WHAT}")
    outside.wait_for_slack(known, after=before)
    # The officer's preview was asked for later: the stranger's would be here by now.
    told = [json.dumps(each) for each in outside.slack_messages()[before:]]
    told = [each for each in told if "/desk/homes" not in each]  # the sweeper's note about homes comes when it likes
    assert [each for each in told if known not in each] == []
    assert strange not in "".join([answer.text, *told])


def test_a_guessed_link_is_not_found(outside: Outside) -> None:
    assert outside.web.get("/r/" + "A" * 22).status_code == 404


def test_the_desk_is_closed_to_whoever_has_no_link(outside: Outside) -> None:
    assert outside.web.get("/desk").status_code == 403
    assert outside.web.get("/desk/in/" + "A" * 22).status_code == 403


def test_a_form_without_its_stamp_changes_nothing(outside: Outside) -> None:
    answer = outside.web.post("/register", data={"phone": "4105550100", "consent": "yes"})
    assert 400 <= answer.status_code < 500


def test_a_path_that_does_not_exist_is_a_page_in_every_language(outside: Outside) -> None:
    for method in ("GET", "POST", "PUT", "DELETE"):
        answer = outside.web.request(method, "/no/such/page")
        assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
        assert "There is nothing here" in answer.text
        assert "Aquí no hay nada" in answer.text


def test_a_photo_that_no_function_could_take_brings_a_page(outside: Outside) -> None:
    answer = outside.web.post("/me/cameras/c1/photo", files={"photo": b"x" * 5_000_000})

    assert (answer.status_code, answer.headers["content-type"]) == (413, "text/html; charset=utf-8")
    assert "A photo can have up to 4 MB" in answer.text
