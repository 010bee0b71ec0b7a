"""Registering, changing and leaving by mail: what a text can do, once a link or an answer shows who it was."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from chalicelib.domain.errors import Conflict, NotFound
from chalicelib.usecases.mail_flags import FlaggedMail
from chalicelib.words.consent import consent_by_message
from tests import builders
from tests.unit.usecases.mailing import LEAVING, PAT, Mailbox, confirmer, link_in
from tests.unit.usecases.texting import Phone

ALL_IN_ONE = "Register 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days\n\nThanks,\nPat Example\n410-555-0134"


@pytest.fixture
def mailbox(world):
    return Mailbox(world)


@pytest.fixture
def owner(mailbox):
    mailbox.registers()
    mailbox.world.clock.pass_time(hours=25)  # a day's answers begin anew
    list(mailbox.world.queue.take())
    return mailbox


def test_one_mail_says_all_and_its_link_completes_it(mailbox, world):
    assert mailbox.mails(ALL_IN_ONE) == "answered"
    assert world.registry.figures() == {"owners": 0, "cameras": 0}
    assert "2 cameras at 1009 Roxleigh Rd" in mailbox.answer

    said = mailbox.presses()

    assert "Registered: 2 cameras" in said
    assert world.registry.figures() == {"owners": 1, "cameras": 2}
    assert (mailbox.contact.consent, mailbox.contact.channel) == ("given", "email")


def test_an_ok_to_the_address_that_our_mail_gave_completes_it_as_well(mailbox, world):
    mailbox.mails(ALL_IN_ONE)

    assert mailbox.replies("OK") == "answered"

    assert world.registry.figures() == {"owners": 1, "cameras": 2}
    assert "Registered" in mailbox.answer


def test_an_ok_that_does_not_answer_our_mail_registers_nobody(mailbox, world):
    mailbox.mails(ALL_IN_ONE)

    assert mailbox.mails("OK") == "asked_back"

    assert world.registry.figures() == {"owners": 0, "cameras": 0}


def test_looking_at_the_link_does_nothing(mailbox, world):
    mailbox.mails(ALL_IN_ONE)

    assert confirmer(world).look(mailbox.link) == "OK"
    assert world.registry.figures() == {"owners": 0, "cameras": 0}


def test_a_link_works_once(mailbox, world):
    mailbox.mails(ALL_IN_ONE)
    mailbox.presses()

    with pytest.raises(NotFound):
        mailbox.presses()
    assert world.registry.figures() == {"owners": 1, "cameras": 2}


def test_a_link_runs_out_after_a_day(mailbox, world):
    mailbox.mails(ALL_IN_ONE)
    world.clock.pass_time(hours=24)

    with pytest.raises(NotFound):
        mailbox.presses()


def test_a_link_confirms_only_what_stood_above_it(mailbox, world):
    mailbox.mails(ALL_IN_ONE)
    link = mailbox.link
    mailbox.replies("No, it is 5 cameras")

    with pytest.raises(NotFound):
        mailbox.presses(link)
    mailbox.presses()
    assert world.registry.figures() == {"owners": 1, "cameras": 5}


def test_several_addresses_in_one_mail_are_asked_about_one_by_one(mailbox, world):
    mailbox.mails("Please register our shops.\n1009 Roxleigh Rd Towson, 2 cameras, 14 days\n"
                  "1011 Roxleigh Rd Towson, 1 camera, 30 days")  # fmt: skip
    assert "1009 Roxleigh Rd" in mailbox.answer
    assert "1011" not in mailbox.answer

    mailbox.presses()

    assert "1 camera more at 1011 Roxleigh Rd" in mailbox.answer
    mailbox.presses()
    assert sorted(camera.retention_days for camera in mailbox.household.cameras) == [14, 14, 30]


def test_the_same_mail_again_is_owed_no_second_answer(mailbox, world):
    assert mailbox.mails(ALL_IN_ONE, message_id="<a@mail.example>", mail_id="one") == "answered"
    assert mailbox.mails(ALL_IN_ONE, message_id="<a@mail.example>", mail_id="two") == "seen"

    assert len(mailbox.owed) == 1


@pytest.mark.parametrize("wish", ["PAUSE 2 WEEKS", "only email me", "REMOVE 1", "DELETE ME", "MY CAMERAS"])
def test_an_owners_mail_alone_neither_changes_nor_shows_anything(owner, wish):
    before = owner.household

    assert owner.mails(wish) == "asked_back"

    assert owner.household == before
    assert "Roxleigh" not in owner.answer


def test_what_an_owner_wishes_is_done_once_they_press_the_link(owner, world):
    owner.mails("PAUSE 2 WEEKS")

    owner.presses()

    assert owner.household.owner.wishes.paused_until > world.clock.now()


def test_deleting_by_mail_is_asked_about_and_confirmed_once(owner, world):
    owner.mails("DELETE ME")
    owner.presses()  # it was them
    assert owner.household

    # The page said so and named what goes; a mail in the talk that our mail opened may go on with it.
    assert owner.replies("OK") == "answered"
    assert owner.contact is None
    assert "All is deleted" in owner.answer


def test_stop_is_honoured_from_anybody_and_confirmed_once(owner, world):
    forged = {"dmarc": "fail", "spf": "fail", "dkim": "fail"}

    assert owner.mails("STOP", **forged) == "left"
    assert owner.mails("Please stop writing to me", **forged) == "left_before"

    assert owner.contact.consent == "stopped"
    assert world.deliver()[0] == "accepted"
    assert [(mail.to, "no more mail" in mail.body) for mail in world.emails.sent] == [(PAT, True)]


def test_a_mail_with_nothing_but_stop_as_its_subject_stops(owner):
    assert owner.mails("", subject="Unsubscribe") == "left"


def test_the_address_in_our_mails_stops_whoever_it_was_made_for_and_nobody_else(owner, world):
    other = Mailbox(world, "sam@other.example")

    assert other.mails("", to=LEAVING.mailbox(owner.contact.key), subject="leave") == "left"

    assert owner.contact.consent == "stopped"
    assert other.contact is None


def test_who_stopped_gets_no_answer_until_they_come_back_by_link(owner, world):
    owner.mails("STOP")
    assert owner.mails("MY CAMERAS") == "stopped"

    assert owner.mails("START") == "asked_back"
    assert owner.contact.consent == "stopped"
    owner.presses()

    assert owner.contact.consent == "given"


def test_a_forged_start_brings_nobody_back(owner, world):
    owner.mails("STOP")

    assert owner.mails("START", dmarc="fail", spf="fail", dkim="fail") == "stopped"


def test_what_is_not_understood_is_answered_kindly_and_shown_to_the_desk_in_full(owner, world):
    assert owner.mails("The quick brown fox\n\n> quoted words") == "not_understood"

    assert "A person will read it" in owner.answer
    desk = FlaggedMail(**world.ports("scratch", "audit", "transactions", "clock"))
    seen = desk.page(builders.an_officer(), "owners").mails
    assert [(mail["why"], mail["from"]) for mail in seen] == [("not_understood", PAT)]
    assert "> quoted words" in seen[0]["text"]
    day = world.clock.now().date().isoformat()
    assert "view_mail" in [entry.deed for entry, _ in world.audit.rows(day)]
    world.deliver()
    notes = [post["payload"]["text"] for post in world.chat.posted.values()]
    assert [("/desk/mail" in note, "fox" in note, PAT in note) for note in notes] == [(True, False, False)]


def test_a_phone_and_a_mailbox_are_two_contacts_that_do_not_mix(world):
    phone, mailbox = Phone(world), Mailbox(world)
    phone.registers()
    mailbox.registers()

    assert phone.contact.owner_id != mailbox.contact.owner_id


def test_no_key_spells_any_letters_of_an_address(mailbox, world):
    mailbox.registers()
    keys = [item["pk"]["S"] + item["sk"]["S"] for item in world.dynamodb.scan(TableName="scratch")["Items"]]

    assert any(key.startswith("registrations#") for key in keys)
    assert not [key for key in keys if PAT[:4] in key or "mail.example" in key]


def test_a_deletion_that_something_else_came_before_is_still_done(owner, world):
    owner.mails("DELETE ME")
    sure = link_in(owner.presses())
    commit, met = world.transactions.commit, []

    def beaten_once(changes):
        if not met:
            met.append(changes)
            raise Conflict("owner")
        commit(changes)

    said = confirmer(world, transactions=SimpleNamespace(commit=beaten_once)).press(sure)

    assert "deleted" in said
    assert world.registry.figures() == {"owners": 0, "cameras": 0}


@pytest.mark.parametrize("body", ["my phone is 410-555-0134", "Please text me at (410) 555-0134"])
def test_an_owner_who_names_a_phone_is_told_where_to_add_it(owner, body):
    assert owner.mails(body) == "answered"

    assert "https://porchlight.example/me\n" in owner.answer
    assert len(owner.household.contacts) == 1


def test_a_change_that_is_read_back_can_be_confirmed_by_its_link(owner):
    owner.mails("MENU")
    owner.replies("camera 1 keeps 30 days now")

    owner.presses()

    assert [camera.retention_days for camera in owner.household.cameras] == [30, 14]


def test_a_link_for_an_ok_does_nothing_once_the_talk_went_on(owner, world):
    owner.mails("REMOVE 1")
    owner.presses()
    owner.mails("OK")  # not in answer to our mail: a link is sent
    stale = owner.link
    owner.replies("KEEP")
    owner.replies("DELETE ME")

    with pytest.raises(NotFound):
        owner.presses(stale)

    assert world.registry.figures() == {"owners": 1, "cameras": 2}


def test_beyond_the_days_five_answers_the_page_asks_about_the_next_address(mailbox):
    places = [f"{number} Roxleigh Rd Towson, 1 camera, 14 days" for number in (1009, 1011)] * 3
    mailbox.mails("\n".join(["Our shops.", *places]))
    for _ in range(4):
        mailbox.presses()
    assert len(mailbox.owed) == 5

    page = mailbox.presses()
    assert len(mailbox.owed) == 5
    assert "Now the next address" in page
    mailbox.presses(link_in(page))

    assert len(mailbox.household.cameras) == 6


def test_what_a_mail_said_is_what_its_owner_agreed_to(mailbox, world):
    mailbox.registers()

    agreed = consent_by_message(world.agency, "en", "email")
    assert "we write to you" in agreed.text
    assert mailbox.household.owner.consent_sha256 == agreed.sha256


def test_of_more_addresses_than_are_asked_about_one_by_one_the_rest_is_named_and_not_mixed_up(mailbox):
    places = [f"{(1009, 1011)[at % 2]} Roxleigh Rd Towson, {at + 1} cameras, 14 days" for at in range(25)]

    mailbox.mails("\n".join(places))

    assert "You named 20 addresses" in mailbox.answer
    assert "more than 20 addresses" in mailbox.answer
    assert "a table" in mailbox.answer
