"""No loops, no storms: what no person wrote is never answered, and nobody gets more than five answers a day."""

from __future__ import annotations

from email import message_from_bytes, policy
from types import SimpleNamespace

import pytest

from chalicelib.channels.email.reading import read
from tests.unit.usecases.mailing import DESK, LEAVING, PAT, Mailbox, mail_receiver, raw_mail, ses_headers

AUTOMATIC = {
    "an out-of-office": {"Auto-Submitted": "auto-replied"},
    "another one": {"X-Auto-Response-Suppress": "All"},
    "an old one": {"Precedence": "auto_reply"},
    "a program's": {"Auto-Submitted": "auto-generated; type=x"},
    "bulk": {"Precedence": "bulk"},
    "junk": {"Precedence": "junk"},
    "a list's": {"List-Id": "<neighbors.example.org>"},
    "a newsletter": {"List-Unsubscribe": "<mailto:x@example.org>"},
    "an old list's": {"Precedence": "list"},
    "a mailer's": {"Feedback-ID": "1:2:3:x"},
    "a robot's": {"X-Autoreply": "yes"},
}


@pytest.fixture
def mailbox(world):
    return Mailbox(world)


@pytest.mark.parametrize("kind", AUTOMATIC)
def test_what_says_that_no_person_wrote_it_is_not_answered(mailbox, kind):
    for number in range(3):
        assert mailbox.mails("Register 1009 Roxleigh Rd Towson, 2 cameras, 14 days", headers=AUTOMATIC[kind]) == (
            "automatic"
        ), number

    assert mailbox.owed == []


@pytest.mark.parametrize(
    "sender",
    ["mailer-daemon@mail.example", "postmaster@mail.example", "noreply@mail.example", "no-reply@mail.example",
     "bounces+x=y@mail.example", "list-request@mail.example", "owner-list@mail.example"],
)  # fmt: skip
def test_robots_by_their_names_are_not_answered(world, sender):
    robot = Mailbox(world, sender)

    assert robot.mails("MENU") == "automatic"
    assert robot.owed == []


@pytest.mark.parametrize("sender", [DESK, "sam@porchlight.example", "sam@sub.porchlight.example"])
def test_our_own_domain_is_not_answered(world, sender):
    assert Mailbox(world, sender).mails("MENU") == "no_sender"


def test_a_bounce_with_our_mail_inside_is_not_answered(mailbox, world):
    mailbox.registers()
    ours = mailbox.owed[0]
    report = (
        ses_headers(PAT, envelope="").replace(f"<{PAT}>", "<>", 1)
        + f"From: Mail Delivery <{PAT}>\r\nTo: {ours.reply_to}\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"\r\n\r\n'
        "--B\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        f"--B\r\nContent-Type: message/rfc822\r\n\r\nFrom: {DESK}\r\nTo: {PAT}\r\n\r\n{ours.body}\r\n--B--\r\n"
    )

    assert mail_receiver(world).receive(read(report.encode(), mail_id="bounce")) == "automatic"
    assert len(mailbox.owed) == 1


def test_an_out_of_office_that_quotes_stop_stops_nobody(mailbox):
    mailbox.registers()

    assert mailbox.mails("STOP", headers={"Auto-Submitted": "auto-replied"}) == "automatic"
    assert mailbox.contact.consent == "given"


def test_a_machine_may_press_the_address_that_stops(mailbox):
    mailbox.registers()
    to = LEAVING.mailbox(mailbox.contact.key)

    assert mailbox.mails("", to=to, headers={"Auto-Submitted": "auto-generated"}) == "left"
    assert [message.kind for message in mailbox.owed] == ["mail_reply"]


def test_nobody_gets_more_than_five_answers_a_day_and_all_is_taken_in(mailbox, world):
    for number in range(12):
        assert mailbox.mails("MENU") == "answered", number
    assert len(mailbox.owed) == 5

    world.clock.pass_time(hours=25)
    mailbox.mails("MENU")
    assert len(mailbox.owed) == 6


