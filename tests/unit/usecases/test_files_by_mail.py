"""Files that come with the answer to an ask: each one once, untouched, in the evidence bucket."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from chalicelib.channels.email.reading import read
from chalicelib.domain.exhibit import MAX_FILES
from chalicelib.domain.incident import Answer, RequestId
from chalicelib.domain.owner import OwnerId
from chalicelib.usecases.keep_exhibit import KeepExhibit
from chalicelib.usecases.send_receipt import SendReceipt
from tests.unit.usecases.mailing import ADDRESSES, File, Mailbox, mail_receiver, raw_mail
from tests.unit.usecases.texting import ask
from tests.world import EVIDENCE_BUCKET, World

LOGO = File("logo.png", b"p" * 3000, "image/png", "inline")
PHOTO = File("IMG_0042.jpeg", b"j" * 200_000, "image/jpeg", "inline")


@pytest.fixture
def owner(world: World) -> Mailbox:
    """Somebody whose ask BCDF is open; `replies_to` is the address in it."""
    mailbox = Mailbox(world)
    mailbox.registers()
    ask(world, mailbox.contact.owner_id, RequestId("request1"), "BCDF")
    return mailbox


def reply(owner: Mailbox, body: str, *files: File, **how: Any) -> str:
    to = ADDRESSES.of_ask(RequestId("request1"), "BCDF", OwnerId(owner.contact.owner_id))
    return owner.mails(body, to=to, files=files, **how)


def exhibits(owner: Mailbox) -> Any:
    return owner.world.exhibits.of_ask(RequestId("request1"), owner.contact.owner_id)


def bucket(world: World) -> list[tuple[str, bytes]]:
    versions = world.s3.list_object_versions(Bucket=EVIDENCE_BUCKET).get("Versions", [])
    return [
        (each["Key"], world.s3.get_object(Bucket=EVIDENCE_BUCKET, Key=each["Key"])["Body"].read()) for each in versions
    ]


def test_a_file_becomes_an_exhibit_untouched(owner: Mailbox, world: World) -> None:
    reply(owner, "1", File(content=b"\x00\xffraw"))

    (exhibit,) = exhibits(owner)
    assert (exhibit.file_name, exhibit.size, exhibit.state) == ("front door.mp4", 5, "receiving")
    assert bucket(world) == [(exhibit.object_key, b"\x00\xffraw")]
    assert "We have your file" in owner.answer


def test_a_file_alone_is_an_answer(owner: Mailbox) -> None:
    reply(owner, "", File(), File("back.avi"))

    assert len(exhibits(owner)) == 2
    assert "We have your 2 files" in owner.answer


def test_words_beside_it_are_heard_too(owner: Mailbox, world: World) -> None:
    reply(owner, "I saved it, here is a part", File())

    assert world.requests.ask(RequestId("request1"), owner.contact.owner_id).answer == Answer.SAVED


def test_words_that_say_nothing_do_not_hide_that_the_file_came(owner: Mailbox) -> None:
    reply(owner, "see attached, greetings to the team", File())

    assert "We have your file" in owner.answer


def test_the_same_mail_again_adds_nothing(owner: Mailbox, world: World) -> None:
    for _ in range(2):
        reply(owner, "1", File(), mail_id="one", message_id="<one@mail.example>")

    assert len(exhibits(owner)) == 1
    assert len(bucket(world)) == 1


def test_a_put_that_was_cut_off_is_made_good_by_the_same_mail(owner: Mailbox, world: World) -> None:
    world.files.put_once, kept = lambda *_: 1 / 0, world.files.put_once
    with pytest.raises(ZeroDivisionError):
        reply(owner, "1", File(), mail_id="one", message_id="<one@mail.example>")
    world.files.put_once = kept

    reply(owner, "1", File(), mail_id="one", message_id="<one@mail.example>")

    assert len(exhibits(owner)) == 1
    assert len(bucket(world)) == 1


def test_the_logo_of_a_signature_is_no_footage_and_a_photo_is(owner: Mailbox) -> None:
    reply(owner, "1", LOGO, PHOTO, File("invite.ics", b"BEGIN:VCALENDAR", "text/calendar"))

    assert [exhibit.file_name for exhibit in exhibits(owner)] == ["IMG_0042.jpeg"]


def test_a_name_cannot_lead_anywhere(owner: Mailbox) -> None:
    reply(owner, "1", File("../../etc/passwd"))

    (exhibit,) = exhibits(owner)
    assert exhibit.file_name == "passwd"
    assert exhibit.object_key == f"request1/{exhibit.exhibit_id}"


def test_beyond_the_most_files_the_rest_is_said_and_not_kept(owner: Mailbox) -> None:
    reply(owner, "1", *[File(f"{number}.mp4") for number in range(MAX_FILES + 2)])

    assert len(exhibits(owner)) == MAX_FILES
    assert "no room for 2 more" in owner.answer


def test_an_empty_file_is_none(owner: Mailbox) -> None:
    reply(owner, "1", File(content=b""))

    assert exhibits(owner) == []


@pytest.mark.parametrize("verdict", [{"dmarc": "fail"}, {"dkim": "fail", "dmarc": "fail", "spf": "fail"}])
def test_a_forged_mail_hands_in_nothing(owner: Mailbox, world: World, verdict: dict[str, str]) -> None:
    reply(owner, "1", File(), **verdict)

    assert exhibits(owner) == []
    assert bucket(world) == []


def test_a_mail_with_a_virus_hands_in_nothing(owner: Mailbox, world: World) -> None:
    reply(owner, "1", File(), virus="FAIL")

    assert bucket(world) == []


def test_files_without_the_address_of_an_ask_are_not_kept(owner: Mailbox, world: World) -> None:
    owner.mails("here is my video", files=(File(),))

    assert bucket(world) == []


def test_after_the_request_is_closed_no_file_is_taken(owner: Mailbox, world: World) -> None:
    closed = world.requests.ask(RequestId("request1"), owner.contact.owner_id)

    world.commit(world.requests.change_ask(replace(closed, closed=True, version=closed.version + 1)))

    reply(owner, "1", File())

    assert bucket(world) == []


def test_a_file_in_answer_to_the_mail_that_brought_the_link_is_kept(owner: Mailbox) -> None:
    reply(owner, "1")

    owner.replies("", files=(File(),))

    assert len(exhibits(owner)) == 1
    assert "We have your file" in owner.answer


def test_of_several_open_asks_the_code_in_the_subject_decides(owner: Mailbox, world: World) -> None:
    ask(world, owner.contact.owner_id, RequestId("request2"), "GHJK")

    owner.replies("here it is", files=(File(),), subject="Re: Request BCDF of the police")

    assert len(exhibits(owner)) == 1


def test_where_nobody_can_tell_which_ask_is_meant_the_sender_is_told_what_to_do(owner: Mailbox, world: World) -> None:
    ask(world, owner.contact.owner_id, RequestId("request2"), "GHJK")

    owner.replies("here it is", files=(File(),))

    assert bucket(world) == []
    assert "reply to our mail that asks for it" in owner.answer


def test_a_file_from_somebody_who_was_asked_nothing_is_not_kept_and_that_is_said(world: World) -> None:
    stranger = Mailbox(world, "stranger@mail.example")

    stranger.mails("Register 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days", files=(File("house.pdf"),))

    assert "2 cameras" in stranger.answer
    assert "We did not keep the file" in stranger.answer


def test_the_last_file_of_a_mail_that_was_too_long_is_not_locked_as_if_it_were_whole(
    owner: Mailbox, world: World
) -> None:
    to = ADDRESSES.of_ask(RequestId("request1"), "BCDF", OwnerId(owner.contact.owner_id))
    files = (File(), File("cut off.avi"))
    mail = read(raw_mail("1", to=to, files=files, message_id="<long@mail.example>"), mail_id="long")

    mail_receiver(world).receive(replace(mail, in_part="too_long"))

    assert [exhibit.file_name for exhibit in exhibits(owner)] == ["front door.mp4"]
    assert "not all of its files came through" in owner.answer


def _ingest(world: World) -> KeepExhibit:
    shared = {**world.ports("exhibits", "requests", "outbox", "transactions", "clock", "agency"),
              "outbox_queue": world.queue}  # fmt: skip
    receipts = SendReceipt(**shared, **world.ports("registry", "scratch", "ids", "base_url"))
    return KeepExhibit(**shared, files=world.files, receipts=receipts)


def test_a_file_by_mail_is_kept_as_one_from_the_page_and_its_fingerprint_comes_by_mail(
    owner: Mailbox, world: World
) -> None:
    reply(owner, "1", File(content=b"raw"))
    (exhibit,) = exhibits(owner)
    (version,) = world.s3.list_object_versions(Bucket=EVIDENCE_BUCKET)["Versions"]

    _ingest(world).keep(exhibit.object_key, version["VersionId"])

    assert [each.state for each in exhibits(owner)] == ["kept"]
    receipts = [each for each in world.outbox.due(now=world.clock.now()) if each.kind == "receipt"]
    assert [each.contact_key for each in receipts] == [owner.contact.key]
    assert sha256(b"raw").hexdigest() in receipts[0].body
