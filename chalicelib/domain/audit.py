"""Who looked at what, and why: rows chained by hash, so that a missing or a changed one shows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Deed = Literal[
    "lookup", "preview", "request", "approve", "close", "status", "sign_in", "view_request", "view_answers",
    "view_exhibit", "view_photo", "view_mail", "view_flags", "view_homes", "judge_flag", "download", "export", "import",
    "officer_change", "agency_change",
    "owner_deleted",
    "geocode",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One deed. `actor` is an officer's id, `owner` or `operator`; `subject` holds ids only, never a person's data.

    `count` is how many things were shown or touched.
    """

    deed: Deed
    actor: str
    at: datetime
    case_number: str = ""
    subject: str = ""
    count: int = 0
    detail: str = ""


def link(previous_hash: str, entry: AuditEntry, number: int) -> str:
    """Give the hash of a row: SHA-256 over the row before it and this row's fields, in hex."""
    fields = [previous_hash, number, entry.deed, entry.actor, entry.at.isoformat(), entry.case_number, entry.subject,
              entry.count, entry.detail]  # fmt: skip
    return hashlib.sha256(json.dumps(fields, separators=(",", ":")).encode()).hexdigest()
