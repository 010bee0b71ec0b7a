"""The Lambda function SmsWebhook: texts that come in, and what became of those that went out."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from chalice.app import Blueprint

from chalicelib import wiring
from chalicelib.channels.http import HttpRequest, Unreadable, answer
from chalicelib.usecases.follow_delivery import follow_delivery
from chalicelib.usecases.receive_text import ReceiveText

from .reading import delivery_report, inbound_text, verified_form
from .replying import noted, twiml

if TYPE_CHECKING:
    from chalicelib.usecases.fall_back import FallBack

INBOUND = "/sms/inbound"
STATUS = "/sms/status/"

texts = Blueprint(__name__)


@texts.lambda_function(name="SmsWebhook")
def sms_webhook(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Answer one webhook of Twilio's. Never 500: what goes wrong here is answered with 503, and comes again."""
    return answer(event, _handle)


def _handle(request: HttpRequest) -> dict[str, Any]:
    if request.method != "POST":
        raise Unreadable(HTTPStatus.METHOD_NOT_ALLOWED)
    if request.path == INBOUND:
        return _receive(request)
    if request.path.startswith(STATUS):
        return _follow(request)
    raise Unreadable(HTTPStatus.NOT_FOUND)


def _receive(request: HttpRequest) -> dict[str, Any]:
    text = inbound_text(_verified(request))
    desk = ReceiveText.over(wiring.talking(), channel_id=wiring.configuration().slack_channel_id)
    return twiml(desk.receive(text))


def _follow(request: HttpRequest) -> dict[str, Any]:
    report = delivery_report(request.path.removeprefix(STATUS), _verified(request))
    follow_delivery(
        report.message_id,
        report.status,
        provider_id=report.provider_id,
        error_code=report.error_code,
        outbox=wiring.outbox(),
        registry=wiring.registry(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
        fall_back=_fall_back,
    )
    return noted()


def _fall_back() -> FallBack:
    from chalicelib.usecases.fall_back import FallBack

    return FallBack(
        registry=wiring.registry(),
        requests=wiring.requests(),
        outbox=wiring.outbox(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
        ids=wiring.ids(),
        agency=wiring.agency(),
        base_url=wiring.configuration().base_url,
    )


def _verified(request: HttpRequest) -> dict[str, str]:
    secrets = wiring.secrets()
    return verified_form(
        request,
        url=wiring.configuration().base_url + request.path,
        tokens=secrets.twilio_auth_tokens,
        account_sid=secrets.twilio_account_sid,
    )
