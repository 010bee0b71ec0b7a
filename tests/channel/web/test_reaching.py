"""One owner, a phone and a mailbox: each proved by its holder, taken off again, asked in the order that they choose."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from chalicelib.domain.owner import Contact, Household
from chalicelib.usecases.spending import SPENT
from tests import builders
from tests.channel.web.conftest import last_code, sign_in
from tests.channel.web.visitor import Page, Visitor
from tests.world import World

MAILBOX = "neighbor@example.com"


@pytest.fixture
def household(wired: World) -> Household:
    return wired.household()


@pytest.fixture
def page(visitor: Visitor, wired: World, household: Household) -> Page:
    return sign_in(visitor, wired)


def link(world: World) -> str:
    world.deliver()
    found = re.search(r"https://porchlight\.example(/me/mailbox/\S+)", world.emails.sent[-1].body)
    assert found
    return found[1]


def now(world: World, household: Household) -> Household:
    found = world.registry.household(household.owner.owner_id)
    assert found
    return found


def mailbox(world: World) -> Contact | None:
    return world.registry.contact(world.registry.key_of("email", MAILBOX))


def adds(visitor: Visitor, world: World, page: Page) -> None:
    visitor.post("/me/mailbox", stamp=page.stamp(), email="Neighbor@Example.com")
    visitor.post_only(link(world))


def test_a_mailbox_belongs_to_the_owner_once_its_holder_pressed_the_button(
    visitor: Visitor, other_visitor: Visitor, wired: World, household: Household, page: Page
) -> None:
    visitor.post("/me/mailbox", stamp=page.stamp(), email=MAILBOX)
    path = link(wired)
    assert other_visitor.get(path).status == 200
    assert [each.channel for each in now(wired, household).contacts] == ["sms"]

    assert other_visitor.post_only(path).status == 200
    [_, added] = now(wired, household).contacts
    assert (added.channel, added.address, added.consent, added.owner_id) == (
        "email", MAILBOX, "given", household.owner.owner_id,
    )  # fmt: skip


def test_a_link_works_once_and_for_a_day(visitor: Visitor, wired: World, household: Household, page: Page) -> None:
    visitor.post("/me/mailbox", stamp=page.stamp(), email=MAILBOX)
    path = link(wired)
    wired.clock.pass_time(days=1)
    assert visitor.get(path).status == visitor.post_only(path).status == 404
    assert len(now(wired, household).contacts) == 1

    page = sign_in(visitor, wired)
    visitor.post("/me/mailbox", stamp=page.stamp(), email=MAILBOX)
    again = link(wired)
    assert [visitor.post_only(again).status for _ in range(2)] == [200, 404]


def test_a_mailbox_of_somebody_else_is_refused_without_saying_so(
    visitor: Visitor, wired: World, household: Household, page: Page
) -> None:
    theirs = wired.contact(MAILBOX, channel="email", owner_id="other", consent="given")
    free = visitor.post("/me/mailbox", stamp=page.stamp(), email="free@example.com")
    taken = visitor.post("/me/mailbox", stamp=page.stamp(), email=MAILBOX)
    wired.deliver()

    assert taken.words() == free.words()
    assert wired.registry.contact(theirs.key).owner_id == "other"
    to_them = next(mail for mail in wired.emails.sent if mail.to == MAILBOX)
    assert "Nothing was changed" in to_them.body
    assert "/me/mailbox/" not in to_them.body


def test_a_mailbox_that_somebody_else_took_meanwhile_is_refused_kindly(
    visitor: Visitor, wired: World, household: Household, page: Page
) -> None:
    visitor.post("/me/mailbox", stamp=page.stamp(), email=MAILBOX)
    path, key = link(wired), wired.registry.key_of("email", MAILBOX)
    wired.commit(wired.registry.attach_contact(key, "other", consent_at=wired.clock.now()))

    refused = visitor.post_only(path)
    assert refused.status == 422
    assert "410-555-0100" in refused.text
    assert len(now(wired, household).owner.contact_keys) == 1


def test_a_mailbox_that_stopped_is_not_written_to(
    visitor: Visitor, wired: World, household: Household, page: Page
) -> None:
    wired.contact(MAILBOX, channel="email", consent="stopped", stopped_by="words")
    visitor.post("/me/mailbox", stamp=page.stamp(), email=MAILBOX)
    wired.deliver()

    assert wired.emails.sent == []


@pytest.mark.parametrize("typed", ["", "neighbor", "a@b", "a b@example.com", "x@example.com\r\nBcc: y@example.com"])
def test_what_is_no_address_is_said_so(visitor: Visitor, wired: World, page: Page, typed: str) -> None:
    answer = visitor.post("/me/mailbox", stamp=page.stamp(), email=typed)

    assert answer.status == 422
    assert answer.described_by("email")


def test_one_mailbox_is_written_to_three_times_an_hour(visitor: Visitor, wired: World, page: Page) -> None:
    answers = [visitor.post("/me/mailbox", stamp=page.stamp(), email=MAILBOX) for _ in range(4)]
    wired.deliver()

    assert [answer.status for answer in answers] == [200, 200, 200, 422]
    assert len(wired.emails.sent) == 3


def test_an_owner_has_us_write_to_ten_others_a_day(visitor: Visitor, wired: World, page: Page) -> None:
    mailed = [visitor.post("/me/mailbox", stamp=page.stamp(), email=f"n{n}@example.com").status for n in range(8)]
    texted = [visitor.post_only("/me/phone", stamp=page.stamp(), phone=f"410-555-016{n}").status for n in range(4)]
    after = visitor.post("/me/mailbox", stamp=page.stamp(), email=MAILBOX)

    assert mailed == [200] * 8
    assert texted == [303, 303, 422, 422]
    assert after.status == 422


def test_a_phone_that_an_owner_names_costs_no_more_than_strangers_may(visitor: Visitor, wired: World) -> None:
    wired.household()
    page = sign_in(visitor, wired)
    day = wired.clock.now().astimezone(wired.agency.zone()).date().isoformat()
    most = wired.agency.limits.stranger_segments_per_day
    wired.scratch.count(
        SPENT, day, now=wired.clock.now(), expires_at=wired.clock.now() + timedelta(days=1), by=most - 1
    )
    answers = [visitor.post_only("/me/phone", stamp=page.stamp(), phone=f"410-555-016{n}").status for n in range(3)]

    assert answers == [303, 422, 422]


def test_a_phone_is_added_by_its_code(visitor: Visitor, wired: World, household: Household, page: Page) -> None:
    asked = visitor.post("/me/phone", stamp=page.stamp(), phone=builders.OTHER_PHONE)
    visitor.post("/me/phone/code", stamp=asked.stamp(), code=last_code(wired))

    assert [each.address for each in now(wired, household).contacts] == [builders.PHONE, builders.OTHER_PHONE]


def test_a_phone_of_somebody_else_is_refused(visitor: Visitor, wired: World, household: Household, page: Page) -> None:
    other = wired.household(builders.OTHER_PHONE)
    asked = visitor.post("/me/phone", stamp=page.stamp(), phone=builders.OTHER_PHONE)
    answer = visitor.post("/me/phone/code", stamp=asked.stamp(), code=last_code(wired))

    assert answer.status == 422
    assert len(now(wired, household).contacts) == len(now(wired, other).contacts) == 1


def test_an_owner_gets_in_with_a_code_by_mail(visitor: Visitor, wired: World, page: Page) -> None:
    adds(visitor, wired, page)
    visitor.post("/me/out", stamp=visitor.get("/me").stamp())
    entering = visitor.get("/me")
    entering = visitor.post("/me", stamp=entering.stamp(), phone=MAILBOX)
    wired.deliver()
    code = re.findall(r"\b\d{6}\b", wired.emails.sent[-1].body)[0]
    inside = visitor.post("/me/code", stamp=entering.stamp(), code=code)

    assert MAILBOX in inside.text
    assert code not in wired.emails.sent[-1].subject


def test_an_owner_says_which_comes_first(visitor: Visitor, wired: World, household: Household, page: Page) -> None:
    from chalicelib.domain.asking import reachable

    adds(visitor, wired, page)
    ways = [
        ("email_first", "email", ""), ("sms_only", "sms", "sms"), ("email_only", "email", "email"),
        ("sms_first", "sms", ""),
    ]  # fmt: skip
    for way, channel, only in ways:
        visitor.post("/me/way", stamp=page.stamp(), way=way)
        current = now(wired, household)
        contact = reachable(current)
        assert contact
        assert (contact.channel, current.owner.wishes.only) == (channel, only)
    assert visitor.post("/me/way", stamp=page.stamp(), way="pigeon").status == 422


def test_a_contact_is_taken_off_but_never_the_last(
    visitor: Visitor, wired: World, household: Household, page: Page
) -> None:
    adds(visitor, wired, page)
    visitor.post("/me/way", stamp=page.stamp(), way="email_only")
    first, second = now(wired, household).contacts
    visitor.post(f"/me/contacts/{second.key}/remove", stamp=page.stamp())
    current = now(wired, household)
    last = visitor.post(f"/me/contacts/{first.key}/remove", stamp=page.stamp())

    assert mailbox(wired) is None
    assert (len(current.contacts), current.owner.wishes.only) == (1, "")
    assert last.status == 422
    assert len(now(wired, household).contacts) == 1


def test_nobody_takes_off_what_is_not_theirs(visitor: Visitor, wired: World, page: Page) -> None:
    other = wired.household(builders.OTHER_PHONE)

    assert visitor.post(f"/me/contacts/{other.contacts[0].key}/remove", stamp=page.stamp()).status == 404
    assert len(now(wired, other).contacts) == 1


def test_deleting_everything_forgets_both_and_the_open_link(
    visitor: Visitor, wired: World, household: Household, page: Page
) -> None:
    adds(visitor, wired, page)
    visitor.post("/me/mailbox", stamp=page.stamp(), email="second@example.com")
    path = link(wired)
    visitor.post("/me/delete", stamp=visitor.get("/me/delete").stamp())

    assert mailbox(wired) is None
    assert visitor.post_only(path).status == 404


def test_taking_off_a_lost_phone_ends_what_was_begun_with_it(
    visitor: Visitor, other_visitor: Visitor, wired: World, household: Household, page: Page
) -> None:
    adds(visitor, wired, page)
    thief = sign_in(other_visitor, wired)
    other_visitor.post("/me/mailbox", stamp=thief.stamp(), email="thief@example.com")
    path = link(wired)
    lost = now(wired, household).contacts[0].key
    wired.commit(wired.scratch.put("conversation", lost, {}, expires_at=wired.clock.now() + timedelta(days=30)))

    visitor.post(f"/me/contacts/{lost}/remove", stamp=page.stamp())

    assert MAILBOX in visitor.get("/me").text
    assert MAILBOX not in other_visitor.get("/me").text
    assert other_visitor.post_only(path).status == 404
    assert wired.scratch.get("conversation", lost, now=wired.clock.now()) is None
    assert wired.scratch.traced(lost, now=wired.clock.now()) == []
