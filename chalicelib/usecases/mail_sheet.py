"""A business mails a table of its cameras: held as it was understood, and sent back row by row with one link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib import words
from chalicelib.domain import optout
from chalicelib.domain.agency import Agency
from chalicelib.domain.camera import Camera
from chalicelib.domain.letter import Enclosed
from chalicelib.domain.mail import Attachment
from chalicelib.domain.mail_token import ReplyAddresses
from chalicelib.domain.place import Located
from chalicelib.domain.registration_words import read as read_words
from chalicelib.domain.reply import Sentence, counted, sentence
from chalicelib.domain.sheet import Sheet, SheetError
from chalicelib.domain.sheet_file import read_table, tables_in
from chalicelib.domain.sheet_places import PlacedRow, place_rows, rows_as_held
from chalicelib.domain.sheet_reading import TableRead, read_sheet
from chalicelib.domain.token import hashed
from chalicelib.words.sheets import answer_table

from .mail_replies import MailReplies, Owed
from .open_letter import Letter

if TYPE_CHECKING:
    from chalicelib import ports

SHEET, SHEET_LIFE = "mail_sheet", timedelta(days=7)
"""The kind under which scratch holds a table, by the hash of its link."""
WAITING = "mail_sheet_of"
"""Which table of a contact waits, by the contact's key: a newer one takes its place."""


def sheets_of(letter: Letter, addresses: ReplyAddresses) -> list[Attachment]:
    """Give the tables of a mail that registers; what comes to an ask's address is no registration, nor what may mean
    leaving.
    """
    tokens = filter(None, map(addresses.token_in, letter.mail.recipients))
    if any(token.of == "ask" for token in tokens) or optout.in_doubt(letter.text):
        return []
    return tables_in(letter.mail.attachments)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSheets:
    """See `receive_mail.ReceiveMail` for the fields."""

    registry: ports.Registry
    scratch: ports.Scratch
    ids: ports.Ids
    agency: Agency
    locate: Callable[[str], Located]
    base_url: str
    replies: MailReplies

    def take(self, letter: Letter, tables: Sequence[Attachment]) -> Owed:
        """Read the first table, hold what it says until its link is pressed, and owe the answer; registers nothing."""
        try:
            sheet = read_table(tables[0])
        except SheetError as error:
            return self._owe(letter, [sentence(f"mail.sheet.file_{error.trouble}"), sentence("mail.sheet.how")])
        table = read_sheet(sheet, days=read_words(letter.text).days)
        rows = place_rows(table, locate=self.locate, standing=self._standing(letter))
        said = self._about(sheet, rows, tables)
        if letter.text.strip():
            said.append(sentence("mail.sheet.only_table"))
        enclosed = self._enclosed(letter, table, rows)
        if not any(row.cameras or row.mended for row in rows):
            return self._owe(letter, said, enclosed)
        token = self.ids.token()
        press = "mail.sheet.press_mends" if any(row.mended for row in rows) else "mail.sheet.press"
        owed = self._owe(letter, [*said, sentence(press, link=f"{self.base_url}/sheet/{token}")], enclosed)
        held = self._hold(letter, hashed(token), table, rows) if owed.messages else []
        return Owed([*held, *owed.changes], owed.messages)

    def _about(self, sheet: Sheet, rows: Sequence[PlacedRow], tables: Sequence[Attachment]) -> list[Sentence]:
        taken = [camera for row in rows for camera in row.cameras]
        places = len({camera.address.line() for camera in taken})
        cameras = counted("part.cameras_one", "part.cameras_many", len(taken))
        mends, known = sum(len(row.mended) for row in rows), sum(row.known for row in rows)
        said = []
        if taken:
            where = counted("mail.sheet.places_one", "mail.sheet.places_many", places)
            said.append(sentence("mail.sheet.understood", cameras=cameras, places=where))
        if mends:
            too = "_too" if said else ""
            said.append(counted(f"mail.sheet.change{too}_one", f"mail.sheet.change{too}_many", mends))
        if not said:
            said.append(sentence("mail.sheet.known" if known else "mail.sheet.none"))
        if left := sum(not (row.cameras or row.mended or row.known) for row in rows):
            said.append(counted("mail.sheet.look_one", "mail.sheet.look_many", left))
        if sheet.cut:
            said.append(sentence(f"mail.sheet.cut_{sheet.cut}"))
        if len(tables) > 1:
            said.append(sentence("mail.sheet.only_first"))
        return [*said, sentence("mail.sheet.enclosed")]

    def _standing(self, letter: Letter) -> Sequence[Camera]:
        contact = letter.writer.contact
        household = self.registry.household(contact.owner_id) if contact and contact.owner_id else None
        return household.cameras if household else ()

    def _enclosed(self, letter: Letter, table: TableRead, rows: Sequence[PlacedRow]) -> Enclosed:
        language = self.agency.spoken(letter.writer.known().language)
        name = words.say("mail.sheet.file_name", language)
        return Enclosed(f"{name}.csv", answer_table(table, rows, language))

    def _hold(self, letter: Letter, name: str, table: TableRead, rows: Sequence[PlacedRow]) -> list[ports.Change]:
        """Hold it in the place of the one that waited; of two at once, the later decides anew."""
        writer = letter.writer
        until = writer.now + SHEET_LIFE
        before = self.scratch.get(WAITING, writer.key, now=writer.now)
        value = {"key": writer.key, "rows": rows_as_held(rows), "name": table.name, "done": None}
        version = before["version"] if before else None
        return [
            *([self.scratch.remove(SHEET, before["sheet"])] if before else []),
            self.scratch.put(SHEET, name, value, expires_at=until),
            self.scratch.put(WAITING, writer.key, {"sheet": name}, expires_at=until, version=version),
            self.scratch.trace(writer.key, SHEET, name, expires_at=until),
            self.scratch.trace(writer.key, WAITING, writer.key, expires_at=until),
            *writer.introduction(self.registry),
        ]

    def _owe(self, letter: Letter, said: Sequence[Sentence], enclosed: Enclosed | None = None) -> Owed:
        return self.replies.owe(letter.mail, letter.name, letter.writer, said, enclosed=enclosed)
