"""The mailbox: every mail that went out, newest last."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from email import message_from_bytes, policy
from typing import Any

from local.vendors.journal import Journal

MAIL = "mail"


class Mailbox:
    """Mail as {"from", "to", "subject", "date", "raw"}; `raw` is the full text as it was sent."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._mails = journal.load(MAIL)

    def add(self, raw: bytes, *, recipients: Sequence[str]) -> None:
        mail = entry(raw, recipients)
        self._mails.append(mail)
        self._journal.put(MAIL, secrets.token_hex(8), mail)

    def listing(self) -> list[dict[str, Any]]:
        return self._mails

    def picture(self) -> list[dict[str, Any]]:
        """Return what the playground shows of each mail: the plain text in place of the raw one."""
        return [{**mail, "raw": None, "text": text_of(mail["raw"])} for mail in self._mails]


def entry(raw: bytes, recipients: Sequence[str]) -> dict[str, Any]:
    parsed = message_from_bytes(raw, policy=policy.default)
    headers = {name: str(parsed[name] or "") for name in ("from", "subject", "date")}
    return {**headers, "to": ", ".join(recipients), "raw": raw.decode("utf-8", "replace")}


def text_of(raw: str) -> str:
    parsed = message_from_bytes(raw.encode(), policy=policy.default)
    body = parsed.get_body(preferencelist=("plain", "html"))
    return str(body.get_content()) if body else ""
