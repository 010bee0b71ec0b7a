"""A carrier that signs webhooks by Twilio's rule and hands them to the function as API Gateway does."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from chalicelib.channels.sms.entry import sms_webhook
from tests.world import SECRETS, SETTINGS

PAYLOADS = Path(__file__).parents[2] / "payloads" / "twilio"
FORM = "application/x-www-form-urlencoded; charset=UTF-8"
INBOUND = "/sms/inbound"


def recorded(name: str) -> dict[str, str]:
    """Read a recorded webhook: `path`, `body`, `signature`."""
    return json.loads((PAYLOADS / f"{name}.json").read_text())


def fields_of(name: str, **changes: str) -> dict[str, str]:
    return dict(parse_qsl(recorded(name)["body"], keep_blank_values=True)) | changes


def signature(path: str, fields: dict[str, str], token: str = SECRETS.twilio_auth_tokens[0]) -> str:
    text = SETTINGS.base_url + path + "".join(name + value for name, value in sorted(fields.items()))
    return base64.b64encode(hmac.digest(token.encode(), text.encode(), "sha1")).decode()


def signature_sha256(path: str, fields: dict[str, str]) -> str:
    text = SETTINGS.base_url + path + "".join(name + value for name, value in sorted(fields.items()))
    token = SECRETS.twilio_auth_tokens[0].encode()
    return base64.b64encode(hmac.new(token, text.encode(), hashlib.sha256).digest()).decode()


def event(
    path: str, body: str, headers: dict[str, str], *, method: str = "POST", encoded: bool = False
) -> dict[str, Any]:
    return {
        "httpMethod": method,
        "path": path,
        "headers": {"Content-Type": FORM, **headers},
        "queryStringParameters": None,
        "pathParameters": None,
        "requestContext": {"identity": {"sourceIp": "192.0.2.1"}},
        "body": base64.b64encode(body.encode()).decode() if encoded else body,
        "isBase64Encoded": encoded,
    }


def post(path: str, fields: dict[str, str], **headers: str) -> dict[str, Any]:
    """Deliver a signed webhook; give the function's answer."""
    given = {name.replace("_", "-"): headers[name] for name in headers}
    signed = {"X-Twilio-Signature": signature(path, fields)} | given
    return deliver(event(path, urlencode(fields), signed))


def deliver(proxied: dict[str, Any]) -> dict[str, Any]:
    return sms_webhook(proxied, None)
