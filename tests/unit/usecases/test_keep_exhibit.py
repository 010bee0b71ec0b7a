"""A file has arrived: hashed, locked, kept, told; one receipt for all; events come twice and in any order."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.domain.exhibit import HistoryEntry
from chalicelib.domain.incident import Answer
from chalicelib.domain.sms import is_gsm7, segments
from chalicelib.usecases.keep_exhibit import KeepExhibit
from chalicelib.usecases.send_receipt import SendReceipt
from tests import builders
from tests.world import EVIDENCE_BUCKET, World


class Intake:
    """An ask of one owner, files that come for it, and the use case that keeps them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.household = world.household()
        request = builders.a_request(slack_ts="1.5")
        self.ask = builders.an_ask(owner_id=self.household.owner.owner_id, contact_key=self.household.contacts[0].key)
        world.commit(*world.requests.add_request(request), world.requests.add_ask(self.ask))
        shared = {**world.ports("exhibits", "requests", "outbox", "transactions", "clock", "agency"),
                  "outbox_queue": world.queue}  # fmt: skip
        receipts = SendReceipt(
            **shared, **world.ports("registry", "scratch", "ids"), base_url="https://porchlight.example"
        )
        self.keep = KeepExhibit(**shared, files=world.files, receipts=receipts).keep

    def announce(self, *names: str) -> None:
        for name in names:
            exhibit = builders.an_exhibit(
                name, owner_id=self.ask.owner_id, announced_at=self.world.clock.now(), size=len(name)
            )
            self.world.commit(*self.world.exhibits.announce(exhibit, HistoryEntry("announced", self.now(), "owner")))

    def arrive(self, name: str, body: bytes | None = None) -> str:
        stored = self.world.s3.put_object(
            Bucket=EVIDENCE_BUCKET, Key=f"request1/{name}", Body=name.encode() if body is None else body
        )
        version: str = stored["VersionId"]
        self.keep(f"request1/{name}", version)
        return version

    def now(self) -> Any:
        return self.world.clock.now()

    def exhibit(self, name: str) -> Any:
        return self.world.exhibits.exhibit(self.ask.request_id, name)

    def touches(self, name: str) -> list[str]:
        return sorted(entry.touch for entry in self.world.exhibits.history(self.ask.request_id, name))

    def owed(self, kind: str) -> list[Any]:
        found = [self.world.outbox.message(body["message"]) for body in self.world.queue.bodies]
        return [message for message in found if message.kind == kind]

    def receipts_due(self) -> list[Any]:
        due = self.world.outbox.due(now=self.now())
        return [message for message in due if message.kind == "receipt"]


@pytest.fixture
def intake(world: World) -> Intake:
    return Intake(world)


