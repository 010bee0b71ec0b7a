"""What SES writes on top of a mail that it takes in, in its order and with its line breaks.

This one looks up no DNS. SPF passes for the envelope's sender; DMARC passes where the domain of From is the envelope's:
who wants to see a forgery sends one with another envelope. GTUBE is spam, EICAR's test file a virus, as everywhere.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import format_datetime, getaddresses

SPAM = b"XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"
VIRUS = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!"
_HEADERS = 64 * 1024


def with_verdicts(raw: bytes, *, sender: str, recipients: Sequence[str]) -> bytes:
    """Give the mail as SES puts it into the bucket; `sender` and `recipients` are the envelope's."""
    domain = sender.rpartition("@")[2].lower() or "unknown"
    claimed = _claimed(raw)
    dmarc = "pass" if claimed and claimed == domain else "fail"
    spf = "pass" if sender else "none"
    lines = [
        f"Return-Path: <{sender}>",
        f"Received: from mx.{domain} (mx.{domain} [127.0.0.1])",
        f" by inbound-smtp.us-east-1.amazonaws.com with SMTP id {secrets.token_hex(20)}",
        f" for {recipients[0]};",
        f" {format_datetime(datetime.now(UTC))} (UTC)",
        f"X-SES-Spam-Verdict: {'FAIL' if SPAM in raw else 'PASS'}",
        f"X-SES-Virus-Verdict: {'FAIL' if VIRUS in raw else 'PASS'}",
        f"Received-SPF: {spf} (spfCheck: domain of {domain}) client-ip=127.0.0.1; envelope-from={sender}; helo=mx;",
        "Authentication-Results: amazonses.com;",
        f" spf={spf} (spfCheck: domain of {domain}) client-ip=127.0.0.1; envelope-from={sender}; helo=mx;",
        f" dkim={dmarc} header.i=@{domain};",
        f" dmarc={dmarc} header.from={claimed or 'unknown'};",
        f"X-SES-RECEIPT: {secrets.token_urlsafe(60)}",
        "X-SES-DKIM-SIGNATURE: a=rsa-sha256; q=dns/txt; c=relaxed/simple; d=amazonses.com;",
    ]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace") + raw


def _claimed(raw: bytes) -> str:
    """Give the domain of the mail's From, empty where there is none, or more than one."""
    headers = message_from_bytes(raw[:_HEADERS], policy=policy.compat32).get_all("from", [])
    addresses = [address for _, address in getaddresses([str(each) for each in headers]) if "@" in address]
    return addresses[0].rpartition("@")[2].lower() if len(addresses) == 1 else ""
