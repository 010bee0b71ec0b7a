"""By email, from the first mail to the last, over real SMTP: register, confirm, be asked, answer, leave."""

from __future__ import annotations

import json
import os
import re
from hashlib import sha256

import pytest

from tests.e2e.mailing import Mailbox, text_of
from tests.e2e.outside import Outside, buttons, last_night, new_case
from tests.e2e.steps import PLACE

pytestmark = pytest.mark.e2e


def stats(house) -> dict[str, int]:
    found: dict[str, int] = json.loads(house.porchlight("admin", "stats", "--json").stdout)
    return found


def ask(outside: Outside, mailbox: Mailbox):
    """Ask around the place as the detective; give the ask as the mailbox got it."""
    case, before, heard = new_case(), len(outside.slack_messages()), len(mailbox.mails())
    outside.command(f"{case}, {PLACE}, 300 m, {last_night()}, burglary, man in a red jacket")
    preview = outside.wait_for_slack(rf"{case}.*send_request", after=before)
    assert outside.press("send_request", buttons(preview)["send_request"]["value"]).status_code == 200
    return mailbox.waits_for(r"\b1\b.*\b5\b", after=heard)


def test_an_owner_who_only_writes_mail_registers_answers_and_leaves(outside: Outside, house) -> None:
    mailbox = Mailbox(outside)
    before = stats(house)
    mailbox.sends(f"Please register {PLACE} Towson, 2 cameras, keeps 14 days\n\nThanks\nPat Example\n410-555-0134")
    understood = mailbox.waits_for(r"2 cameras")
    assert "Reply-To" in understood
    assert stats(house)["cameras"] == before["cameras"]

    assert "Registered" in mailbox.presses(understood)
    assert stats(house)["cameras"] == before["cameras"] + 2

    asked = ask(outside, mailbox)
    mailbox.answers(asked, "1")
    link = re.search(r"https?://\S+?(/r/[\w-]+)", text_of(mailbox.waits_for(r"Please send your video")))
    assert link
    assert outside.web.get(link[1]).status_code == 200
    assert stats(house)["answers"] == before["answers"] + 1

    count = len(mailbox.mails())
    mailbox.answers(asked, "STOP")
    mailbox.waits_for(r"no more mail", after=count)

    mailbox.sends("MENU")
    other = Mailbox(outside)
    other.registers()
    other.answers(ask(outside, other), "3 nothing there")
    other.waits_for(r"nothing there. To change")
    assert len(mailbox.mails()) == count + 1


def test_files_that_come_with_answers_are_hashed_and_acknowledged(outside: Outside) -> None:
    mailbox, first, second = Mailbox(outside), os.urandom(3000), os.urandom(3000)
    mailbox.registers()

    mailbox.answers(ask(outside, mailbox), "1", file=first)
    mailbox.waits_for(sha256(first).hexdigest())
    mailbox.answers(mailbox.waits_for("We have your file"), "and the rest", file=second)

    mailbox.waits_for(sha256(second).hexdigest())


def test_a_forged_mail_and_a_robot_get_no_answer(outside: Outside, house) -> None:
    forged, robot, behind = Mailbox(outside), Mailbox(outside), Mailbox(outside)
    before = stats(house)

    forged.sends(f"Register {PLACE} Towson, 2 cameras, 14 days", envelope="evil@elsewhere.example")
    robot.sends("MENU", Auto_Submitted="auto-replied")
    behind.sends("MENU")

    behind.waits_for(r"camera registry")
    assert (forged.mails(), robot.mails()) == ([], [])
    assert stats(house)["owners"] == before["owners"]
