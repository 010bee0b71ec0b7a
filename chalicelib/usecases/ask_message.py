"""The one message that puts an ask to its owner: a text, or a mail with a link to the ask's own page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.incident import Ask, Request
from chalicelib.domain.outbox import Message, MessageId
from chalicelib.domain.owner import Channel
from chalicelib.domain.sms import fold
from chalicelib.words.ask_text import ask_text
from chalicelib.words.letters import ask_letter, ask_subject

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWriter:
    """Writes asks, all at one time. `base_url` is where the pages are, without a slash at the end."""

    requests: ports.Requests
    outbox: ports.Outbox
    ids: ports.Ids
    agency: Agency
    base_url: str
    now: datetime

    def owe(
        self, request: Request, ask: Ask, channel: Channel, *, message_id: MessageId, due_at: datetime, language: str
    ) -> tuple[Message, list[ports.Change]]:
        """Give the message, and the changes that owe it to the ask's contact; labels `message`, `link`."""
        token = self.ids.token() if channel == "email" else ""
        spoken = self.agency.spoken(language)
        body, subject = self._whose(request, spoken) if ask.held and not token else self._said(request, spoken, token)
        message = Message(
            message_id=message_id,
            kind="ask",
            body=body,
            created_at=self.now,
            due_at=due_at,
            expires_at=max(min(ask.overwritten_at, request.expires_at), due_at),
            contact_key=ask.contact_key,
            request_id=request.request_id,
            owner_id=ask.owner_id,
            subject=subject,
        )
        link = [self.requests.add_link(token, ask)] if token else []
        return message, [self.outbox.owe(message), *link]

    def _whose(self, request: Request, language: str) -> tuple[str, str]:
        """Ask a silent phone whose it is, and say nothing of what is asked: numbers are handed on."""
        values = {"short_name": self.agency.short_name, "code": request.code}
        return fold(words.say("sms.still_there", language, **values)), ""

    def _said(self, request: Request, language: str, token: str) -> tuple[str, str]:
        if not token:
            text = ask_text(request.question, code=request.code, agency=self.agency, language=language, now=self.now)
            return text, ""
        link = f"{self.base_url}/r/{token}"
        letter = ask_letter(
            request.question, code=request.code, agency=self.agency, language=language, now=self.now, link=link
        )
        return letter.body(), ask_subject(request.code, agency=self.agency, language=language)
