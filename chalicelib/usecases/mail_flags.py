"""Mail that a person must read: kept in full for the desk, in lists that no flood can fill for each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.errors import Conflict, NotFound
from chalicelib.domain.mail import InboundMail
from chalicelib.domain.mail_html import text_of_html
from chalicelib.domain.officer import Officer
from chalicelib.domain.outbox import MessageId
from chalicelib.domain.owner import ContactKey

from .desk_list import DeskList, DeskNotes

if TYPE_CHECKING:
    from chalicelib import ports

Why = Literal["not_understood", "unproven", "spam", "virus"]
Of = Literal["owners", "others", "held"]
"""Mail that surely comes from an owner; that of anybody else, or in an owner's name; and what was held back."""
MOST_OF_ONE = 10
"""Mails of one sender a day that one list takes; the rest was the same flood."""
MOST_A_DAY: dict[Of, int] = {"owners": 1_000, "others": 300, "held": 100}
MOST_SHOWN = 25
MOST_LETTERS = 20_000
TRIES = 5
_BEYOND = "mail_beyond"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What to commit, and the note to queue; neither where a list has had its share of the day."""

    changes: Sequence[ports.Change] = ()
    notes: tuple[MessageId, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFlags:
    """Keeps mail for the desk. Days are those of UTC."""

    scratch: ports.Scratch
    notes: DeskNotes

    def keep(self, mail: InboundMail, name: str, key: ContactKey, *, why: Why, owners: bool, now: datetime) -> Kept:
        """Let a mail wait; `name` is its own in scratch, `owners` says that it surely comes from an owner.

        Beyond MOST_OF_ONE and MOST_A_DAY it is only counted: the raw mail stays in its bucket. Labels: `mail_owners`
        and the like, `trace`, `message`.
        """
        of: Of = "held" if why in ("spam", "virus") else "owners" if owners else "others"
        waits = _list(self.scratch, of)
        if self._full(key, waits.kind, MOST_OF_ONE, now) or self._full(waits.kind, waits.kind, MOST_A_DAY[of], now):
            until = now + timedelta(days=2)
            self.scratch.count(_BEYOND, f"{of}-{_day(now)}", now=now, expires_at=until)
            return Kept()
        note, owed = self.notes.owe("mail", now=now)
        changes = waits.put(f"{now:%Y%m%d%H%M%S}-{name[:24]}", _value(mail, why, now), of=key, now=now)
        return Kept(changes=[*changes, *note], notes=owed)

    def _full(self, of: str, kind: str, most: int, now: datetime) -> bool:
        latest = self.scratch.latest(of, kind, now=now, most=most)
        return len(latest) == most and latest[-1].startswith(_day(now))


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPage:
    """One page of a list, newest first: each mail's `name` is what `done` takes.

    `more` is the name to go on below, empty on the last page; `beyond` how many came today that no list took.
    """

    of: Of
    mails: list[dict[str, Any]]
    more: str
    beyond: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlaggedMail:
    """Shows it to officers. The record of the look is written first: where it cannot be, nothing is given."""

    scratch: ports.Scratch
    audit: ports.AuditLog
    transactions: ports.Transactions
    clock: ports.Clock

    def page(self, officer: Officer, of: Of = "owners", *, before: str = "") -> MailPage:
        """Give the mails that wait in one list, in full, from below `before` on; reads no more than a page."""
        now = self.clock.now()
        found = _list(self.scratch, of).page(now=now, most=MOST_SHOWN + 1, before=before or "~")
        shown = [value | {"name": name} for name, value in found[:MOST_SHOWN]]
        beyond = self.scratch.get(_BEYOND, f"{of}-{_day(now)}", now=now)
        entry = AuditEntry(
            deed="view_mail", actor=officer.officer_id, at=now, subject="desk", count=len(shown), detail=of
        )
        self.audit.write(entry)
        more = str(shown[-1]["name"]) if len(found) > MOST_SHOWN else ""
        return MailPage(of=of, mails=shown, more=more, beyond=beyond["count"] if beyond else 0)

    def done(self, officer: Officer, of: Of, names: Sequence[str]) -> None:
        """Take mails off a list, MOST_SHOWN at most, on record; raises NotFound where others took off all before."""
        for _ in range(TRIES):
            now, waits = self.clock.now(), _list(self.scratch, of)
            found = [name for name in dict.fromkeys(names) if self.scratch.get(waits.kind, name, now=now)][:MOST_SHOWN]
            if not found:
                raise NotFound
            entry = AuditEntry(
                deed="judge_flag", actor=officer.officer_id, at=now, subject=found[0] if len(found) == 1 else "desk",
                count=len(found), detail="mail done",
            )  # fmt: skip
            changes = [change for name in found for change in waits.take_off(name)]
            try:
                return self.transactions.commit([*changes, self.audit.record(entry)])
            except Conflict:  # of the record's place alone
                continue
        raise Conflict("audit")


def list_named(name: str) -> Of:
    """Give the list of this name, the owners' for any other."""
    return cast("Of", name) if name in get_args(Of) else "owners"


def _list(scratch: ports.Scratch, of: Of) -> DeskList:
    return DeskList(scratch=scratch, kind=f"mail_{of}")


def _value(mail: InboundMail, why: Why, now: datetime) -> dict[str, Any]:
    return {
        "at": now.isoformat(), "why": why, "from": mail.sender, "subject": mail.subject,
        "text": full_text(mail), "files": [each.name for each in mail.attachments[:20]],
    }  # fmt: skip


def full_text(mail: InboundMail) -> str:
    """Give all that a mail says, what it quotes too: MOST_LETTERS letters of it."""
    return (mail.plain or text_of_html(mail.html))[:MOST_LETTERS]


def _day(now: datetime) -> str:
    return f"{now:%Y%m%d}"
