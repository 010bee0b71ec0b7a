"""Let an officer in by the one-use link that Slack gave to them alone; and out, the moment they are disabled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.errors import NotAnOfficer
from chalicelib.domain.officer import Officer, OfficerId
from chalicelib.domain.token import hashed

if TYPE_CHECKING:
    from chalicelib import ports

IDLE = timedelta(minutes=30)
AT_MOST = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskDoor:
    """Opens and checks officers' sessions."""

    agencies: ports.Agencies
    scratch: ports.Scratch
    audit: ports.AuditLog
    transactions: ports.Transactions
    clock: ports.Clock
    ids: ports.Ids

    def is_open(self, link: str) -> bool:
        """Say whether this sign-in link still works; looking does not use it up, since scanners follow links."""
        return self.scratch.get("sign_in", hashed(link), now=self.clock.now()) is not None

    def sign_in(self, link: str) -> tuple[str, str]:
        """Use the link up; give a new session's token and where to go: a path below the desk, or the desk itself.

        Raises NotAnOfficer where the link is used, too old or was never ours, or its officer was disabled.
        """
        now = self.clock.now()
        taken = self.scratch.take("sign_in", hashed(link), now=now)
        officer = self.agencies.officer(OfficerId(taken["officer"])) if taken else None
        if taken is None or officer is None or officer.disabled:
            raise NotAnOfficer
        self.audit.write(AuditEntry(deed="sign_in", actor=officer.officer_id, at=now, count=1))
        token = self.ids.token()
        self.transactions.commit([self._session(token, officer.officer_id, since=now, now=now)])
        request = str(taken.get("request") or "")
        return token, f"/desk/requests/{request}" if request else "/desk"

    def officer_in(self, token: str) -> Officer:
        """Give the officer of this session, read anew from the agency's list, and keep the session alive.

        Raises NotAnOfficer without a session, after 30 idle minutes or 12 hours, and as soon as they are disabled.
        """
        now = self.clock.now()
        session = self.scratch.get("desk", hashed(token), now=now) if token else None
        officer = self.agencies.officer(OfficerId(session["officer"])) if session else None
        if session is None or officer is None or officer.disabled:
            raise NotAnOfficer
        since = datetime.fromisoformat(session["since"])
        if now - since >= AT_MOST:
            raise NotAnOfficer
        self.transactions.commit([self._session(token, officer.officer_id, since=since, now=now)])
        return officer

    def sign_out(self, token: str) -> None:
        """End the session; ending none is no error."""
        self.transactions.commit([self.scratch.remove("desk", hashed(token))])

    def _session(self, token: str, officer_id: OfficerId, *, since: datetime, now: datetime) -> ports.Change:
        value = {"officer": officer_id, "since": since.isoformat()}
        ends = min(now + IDLE, since + AT_MOST)
        return self.scratch.put("desk", hashed(token), value, expires_at=ends, version=0)
