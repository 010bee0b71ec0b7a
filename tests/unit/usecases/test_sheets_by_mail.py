"""A business mails a table of its cameras: it comes back row by row, and one press registers what was understood."""

from __future__ import annotations

import contextlib
import csv
import io
from typing import Any

import pytest

from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.incident import RequestId
from chalicelib.domain.letter import letter_in
from chalicelib.domain.place import Outside
from chalicelib.usecases.confirm_sheet import ConfirmSheet
from chalicelib.usecases.sweep import sweep
from chalicelib.words.consent import consent_text
from tests.fakes.faults import DiedError
from tests.sheets import GOOD, HEADER, a_csv, an_xlsx, xlsx
from tests.unit.usecases.mailing import ADDRESSES, BASE_URL, File, Mailbox, mail_receiver
from tests.unit.usecases.test_mail_faults import Dying
from tests.unit.usecases.texting import ask
from tests.world import World


class Business(Mailbox):
    """A mailbox that sends tables."""

    def sends(self, *files: File, body: str = "", **how: Any) -> str:
        return self.mails(body, files=files, **how)

    @property
    def letter(self) -> Any:
        return letter_in(self.last.body, language="en")

    @property
    def said(self) -> str:
        return "\n".join(block.text for block in self.letter.blocks)

    @property
    def token(self) -> str:
        return self.said.partition(f"{BASE_URL}/sheet/")[2].split()[0] if f"{BASE_URL}/sheet/" in self.said else ""

    @property
    def table(self) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.letter.enclosed.text, newline="")))

    def confirms(self, token: str = "") -> int:
        agreed = consent_text(self.world.agency, "en")
        return confirmer(self.world).press(token or self.token, agreed).added


def confirmer(world: World) -> ConfirmSheet:
    return ConfirmSheet(**world.ports("registry", "scratch", "transactions", "clock", "ids", "agency"))


@pytest.fixture
def business(world: World) -> Business:
    world.gazetteer.knows("5 Far Away Rd", Outside())
    return Business(world)


def test_a_table_comes_back_with_what_was_understood_row_by_row(business: Business) -> None:
    business.sends(a_csv(GOOD + "5 Far Away Rd,1,14,\n"))

    assert "We understood 3 cameras at 2 places" in business.said
    assert "One row needs a look" in business.said
    head, first, second, third = business.table
    assert head == ["Row", "Address", "Cameras", "Days kept", "Faces", "What we understood", "Remark"]
    assert first[:5] == ["2", "1009 Roxleigh Rd Towson", "2", "14", "north"]
    assert first[5] == "1009 Roxleigh Rd, Towson 21286: 2 cameras, looks north, keeps 14 days"
    assert second[5:] == ["1011 Roxleigh Rd, Towson 21286: 1 camera, keeps 30 days", ""]
    assert third[5:] == ["", "This place is not in our area, so we can not take it."]


def test_nothing_is_registered_before_the_press_and_once_after_it(business: Business, world: World) -> None:
    business.sends(a_csv())
    assert world.registry.figures() == {"owners": 0, "cameras": 0}

    assert [business.confirms(), business.confirms()] == [3, 3]

    assert [(camera.camera_id, camera.address.number, camera.heading, camera.retention_days)
            for camera in business.household.cameras] == [
        ("c1", "1009", 0, 14), ("c2", "1009", 0, 14), ("c3", "1011", None, 30)]  # fmt: skip


def test_what_was_agreed_to_is_kept_with_the_registration(business: Business, world: World) -> None:
    agreed = consent_text(world.agency, "en")
    business.sends(a_csv())
    business.confirms()

    owner = business.household.owner
    assert (owner.consent_version, owner.consent_sha256) == (agreed.version, agreed.sha256)
    assert business.contact.consent == "given"


def test_an_xlsx_is_read_as_a_csv_is(business: Business) -> None:
    business.sends(an_xlsx([line.split(",") for line in GOOD.splitlines()]))

    assert business.confirms() == 3


def test_in_spanish_it_is_answered_in_spanish(business: Business) -> None:
    text = "Dirección;Cámaras;Días\n1009 Roxleigh Rd Towson;2;14\n5 Far Away Rd;1;14\n"
    business.sends(a_csv(text, encoding="cp1252"), body="Hola, quiero registrar las cámaras de mi negocio, gracias")

    assert "Entendimos 2 cámaras en un lugar" in business.said
    assert business.table[0][-2:] == ["Lo que entendimos", "Observación"]
    assert business.table[2][-1] == "Este lugar no está en nuestra zona, así que no podemos tomarlo."


def test_a_new_table_takes_the_place_of_the_one_that_waits(business: Business, world: World) -> None:
    business.sends(a_csv())
    first = business.token
    business.sends(a_csv(HEADER + "1011 Roxleigh Rd Towson,1,7,\n"))

    with pytest.raises(NotFound):
        business.confirms(first)
    assert business.confirms() == 1
    assert world.registry.figures()["cameras"] == 1


def test_a_table_sent_again_after_it_was_registered_adds_only_what_is_new(business: Business) -> None:
    business.sends(a_csv())
    business.confirms()
    business.sends(a_csv(GOOD + "1011 Roxleigh Rd Towson,1,7,\n"))

    assert "We understood 1 camera at one place" in business.said
    assert business.confirms() == 1
    assert len(business.household.cameras) == 4


