"""Mail: SES, as raw messages, since only those carry our own headers."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError, ConnectTimeoutError, EndpointConnectionError

from chalicelib.domain.errors import ProviderBusy, ProviderRefused, ProviderSilent
from chalicelib.domain.leave_token import LeaveTokens
from chalicelib.domain.letter import Mail, letter_in
from chalicelib.domain.mail_token import ReplyAddresses
from chalicelib.domain.outbox import Message

from .letters import write

_BUSY = {"TooManyRequestsException", "LimitExceededException", "SendingPausedException", "ThrottlingException"}
_HOME_REGION = "us-east-1"
_LONGEST_ID = 500


class SesEmails:
    """Sends mail from one address of ours, as plain text and HTML.

    `configuration_set` is what makes SES tell us of bounces and complaints; none where it is empty.
    """

    def __init__(
        self,
        client: Any,
        *,
        sender: str,
        replies: ReplyAddresses,
        leaving: LeaveTokens,
        configuration_set: str = "",
    ) -> None:
        self._client, self._sender, self._set = client, parseaddr(sender)[1], configuration_set
        self._replies, self._leaving = replies, leaving

    def send(self, mail: Mail) -> str:
        """Send one mail; give SES's id of it. Its events carry our message's id as their tag `message`."""
        message = mail.message
        asked: dict[str, Any] = {
            "FromEmailAddress": self._sender,
            "Destination": {"ToAddresses": [mail.to]},
            "Content": {"Raw": {"Data": self.raw(mail)}},
            "EmailTags": [{"Name": "message", "Value": message.message_id}],
        }
        sent = _answer(lambda: self._client.send_email(**asked, **self._events()))
        return str(sent["MessageId"])

    def raw(self, mail: Mail) -> bytes:
        """Give the whole mail as it is handed over: CRLF, and no line beyond 76 characters but for addresses."""
        made, reply_to = EmailMessage(policy=SMTP), self._reply_to(mail)
        made["From"] = _person(mail.agency.name, self._sender)
        made["To"], made["Date"] = mail.to, format_datetime(mail.at)
        made["Subject"] = _as_it_stands(mail.message.subject)
        made["Message-ID"] = self._own_id(mail.message)
        if reply_to:
            made["Reply-To"] = reply_to
        made["Auto-Submitted"] = "auto-replied" if mail.message.in_reply_to else "auto-generated"
        made["X-Auto-Response-Suppress"] = "OOF, AutoReply"
        written = write(mail, can_answer=bool(reply_to))
        made.set_content(written.plain, cte="quoted-printable")
        made.add_alternative(written.html, subtype="html", cte="quoted-printable")
        if enclosed := letter_in(mail.message.body, language=mail.language).enclosed:
            # With the mark that spreadsheets know UTF-8 by.
            made.add_attachment(
                enclosed.text.encode("utf-8-sig"), maintype="text", subtype="csv", params={"charset": "utf-8"},
                filename=enclosed.name,
            )  # fmt: skip
        return self._long_headers(mail) + made.as_bytes()

    def _long_headers(self, mail: Mail) -> bytes:
        """Write by hand what may be longer than a line: the library would encode it, and nobody could read it."""
        key = mail.contact_key
        lines = [f"List-Unsubscribe: <{self._leaving.page(key)}>,", f" <mailto:{self._leaving.mailbox(key)}>",
                 "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]  # fmt: skip
        if thread := self._thread(mail):
            lines += [f"In-Reply-To: {thread[-1]}", f"References: {thread[0]}", *(f" {later}" for later in thread[1:])]
        return "".join(f"{line}\r\n" for line in lines).encode("ascii")

    def _thread(self, mail: Mail) -> list[str]:
        """Give the ids that lead to this mail, the one that it answers last.

        SES puts an id of its own into the place of ours (its page "Header fields"): both stand here.
        """
        thread = [self._own_id(mail.first)] if mail.first else []
        if mail.first and mail.first.provider_id:
            thread.append(f"<{mail.first.provider_id}@{self._ses_domain()}>")
        answered = mail.message.in_reply_to
        return [*thread, answered] if _is_id(answered) else thread

    def _reply_to(self, mail: Mail) -> str:
        """Give where an answer goes: what the message says, else its ask; nowhere of its own for a code."""
        message, request = mail.message, mail.request
        if message.reply_to or request is None or message.owner_id is None:
            return message.reply_to
        return self._replies.of_ask(request.request_id, request.code, message.owner_id)

    def _own_id(self, message: Message) -> str:
        return f"<{message.message_id}@{self._sender.rpartition('@')[2]}>"

    def _ses_domain(self) -> str:
        region = str(self._client.meta.region_name)
        return "email.amazonses.com" if region == _HOME_REGION else f"{region}.amazonses.com"

    def _events(self) -> dict[str, str]:
        return {"ConfigurationSetName": self._set} if self._set else {}


def _person(name: str, address: str) -> str:
    plain = name.replace("\\", "").replace('"', "")
    return f'"{plain}" <{address}>'


def _as_it_stands(subject: str) -> str:
    """Give a subject that the library takes for nothing but its letters.

    It would decode what looks encoded, and write out the line breaks that it finds there: headers, or a whole mail.
    """
    return " ".join(subject.split()).replace("=?", "= ?")


def _is_id(text: str) -> bool:
    """Somebody else wrote it: take it only where it is an id and nothing but."""
    plain = text.isascii() and text.isprintable() and " " not in text
    return plain and 2 < len(text) < _LONGEST_ID and text[0] + text[-1] == "<>"


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
