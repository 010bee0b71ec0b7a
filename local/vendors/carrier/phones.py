"""Residents' phones: a text goes to the application as a signed webhook, and its TwiML comes back."""

from __future__ import annotations

import secrets
from typing import Any

import httpx

from local.vendors.carrier.inbound import Inbound
from local.vendors.carrier.ledger import Ledger
from local.vendors.carrier.messages import INBOUND, Message, new_sid
from local.vendors.carrier.segments import segments
from local.vendors.carrier.signature import sign
from local.vendors.config import VendorConfig

TIMEOUT = 15.0  # seconds, as Twilio's
PLACES = ("City", "State", "Zip")
XML_TYPES = ("text/xml", "application/xml")


class Phones:
    """What residents send and see."""

    def __init__(self, *, config: VendorConfig, ledger: Ledger, inbound: Inbound, web: httpx.AsyncClient) -> None:
        self._config = config
        self._ledger = ledger
        self._inbound = inbound
        self._web = web

    async def send(self, *, number: str, body: str, media: list[str]) -> dict[str, Any]:
        """Send a text with pictures of these types from a phone; return its sid and what became of the webhook."""
        fields = self.webhook_fields(number=number, body=body, media=media)
        self._inbound.receive(fields)
        error = await self._deliver(fields)
        if error:
            self._note(fields["MessageSid"], error)
        return {"sid": fields["MessageSid"], "error_code": error}

    def conversation(self, number: str) -> list[dict[str, Any]]:
        """Return what a phone shows, oldest first."""
        return [bubble(message) for message in self._ledger.of_phone(number)]

    def webhook_fields(self, *, number: str, body: str, media: list[str]) -> dict[str, str]:
        """Return every field that Twilio sends with an incoming message, blank ones too."""
        sid, account = new_sid(media=len(media)), self._config.account_sid
        fields = {
            "AccountSid": account,
            "ApiVersion": "2010-04-01",
            "Body": body,
            "From": number,
            "FromCountry": "US",
            "MessageSid": sid,
            "NumMedia": str(len(media)),
            "NumSegments": str(segments(body)),
            "SmsMessageSid": sid,
            "SmsSid": sid,
            "SmsStatus": "received",
            "To": self._config.agency_number,
            "ToCountry": "US",
        }
        fields |= {f"{end}{place}": "" for end in ("From", "To") for place in PLACES}
        base = f"{self._config.twilio_api_url}/2010-04-01/Accounts/{account}/Messages/{sid}/Media"
        for index, kind in enumerate(media):
            fields |= {f"MediaContentType{index}": kind, f"MediaUrl{index}": f"{base}/ME{secrets.token_hex(16)}"}
        return fields

    async def _deliver(self, fields: dict[str, str]) -> int | None:
        """Post the webhook, once more where it failed; return the error code of the last try."""
        url = f"{self._config.base_url}/sms/inbound"
        headers = {
            "X-Twilio-Signature": sign(url=url, fields=fields, token=self._config.auth_token),
            "I-Twilio-Idempotency-Token": secrets.token_hex(16),
        }
        error: int | None = None
        for _ in range(2):
            try:
                answer = await self._web.post(url, data=fields, headers=headers, timeout=TIMEOUT)
            except httpx.TimeoutException:
                error = 11205
                continue
            except httpx.HTTPError:
                error = 11200
                continue
            error = fault_of(answer)
            if error is None:
                self._inbound.take_reply(fields, answer.content)
                return None
        return error

    def _note(self, sid: str, error: int) -> None:
        message = self._ledger.get(sid)
        assert message
        record = message.to_record() | {"webhook_error": error}
        self._ledger.write(Message(**record))
        self._ledger.alert(code=error, sid=sid, detail="incoming message webhook")


def fault_of(answer: httpx.Response) -> int | None:
    """Return Twilio's code for a webhook answer that it cannot use (twilio.com/docs/api/errors)."""
    if answer.is_error:
        return 11200
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return None if kind in XML_TYPES else 12300


def bubble(message: Message) -> dict[str, Any]:
    is_mine = message.direction == INBOUND
    return {
        "sid": message.sid,
        "mine": is_mine,
        "body": message.body,
        "media": message.media,
        "status": message.status,
        "at": message.created,
        "error_code": message.webhook_error if is_mine else message.error_code,
    }
