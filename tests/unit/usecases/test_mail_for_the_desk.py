"""Mail for a person: what may mean leaving goes to a supervisor, all else to the desk; no flood buries it."""

from __future__ import annotations

import json
from datetime import timedelta
from types import SimpleNamespace

import pytest

from chalicelib.domain.errors import Conflict, NotFound
from chalicelib.domain.incident import Answer, RequestId
from chalicelib.usecases import mail_flags
from chalicelib.usecases.flag_message import FlaggedMessages
from chalicelib.usecases.mail_flags import FlaggedMail
from tests import builders
from tests.unit.usecases.mailing import ADDRESSES, PAT, Mailbox, mail_receiver
from tests.unit.usecases.texting import ask

DOUBTFUL = "who gave you my number, is this a scam"
FORGED = {"dmarc": "fail", "spf": "fail", "dkim": "fail"}
SUPERVISOR = builders.an_officer(builders.SUPERVISOR, role="supervisor")


@pytest.fixture
def owner(world):
    mailbox = Mailbox(world)
    mailbox.registers()
    world.clock.pass_time(hours=25)  # a day's answers begin anew
    list(world.queue.take())
    return mailbox


def desk(world):
    return FlaggedMail(**world.ports("scratch", "audit", "transactions", "clock"))


def flags(world):
    return FlaggedMessages(**world.ports("registry", "scratch", "audit", "transactions", "clock"))


def shown(world, of="owners"):
    return [mail["text"].strip() for mail in desk(world).page(builders.an_officer(), of).mails]


def notes(world):
    owed = [world.outbox.message(body["message"]) for body in world.queue.take()]
    return [json.loads(message.body) for message in owed if message.kind == "note"]


def test_what_may_mean_leaving_waits_for_a_supervisor_who_can_stop_them(owner, world):
    assert owner.mails(DOUBTFUL, subject="Hello?") == "flagged"

    assert "Reply STOP to get no more mail. A person will read your message too." in owner.answer
    assert shown(world) == []
    (flagged,) = flags(world).waiting(SUPERVISOR)
    assert [text.split("\n\n") for text in flagged.texts] == [["Hello?", f"{DOUBTFUL}\r\n"]]
    assert ["/desk/flags" in note["text"] for note in notes(world)] == [True]

    flags(world).decide(SUPERVISOR, flagged.key, leaves=True)

    assert (owner.contact.consent, owner.contact.stopped_by) == ("stopped", "desk")
    assert owner.mails("MENU") == "stopped"


def test_what_was_understood_besides_counts_as_well(owner, world):
    ask(world, owner.contact.owner_id)
    to = ADDRESSES.of_ask(RequestId("request1"), "BCDF", owner.contact.owner_id)

    assert owner.mails(f"no. {DOUBTFUL}", to=to) == "flagged"

    assert world.requests.ask(RequestId("request1"), owner.contact.owner_id).answer is Answer.NO
    assert "Reply STOP" in owner.answer
    assert len(flags(world).waiting(SUPERVISOR)) == 1


def test_doubt_that_says_nothing_else_is_answered_once_a_day(owner, world):
    for _ in range(3):
        assert owner.mails(DOUBTFUL) == "flagged"

    assert sum("Reply STOP" in message.body for message in owner.owed) == 1
    (flagged,) = flags(world).waiting(SUPERVISOR)
    assert len(flagged.texts) == 3


def test_of_long_mails_that_may_mean_leaving_the_latest_is_kept_whole(owner, world):
    owner.mails(f"{DOUBTFUL} {'a' * 15_000}")
    owner.mails(f"{DOUBTFUL} {'b' * 15_000}")

    (flagged,) = flags(world).waiting(SUPERVISOR)

    assert flagged.texts[-1].count("b") >= 15_000
    assert sum(map(len, flagged.texts)) <= 20_000


@pytest.mark.parametrize("body", ["lorem ipsum dolor", DOUBTFUL])
def test_without_a_channel_nobody_is_owed_a_note_and_the_mail_waits_all_the_same(owner, world, body):
    owner.mails(body, receiver=mail_receiver(world, channel_id=""))

    assert notes(world) == []
    assert shown(world) or flags(world).waiting(SUPERVISOR)


def test_a_flood_tells_the_channel_once_an_hour(world):
    for number in range(7):
        Mailbox(world, f"pat{number}@mail.example").mails("lorem ipsum dolor")

    assert len(notes(world)) == 1


