"""The inbound function killed between any two effects, events given twice and out of order: nothing lost or doubled."""

from __future__ import annotations

import contextlib
import random

import pytest

from chalicelib.domain.incident import Answer, RequestId
from chalicelib.domain.owner import OwnerId
from chalicelib.usecases.keep_attachments import KeepAttachments
from chalicelib.usecases.sweep import sweep
from tests.fakes.faults import DiedError, Struck
from tests.unit.usecases.mailing import ADDRESSES, File, Mailbox, confirmer, mail_receiver
from tests.unit.usecases.texting import ask
from tests.world import EVIDENCE_BUCKET

EFFECTS = {"transactions": ("commit",), "scratch": ("count", "forget", "take"), "outbox_queue": ("send",)}
REGISTER = "Register 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days"


class Dying:
    """Ports that strike before and after each effect, and die at the one that was chosen."""

    def __init__(self, world, dies_at):
        self.step, self._dies_at = 0, dies_at
        kept = {name: getattr(world, name) for name in EFFECTS if name != "outbox_queue"} | {
            "outbox_queue": world.queue
        }
        self.ports = {name: Struck(kept[name], names, self._around) for name, names in EFFECTS.items()}

    def _around(self, _name, method):
        self._strike()
        result = method()
        self._strike()
        return result

    def _strike(self):
        self.step += 1
        if self.step == self._dies_at:
            raise DiedError


def registered(world, address):
    mailbox = Mailbox(world, address)
    mailbox.registers()
    list(world.queue.take())
    return mailbox


def send_all(world):
    """The sweeper finds what nobody queued; each message is delivered, twice over."""
    world.clock.pass_time(seconds=61)
    sweep(**world.ports("outbox", "queue", "clock"))
    bodies = list(world.queue.take())
    world.queue.send([{"message": body["message"]} for body in [*bodies, *bodies]])
    world.deliver()


def asked(world, mailbox, number):
    request = RequestId(f"request{number}")
    code = "".join("BCDFGHJKLM"[int(digit)] for digit in f"{number:04d}")
    ask(world, mailbox.contact.owner_id, request, code)
    return request, ADDRESSES.of_ask(request, code, OwnerId(mailbox.contact.owner_id))


def steps_of(world, play):
    dying = Dying(world, dies_at=-1)
    play(mail_receiver(world, **dying.ports))
    return dying.step


def answers_to(world, address):
    return [mail for mail in world.emails.sent if mail.to == address]


@pytest.mark.slow
def test_a_registration_killed_anywhere_is_answered_once(world):
    steps = steps_of(world, lambda receiver: Mailbox(world, "count@mail.example").mails(REGISTER, receiver=receiver))
    assert steps == 4  # around the one transaction, and around the word to the sender

    for dies_at in range(1, steps + 1):
        mailbox = Mailbox(world, f"pat{dies_at}@mail.example")
        how = {"message_id": "<one@mail.example>", "mail_id": "one"}
        with pytest.raises(DiedError):
            mailbox.mails(REGISTER, receiver=mail_receiver(world, **Dying(world, dies_at).ports), **how)
        mailbox.mails(REGISTER, **how)
        mailbox.mails(REGISTER, **how)
        send_all(world)

        assert len(answers_to(world, mailbox.address)) == 1, dies_at
        mailbox.presses()
        assert len(mailbox.household.cameras) == 2, dies_at


@pytest.mark.slow
def test_an_answer_killed_anywhere_counts_once(world):
    counted = registered(world, "count@mail.example")
    _, to = asked(world, counted, 0)
    steps = steps_of(world, lambda receiver: counted.mails("3", to=to, receiver=receiver))

    for dies_at in range(1, steps + 1):
        mailbox = registered(world, f"pat{dies_at}@mail.example")
        request, to = asked(world, mailbox, dies_at)
        how = {"message_id": "<one@mail.example>", "mail_id": "one", "to": to}
        with pytest.raises(DiedError):
            mailbox.mails("3", receiver=mail_receiver(world, **Dying(world, dies_at).ports), **how)
        mailbox.mails("3", **how)
        send_all(world)

        answered = world.requests.ask(request, mailbox.contact.owner_id)
        assert (answered.answer, answered.version) == (Answer.NOTHING, 2), dies_at
        assert sum("nothing there" in mail.body for mail in answers_to(world, mailbox.address)) == 1, dies_at


