"""What strangers have us send and send back pauses answers to strangers alone, and for a day."""

from __future__ import annotations

import pytest

from chalicelib.usecases.mail_health import MOST_OF_A_DOMAIN
from tests import builders
from tests.unit.usecases.test_follow_mail import follow, mails


def mail_to(world, address, kind="mail_reply", **contact):
    """Let one mail go out to somebody new, and give its id."""
    known = world.contact(address, channel="email", **contact)
    name = f"to-{address}"
    owed = builders.a_message(name, kind=kind, contact_key=known.key, owner_id=known.owner_id, subject="Hello")
    world.commit(world.outbox.owe(owed))
    world.queue.send([{"message": name}])
    world.deliver()
    return name


@pytest.mark.parametrize("kind", ["mail_reply", "code"])
@pytest.mark.parametrize("trouble", ["hard_bounce", "complaint"])
def test_what_strangers_have_us_send_and_send_back_never_stops_what_asks_owners(world, kind, trouble):
    for name in mails(world, 6, kind):
        follow(world, trouble, name, provider_id=name)

    assert [world.mail_health().by(lane).paused() for lane in ("mail", "answers", "strangers")] == [False, False, True]
    assert (world.mail_health().figures().sent, world.mail_health().by("strangers").figures().sent) == (0, 6)


def test_what_strangers_paused_goes_on_after_a_day_and_pauses_again_at_the_next_bounce(world):
    names = mails(world, 7, "mail_reply")
    for name in names[:6]:
        follow(world, "hard_bounce", name, provider_id=name)
    strangers = world.mail_health().by("strangers")
    world.clock.pass_time(days=1)
    assert not strangers.paused()

    follow(world, "hard_bounce", names[6], provider_id=names[6])

    assert strangers.paused()


def test_what_asks_owners_waits_for_an_operator_however_long(world):
    for name in mails(world, 6):
        follow(world, "hard_bounce", name, provider_id=name)
    world.clock.pass_time(days=30)

    assert world.mail_health().paused()


@pytest.mark.parametrize("kind", ["mail_reply", "code"])
def test_an_owners_answer_and_code_go_out_while_strangers_wait(world, kind):
    for name in mails(world, 6, "mail_reply"):
        follow(world, "hard_bounce", name, provider_id=name)

    stranger = mail_to(world, "sam@elsewhere.example", kind)
    owner = mail_to(world, "pat@elsewhere.example", kind, owner_id="owner1", consent="given")

    assert (world.outbox.message(stranger).state, world.outbox.message(owner).state) == ("owed", "accepted")


def test_a_domain_whose_mailboxes_come_back_is_answered_no_more(world):
    for number in range(MOST_OF_A_DOMAIN):
        name = mail_to(world, f"made-up-{number}@flood.example")
        follow(world, "hard_bounce", name, provider_id=name)

    refused = mail_to(world, "made-up-9@flood.example")

    assert world.outbox.message(refused).reason == "domain"
    assert world.outbox.message(mail_to(world, "sam@elsewhere.example")).state == "accepted"


def test_people_of_a_large_provider_are_answered_whoever_else_came_back_there(world):
    for number in range(MOST_OF_A_DOMAIN):
        name = mail_to(world, f"made-up-{number}@gmail.com")
        follow(world, "hard_bounce", name, provider_id=name)

    assert world.outbox.message(mail_to(world, "pat@gmail.com")).state == "accepted"
