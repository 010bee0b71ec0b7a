"""What the vendors need to be told, and what they tell to run.json."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Officer:
    """Somebody who sits at the local Slack."""

    id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Cloud:
    """What is known only once the stack is deployed: where the application answers and where mail goes in.

    `api_gateway_url` is the stage's base, without a trailing slash; `api_gateway_host` is the Host header to send
    there where the local AWS finds its API by name.
    """

    api_gateway_url: str
    api_gateway_host: str = ""
    s3_endpoint_url: str
    mail_bucket: str
    mail_queue_url: str = ""
    access_key_id: str
    secret_access_key: str = field(repr=False)
    region: str


@dataclass(frozen=True, kw_only=True)
class VendorConfig:
    """Ports, names and secrets of the vendors. Everything binds `host`, which is loopback."""

    state_dir: Path
    base_url: str
    port: int
    front_port: int
    smtp_port: int
    host: str = "127.0.0.1"

    account_sid: str
    auth_token: str = field(repr=False)
    agency_number: str
    agency_name: str = "The agency"

    slack_signing_secret: str = field(repr=False)
    slack_bot_token: str = field(repr=False)
    slack_team_id: str
    slack_channel_id: str
    slack_channel_name: str = "footage"
    slack_detective: Officer
    slack_supervisor: Officer

    mail_domain: str

    # What the playground shows: the officers' time zone, and what its lead-through types.
    time_zone: str = "America/New_York"
    example_address: str = "1009 Roxleigh Rd Towson"
    example_case: str = "26-01234"

    @property
    def url(self) -> str:
        """The vendors' own base address."""
        return f"http://{self.host}:{self.port}"

    @property
    def twilio_api_url(self) -> str:
        return f"{self.url}/twilio"

    @property
    def slack_response_url(self) -> str:
        return f"{self.url}/slack/response"

    @property
    def ses_endpoint_url(self) -> str:
        """What the application's SES client takes as its endpoint."""
        return f"{self.url}/ses"


def run_keys(config: VendorConfig) -> dict[str, str | int]:
    """Return the keys of run.json that belong to the vendors (docs/interfaces.md names them)."""
    return {
        "base_url": config.base_url,
        "playground_url": f"{config.url}/playground/",
        "twilio_api_url": config.twilio_api_url,
        "twilio_account_sid": config.account_sid,
        "twilio_auth_token": config.auth_token,
        "agency_number": config.agency_number,
        "slack_api_url": f"{config.url}/slack/api/",
        "slack_response_url": config.slack_response_url,
        "slack_messages_url": f"{config.url}/slack/messages",
        "slack_signing_secret": config.slack_signing_secret,
        "slack_team_id": config.slack_team_id,
        "slack_channel_id": config.slack_channel_id,
        "slack_detective_id": config.slack_detective.id,
        "slack_supervisor_id": config.slack_supervisor.id,
        "smtp_host": config.host,
        "smtp_port": config.smtp_port,
        "mail_domain": config.mail_domain,
        "mailbox_url": f"{config.url}/mailbox",
    }
