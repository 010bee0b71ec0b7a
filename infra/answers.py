"""What a deployment must be told, from the environment or asked for at the terminal; kept for the next time."""

from __future__ import annotations

import getpass
import json
import os
import re
import secrets
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from infra.failure import CannotGoOnError


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One thing to know: its name in the template, its variable, the question, and what it looks like."""

    name: str
    variable: str
    question: str
    pattern: str
    hidden: bool = False


PARAMETERS = (
    Asked(name="BaseUrl", variable="BASE_URL", question="Where people reach it, like https://cameras.example.gov",
          pattern=r"https://[a-z0-9.-]+\.[a-z]+"),
    Asked(name="AgencyNumber", variable="AGENCY_NUMBER", question="The Twilio number, like +14105550100",
          pattern=r"\+[1-9]\d{7,14}"),
    Asked(name="SlackTeamId", variable="SLACK_TEAM_ID", question="The Slack workspace, T...",
          pattern=r"[TE][A-Z0-9]{2,}"),
    Asked(name="SlackChannelId", variable="SLACK_CHANNEL_ID", question="The Slack channel for requests, C...",
          pattern=r"[CG][A-Z0-9]{2,}"),
    Asked(name="MailFrom", variable="MAIL_FROM", question="The address that mail comes from",
          pattern=r"[^@\s]+@[a-z0-9.-]+\.[a-z]+"),
    Asked(name="AlarmEmail", variable="ALARM_EMAIL", question="Who is told of alarms, an address",
          pattern=r"[^@\s]+@[a-z0-9.-]+\.[a-z]+"),
)  # fmt: skip
SECRETS = (
    Asked(name="twilio_account_sid", variable="TWILIO_ACCOUNT_SID", question="Twilio's Account SID, AC...",
          pattern=r"AC[0-9a-f]{32}"),
    Asked(name="twilio_auth_token", variable="TWILIO_AUTH_TOKEN", question="Twilio's Auth Token", pattern=r"\S{16,}",
          hidden=True),
    Asked(name="slack_signing_secret", variable="SLACK_SIGNING_SECRET", question="Slack's Signing Secret",
          pattern=r"\S{16,}", hidden=True),
    Asked(name="slack_bot_token", variable="SLACK_BOT_TOKEN", question="Slack's Bot User OAuth Token, xoxb-...",
          pattern=r"xoxb-\S+", hidden=True),
)  # fmt: skip


def answer(asked: Asked, known: Mapping[str, str], *, ask: Callable[[Asked], str] | None = None) -> str:
    """Give the variable's value, else what is known, else what the person types; raises CannotGoOnError if unusable."""
    value = os.environ.get(asked.variable) or known.get(asked.name) or (ask or _ask)(asked)
    if not re.fullmatch(asked.pattern, value):
        shown = "what was given" if asked.hidden else repr(value)
        raise CannotGoOnError(f"{asked.question}: {shown} does not look like it (variable {asked.variable})")
    return value


def secrets_of(known: Mapping[str, str] | None) -> dict[str, str]:
    """Give every secret; the key of the contacts is made here, once, and never shown to anybody."""
    found = known or {}
    values = {asked.name: answer(asked, found) for asked in SECRETS}
    return {**values, "contact_key": found.get("contact_key") or secrets.token_hex(32)}


def parameters_of(path: Path) -> dict[str, str]:
    """Give what the template must be told; what was answered before is remembered in `path`, which holds no secret."""
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    values = {asked.name: answer(asked, known) for asked in PARAMETERS}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(values, indent=1) + "\n")
    return values


def _ask(asked: Asked) -> str:
    if not sys.stdin.isatty():
        raise CannotGoOnError(f"{asked.question}: set {asked.variable}, or run this at a terminal")
    return (getpass.getpass if asked.hidden else input)(f"{asked.question}: ").strip()