def test_what_is_not_understood_is_answered_once_a_day_however_often_it_comes(mailbox, world):
    for number in range(4):
        assert mailbox.mails("lorem ipsum " + "dolor " * number) == "not_understood"
    assert len(mailbox.owed) == 1

    world.clock.pass_time(hours=25)
    mailbox.mails("lorem ipsum")
    assert len(mailbox.owed) == 2


def test_two_porchlights_that_answer_each_other_fall_silent_at_once(mailbox, world, emails_of):
    other = "cameras@other-porchlight.example"
    robot = Mailbox(world, other)
    robot.mails("MENU")
    [theirs] = robot.owed

    # What we send says of itself that it is automatic: so would the other Porchlight's.
    raw = emails_of(theirs, other)
    sent = message_from_bytes(raw, policy=policy.default)
    assert sent["Auto-Submitted"] == "auto-replied"
    back = ses_headers(other).encode() + raw.replace(b"From: ", b"X-From: ").replace(
        b"X-From: ", f"From: {other}\r\nX-From: ".encode(), 1
    )
    for number in range(3):
        assert mail_receiver(world).receive(read(back, mail_id=f"b{number}")) == "automatic"

    assert len(robot.owed) == 1


@pytest.fixture
def emails_of(world):
    """A message of ours as raw mail."""
    from chalicelib.domain.letter import Mail
    from chalicelib.outbound.emails import SesEmails
    from tests.unit.usecases.mailing import ADDRESSES

    def raw(message, to):
        mail = Mail(message=message, to=to, contact_key=message.contact_key, language="en", agency=world.agency,
                    at=world.clock.now())  # fmt: skip
        return SesEmails(None, sender=DESK, replies=ADDRESSES, leaving=LEAVING).raw(mail)

    return raw


def test_a_person_is_answered_as_before(mailbox):
    assert mailbox.mails("MENU", headers={"Auto-Submitted": "no", "X-Mailer": "Example"}) == "answered"


@pytest.mark.parametrize("name", ["store-owner", "it-admin", "office", "bouncer", "daemon.jones", "info"])
def test_who_is_a_person_at_a_business_is_answered(world, name):
    person = Mailbox(world, f"{name}@shop.example")

    assert person.mails("MENU") == "answered"
    assert len(person.owed) == 1


def test_a_mail_without_an_id_of_its_own_is_known_by_that_of_the_provider(mailbox):
    assert mailbox.mails("MENU", message_id="", mail_id="same") == "answered"
    assert mailbox.mails("MENU", message_id="", mail_id="same") == "seen"
    assert raw_mail("x", message_id="").count(b"Message-ID") == 0


def test_what_is_cut_off_and_tried_again_does_not_use_up_the_five(mailbox, world):
    def failing(_changes):
        raise TimeoutError

    for number in range(8):
        with pytest.raises(TimeoutError):
            mailbox.mails("MENU", receiver=mail_receiver(world, transactions=SimpleNamespace(commit=failing)))
        assert mailbox.owed == [], number

    for _ in range(6):
        mailbox.mails("MENU")
    assert len(mailbox.owed) == 5


def test_two_mails_at_once_do_not_share_one_of_the_five(mailbox, world):
    commit, met = world.transactions.commit, []

    def another_comes_first(changes):
        if not met:
            met.append(changes)
            mailbox.mails("MENU")
        commit(changes)

    mailbox.mails("MENU", receiver=mail_receiver(world, transactions=SimpleNamespace(commit=another_comes_first)))
    for _ in range(5):
        mailbox.mails("MENU")

    assert len(mailbox.owed) == 5


def test_leaving_is_done_without_a_word_once_the_days_five_are_used_up(mailbox, world):
    mailbox.registers()
    for _ in range(6):
        mailbox.mails("MENU")
    assert len(mailbox.owed) == 5

    assert mailbox.mails("STOP") == "left"

    assert mailbox.contact.consent == "stopped"
    assert len(mailbox.owed) == 5
