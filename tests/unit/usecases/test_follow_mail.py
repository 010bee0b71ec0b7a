"""What the mail service reports moves mail forward, stops contacts, and pauses all mail where it is too much."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.domain.errors import Conflict
from chalicelib.domain.mail_event import MailEvent
from chalicelib.usecases.follow_mail import FollowMail
from tests import builders
from tests.unit.usecases.owner_with_both import OwnerWithBoth


@pytest.fixture
def both(world):
    owner = OwnerWithBoth(world)
    owner.ask(owner.mailbox)
    return owner


def follow(world, happening, message_id, *, provider_id="ses-1", counts=True):
    follower = FollowMail(
        **world.ports("registry", "outbox", "transactions", "clock"),
        fall_back=world.fall_back(), health=world.mail_health(),
    )  # fmt: skip
    return follower.follow(
        MailEvent(happening=happening, message_id=message_id, provider_id=provider_id, counts=counts)
    )


def consent(both):
    found = both.world.registry.contact(both.mailbox.key)
    return found.consent, found.stopped_by


def test_a_delivery_moves_the_message_forward_once(both):
    assert follow(both.world, "delivered", both.first.message_id)
    assert not follow(both.world, "delivered", both.first.message_id)
    assert both.first.state == "delivered"


def test_a_hard_bounce_stops_the_mailbox_and_asks_by_text(both):
    assert follow(both.world, "hard_bounce", both.first.message_id)
    both.sweep()

    assert consent(both) == ("stopped", "provider")
    assert (both.first.state, both.first.reason) == ("undelivered", "hard_bounce")
    assert len(both.world.texts.sent) == 1


def test_a_bounce_after_the_delivery_counts_too(both):
    follow(both.world, "delivered", both.first.message_id)
    follow(both.world, "hard_bounce", both.first.message_id)
    follow(both.world, "delivered", both.first.message_id)

    assert both.first.state == "undelivered"
    assert consent(both)[0] == "stopped"


def test_a_soft_bounce_ends_the_mail_and_stops_nobody(both):
    follow(both.world, "soft_bounce", both.first.message_id)
    both.sweep()

    assert consent(both) == ("given", "")
    assert both.first.state == "undelivered"
    assert len(both.world.texts.sent) == 1


def test_a_complaint_is_an_opt_out_and_nobody_is_asked_elsewhere_for_it(both):
    follow(both.world, "delivered", both.first.message_id)
    follow(both.world, "complaint", both.first.message_id)
    both.sweep()

    assert consent(both) == ("stopped", "provider")
    assert both.second is None
    assert both.world.texts.sent == []


def test_the_same_event_again_changes_nothing(both):
    follow(both.world, "hard_bounce", both.first.message_id)
    again = [follow(both.world, "hard_bounce", both.first.message_id) for _ in range(3)]
    both.sweep()

    assert again == [False] * 3
    assert both.world.mail_health().figures().bounces == 1
    assert len(both.world.texts.sent) == 1


def test_an_old_bounce_does_not_undo_a_return(both):
    follow(both.world, "hard_bounce", both.first.message_id)
    both.world.clock.pass_time(hours=1)
    back = both.world.registry.set_consent(both.mailbox.key, "given", at=both.world.clock.now(), cause="a mail")
    both.world.commit(back)
    follow(both.world, "hard_bounce", both.first.message_id)

    assert consent(both)[0] == "given"


def test_an_event_that_was_cut_off_after_the_stop_is_finished_when_it_comes_again(both, monkeypatch):
    class Dies:
        def give_up(self, *_args, **_kept):
            raise RuntimeError

    monkeypatch.setattr(both.world, "fall_back", Dies)
    with pytest.raises(RuntimeError):
        follow(both.world, "hard_bounce", both.first.message_id)
    monkeypatch.undo()
    assert consent(both)[0] == "stopped"
    follow(both.world, "hard_bounce", both.first.message_id)
    both.sweep()

    assert both.first.state == "undelivered"
    assert len(both.world.texts.sent) == 1


def test_an_event_about_nothing_of_ours_is_ignored(world):
    assert not follow(world, "hard_bounce", "nothing")


def test_a_complaint_about_mail_to_somebody_who_was_forgotten_is_remembered(both):
    world = both.world
    gone = world.registry.remove_household(both.household(), at=world.clock.now())
    world.commit(*gone)
    follow(world, "complaint", both.first.message_id)

    left = world.registry.contact(both.mailbox.key)
    assert (left.consent, left.address, left.owner_id) == ("stopped", "", None)


def mails(world, count, kind="notice"):
    """Hand so many mails over, and give their ids."""
    key = world.contact("many@example.com", channel="email", consent="given").key
    names = [f"n{number}" for number in range(count)]
    for name in names:
        world.commit(world.outbox.owe(builders.a_message(name, kind=kind, contact_key=key, subject="Hello")))
        world.queue.send([{"message": name}])
    world.deliver()
    return names


@pytest.mark.slow
def test_sending_pauses_at_two_of_a_hundred_bounces(world):
    names = mails(world, 250)
    for name in names[:4]:
        follow(world, "hard_bounce", name, provider_id=name)
    assert not world.mail_health().paused()
    follow(world, "hard_bounce", names[4], provider_id=names[4])

    assert world.mail_health().paused()


@pytest.mark.slow
def test_a_small_share_of_bounces_pauses_nothing(world):
    for name in mails(world, 300)[:5]:
        follow(world, "hard_bounce", name, provider_id=name)

    assert not world.mail_health().paused()


def test_sending_pauses_at_the_second_complaint_of_a_few_mails(world):
    names = mails(world, 10)
    follow(world, "complaint", names[0], provider_id="a")
    assert not world.mail_health().paused()
    follow(world, "complaint", names[1], provider_id="b")

    assert world.mail_health().paused()


def test_what_the_service_does_not_hold_against_us_is_not_counted(world):
    for name in mails(world, 10):
        follow(world, "hard_bounce", name, provider_id=name, counts=False)

    assert not world.mail_health().paused()
    assert world.mail_health().figures().bounces == 0


def test_what_happened_a_week_ago_is_forgotten(world):
    names = mails(world, 20)
    for name in names[:4]:
        follow(world, "hard_bounce", name, provider_id=name)
    world.clock.pass_time(days=8)
    follow(world, "hard_bounce", names[4], provider_id=names[4])

    assert not world.mail_health().paused()


def paused(world):
    names = mails(world, 10)
    for name in names[:5]:
        follow(world, "hard_bounce", name, provider_id=name)
    assert world.mail_health().paused()
    return len(world.emails.sent)


def test_while_mail_is_paused_it_waits_and_texts_go_on(world):
    before = paused(world)
    both = OwnerWithBoth(world)
    both.ask(both.mailbox)
    world.commit(world.outbox.owe(builders.a_message("text1", kind="notice", contact_key=both.phone.key)))
    world.queue.send([{"message": "text1"}])

    assert world.deliver() == ["accepted"]
    assert len(world.emails.sent) == before
    assert (both.first.state, both.first.attempts) == ("owed", 0)
    assert both.first.due_at == world.clock.now() + timedelta(minutes=15)


def test_what_waited_goes_out_once_mail_is_resumed_and_the_count_begins_anew(world):
    before = paused(world)
    both = OwnerWithBoth(world)
    both.ask(both.mailbox)
    world.mail_health().resume()
    world.clock.pass_time(minutes=15)
    both.sweep()

    assert len(world.emails.sent) == before + 1
    figures = world.mail_health().figures()
    assert (figures.sent, figures.bounces, figures.paused) == (1, 0, False)


def test_a_pause_that_somebody_else_made_meanwhile_is_a_pause(world):
    class SomebodyIsFirst:
        def commit(self, changes):
            raise Conflict("mail_pause")

    from chalicelib.usecases.mail_health import MailHealth

    names = mails(world, 5)
    for name in names:
        world.commit(*world.mail_health().note("bounces", name))
    health = MailHealth(**world.ports("scratch", "clock"), transactions=SomebodyIsFirst())

    assert health.judge()
