"""What the deployment tells the code: read once from the environment, frozen, secrets fetched by name."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Names and addresses. Each field is an environment variable of the same name in capitals.

    `twilio_api_url`, `slack_api_url`, `slack_response_url` and `ses_endpoint_url` are the vendors' own unless a laptop
    stands in for them; `stage` is for logs only.
    """

    stage: str
    base_url: str
    agency_number: str
    secret_id: str
    table_registry: str
    table_requests: str
    table_outbox: str
    table_audit: str
    table_scratch: str
    table_agency: str
    queue_outbox: str
    queue_slack: str
    bucket_evidence: str
    bucket_data: str
    bucket_photos: str
    slack_team_id: str
    slack_channel_id: str
    mail_from: str
    twilio_api_url: str = "https://api.twilio.com"
    slack_api_url: str = "https://slack.com/api/"
    slack_response_url: str = "https://hooks.slack.com/"
    ses_endpoint_url: str = ""
    mail_configuration_set: str = ""
    census_url: str = "https://geocoding.geo.census.gov"
    location_endpoint_url: str = ""
    clock_may_shift: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What must never be printed. What verifies something comes as the current one and the previous one."""

    twilio_account_sid: str
    twilio_auth_tokens: tuple[str, ...] = field(repr=False)
    slack_signing_secrets: tuple[str, ...] = field(repr=False)
    slack_bot_token: str = field(repr=False)
    contact_key: str = field(repr=False)


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Read the settings; raises KeyError naming the variable that is missing."""
    return settings_from(os.environ)


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Read the settings from any mapping; raises KeyError naming every variable that is missing."""
    names = {item.name: item.name.upper() for item in fields(Settings)}
    required = [item.name for item in fields(Settings) if item.default is item.default_factory]
    missing = [names[name] for name in required if not environment.get(names[name])]
    if missing:
        raise KeyError("not set in the environment: " + ", ".join(missing))
    return Settings(**{name: environment[variable] for name, variable in names.items() if environment.get(variable)})


def secrets_from(document: str) -> Secrets:
    """Read the JSON of the one secret; `*_previous` may be absent or empty."""
    values: dict[str, Any] = json.loads(document)

    def both(name: str) -> tuple[str, ...]:
        return tuple(value for value in (values[name], values.get(f"{name}_previous", "")) if value)

    return Secrets(
        twilio_account_sid=values["twilio_account_sid"],
        twilio_auth_tokens=both("twilio_auth_token"),
        slack_signing_secrets=both("slack_signing_secret"),
        slack_bot_token=values["slack_bot_token"],
        contact_key=values["contact_key"],
    )
