"""A resident's mailbox from outside: real SMTP in, and the list of all mail that came out."""

from __future__ import annotations

import email
import re
import smtplib
import uuid
from email.message import EmailMessage
from email.policy import default
from typing import Any

import httpx

from tests.e2e.outside import Outside, hidden_fields, until


class Mailbox:
    """One address that nobody had before: `sends` a mail, `waits_for` one of ours, `presses` the link in it."""

    def __init__(self, outside: Outside) -> None:
        self.outside, self.address = outside, f"pat.{uuid.uuid4().hex[:10]}@mail.example"
        self.desk = f"cameras@{outside.told['mail_domain']}"

    def sends(self, body: str, *, to: str = "", envelope: str = "", file: bytes = b"", **headers: str) -> None:
        mail = EmailMessage()
        mail["From"], mail["To"] = self.address, to or self.desk
        mail["Subject"], mail["Message-ID"] = headers.pop("Subject", "Cameras"), f"<{uuid.uuid4().hex}@mail.example>"
        for name, value in headers.items():
            mail[name.replace("_", "-")] = value
        mail.set_content(body)
        if file:
            mail.add_attachment(file, maintype="video", subtype="mp4", filename="front door.mp4")
        with smtplib.SMTP(self.outside.told["smtp_host"], int(self.outside.told["smtp_port"]), timeout=30) as server:
            server.send_message(mail, from_addr=envelope or self.address, to_addrs=[to or self.desk])

    def answers(self, mail: EmailMessage, body: str, *, file: bytes = b"") -> None:
        """Reply as a mail program does: to Reply-To, with what was answered quoted below."""
        quoted = "\n".join(f"> {line}" for line in text_of(mail).splitlines())
        self.sends(
            f"{body}\n\nOn Sat, Nov 21, 2026 at 9:41 PM <{self.desk}> wrote:\n\n{quoted}\n",
            to=str(mail["Reply-To"]),
            file=file,
            Subject=f"Re: {mail['Subject']}",
            In_Reply_To=str(mail["Message-ID"]),
        )

    def mails(self) -> list[EmailMessage]:
        """Every mail of ours to this address, oldest first."""
        listed: list[dict[str, Any]] = httpx.get(self.outside.told["mailbox_url"], timeout=30).json()
        mine = [each["raw"] for each in listed if self.address in each["to"]]
        return [email.message_from_string(raw, policy=default) for raw in mine]  # type: ignore[misc]

    def waits_for(self, pattern: str, *, after: int = 0) -> EmailMessage:
        """Give the first mail beyond the first `after` whose text matches."""

        def look() -> EmailMessage | None:
            return next((mail for mail in self.mails()[after:] if re.search(pattern, text_of(mail), re.DOTALL)), None)

        found = until(look, what=f"a mail like {pattern!r}")
        assert found is not None
        return found

    def presses(self, mail: EmailMessage) -> str:
        """Open the link in a mail, press its button, and give the page that says what was done."""
        found = re.search(r"https?://\S+?(/m/[\w-]+)", text_of(mail))
        assert found, text_of(mail)
        page = self.outside.web.get(found[1])
        assert page.status_code == 200, page.text
        done = self.outside.web.post(found[1], data=hidden_fields(page.text))
        assert done.status_code == 200, done.text
        return done.text

    def registers(self, *, cameras: int = 2) -> None:
        self.sends(f"Please register 1009 Roxleigh Rd Towson, {cameras} cameras, keeps 14 days")
        assert "Registered" in self.presses(self.waits_for(r"/m/"))


def text_of(mail: EmailMessage) -> str:
    """Give the plain text of a mail."""
    body = mail.get_body(preferencelist=("plain",))
    return str(body.get_content()) if body else ""
