"""An email address as people write it, and as it is kept: small letters, nothing around it."""

from __future__ import annotations

import re

LONGEST = 254
"""RFC 5321, 4.5.3.1.3, less the brackets."""
_ADDRESS = re.compile(
    r"(?=.{1,64}@)(?!.*=\?)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])",
    re.ASCII,
)


def email_address(text: str) -> str | None:
    """Read an address that mail can be sent to; none where it is not one, or nobody writes such.

    `=?` opens an encoded word (RFC 2047), which whoever writes a header would decode.
    """
    plain = text[: 2 * LONGEST].strip().strip("<>").removeprefix("mailto:").lower()
    return plain if len(plain) <= LONGEST and _ADDRESS.fullmatch(plain) else None