@pytest.mark.slow
def test_a_file_that_answers_is_kept_once_wherever_the_function_is_killed(world):
    def keeper(dying):
        struck = Struck(world.files, ("put_once",), dying._around)
        shared = world.ports("exhibits", "agency")
        return KeepAttachments(files=struck, transactions=dying.ports["transactions"], **shared)

    def receiver(dying):
        return mail_receiver(world, attachments=keeper(dying), **dying.ports)

    counted, dying = registered(world, "count@mail.example"), Dying(world, dies_at=-1)
    counted.mails("1", to=asked(world, counted, 0)[1], files=[File()], receiver=receiver(dying))
    assert dying.step >= 8

    for dies_at in range(1, dying.step + 1):
        mailbox = registered(world, f"pat{dies_at}@mail.example")
        request, to = asked(world, mailbox, dies_at)
        how = {"message_id": "<one@mail.example>", "mail_id": "one", "to": to, "files": [File()]}
        with pytest.raises(DiedError):
            mailbox.mails("1", receiver=receiver(Dying(world, dies_at)), **how)
        mailbox.mails("1", **how)
        send_all(world)

        (exhibit,) = world.exhibits.of_ask(request, mailbox.contact.owner_id)
        versions = world.s3.list_object_versions(Bucket=EVIDENCE_BUCKET, Prefix=exhibit.object_key)["Versions"]
        assert len(versions) == 1, dies_at
        assert sum("have your file" in mail.body for mail in answers_to(world, mailbox.address)) == 1, dies_at


@pytest.mark.slow
def test_a_stop_killed_anywhere_holds_and_nothing_follows_it(world):
    counted = registered(world, "count@mail.example")
    steps = steps_of(world, lambda receiver: counted.mails("STOP", receiver=receiver))

    for dies_at in range(1, steps + 1):
        mailbox = registered(world, f"pat{dies_at}@mail.example")
        mailbox.mails("MENU")  # owed, not yet sent
        how = {"message_id": "<one@mail.example>", "mail_id": "one"}
        with pytest.raises(DiedError):
            mailbox.mails("STOP", receiver=mail_receiver(world, **Dying(world, dies_at).ports), **how)
        mailbox.mails("STOP", **how)
        mailbox.mails("MENU", message_id="<two@mail.example>")
        world.emails.sent.clear()
        send_all(world)

        assert mailbox.contact.consent == "stopped", dies_at
        bodies = [mail.body for mail in answers_to(world, mailbox.address)]
        assert len(bodies) == 1, dies_at
        assert "no more mail" in bodies[0], dies_at


@pytest.mark.slow
def test_a_pressed_link_killed_anywhere_registers_once_and_goes_on(world):
    body = f"{REGISTER}\n1011 Roxleigh Rd Towson, 1 camera, 30 days"

    def pressed(address, dies_at):
        mailbox = Mailbox(world, address)
        mailbox.mails(body)
        dying, link = Dying(world, dies_at), mailbox.link
        world.clock.pass_time(seconds=1)
        with contextlib.suppress(DiedError):
            confirmer(world, **dying.ports).press(link)
        return mailbox, link, dying

    steps = pressed("count@mail.example", -1)[2].step
    for dies_at in range(1, steps + 1):
        mailbox, link, _ = pressed(f"pat{dies_at}@mail.example", dies_at)
        if mailbox.household is None:
            mailbox.presses(link)
        assert len(mailbox.household.cameras) == 2, dies_at

        # Cut off before the next address was asked about: their next mail brings it.
        if "1011" not in mailbox.answer:
            mailbox.mails("MENU")
        assert sum("1011" in message.body for message in mailbox.owed) == 1, dies_at


@pytest.mark.slow
@pytest.mark.parametrize("body", ["who gave you my number, is this a scam", "lorem ipsum dolor"])
def test_a_mail_for_a_person_killed_anywhere_waits_once_and_is_answered_once(world, body):
    steps = steps_of(world, lambda receiver: Mailbox(world, "count@mail.example").mails(body, receiver=receiver))

    for dies_at in range(1, steps + 1):
        mailbox = Mailbox(world, f"pat{dies_at}@mail.example")
        how = {"message_id": "<one@mail.example>", "mail_id": "one"}
        with pytest.raises(DiedError):
            mailbox.mails(body, receiver=mail_receiver(world, **Dying(world, dies_at).ports), **how)
        mailbox.mails(body, **how)
        mailbox.mails(body, **how)
        send_all(world)

        assert len(answers_to(world, mailbox.address)) == 1, dies_at
    lists = (world.scratch.traced(name, now=world.clock.now()) for name in ("flag", "mail_others"))
    assert sorted(map(len, lists)) == [0, steps + 1]


def test_events_twice_and_in_any_order_end_in_the_same_place(world):
    chance = random.Random(7)
    mails = [(REGISTER, "<1@mail.example>"), ("MENU", "<2@mail.example>"), ("lorem ipsum dolor", "<3@mail.example>")]
    for number in range(5):
        mailbox = Mailbox(world, f"pat{number}@mail.example")
        given = [*mails, *mails]
        chance.shuffle(given)
        for body, message_id in given:
            mailbox.mails(body, message_id=message_id)

        assert len(mailbox.owed) == len(mails)
        assert world.registry.figures()["owners"] == 0


def test_an_answer_that_comes_after_the_stop_is_taken_and_gets_no_mail(world):
    mailbox = registered(world, "pat@mail.example")
    request, to = asked(world, mailbox, 1)
    mailbox.mails("STOP")

    assert mailbox.mails("3", to=to) == "stopped"
    send_all(world)

    assert world.requests.ask(request, mailbox.contact.owner_id).answer is Answer.NOTHING
    assert ["no more mail" in mail.body for mail in answers_to(world, "pat@mail.example")] == [True]