def test_owners_others_and_what_was_held_back_are_listed_apart(owner, world):
    owner.mails("lorem ipsum, surely by pat")
    owner.mails("lorem ipsum, perhaps by pat", **FORGED)
    owner.mails("lorem ipsum, sold by pat", spam="FAIL")
    Mailbox(world, "sam@other.example").mails("lorem ipsum, by sam")

    assert shown(world, "owners") == ["lorem ipsum, surely by pat"]
    assert shown(world, "others") == ["lorem ipsum, by sam", "lorem ipsum, perhaps by pat"]
    assert shown(world, "held") == ["lorem ipsum, sold by pat"]


def test_a_flood_in_an_owners_name_is_counted_and_keeps_no_mail_of_theirs_from_the_desk(owner, world):
    for number in range(mail_flags.MOST_OF_ONE + 7):
        owner.mails(f"lorem ipsum {number}", **FORGED)
        owner.mails(f"buy now {number}", spam="FAIL", **FORGED)
    owner.mails("the camera moved to the back, i guess")

    others = desk(world).page(builders.an_officer(), "others")
    assert (len(others.mails), others.beyond) == (mail_flags.MOST_OF_ONE, 7)
    assert len(shown(world, "held")) == mail_flags.MOST_OF_ONE
    assert shown(world, "owners") == ["the camera moved to the back, i guess"]


def test_a_flood_from_everywhere_is_bounded_by_the_day_and_the_next_day_begins_anew(world, monkeypatch):
    monkeypatch.setitem(mail_flags.MOST_A_DAY, "others", 3)

    def flood(*numbers):
        return [Mailbox(world, f"pat{number}@mail.example") for number in numbers]

    senders = flood(1, 2, 3, 4, 5)
    for each in senders:
        assert each.mails("lorem ipsum dolor") == "not_understood"
    assert len(shown(world, "others")) == 3
    assert [len(each.owed) for each in senders] == [1, 1, 1, 0, 0]  # "a person will read it" would not be true

    world.clock.pass_time(hours=24)
    flood(6)[0].mails("lorem ipsum dolor")
    assert len(shown(world, "others")) == 4


def test_a_page_reads_a_page_and_the_next_goes_on_below(world, monkeypatch):
    monkeypatch.setattr(mail_flags, "MOST_SHOWN", 3)
    for number in range(8):
        Mailbox(world, f"pat{number}@mail.example").mails(f"lorem ipsum {number}")
    reads = []

    def counted(*names, **how):
        reads.append(names)
        return world.scratch.get(*names, **how)

    counting = SimpleNamespace(latest=world.scratch.latest, get=counted)
    listed = FlaggedMail(scratch=counting, **world.ports("audit", "transactions", "clock"))
    pages, before = [], ""
    while not pages or before:
        page = listed.page(builders.an_officer(), "others", before=before)
        before = page.more
        pages.append([mail["text"].strip()[-1] for mail in page.mails])

    assert pages == [["7", "6", "5"], ["4", "3", "2"], ["1", "0"]]
    assert len(reads) <= 3 * (3 + 2)


def test_a_whole_page_is_taken_off_at_once_and_on_record(world):
    for number in range(3):
        Mailbox(world, f"pat{number}@mail.example").mails(f"lorem ipsum {number}")
    officer, listed = builders.an_officer(), desk(world)
    names = [mail["name"] for mail in listed.page(officer, "others").mails]

    listed.done(officer, "others", [*names, "gone"])

    assert shown(world, "others") == []
    assert world.scratch.traced("mail_others", now=world.clock.now()) == []
    rows = [row for row, _ in world.audit.rows(world.clock.now().date().isoformat())]
    assert [(row.deed, row.subject, row.count) for row in rows][1] == ("judge_flag", "desk", 3)
    with pytest.raises(NotFound):
        listed.done(officer, "others", names)


def test_who_is_beaten_to_the_record_takes_it_off_all_the_same(world):
    Mailbox(world, PAT).mails("lorem ipsum")
    (mail,) = desk(world).page(builders.an_officer(), "others").mails
    commit, met = world.transactions.commit, []

    def beaten_once(changes):
        if not met:
            met.append(changes)
            raise Conflict("audit")
        commit(changes)

    ports = world.ports("scratch", "audit", "clock")
    FlaggedMail(transactions=SimpleNamespace(commit=beaten_once), **ports).done(
        builders.an_officer(), "others", [mail["name"]]
    )

    assert shown(world, "others") == []


def test_mail_waits_for_thirty_days(world):
    Mailbox(world, PAT).mails("lorem ipsum")

    world.clock.pass_time(seconds=timedelta(days=30).total_seconds())

    assert shown(world, "others") == []


def test_of_whoever_deletes_everything_no_mail_waits(owner, world):
    owner.mails("lorem ipsum dolor")
    assert shown(world) != []

    owner.mails("DELETE ME")
    owner.presses()
    owner.replies("OK")

    assert shown(world) == []
