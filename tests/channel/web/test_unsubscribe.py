"""Leaving by the link of a mail: looking does nothing, one press does, and again does no harm."""

from __future__ import annotations

import pytest

from chalicelib import wiring
from tests.channel.web.visitor import Visitor
from tests.world import World

ADDRESS = "neighbor@example.com"
ONE_CLICK = b"List-Unsubscribe=One-Click"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def path(wired: World) -> str:
    contact = wired.contact(ADDRESS, channel="email", consent="given")
    return f"/unsubscribe/{wiring.leave_tokens().of(contact.key)}"


def consent(world: World) -> tuple[str, str]:
    contact = world.registry.contact(world.registry.key_of("email", ADDRESS))
    assert contact
    return contact.consent, contact.stopped_by


def test_looking_at_the_page_changes_nothing(visitor: Visitor, wired: World, path: str) -> None:
    for look in (visitor.get, visitor.head):
        assert look(path).status == 200

    assert consent(wired) == ("given", "")
    assert ADDRESS not in visitor.get(path).text


@pytest.mark.parametrize(("body", "kind"), [
    (ONE_CLICK, FORM), (b"", FORM), (b"", ""),
    (b'--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
     "multipart/form-data; boundary=x"),
])  # fmt: skip
def test_one_press_stops_mail_without_cookie_or_stamp(
    visitor: Visitor, wired: World, path: str, body: bytes, kind: str
) -> None:
    answer = visitor.post_raw(path, body, kind)

    assert answer.status == 200
    assert consent(wired) == ("stopped", "page")
    assert "no more mail" in answer.words()


def test_pressing_again_says_the_same_and_changes_nothing(visitor: Visitor, wired: World, path: str) -> None:
    answers = [visitor.post_raw(path, ONE_CLICK, FORM) for _ in range(3)]

    assert {answer.status for answer in answers} == {200}
    assert consent(wired) == ("stopped", "page")
    assert wired.queue.bodies == []


def test_who_was_forgotten_meanwhile_leaves_a_stop_and_no_address(visitor: Visitor, wired: World, path: str) -> None:
    key = wired.registry.key_of("email", ADDRESS)
    contact = wired.registry.contact(key)
    assert contact
    wired.commit(wired.registry.forget_contact(contact, at=wired.clock.now()))
    assert visitor.post_raw(path, ONE_CLICK, FORM).status == 200

    left = wired.registry.contact(key)
    assert left
    assert (left.consent, left.address, left.channel) == ("stopped", "", "email")


@pytest.mark.parametrize("change", [lambda path: path[:-1], lambda path: path[:20] + "a" * 52, lambda path: path + "x"])
def test_a_link_that_we_never_made_does_nothing(visitor: Visitor, wired: World, path: str, change) -> None:
    assert visitor.get(change(path)).status == 404
    assert visitor.post_raw(change(path), ONE_CLICK, FORM).status == 404
    assert consent(wired) == ("given", "")


def test_the_link_opens_nothing_else(visitor: Visitor, wired: World, path: str) -> None:
    token = path.rpartition("/")[2]

    assert visitor.get(f"/r/{token}").status == 404
