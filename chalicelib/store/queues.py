"""Puts ids on an SQS queue."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

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

    def _send_some(self, bodies: Sequence[dict[str, Any]]) -> None:
        entries = [
            {"Id": str(number), "MessageBody": json.dumps({"v": BODY_VERSION, **body}, separators=(",", ":"))}
            for number, body in enumerate(bodies)
        ]
        answer = self._client.send_message_batch(QueueUrl=self._url, Entries=entries)
        if answer.get("Failed"):
            raise ProviderBusy("sqs")
