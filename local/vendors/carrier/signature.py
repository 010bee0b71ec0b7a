"""X-Twilio-Signature: HMAC-SHA1 over the address and the sorted fields (twilio.com/docs/usage/security)."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping


def sign(*, url: str, fields: Mapping[str, str], token: str) -> str:
    text = url + "".join(name + value for name, value in sorted(fields.items()))
    return base64.b64encode(hmac.new(token.encode(), text.encode(), hashlib.sha1).digest()).decode()


def is_signed(*, url: str, fields: Mapping[str, str], token: str, signature: str) -> bool:
    return hmac.compare_digest(sign(url=url, fields=fields, token=token).encode(), signature.encode())