def test_cells_that_a_spreadsheet_would_run_go_back_quoted(business: Business) -> None:
    business.sends(a_csv("Address,Days,Name\n@SUM(1),14,+cmd|' /C calc'!A0\n"))

    cells = [cell for row in business.table for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]


def test_days_in_the_words_of_the_mail_hold_for_the_whole_table(business: Business) -> None:
    business.sends(a_csv("Address\n1009 Roxleigh Rd Towson\n"), body="Our cameras. They all keep 21 days of video.")

    assert business.confirms() == 1
    assert business.household.cameras[0].retention_days == 21
    assert "not what else your mail says" in business.said


def test_a_table_without_any_camera_has_no_link(business: Business) -> None:
    business.sends(a_csv(HEADER + "5 Far Away Rd,1,14,\n"))

    assert business.token == ""
    assert "could not take any camera" in business.said


def test_of_two_tables_the_first_is_read_and_that_is_said(business: Business) -> None:
    business.sends(a_csv(), a_csv(name="more.csv"))

    assert "more than one table" in business.said


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (File("cameras.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "application/vnd.ms-excel"), "old form"),
        (File("cameras.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")), "password"),
        (File("cameras.xlsx", b"PK\x03\x04" + bytes(100)), "damaged"),
        (File("cameras.csv", b"x" * 3_000_001), "too large"),
        (File("cameras.xlsx", xlsx([["A"]], **{"xl/workbook.xml": "<!DOCTYPE a><a/>"})), "safe"),
        (File("cameras.csv", b""), "nothing in the table"),
        (File("cameras.csv", b"%PDF-1.4"), "not a table"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_read_is_answered_with_its_reason(business: Business, file: File, said: str) -> None:
    business.sends(file)

    assert said in business.said
    assert business.letter.enclosed is None


@pytest.mark.parametrize(
    "verdict", [{"dmarc": "fail"}, {"dkim": "fail", "dmarc": "fail", "spf": "fail"}, {"spam": "FAIL"}]
)
def test_a_mail_from_nobody_sure_does_nothing(business: Business, world: World, verdict: dict[str, str]) -> None:
    business.sends(a_csv(), **verdict)

    assert business.owed == []
    assert world.registry.figures() == {"owners": 0, "cameras": 0}


def test_a_table_that_answers_an_ask_is_an_exhibit(business: Business, world: World) -> None:
    business.registers()
    ask(world, business.contact.owner_id, RequestId("request1"), "BCDF")
    business.sends(a_csv(), body="1", to=ADDRESSES.of_ask(RequestId("request1"), "BCDF", business.contact.owner_id))

    assert len(world.exhibits.of_ask(RequestId("request1"), business.contact.owner_id)) == 1
    assert "/sheet/" not in business.answer


def test_leaving_goes_before_a_table(business: Business) -> None:
    business.registers()

    assert business.sends(a_csv(), body="STOP") == "left"


def test_who_stopped_meanwhile_cannot_be_registered_by_the_link(business: Business, world: World) -> None:
    business.sends(a_csv())
    token = business.token
    business.mails("STOP")

    with pytest.raises(NotFound):
        business.confirms(token)
    assert world.registry.figures()["owners"] == 0


def test_a_link_runs_out_after_a_week(business: Business, world: World) -> None:
    business.sends(a_csv())
    world.clock.pass_time(days=7, seconds=1)

    with pytest.raises(NotFound):
        business.confirms()


def test_cameras_registered_meanwhile_may_leave_no_room(business: Business) -> None:
    business.sends(a_csv(HEADER + "1011 Roxleigh Rd Towson,49,7,\n"))
    token = business.token
    business.registers()

    with pytest.raises(Refused):
        business.confirms(token)
    assert len(business.household.cameras) == 2


def test_fifty_cameras_are_registered_in_one_go(business: Business) -> None:
    business.sends(a_csv(HEADER + "1009 Roxleigh Rd Towson,1,7,\n" * 52))

    assert business.confirms() == 50
    assert "2 rows need a look" in business.said


@pytest.mark.slow
def test_a_table_killed_anywhere_is_answered_once(world: World) -> None:
    counting = Dying(world, dies_at=-1)
    Business(world, "count@mail.example").sends(a_csv(), receiver=mail_receiver(world, **counting.ports))
    assert counting.step == 4  # around the one transaction, and around the word to the sender

    for dies_at in range(1, counting.step + 1):
        business = Business(world, f"pat{dies_at}@mail.example")
        how = {"message_id": "<one@mail.example>", "mail_id": "one"}
        with contextlib.suppress(DiedError):
            business.sends(a_csv(), receiver=mail_receiver(world, **Dying(world, dies_at).ports), **how)
        business.sends(a_csv(), **how)
        business.sends(a_csv(), **how)
        world.clock.pass_time(seconds=61)
        sweep(**world.ports("outbox", "queue", "clock"))
        world.deliver()

        assert sum(mail.to == business.address for mail in world.emails.sent) == 1, dies_at
        assert business.confirms() == 3, dies_at


def test_the_agencys_own_text_in_spanish_is_what_is_kept(business: Business, world: World) -> None:
    business.sends(a_csv())
    agreed = consent_text(world.agency, "es")
    confirmer(world).press(business.token, agreed)

    assert business.household.owner.consent_language == "es"