def sha(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def test_a_file_is_hashed_locked_and_kept(intake: Intake) -> None:
    intake.announce("one")

    version = intake.arrive("one")

    kept = intake.exhibit("one")
    assert (kept.state, kept.sha256, kept.version_id, kept.size) == ("kept", sha("one"), version, 3)
    stored = intake.world.s3.head_object(Bucket=EVIDENCE_BUCKET, Key="request1/one", VersionId=version)
    assert stored["ObjectLockMode"] == "GOVERNANCE"
    until = intake.now() + timedelta(days=intake.world.agency.keep.exhibits_days)
    assert stored["ObjectLockRetainUntilDate"] == until
    assert intake.touches("one") == ["announced", "arrived", "hashed", "locked", "receipt"]


def test_the_receipt_bears_the_hash(intake: Intake) -> None:
    intake.announce("one")
    intake.arrive("one")

    (receipt,) = intake.owed("receipt")

    assert f"SHA-256 {sha('one')}" in receipt.body
    assert receipt.body.startswith("Example Police: ")
    assert receipt.contact_key == intake.ask.contact_key


def test_the_receipt_speaks_its_owners_language_in_the_cheap_alphabet(intake: Intake) -> None:
    intake.world.commit(intake.world.registry.note_contact(intake.ask.contact_key, language="es"))
    intake.announce("one")
    intake.arrive("one")

    (receipt,) = intake.owed("receipt")

    assert "Gracias. Tenemos su archivo" in receipt.body
    assert is_gsm7(receipt.body)


def test_the_detective_is_told_by_code_and_nothing_about_the_owner(intake: Intake) -> None:
    intake.announce("one")
    intake.arrive("one")

    (note,) = intake.owed("note")

    told = json.loads(note.body)
    assert (told["channel"], told["thread_ts"]) == (builders.CHANNEL, "1.5")
    assert "BCDF" in told["text"]
    for private in (intake.ask.owner_id, "Neighbor", "0142", "front door"):
        assert private not in note.body
    assert len(intake.owed("board")) == 1


def test_the_same_event_again_changes_nothing(intake: Intake) -> None:
    intake.announce("one")
    version = intake.arrive("one")
    owed, touches = len(intake.world.queue.bodies), intake.touches("one")

    intake.world.clock.pass_time(minutes=3)
    intake.keep("request1/one", version)

    assert len(intake.world.queue.bodies) == owed
    assert intake.touches("one") == touches


def test_several_files_get_one_receipt_once_the_last_is_here(intake: Intake) -> None:
    intake.announce("one", "two", "three")
    intake.arrive("two")
    intake.arrive("one")
    assert intake.owed("receipt") == []

    intake.arrive("three")

    (receipt,) = intake.receipts_due()
    assert all(f"SHA-256 {sha(name)}" in receipt.body for name in ("one", "two", "three"))
    assert segments(receipt.body) <= 2


def test_more_hashes_than_fit_become_a_link_that_shows_them(intake: Intake) -> None:
    names = ("one", "two", "three", "four")
    intake.announce(*names)
    for name in names:
        intake.arrive(name)

    (receipt,) = intake.receipts_due()

    token = receipt.body.rsplit("/r/", 1)[1]
    assert intake.world.requests.ask_by_token(token, now=intake.now())
    assert "4 files" in receipt.body
    assert segments(receipt.body) <= 2


def test_a_file_that_never_comes_holds_the_receipt_up_for_an_hour_only(intake: Intake) -> None:
    intake.announce("one", "never")
    intake.arrive("one")
    assert intake.receipts_due() == []

    intake.world.clock.pass_time(hours=1)

    (receipt,) = intake.receipts_due()
    assert sha("one") in receipt.body


def test_a_file_that_comes_later_gets_a_receipt_of_its_own(intake: Intake) -> None:
    intake.announce("one")
    intake.arrive("one")
    intake.announce("two")
    intake.arrive("two")

    first, second = intake.owed("receipt")

    assert sha("one") in first.body
    assert sha("one") not in second.body
    assert sha("two") in second.body


def test_what_a_waiting_receipt_said_is_not_said_again_once_it_went_out(intake: Intake) -> None:
    intake.announce("one", "late")
    intake.arrive("one")
    intake.world.clock.pass_time(hours=2)
    (waited,) = intake.receipts_due()
    intake.world.outbox.move(waited.message_id, "accepted")

    intake.arrive("late")

    (receipt,) = intake.receipts_due()
    assert sha("late") in receipt.body
    assert sha("one") not in receipt.body


def test_handing_in_counts_as_an_answer_where_none_was_given(intake: Intake) -> None:
    intake.announce("one")
    intake.arrive("one")

    assert intake.world.requests.ask("request1", intake.ask.owner_id).answer is Answer.HAS_FOOTAGE


def test_an_answer_that_was_given_stays(intake: Intake) -> None:
    from dataclasses import replace

    said = replace(intake.ask, answer=Answer.SAVED, answered_at=intake.now(), version=2)
    intake.world.commit(intake.world.requests.change_ask(said))
    intake.announce("one")
    intake.arrive("one")

    assert intake.world.requests.ask("request1", intake.ask.owner_id).answer is Answer.SAVED


def test_an_object_that_nobody_announced_is_left_alone(intake: Intake) -> None:
    intake.arrive("stranger")

    assert intake.world.queue.bodies == []
    assert intake.exhibit("stranger") is None


def test_a_second_object_under_the_same_key_never_replaces_the_first(intake: Intake) -> None:
    intake.announce("one")
    first = intake.arrive("one")
    intake.world.clock.pass_time(minutes=1)

    second = intake.arrive("one", b"something else")

    kept = intake.exhibit("one")
    assert (kept.version_id, kept.sha256) == (first, sha("one"))
    assert intake.touches("one").count("refused") == 1
    intake.keep("request1/one", second)
    assert intake.touches("one").count("refused") == 1


def test_an_empty_file_is_refused_and_nobody_is_told_of_it(intake: Intake) -> None:
    intake.announce("one")
    intake.arrive("one", b"")

    assert intake.exhibit("one").state == "refused"
    assert intake.world.queue.bodies == []


def test_where_the_queue_is_down_the_event_works_again(intake: Intake) -> None:
    intake.announce("one")
    intake.world.queue.trouble.before.append(ConnectionError("the queue is down"))
    with pytest.raises(ConnectionError):
        intake.arrive("one")
    stored = intake.world.s3.list_object_versions(Bucket=EVIDENCE_BUCKET)["Versions"]
    version = stored[0]["VersionId"]

    intake.keep("request1/one", version)

    assert intake.exhibit("one").state == "kept"
    assert len(intake.owed("receipt")) == 1
