"""What SES reports about each mail, in EventBridge's envelope; its mailbox simulator's addresses fail as they do there.

Shapes: SES's page "Examples of event data"; addresses: its page "Using the mailbox simulator". Others can be told to
fail: `POST /control/mail {"address": "...", "happens": "bounce"}`.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, get_args

import boto3
from botocore.config import Config

from local.vendors.config import Cloud

Happens = Literal["success", "bounce", "soft_bounce", "complaint", "suppressionlist"]
Put = Callable[[dict[str, Any]], None]
SIMULATOR = "simulator.amazonses.com"
_NAMES = {"Bounce": "Email Bounced", "Complaint": "Email Complaint Received", "Delivery": "Email Delivered"}
_BOUNCES = {
    "bounce": ("Permanent", "General"),
    "soft_bounce": ("Transient", "MailboxFull"),
    "suppressionlist": ("Permanent", "OnAccountSuppressionList"),
}


class MailEvents:
    """Tells what becomes of mails. `put` takes one event; none is told before there is somewhere to tell it."""

    def __init__(self, put: Callable[[], Put | None]) -> None:
        self._put = put
        self._told: dict[str, Happens] = {}

    def ask_for(self, address: str, happens: str) -> None:
        """Let this happen to every further mail to an address; raises ValueError for what cannot happen."""
        if happens not in get_args(Happens):
            raise ValueError(f"happens must be one of {', '.join(get_args(Happens))}")
        self._told[address.lower()] = next(each for each in get_args(Happens) if each == happens)

    def happens_to(self, address: str) -> Happens:
        """Say what will happen to a mail to this address."""
        local, _, domain = address.lower().rpartition("@")
        if domain == SIMULATOR:
            plain = local.partition("+")[0]
            return next((each for each in get_args(Happens) if each == plain), "success")
        return self._told.get(address.lower(), "success")

    def tell(self, mail: dict[str, Any], recipients: Sequence[str]) -> None:
        """Tell what became of one mail, for each of its recipients."""
        put = self._put()
        for address in recipients if put else ():
            for kind, details in _happenings(self.happens_to(address), address):
                assert put
                put(_envelope(kind, {**mail, "destination": [address]}, details))


def mail_of(message_id: str, sender: str, tags: Sequence[dict[str, str]], configuration_set: str) -> dict[str, Any]:
    """Give the part of an event that names the mail."""
    named = {tag["Name"]: [tag["Value"]] for tag in tags}
    return {
        "timestamp": _now(),
        "source": sender,
        "messageId": message_id,
        "headersTruncated": False,
        "tags": {"ses:configuration-set": [configuration_set], **named},
    }


class CloudQueue:
    """The queue of the local AWS to which EventBridge's rule would bring the events."""

    def __init__(self, cloud: Cloud) -> None:
        self._url = cloud.mail_queue_url
        self._sqs: Any = boto3.client(
            "sqs",
            endpoint_url=cloud.s3_endpoint_url,
            aws_access_key_id=cloud.access_key_id,
            aws_secret_access_key=cloud.secret_access_key,
            region_name=cloud.region,
            config=Config(connect_timeout=5, read_timeout=10, retries={"total_max_attempts": 2}),
        )

    def put(self, event: dict[str, Any]) -> None:
        self._sqs.send_message(QueueUrl=self._url, MessageBody=json.dumps(event))


def _happenings(happens: Happens, address: str) -> list[tuple[str, dict[str, Any]]]:
    at = {"timestamp": _now()}
    if happens in _BOUNCES:
        kind, sub = _BOUNCES[happens]
        who = [{"emailAddress": address, "action": "failed", "status": "5.1.1", "diagnosticCode": "smtp; 550 5.1.1"}]
        return [("Bounce", {**at, "bounceType": kind, "bounceSubType": sub, "bouncedRecipients": who,
                            "feedbackId": _id()})]  # fmt: skip
    delivery = ("Delivery", {**at, "recipients": [address], "smtpResponse": "250 2.0.0 OK", "processingTimeMillis": 1})
    if happens != "complaint":
        return [delivery]
    complaint = {**at, "complainedRecipients": [{"emailAddress": address}], "complaintFeedbackType": "abuse",
                 "feedbackId": _id()}  # fmt: skip
    return [delivery, ("Complaint", complaint)]


def _envelope(kind: str, mail: dict[str, Any], details: dict[str, Any]) -> dict[str, Any]:
    return {
        "version": "0", "id": _id(), "detail-type": _NAMES[kind], "source": "aws.ses", "account": "000000000000",
        "time": _now(), "region": "us-east-1", "resources": [],
        "detail": {"eventType": kind, "mail": mail, kind.lower(): details},
    }  # fmt: skip


def _id() -> str:
    return f"{secrets.token_hex(8)}-{secrets.token_hex(4)}-000000"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
