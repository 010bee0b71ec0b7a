"""The one logger and the one metrics object; redaction of whatever must never be written down."""

from __future__ import annotations

import re
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

PRIVATE_KEYS = frozenset({
    "phone", "address", "email", "name", "body", "text", "to", "from", "token", "code", "look_for", "url", "link",
    "secret", "password", "authorization", "cookie", "event",
})  # fmt: skip
LOOKS_PRIVATE = re.compile(r"\+?\d[\d\-\s().]{8,}\d|[^\s@]{1,64}@[^\s@]{1,255}\.[^\s@]+")


class RedactingFormatter(LambdaPowertoolsFormatter):
    """Drops the values of private keys and masks whatever looks like a phone number or an email address."""

    def serialize(self, log: Any) -> str:
        return super().serialize(redact(log))


def redact(value: Any, key: str = "") -> Any:
    """Give `value` without what is private: by key at any depth, and by look in every string."""
    if key.lower() in PRIVATE_KEYS:
        return "[private]"
    if isinstance(value, dict):
        return {name: redact(inner, str(name)) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [redact(inner) for inner in value]
    if isinstance(value, str) and key not in ("timestamp", "function_request_id", "xray_trace_id", "function_arn"):
        return LOOKS_PRIVATE.sub("[private]", value)
    return value


logger = Logger(service="porchlight", logger_formatter=RedactingFormatter())
metrics = Metrics(namespace="Porchlight", service="porchlight")
