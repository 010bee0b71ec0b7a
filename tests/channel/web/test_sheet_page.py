"""The page behind the link in the answer to a table of cameras: every row, what is agreed to, and one button."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chalicelib import wiring
from chalicelib.words.consent import consent_text
from tests.channel.web.visitor import Visitor
from tests.sheets import GOOD, a_csv
from tests.unit.usecases.mailing import ADDRESSES
from tests.unit.usecases.test_sheets_by_mail import Business
from tests.world import World


@pytest.fixture
def business(wired: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Business]:
    monkeypatch.setattr(wiring, "reply_addresses", lambda: ADDRESSES)
    sender = Business(wired)
    sender.sends(a_csv(GOOD + "<b>9</b> Nowhere,1,14,\n"))
    return sender  # type: ignore[return-value]


def test_get_shows_every_row_and_registers_nothing(visitor: Visitor, business: Business, wired: World) -> None:
    for _ in range(3):
        page = visitor.get(f"/sheet/{business.token}")

    said = page.words()
    assert page.status == 200
    assert "1009 Roxleigh Rd, Towson 21286: 2 cameras, looks north, keeps 14 days" in said
    assert "<b>9</b> Nowhere" in said
    assert "We do not know this address." in said
    assert consent_text(wired.agency, "en").text in said
    assert wired.registry.figures() == {"owners": 0, "cameras": 0}


def test_post_registers_once_and_says_so_again(visitor: Visitor, business: Business, wired: World) -> None:
    path = f"/sheet/{business.token}"
    page = visitor.get(path)
    agreed = consent_text(wired.agency, "en").sha256
    assert agreed in page.text

    for _ in range(2):
        done = visitor.post(path, stamp=page.stamp(), agreed=agreed)
        assert "We added 3 cameras" in done.words()
    assert "We added 3 cameras" in visitor.get(path).words()
    assert wired.registry.figures() == {"owners": 1, "cameras": 3}


@pytest.mark.parametrize("agreed", ["", "0" * 64])
def test_a_text_that_is_not_the_one_to_agree_to_registers_nothing(
    visitor: Visitor, business: Business, wired: World, agreed: str
) -> None:
    path = f"/sheet/{business.token}"
    page = visitor.get(path)

    again = visitor.post(path, stamp=page.stamp(), agreed=agreed)

    assert again.status == 422
    assert "The text that you agree to has changed" in again.words()
    assert wired.registry.figures()["owners"] == 0


def test_without_the_pages_own_stamp_nothing_is_done(visitor: Visitor, business: Business, wired: World) -> None:
    assert visitor.post(f"/sheet/{business.token}").status >= 400
    assert wired.registry.figures()["owners"] == 0


def test_the_page_speaks_the_language_that_is_asked_for_and_keeps_what_was_agreed(
    visitor: Visitor, business: Business, wired: World
) -> None:
    page = visitor.get(f"/sheet/{business.token}?lang=es")
    assert "Lo que entendimos" in page.words()

    agreed = consent_text(wired.agency, "es").sha256
    assert agreed in page.text
    visitor.post(f"/sheet/{business.token}", stamp=page.stamp(), agreed=agreed)
    assert business.household.owner.consent_language == "es"


@pytest.mark.parametrize("token", ["x", "a" * 22, "%2e%2e", "a" * 300])
def test_a_link_that_is_none_of_ours_leads_nowhere(visitor: Visitor, wired: World, token: str) -> None:
    assert visitor.get(f"/sheet/{token}").status == 404


def test_a_mended_table_says_what_changes_and_changes_it_once(
    visitor: Visitor, business: Business, wired: World
) -> None:
    path = f"/sheet/{business.token}"
    page, agreed = visitor.get(path), consent_text(wired.agency, "en").sha256
    visitor.post(path, stamp=page.stamp(), agreed=agreed)
    business.sends(a_csv(GOOD.replace(",14,", ",21,")))
    path = f"/sheet/{business.token}"

    page = visitor.get(path)
    assert "2 cameras that are in our list change." in page.words()
    assert "Make these changes" in page.words()
    for _ in range(2):
        assert "We changed 2 cameras" in visitor.post(path, stamp=page.stamp(), agreed=agreed).words()

    assert wired.registry.figures() == {"owners": 1, "cameras": 3}
    assert sorted(camera.retention_days for camera in business.household.cameras) == [21, 21, 30]
