"""The carrier: Twilio's REST API. Loaded when the first text is sent, since it is slow to load."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, TypeVar

from chalicelib.domain.errors import ProviderBusy, ProviderRefused, ProviderSilent
from chalicelib.domain.outbox import MessageId

Answer = TypeVar("Answer")
_TOO_MANY = 20429
_NOT_LET_IN = 401
_REPLIES = {"inbound", "outbound-reply"}
"""What the list also holds and never was an outbox message: texts from owners, and TwiML's answers to them."""


class TwilioTexts:
    """Sends from one number of ours; every call ends within `timeout_s` seconds."""

    def __init__(
        self, *, account_sid: str, auth_token: str, sender: str, api_url: str, callback_url: str, timeout_s: float
    ) -> None:
        self._account_sid, self._auth_token, self._sender = account_sid, auth_token, sender
        self._api_url, self._callback_url, self._timeout_s = api_url, callback_url, timeout_s

    def send(self, message_id: MessageId, to: str, body: str) -> str:
        """Send one text; its status comes back on a path that names the message."""
        made = _answer(
            lambda: self._client.messages.create(
                to=to, from_=self._sender, body=body, status_callback=f"{self._callback_url}/{message_id}"
            )
        )
        return str(made.sid)

    def look(self, to: str, body: str, *, since: datetime) -> str | None:
        """Read the list of what went to this number since that day, and find this very text in it."""
        day = since.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        listed = _answer(lambda: self._client.messages.list(to=to, from_=self._sender, date_sent_after=day))
        return next((str(text.sid) for text in listed if text.body == body and _is_ours(text, since)), None)

    @cached_property
    def _client(self) -> Any:
        from twilio.http.http_client import TwilioHttpClient
        from twilio.rest import Client  # noqa: TID251  (here, where a text is sent)

        client = Client(self._account_sid, self._auth_token, http_client=TwilioHttpClient(timeout=self._timeout_s))
        client.api.base_url = self._api_url
        return client


def _is_ours(text: Any, since: datetime) -> bool:
    """A text may be listed before it has a date of sending; it always has one of its making. Both in whole seconds."""
    made = text.date_created or text.date_sent
    return text.direction not in _REPLIES and (made is None or made >= since.replace(microsecond=0))


def _answer(call: Callable[[], Answer]) -> Answer:
    """Make one call; say in our words how it failed."""
    import requests
    from twilio.base.exceptions import TwilioException, TwilioRestException

    try:
        return call()
    except TwilioRestException as error:
        raise _meaning(error.status, error.code) from error
    except requests.exceptions.ConnectTimeout as error:
        raise ProviderBusy("twilio") from error
    except requests.exceptions.ConnectionError as error:
        raise (ProviderBusy if _never_connected(error) else ProviderSilent)("twilio") from error
    except (requests.exceptions.RequestException, TwilioException) as error:
        raise ProviderSilent("twilio") from error


def _meaning(status: int, code: int | None) -> Exception:
    if status in (429, _NOT_LET_IN) or code == _TOO_MANY:
        return ProviderBusy("twilio")  # a wrong token is the operator's to mend; until then nothing is lost
    return ProviderSilent("twilio") if status >= 500 else ProviderRefused(str(code or status))


def _never_connected(error: Exception) -> bool:
    from urllib3.exceptions import NewConnectionError

    cause = error.args[0] if error.args else None
    return isinstance(getattr(cause, "reason", cause), NewConnectionError)
