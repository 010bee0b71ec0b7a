"""Texts from residents: recorded once, keywords answered, the application's TwiML taken once."""

from __future__ import annotations

from collections.abc import Mapping

from local.vendors.carrier.behaviour import Behaviour
from local.vendors.carrier.delivery import Delivery
from local.vendors.carrier.keywords import Keyword, answer, keyword_of
from local.vendors.carrier.ledger import Ledger
from local.vendors.carrier.messages import INBOUND
from local.vendors.carrier.twiml import TwimlError, messages_of
from local.vendors.unknown import Unknown


class Inbound:
    """A webhook with a sid that this carrier never issued is as good as one of its own."""

    def __init__(self, *, ledger: Ledger, delivery: Delivery, unknown: Unknown, agency: str) -> None:
        self._ledger = ledger
        self._delivery = delivery
        self._unknown = unknown
        self._agency = agency

    def receive(self, fields: Mapping[str, str]) -> None:
        """List the text that this webhook tells of and act on its keyword, the first time it is seen."""
        sid = fields.get("MessageSid", "")
        if not sid or sid in self._ledger:
            return
        media = int(number) if (number := fields.get("NumMedia", "0")).isdigit() else 0
        sender, to, body = fields.get("From", ""), fields.get("To", ""), fields.get("Body", "")
        draft = self._ledger.draft(sender=sender, to=to, body=body, direction=INBOUND, sid=sid, media=media)
        self._ledger.write(draft.advance("received", now=self._ledger.now()))
        self._answer_keyword(resident=sender, agency_number=to, body=body)

    def take_reply(self, fields: Mapping[str, str], document: bytes) -> None:
        """List the messages that the application answered a webhook with, once for each inbound sid."""
        sid = fields.get("MessageSid", "")
        if not sid or not self._ledger.answer_once(sid):
            return
        try:
            texts = messages_of(document)
        except TwimlError as error:
            self._ledger.alert(code=12100, sid=sid, detail=str(error))
            self._unknown.record("twilio", f"TwiML: {error}")
            return
        for text in texts:
            self._reply(resident=fields.get("From", ""), agency_number=fields.get("To", ""), text=text)

    def _answer_keyword(self, *, resident: str, agency_number: str, body: str) -> None:
        keyword = keyword_of(body)
        if keyword is None or not self._is_news(keyword, resident):
            return
        self._deliver(resident=resident, agency_number=agency_number, text=answer(keyword, agency=self._agency))

    def _is_news(self, keyword: Keyword, resident: str) -> bool:
        if keyword is Keyword.STOP:
            return self._ledger.stop(resident)
        return keyword is Keyword.HELP or self._ledger.start(resident)

    def _reply(self, *, resident: str, agency_number: str, text: str) -> None:
        if self._ledger.is_stopped(resident):
            self._ledger.alert(code=21610, sid="", detail="reply to a stopped number was dropped")
            return
        self._deliver(resident=resident, agency_number=agency_number, text=text)

    def _deliver(self, *, resident: str, agency_number: str, text: str) -> None:
        message = self._ledger.write(self._ledger.draft(sender=agency_number, to=resident, body=text))
        self._delivery.begin(message, Behaviour())
