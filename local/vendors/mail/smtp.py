"""The SMTP server: mail to the agency's domain goes to its bucket as SES puts it there, all other to the mailbox."""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import boto3
from aiosmtpd.smtp import SMTP, Envelope, Session
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from local.vendors.config import Cloud
from local.vendors.mail.mailbox import Mailbox
from local.vendors.mail.verdicts import with_verdicts

LARGEST = 40 * 1024 * 1024  # SES's limit, both ways


class Bucket(Protocol):
    """Where incoming mail is put. Raises BotoCoreError or ClientError."""

    def put(self, key: str, raw: bytes) -> None: ...


class MailHandler:
    """aiosmtpd's hook: one mail, whatever its recipients."""

    def __init__(self, *, mailbox: Mailbox, mail_domain: str, bucket: Callable[[], Bucket | None]) -> None:
        self._mailbox = mailbox
        self._mail_domain = mail_domain.lower()
        self._bucket = bucket

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        raw = envelope.original_content or b""
        ours, theirs = self._sorted(envelope.rcpt_tos)
        if ours:
            bucket = self._bucket()
            if bucket is None:
                return "451 4.3.2 The agency's mail is not up yet, try again later"
            try:
                stored = with_verdicts(raw, sender=envelope.mail_from or "", recipients=ours)
                await asyncio.to_thread(bucket.put, f"in/{secrets.token_hex(20)}", stored)
            except (BotoCoreError, ClientError) as error:
                return f"451 4.3.0 Could not store the mail ({type(error).__name__}), try again later"
        if theirs:
            self._mailbox.add(raw, recipients=theirs)
        return "250 2.0.0 OK"

    def _sorted(self, recipients: Sequence[str]) -> tuple[list[str], list[str]]:
        ours = [address for address in recipients if address.rpartition("@")[2].lower() == self._mail_domain]
        return ours, [address for address in recipients if address not in ours]


class CloudBucket:
    """The mail bucket of the local AWS."""

    def __init__(self, cloud: Cloud) -> None:
        self._name = cloud.mail_bucket
        self._s3: Any = boto3.client(
            "s3",
            endpoint_url=cloud.s3_endpoint_url,
            aws_access_key_id=cloud.access_key_id,
            aws_secret_access_key=cloud.secret_access_key,
            region_name=cloud.region,
            config=Config(
                s3={"addressing_style": "path"},
                request_checksum_calculation="when_required",
                connect_timeout=5,
                read_timeout=10,
                retries={"total_max_attempts": 2},
            ),
        )

    def put(self, key: str, raw: bytes) -> None:
        self._s3.put_object(Bucket=self._name, Key=key, Body=raw)


async def serve_smtp(handler: MailHandler, listener: socket.socket) -> asyncio.Server:
    """Start answering on a socket that is bound already."""
    loop = asyncio.get_running_loop()
    return await loop.create_server(
        lambda: SMTP(handler, data_size_limit=LARGEST, enable_SMTPUTF8=True, hostname="localhost"), sock=listener
    )
