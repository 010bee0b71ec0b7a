"""Twilio's webhooks, verified and read (twilio.com/docs/usage/security, .../messaging/guides/webhook-request)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from twilio.request_validator import RequestValidator, get_signature_algorithm

from chalicelib.channels.http import HttpRequest, Unreadable
from chalicelib.domain.optout import Reading
from chalicelib.usecases.receive_text import InboundText

_MESSAGE_SID = re.compile(r"[A-Z]{2}[0-9A-Za-z_-]{1,62}")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_STATUS = re.compile(r"[a-z_]{1,32}")
_OURS = re.compile(r"[A-Za-z0-9._-]{1,128}")
_ERROR_CODE = re.compile(r"[0-9]{0,6}")
_MOST_PICTURES = 10
_TAKEN_AS: dict[str, Reading] = {"STOP": "stop_keyword", "START": "start", "HELP": "help_keyword"}
"""Twilio's OptOutType: what Advanced Opt-Out, where an agency uses it, took the text for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryReport:
    """What the carrier says about one text of ours: `message_id` is ours, `provider_id` the carrier's."""

    message_id: str
    provider_id: str
    status: str
    error_code: str


def verified_form(request: HttpRequest, *, url: str, tokens: Sequence[str], account_sid: str) -> dict[str, str]:
    """Give the form's fields if Twilio signed them for this address with one of these tokens; raises Unreadable.

    The address is the configured one: neither Host nor what a proxy says about itself is believed.
    """
    form = _unverified_form(request)
    signature = request.headers["x-twilio-signature"]
    algorithm = get_signature_algorithm(request.headers.get("x-twilio-webhooks-signature-settings"))
    signed = any(RequestValidator(token).validate(url, form, signature, algorithm) for token in tokens)
    if not signed or form.get("AccountSid", account_sid) != account_sid:
        raise Unreadable(HTTPStatus.FORBIDDEN)
    return form


def _unverified_form(request: HttpRequest) -> dict[str, str]:
    """Whatever Twilio cannot have signed is forbidden: what is wrong with it is nobody's business."""
    if "x-twilio-signature" not in request.headers:
        raise Unreadable(HTTPStatus.FORBIDDEN)
    try:
        return request.form()
    except Unreadable as error:
        raise Unreadable(HTTPStatus.FORBIDDEN) from error


def inbound_text(form: dict[str, str]) -> InboundText:
    """Read a text that came in; raises Unreadable where the carrier's id or the sender is none."""
    message_id, sender = form.get("MessageSid", ""), form.get("From", "")
    if not _MESSAGE_SID.fullmatch(message_id) or not _E164.fullmatch(sender):
        raise Unreadable(HTTPStatus.BAD_REQUEST)
    pictures = form.get("NumMedia", "")
    return InboundText(
        message_id=message_id,
        sender=sender,
        body=form.get("Body", ""),
        taken_as=_TAKEN_AS.get(form.get("OptOutType", "")),
        pictures=min(int(pictures), _MOST_PICTURES) if re.fullmatch("[0-9]{1,3}", pictures) else 0,
    )


def delivery_report(message_id: str, form: dict[str, str]) -> DeliveryReport:
    """Read a status callback for the message named in its path; raises Unreadable where it is none."""
    provider_id, status = form.get("MessageSid", ""), form.get("MessageStatus", "")
    error_code = form.get("ErrorCode", "")
    readable = (
        _OURS.fullmatch(message_id),
        _MESSAGE_SID.fullmatch(provider_id),
        _STATUS.fullmatch(status),
        _ERROR_CODE.fullmatch(error_code),
    )
    if not all(readable):
        raise Unreadable(HTTPStatus.BAD_REQUEST)
    return DeliveryReport(message_id=message_id, provider_id=provider_id, status=status, error_code=error_code)
