"""Mails into a world on moto, as SES would put them into the bucket, and reads what comes back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from chalicelib.channels.email.reading import read
from chalicelib.domain.leave_token import LeaveTokens
from chalicelib.domain.mail_token import ReplyAddresses
from chalicelib.usecases.confirm_mail import ConfirmMail
from chalicelib.usecases.keep_attachments import KeepAttachments
from chalicelib.usecases.receive_mail import ReceiveMail
from tests import builders
from tests.world import CONTACT_KEY, World

BASE_URL = "https://porchlight.example"
DOMAIN = "porchlight.example"
DESK = f"cameras@{DOMAIN}"
ADDRESSES = ReplyAddresses(key=CONTACT_KEY, domain=DOMAIN)
LEAVING = LeaveTokens(key=CONTACT_KEY, domain=DOMAIN, base_url=BASE_URL)
PAT = "pat@mail.example"


@dataclass(frozen=True)
class File:
    """Something attached."""

    name: str = "front door.mp4"
    content: bytes = b"a video, as far as anybody here knows"
    kind: str = "video/mp4"
    disposition: str = "attachment"


def ses_headers(
    sender: str, *, dmarc: str = "pass", spf: str = "pass", dkim: str = "pass", spam: str = "PASS", virus: str = "PASS",
    envelope: str = "", to: str = DESK,
) -> str:  # fmt: skip
    """What SES puts on top of a mail from this sender."""
    domain = sender.rpartition("@")[2]
    return (
        f"Return-Path: <{envelope or sender}>\r\n"
        f"Received: from mx.{domain} (mx.{domain} [192.0.2.1])\r\n"
        f" by inbound-smtp.us-east-1.amazonaws.com with SMTP id abc\r\n for {to};\r\n"
        " Sat, 21 Nov 2026 12:00:00 +0000 (UTC)\r\n"
        f"X-SES-Spam-Verdict: {spam}\r\nX-SES-Virus-Verdict: {virus}\r\n"
        f"Received-SPF: {spf} (spfCheck: domain of {domain}) client-ip=192.0.2.1; envelope-from={sender}; helo=mx;\r\n"
        "Authentication-Results: amazonses.com;\r\n"
        f" spf={spf} (spfCheck: domain of {domain}) client-ip=192.0.2.1; envelope-from={sender}; helo=mx;\r\n"
        f" dkim={dkim} header.i=@{domain};\r\n"
        f" dmarc={dmarc} header.from={domain};\r\n"
        "X-SES-RECEIPT: AEFBQUFB\r\nX-SES-DKIM-SIGNATURE: a=rsa-sha256; d=amazonses.com;\r\n"
    )


def raw_mail(
    body: str, *, sender: str = PAT, to: str = DESK, subject: str = "Cameras", message_id: str = "<1@mail.example>",
    headers: dict[str, str] | None = None, on_top: str | None = None, files: Sequence[File] = (), **verdicts: str,
) -> bytes:  # fmt: skip
    """A mail as it lies in the bucket; `on_top` replaces what SES wrote."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Pat Example <{sender}>", to, subject
    if message_id:
        mail["Message-ID"] = message_id
    for name, value in (headers or {}).items():
        mail[name] = value
    mail.set_content(body)
    for each in files:
        kind, _, subtype = each.kind.partition("/")
        mail.add_attachment(
            each.content, maintype=kind, subtype=subtype, filename=each.name, disposition=each.disposition
        )
    top = ses_headers(sender, to=to, **verdicts) if on_top is None else on_top
    return top.encode() + mail.as_bytes().replace(b"\n", b"\r\n")


class Mailbox:
    """One resident's mailbox: `mails("...")` gives the outcome, `answer` is the last mail of ours to it."""

    def __init__(self, world: World, address: str = PAT) -> None:
        self.world, self.address, self._sent = world, address, 0
        world.gazetteer.knows("1009 Roxleigh Rd Towson", builders.an_address())
        world.gazetteer.knows("1011 Roxleigh Rd Towson", builders.an_address(number="1011"))

    def mails(self, body: str, *, mail_id: str = "", receiver: ReceiveMail | None = None, **how: Any) -> str:
        self._sent += 1
        self.world.clock.pass_time(seconds=1)
        how = {"sender": self.address, "message_id": f"<{self._sent}@mail.example>"} | how
        mail = read(raw_mail(body, **how), mail_id=mail_id or f"{self.address}-{self._sent}")
        return (receiver or mail_receiver(self.world)).receive(mail)

    def replies(self, body: str, **how: Any) -> str:
        """Answer our last mail, to the address that it gave."""
        return self.mails(body, to=self.last.reply_to, **how)

    def presses(self, token: str = "") -> str:
        self.world.clock.pass_time(seconds=1)
        return confirmer(self.world).press(token or self.link)

    def registers(self) -> None:
        self.mails("Register 1009 Roxleigh Rd Towson, 2 cameras, keeps 14 days")
        self.presses()

    @property
    def owed(self) -> list[Any]:
        """Every message of ours to this address that stands in the outbox, oldest first."""
        names = [item["pk"]["S"] for item in self.world.dynamodb.scan(TableName="outbox")["Items"]]
        found = [self.world.outbox.message(name) for name in names]
        return sorted((each for each in found if each and self._is_mine(each)), key=lambda each: each.created_at)

    def _is_mine(self, message: Any) -> bool:
        key = self.world.registry.key_of("email", self.address)
        kept = self.world.scratch.get("farewell", message.message_id, now=message.created_at)
        return (message.kind == "mail_reply" and message.contact_key == key) or bool(kept and kept["key"] == key)

    @property
    def last(self) -> Any:
        return self.owed[-1]

    @property
    def answer(self) -> str:
        return str(self.last.body)

    @property
    def link(self) -> str:
        return link_in(self.answer)

    @property
    def contact(self) -> Any:
        return self.world.registry.contact(self.world.registry.key_of("email", self.address))

    @property
    def household(self) -> Any:
        owner_id = self.contact.owner_id if self.contact else None
        return self.world.registry.household(owner_id) if owner_id else None


def _ports(world: World) -> dict[str, Any]:
    ports = world.ports("registry", "requests", "scratch", "outbox", "audit", "transactions", "clock", "ids", "agency")
    return {**ports, "outbox_queue": world.queue, "locate": world.gazetteer.find, "base_url": BASE_URL,
            "addresses": ADDRESSES}  # fmt: skip


def keeper(world: World) -> KeepAttachments:
    return KeepAttachments(**world.ports("exhibits", "files", "transactions", "agency"))


def mail_receiver(world: World, **changes: Any) -> ReceiveMail:
    return ReceiveMail(
        **{**_ports(world), "leaving": LEAVING, "channel_id": builders.CHANNEL, "attachments": keeper(world), **changes}
    )


def confirmer(world: World, **changes: Any) -> ConfirmMail:
    return ConfirmMail(**{**_ports(world), **changes})


def link_in(text: str) -> str:
    """Give the token of the link that stands for a mail's sender."""
    found = re.search(rf"{BASE_URL}/m/(\S+)", text)
    assert found, text
    return found[1]
