"""Hand one claimed message to the vendor that its kind goes to, and ask that vendor afterwards whether it took it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from chalicelib.domain.agency import Agency
from chalicelib.domain.errors import Conflict, ProviderBusy, ProviderRefused
from chalicelib.domain.incident import Request
from chalicelib.domain.letter import Mail
from chalicelib.domain.outbox import Message, ask_message_id, second_ask_message_id
from chalicelib.domain.owner import Contact, ContactKey
from chalicelib.words.board import board_payload

if TYPE_CHECKING:
    from chalicelib import ports

CLOCKS_APART = timedelta(minutes=1)
"""How far our clock and a vendor's may differ."""
_POSTING = timedelta(minutes=1)
_REDRAWS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendors:
    """The vendors, and what is needed to say something to them."""

    texts: ports.Texts
    emails: ports.Emails
    chat: ports.Chat
    outbox: ports.Outbox
    requests: ports.Requests
    scratch: ports.Scratch
    transactions: ports.Transactions
    clock: ports.Clock
    agency: Agency

    def send(self, message: Message, contact: Contact | None) -> str:
        """Send it; give the provider's id. Raises ProviderBusy, ProviderRefused, ProviderSilent."""
        if message.kind == "board":
            return self._draw_board(message)
        if message.kind == "note":
            note, channel = _note(message)
            return self.chat.post(channel, note, message_id=message.message_id)
        if message.kind == "farewell":
            return self._farewell(message)
        if contact is None:
            raise ProviderRefused("no_contact")
        if contact.channel == "email":
            return self.emails.send(self._mail(message, contact))
        return self.texts.send(message.message_id, contact.address, message.body)

    def _mail(self, message: Message, contact: Contact) -> Mail:
        """Put together what the headers need: the request that it is about, and the mail that began the thread."""
        first = self._first(message)
        return Mail(
            message=message,
            to=contact.address,
            contact_key=contact.key,
            language=self.agency.spoken(contact.language),
            agency=self.agency,
            at=self.clock.now(),
            request=self.requests.request(message.request_id) if message.request_id else None,
            first=first,
        )

    def _first(self, message: Message) -> Message | None:
        if message.request_id is None or message.owner_id is None:
            return None
        for name in (ask_message_id, second_ask_message_id):
            asked = self.outbox.message(name(message.request_id, message.owner_id))
            if asked and asked.contact_key == message.contact_key:
                return asked if asked.message_id != message.message_id else None
        return None

    def _farewell(self, message: Message) -> str:
        """Write once more to somebody who left, and whose address nothing else knows any more."""
        kept = self.scratch.get("farewell", message.message_id, now=self.clock.now())
        if kept is None:
            raise ProviderRefused("no_contact")
        mail = Mail(
            message=message,
            to=kept["address"],
            contact_key=ContactKey(kept["key"]),
            language=kept["language"],
            agency=self.agency,
            at=self.clock.now(),
        )
        return self.emails.send(mail)

    def is_closed(self, message: Message) -> bool:
        """Say whether the request that a message belongs to was closed: nobody is to be asked for it any more."""
        request = self.requests.request(message.request_id) if message.request_id else None
        return request is not None and request.state == "closed"

    def look(self, message: Message, contact: Contact | None) -> str | None:
        """Give the provider's id of a message that may have been taken; none where it surely was not, so far.

        Raises the same errors as `send`. Only for what `can_ask` says yes to.
        """
        since = message.created_at - CLOCKS_APART
        if message.kind == "note":
            note, channel = _note(message)
            thread = str(note.get("thread_ts", ""))
            return self.chat.look(channel, message.message_id, since=since, thread_ts=thread)
        if contact is None:
            raise ProviderRefused("no_contact")
        return self.texts.look(contact.address, message.body, since=since)

    def _draw_board(self, message: Message) -> str:
        """Draw it again until nothing changed meanwhile: of two who draw at once, the later one puts it right."""
        request, payload = self._board(message)
        ts = request.slack_ts or self._post_board(request, payload)
        if request.slack_ts:
            self.chat.update(request.channel_id, ts, payload)
        for _ in range(_REDRAWS):
            drawn, (_, payload) = payload, self._board(message)
            if payload == drawn:
                break
            self.chat.update(request.channel_id, ts, payload)
        return ts

    def _post_board(self, request: Request, payload: dict[str, Any]) -> str:
        """Post a request's board once, however many messages want to be the first; those late get ProviderBusy."""
        name, now = f"board-{request.request_id}", self.clock.now()
        try:
            self.transactions.commit([self.scratch.put("posting", name, {}, expires_at=now + _POSTING)])
        except Conflict as error:
            raise ProviderBusy("board") from error
        found = self.chat.look(request.channel_id, name, since=request.created_at - CLOCKS_APART)
        if found:
            self.chat.update(request.channel_id, found, payload)
        ts = found or self.chat.post(request.channel_id, payload, message_id=name)
        self.requests.set_slack_ts(request.request_id, ts)
        return ts

    def _board(self, message: Message) -> tuple[Request, dict[str, Any]]:
        request = self.requests.request(message.request_id) if message.request_id else None
        if request is None:
            raise ProviderRefused("no_request")
        return request, board_payload(request, self.requests.tally(request.request_id), self.agency)


def can_ask(message: Message, contact: Contact | None) -> bool:
    """Say whether the vendor can be asked afterwards for this message (docs/delivery.md)."""
    return message.kind == "note" or (contact is not None and contact.channel == "sms")


def may_come_twice(message: Message) -> bool:
    """Say whether doing it again shows nothing, or is better than not at all, where the vendor cannot be asked."""
    return message.kind in ("board", "code")


def _note(message: Message) -> tuple[dict[str, Any], str]:
    note = json.loads(message.body)
    return note, str(note.pop("channel"))
