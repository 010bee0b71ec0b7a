"""Mail: SES, as raw messages, since only those carry our own headers."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError, ConnectTimeoutError, EndpointConnectionError

from chalicelib.domain.errors import ProviderBusy, ProviderRefused, ProviderSilent
from chalicelib.domain.outbox import MessageId

_BUSY = {"TooManyRequestsException", "LimitExceededException", "SendingPausedException", "ThrottlingException"}


class SesEmails:
    """Sends plain text from one address of ours."""

    def __init__(self, client: Any, *, sender: str) -> None:
        self._client, self._sender = client, sender

    def send(self, message_id: MessageId, to: str, subject: str, body: str) -> str:
        """Send one mail; its own Message-ID holds ours, so that an answer leads back to it."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self._sender, to, subject
        mail["Message-ID"] = f"<{message_id}@{self._sender.rpartition('@')[2].rstrip('>')}>"
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(body)
        raw = {"Raw": {"Data": mail.as_bytes()}}
        sent = _answer(
            lambda: self._client.send_email(
                FromEmailAddress=self._sender, Destination={"ToAddresses": [to]}, Content=raw
            )
        )
        return str(sent["MessageId"])


def _answer(call: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        return call()
    except ClientError as error:
        raise _meaning(error) from error
    except (ConnectTimeoutError, EndpointConnectionError) as error:
        raise ProviderBusy("ses") from error
    except BotoCoreError as error:
        raise ProviderSilent("ses") from error


def _meaning(error: ClientError) -> Exception:
    code = str(error.response["Error"]["Code"])
    if code in _BUSY:
        return ProviderBusy("ses")
    status = error.response["ResponseMetadata"]["HTTPStatusCode"]
    return ProviderSilent("ses") if status >= 500 else ProviderRefused(code)
