"""Puts ids on an SQS queue."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.domain.errors import ProviderBusy

BODY_VERSION = 1
_AT_ONCE = 10


class SqsQueue:
    """One queue, by its URL."""

    def __init__(self, client: Any, url: str) -> None:
        self._client, self._url = client, url

    def send(self, bodies: Sequence[dict[str, Any]]) -> None:
        """Put each on the queue with its version `v`; raises ProviderBusy where SQS took only some of them."""
        for start in range(0, len(bodies), _AT_ONCE):
            self._send_some(bodies[start : start + _AT_ONCE])

    def show_again(self, receipt: str, *, after_s: int) -> None:
        """Let a message that is being worked off come again after so many seconds, and not only when its time is over.

        Never raises for what SQS does: it comes again all the same, later.
        """
        try:
            self._client.change_message_visibility(QueueUrl=self._url, ReceiptHandle=receipt, VisibilityTimeout=after_s)
        except (BotoCoreError, ClientError) as error:
            from chalicelib.observability import logger  # costs 10 ms of a cold start, and is needed here alone

            logger.warning("A message comes again later than it could", extra={"error": type(error).__name__})

    def _send_some(self, bodies: Sequence[dict[str, Any]]) -> None:
        entries = [
            {"Id": str(number), "MessageBody": json.dumps({"v": BODY_VERSION, **body}, separators=(",", ":"))}
            for number, body in enumerate(bodies)
        ]
        answer = self._client.send_message_batch(QueueUrl=self._url, Entries=entries)
        if answer.get("Failed"):
            raise ProviderBusy("sqs")


class WakingQueue(SqsQueue):
    """A queue that only makes things faster: its ids lie in a table too, and the sweeper queues them within a minute.

    So nobody hears of an error who has done their part; the alarm on messages that got stuck tells the operator.
    """

    def send(self, bodies: Sequence[dict[str, Any]]) -> None:
        """Put them on the queue if it can be; never raises for what SQS does."""
        try:
            super().send(bodies)
        except (ProviderBusy, BotoCoreError, ClientError) as error:
            from chalicelib.observability import logger  # costs 10 ms of a cold start, and is needed here alone

            logger.error("Nobody could be woken", extra={"error": type(error).__name__, "count": len(bodies)})
