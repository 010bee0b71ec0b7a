"""An ask as its owner sees it: what is asked, the six answers, STOP, and whose link it is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from chalicelib.domain.incident import Answer
from tests import builders
from tests.channel.web.conftest import LINK, Asked, ask_somebody
from tests.channel.web.visitor import Page, Visitor
from tests.world import World


def test_the_page_says_what_is_asked_and_how_to_check_it(visitor: Visitor, asked: Asked) -> None:
    words = visitor.get(asked.path).words()

    for said in ("Burglary", "1000 block of Roxleigh Rd", "man in a red jacket", "4:00-6:00 PM EST"):
        assert said in words
    assert "call the desk at 410-555-0100 and say the code BCDF" in words
    assert "1009" not in words


@pytest.mark.parametrize("answer", list(Answer))
def test_each_answer_has_a_button_that_works(visitor: Visitor, asked: Asked, answer: Answer) -> None:
    page = visitor.get(asked.path)
    assert f'name="answer" value="{answer}"' in page.text

    page = visitor.post(f"{asked.path}/answer", stamp=page.stamp(), answer=answer)

    assert "Your answer is saved" in page.words()
    assert asked.now().answer is answer


def test_an_answer_brings_the_board_up_to_date_once(visitor: Visitor, asked: Asked, wired: World) -> None:
    stamp = visitor.get(asked.path).stamp()
    for _ in range(2):
        visitor.post(f"{asked.path}/answer", stamp=stamp, answer="nothing")

    kinds = [wired.outbox.message(body["message"]).kind for body in wired.queue.bodies]
    assert kinds == ["board"]


def test_an_answer_can_be_changed(visitor: Visitor, asked: Asked) -> None:
    stamp = visitor.get(asked.path).stamp()
    visitor.post(f"{asked.path}/answer", stamp=stamp, answer="no")
    page = visitor.post(f"{asked.path}/answer", stamp=stamp, answer="saved")

    assert asked.now().answer is Answer.SAVED
    assert "You said: I saved it" in page.words()


def test_who_needs_help_is_told_whom_to_call(visitor: Visitor, asked: Asked) -> None:
    page = visitor.post(f"{asked.path}/answer", stamp=visitor.get(asked.path).stamp(), answer="help")

    assert "Call 410-555-0100" in page.words()


def test_what_is_no_answer_is_refused(visitor: Visitor, asked: Asked) -> None:
    page = visitor.post(f"{asked.path}/answer", stamp=visitor.get(asked.path).stamp(), answer="maybe")

    assert page.status == 422
    assert asked.now().answer is None


def test_looking_changes_nothing(visitor: Visitor, asked: Asked) -> None:
    before = asked.now()
    visitor.head(asked.path)
    visitor.get(f"{asked.path}?done=answered")

    assert asked.now() == before


def test_a_guessed_an_expired_and_a_foreign_link_look_like_one_that_never_existed(
    visitor: Visitor, asked: Asked, wired: World
) -> None:
    never = visitor.get("/r/never-existed")
    assert never.status == 404

    for path in ("/r/" + LINK.upper(), f"/r/{LINK}%20", "/r/%00", "/r/" + "x" * 3000):
        page = visitor.get(path)
        assert (page.status, without_address(page)) == (404, without_address(never))
    wired.clock.pass_time(days=14)
    expired = visitor.get(asked.path)
    assert (expired.status, without_address(expired)) == (404, without_address(never))


def without_address(page: Page) -> str:
    """The page but for its own address, to which it leads in other languages."""
    return re.sub(r'href="[^"]*\?lang=', 'href="?lang=', page.text)


@pytest.mark.parametrize("tail", ["/answer", "/stop", "/file"])
def test_posting_to_a_guessed_link_is_404_too(visitor: Visitor, asked: Asked, tail: str) -> None:
    stamp = visitor.get(asked.path).stamp()

    assert visitor.post(f"/r/guessed{tail}", stamp=stamp, answer="no").status == 404


def test_a_stamp_of_another_ask_is_refused(visitor: Visitor, asked: Asked, wired: World) -> None:
    second = builders.a_request("request2", code="WXYZ")
    other = replace(asked.ask, request_id=second.request_id, code=second.code)
    wired.commit(*wired.requests.add_request(second), wired.requests.add_ask(other))
    wired.commit(wired.requests.add_link("another-link", other))

    page = visitor.post(f"{asked.path}/answer", stamp=visitor.get("/r/another-link").stamp(), answer="no")

    assert page.status == 403
    assert asked.now().answer is None


def test_a_closed_request_takes_no_answer_and_no_file(visitor: Visitor, wired: World) -> None:
    asked = ask_somebody(wired, state="closed")
    page = visitor.get(asked.path)

    assert "This question is closed" in page.words()
    assert "Send one file" not in page.words()
    page = visitor.post(f"{asked.path}/answer", stamp=page.stamp(), answer="no")
    assert page.status == 422
    assert visitor.post_json(f"{asked.path}/files", {"name": "a.mp4", "size": 5}).status == 422


def test_stopping_there_works_at_once_and_can_be_pressed_twice(visitor: Visitor, asked: Asked, wired: World) -> None:
    stamp = visitor.get(asked.path).stamp()

    for _ in range(2):
        assert "We have stopped" in visitor.post(f"{asked.path}/stop", stamp=stamp).words()

    contact = wired.registry.contact(asked.ask.contact_key)
    assert (contact.consent, contact.stopped_by) == ("stopped", "page")


def test_what_to_look_for_is_shown_as_text(visitor: Visitor, wired: World) -> None:
    asked = ask_somebody(wired, question=builders.a_question(look_for="<script>alert(1)</script>"))

    assert "<script>alert" not in visitor.get(asked.path).text
