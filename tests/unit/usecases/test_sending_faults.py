"""Faults H1 to H4 and H6 to H8 against the real use cases and stores: 0 lost, 0 twice, 0 after STOP, 0 stuck."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta

import pytest

from chalicelib.domain.errors import ProviderSilent
from chalicelib.usecases.sweep import sweep
from tests.builders import PHONE, a_message
from tests.fakes.faults import DiedError, Stage, UnreliableTexts

RATE = 0.05
SWEEPS = 150


def owe(world, number, contact):
    message = a_message(f"m{number}", contact_key=contact.key, expires_at=world.clock.now() + timedelta(days=1))
    world.commit(world.outbox.owe(message))
    return message.message_id


def sweep_until_settled(world, stage, *, chance=None, sweeps=SWEEPS):
    """Once a minute, or oftener by chance: callbacks, a sweep, and all that the queue holds, shuffled and doubled."""
    for _ in range(sweeps):
        world.clock.pass_time(seconds=chance.uniform(5, 60) if chance else 60)
        if isinstance(world.texts, UnreliableTexts):
            world.texts.report()
        sweep(**world.ports("outbox", "queue", "clock"))
        bodies = list(world.queue.take())
        if chance:
            bodies += [body for body in bodies if chance.random() < RATE]
            chance.shuffle(bodies)
        for body in bodies:
            stage.deliver(body["message"])
        if not world.outbox.due(now=world.clock.now() + timedelta(hours=6)):
            return


class Trouble:
    """At any step: die, freeze for up to two minutes, or let another sender or a STOP come first."""

    def __init__(self, world, chance, stoppable):
        self.world, self.chance, self.stoppable = world, chance, stoppable
        self.nested = 0
        self.stage = None

    def __call__(self, sender):
        roll = self.chance.random()
        if roll < 0.02:
            raise DiedError
        if roll < 0.04:
            self.world.clock.pass_time(seconds=self.chance.uniform(5, 119))
        if roll < 0.08 and self.nested < 2:
            self.nested += 1
            self.stage.deliver(self.chance.choice(self.message_ids))
            self.nested -= 1
        if roll > 0.995 and self.stoppable:
            self.stage.stop(self.stoppable.pop())


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_whatever_breaks_nothing_is_lost_doubled_stuck_or_sent_after_stop(world, seed):
    chance = random.Random(seed)
    world.texts = UnreliableTexts(world, chance, RATE)
    contacts = [world.contact(f"+1410555{number:04d}", consent="given") for number in range(60)]
    trouble = Trouble(world, chance, stoppable=[contact.key for contact in contacts[:12]])
    trouble.stage = stage = Stage(world, trouble)
    trouble.message_ids = [owe(world, number, contact) for number, contact in enumerate(contacts)]
    # Some owners of the queue's first call died before they made it (H7).
    world.queue.send([{"message": message_id} for message_id in trouble.message_ids if chance.random() > RATE])

    sweep_until_settled(world, stage, chance=chance)

    sent = Counter(text.message_id for text in world.texts.sent)
    stopped = {contact.key for contact in contacts if contact.key in stage.stops}
    expected = [f"m{number}" for number, contact in enumerate(contacts) if contact.key not in stopped]
    states = {message_id: world.outbox.message(message_id) for message_id in trouble.message_ids}
    lost = [message_id for message_id in expected if not sent[message_id]]
    doubled = [message_id for message_id, times in sent.items() if times > 1]
    stuck = [name for name, message in states.items() if message.state in ("owed", "claimed", "attempted", "unknown")]
    assert {"lost": lost, "doubled": doubled, "stuck": stuck, "after STOP": stage.after_stop,
            "after lease": stage.after_lease} == {
        "lost": [], "doubled": [], "stuck": [], "after STOP": [], "after lease": []
    }  # fmt: skip


def test_where_every_reply_is_lost_and_the_carriers_list_lags_nothing_is_sent_twice(world):
    world.texts = ForgetfulTexts(world, random.Random(1), rate=0)
    contact = world.contact(consent="given")
    message_ids = [owe(world, number, contact) for number in range(10)]
    stage = Stage(world, lambda sender: None)

    for _ in range(60):
        world.clock.pass_time(seconds=10)
        sweep(**world.ports("outbox", "queue", "clock"))
        for body in world.queue.take():
            stage.deliver(body["message"])

    assert Counter(text.message_id for text in world.texts.sent) == Counter(message_ids)
    assert {world.outbox.message(message_id).state for message_id in message_ids} == {"accepted"}


class ForgetfulTexts(UnreliableTexts):
    """Takes every text, and never gets to say so."""

    def send(self, message_id, to, body):
        super().send(message_id, to, body)
        raise ProviderSilent


def steps_of_one_delivery(world):
    """How many times a sender that meets no trouble touches the outside, before and after counted apart."""
    seen = []
    stage = Stage(world, lambda sender: seen.append(sender.step))
    owe(world, 0, world.contact("+14105550100", consent="given"))
    assert stage.deliver("m0") == "accepted"
    return seen[-1]


def test_a_sender_that_dies_at_any_step_loses_and_doubles_nothing(world):
    steps = steps_of_one_delivery(world)
    assert steps >= 12
    for fatal in range(1, steps + 1):
        phone = f"+14105551{fatal:03d}"
        owe(world, fatal, world.contact(phone, consent="given"))

        def die(sender, fatal=fatal):
            if sender.step == fatal:
                raise DiedError

        assert Stage(world, die).deliver(f"m{fatal}") == "died"
        sweep_until_settled(world, Stage(world, lambda sender: None))

        assert len(world.texts.to(phone)) == 1, f"died at step {fatal}"
        assert world.outbox.message(f"m{fatal}").state == "accepted"


def test_a_stop_at_any_step_is_heeded_unless_the_claim_came_first(world):
    steps = steps_of_one_delivery(world)
    for moment in range(1, steps + 1):
        phone = f"+14105552{moment:03d}"
        contact = world.contact(phone, consent="given")
        owe(world, moment, contact)
        stage = Stage(world, lambda sender: None)

        def say_stop(sender, moment=moment, stage=stage, contact=contact):
            if sender.step == moment:
                stage.stop(contact.key)

        stage.strike = say_stop
        stage.deliver(f"m{moment}")
        sweep_until_settled(world, stage)

        assert stage.after_stop == []
        assert len(world.texts.to(phone)) <= 1
        assert world.outbox.message(f"m{moment}").state in ("accepted", "dropped")


def test_after_a_stop_was_committed_no_sender_ever_claims(world):
    contact = world.contact(consent="given")
    for number in range(20):
        owe(world, number, contact)
    stage = Stage(world, lambda sender: None)
    stage.stop(contact.key)

    sweep_until_settled(world, stage)

    assert world.texts.to(PHONE) == []


def test_a_second_sender_at_any_step_of_the_first_sends_nothing_more(world):
    steps = steps_of_one_delivery(world)
    for moment in range(1, steps + 1):
        phone = f"+14105553{moment:03d}"
        owe(world, moment, world.contact(phone, consent="given"))
        quiet = Stage(world, lambda sender: None)

        def barge_in(sender, moment=moment, quiet=quiet):
            if sender.step == moment:
                quiet.deliver(f"m{moment}")

        Stage(world, barge_in).deliver(f"m{moment}")
        sweep_until_settled(world, quiet)

        assert len(world.texts.to(phone)) == 1, f"barged in at step {moment}"


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [5, 25, 31, 60, 119, 121, 600])
def test_a_sender_frozen_at_any_step_never_calls_after_its_lease_but_at_the_call_itself(world, seconds):
    steps = steps_of_one_delivery(world)
    for moment in range(1, steps + 1):
        phone = f"+14105554{moment:03d}"
        owe(world, moment, world.contact(phone, consent="given"))

        def freeze(sender, moment=moment):
            if sender.step == moment:
                world.clock.pass_time(seconds=seconds)

        stage = Stage(world, freeze)
        stage.deliver(f"m{moment}")
        sweep_until_settled(world, Stage(world, lambda sender: None))

        assert stage.after_lease == [], f"frozen at step {moment}"
        assert len(world.texts.to(phone)) == 1, f"frozen at step {moment}"
