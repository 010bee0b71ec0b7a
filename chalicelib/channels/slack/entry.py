"""Takes what Slack sends to /slack/events: verified first, then routed by Bolt, answered within its three seconds."""

from __future__ import annotations

from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from chalice.app import Blueprint

from chalicelib import wiring
from chalicelib.channels.http import HttpRequest, answer, respond

if TYPE_CHECKING:
    from slack_bolt import App

slack = Blueprint(__name__)


@slack.lambda_function(name="SlackWebhook")
def slack_webhook(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Answer one proxy event of API Gateway."""
    return answer(event, take)


def take(request: HttpRequest) -> dict[str, Any]:
    """Refuse what Slack did not sign within the last five minutes; let Bolt route the rest."""
    from slack_bolt import BoltRequest

    if not is_signed(request, wiring.secrets().slack_signing_secrets):
        return respond(HTTPStatus.UNAUTHORIZED)
    try:
        slack_request = BoltRequest(body=request.body.decode(), query={}, headers=dict(request.headers))
    except (ValueError, TypeError, AttributeError, RecursionError):  # Bolt takes for granted that it has Slack's shape
        return respond(HTTPStatus.BAD_REQUEST)
    if not _has_slacks_shape(slack_request.body):
        return respond(HTTPStatus.BAD_REQUEST)
    taken = _app().dispatch(slack_request)
    content_type = (taken.headers.get("content-type") or ["text/plain"])[0].split(";")[0]
    return respond(HTTPStatus(taken.status), taken.body, content_type=content_type)


def is_signed(request: HttpRequest, signing_secrets: tuple[str, ...]) -> bool:
    """Say whether Slack signed the raw body with the current secret or the one before it.

    Slack's own verifier does it, once for each secret; Bolt's middleware knows only one, and logs the body of a
    forged request (docs.slack.dev/authentication/verifying-requests-from-slack).
    """
    from slack_sdk.signature import SignatureVerifier

    stamp = request.headers.get("x-slack-request-timestamp", "")
    signature = request.headers.get("x-slack-signature", "")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12 and signature.isascii()):
        return False
    try:
        body = request.body.decode()
    except UnicodeDecodeError:
        return False
    return any(SignatureVerifier(secret).is_valid(body, stamp, signature) for secret in signing_secrets)


def _has_slacks_shape(body: dict[str, Any]) -> bool:
    """Say whether what Bolt reads unchecked is there and of its kind."""
    view, actions = body.get("view", {}), body.get("actions", [{}])
    if not isinstance(view, dict) or not isinstance(actions, list):
        return False
    if "view" in body:
        view.setdefault("type", "modal")  # Bolt fails without it, and we have no other kind
    return bool(actions) and all(isinstance(action, dict) for action in actions)


@lru_cache(maxsize=1)
def _app() -> App:
    from .routing import build_app

    return build_app()
