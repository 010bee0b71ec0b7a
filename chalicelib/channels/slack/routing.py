"""Builds the Bolt app and says which listener takes what; Bolt neither verifies, nor logs, nor calls anybody here."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from chalicelib.observability import logger

from . import listeners
from .speech import say
from .views import CALLBACK_ID

if TYPE_CHECKING:
    from slack_bolt import App, BoltResponse

COMMAND = "/footage"


def build_app() -> App:
    """Build the app: no call to Slack (neither auth.test nor another), everything done before the response."""
    from slack_bolt import App
    from slack_bolt.authorization import AuthorizeResult

    app = App(
        name="porchlight-bolt",  # Bolt silences the logger of its own name, and `porchlight` is ours
        logger=_silent(),
        process_before_response=True,
        token_verification_enabled=False,
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id=None),
        request_verification_enabled=False,
        ignoring_self_events_enabled=False,
        ssl_check_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    app.command(COMMAND)(listeners.command)
    app.view(CALLBACK_ID)(listeners.form)
    app.action("edit_request")(listeners.edit)
    for action_id in listeners.JOBS:
        app.action(action_id)(listeners.press)
    app.action(re.compile(r".*"))(listeners.ignore)
    app.error(_failed)
    return app


def _failed(error: Exception, body: dict[str, Any]) -> BoltResponse:
    """The person gets a plain word where Slack shows one; a button that failed shows Slack's own sign."""
    from slack_bolt import BoltResponse

    logger.error("A deed in Slack failed", extra={"error": type(error).__name__}, exc_info=error)
    sentence = say("slack.trouble.again")
    if "command" in body:
        return BoltResponse(status=200, body={"response_type": "ephemeral", "text": sentence})
    if body.get("type") == "view_submission":
        return BoltResponse(status=200, body={"response_action": "errors", "errors": {"case_number": sentence}})
    return BoltResponse(status=503, body="")


def _silent() -> logging.Logger:
    """Bolt writes bodies into its log, and a body holds what must not stand there."""
    silent = logging.getLogger("porchlight.bolt")
    silent.disabled = True
    silent.setLevel(logging.CRITICAL)
    return silent
