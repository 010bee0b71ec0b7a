"""The one secret of a deployment: made and changed by us, read by the functions, never in a template."""

from __future__ import annotations

import json
from collections.abc import Mapping

from botocore.exceptions import ClientError

from infra.account import Account


def put_secret(account: Account, name: str, values: Mapping[str, str]) -> str:
    """Make or change the secret; give its ARN. A value that changes leaves the one before it as `<name>_previous`."""
    client = account.client("secretsmanager")
    before = read_secret(account, name)
    if before is None:
        made = client.create_secret(Name=name, SecretString=json.dumps(dict(values)))
        return str(made["ARN"])
    merged = {**before, **values}
    for verifies in ("twilio_auth_token", "slack_signing_secret"):
        if before.get(verifies) and before[verifies] != merged[verifies]:
            merged[f"{verifies}_previous"] = before[verifies]
    if merged != before:
        client.put_secret_value(SecretId=name, SecretString=json.dumps(merged))
    return str(client.describe_secret(SecretId=name)["ARN"])


def read_secret(account: Account, name: str) -> dict[str, str] | None:
    """Give the values; none where there is no such secret."""
    try:
        found = account.client("secretsmanager").get_secret_value(SecretId=name)
    except ClientError as error:
        if error.response["Error"]["Code"] == "ResourceNotFoundException":
            return None
        raise
    values: dict[str, str] = json.loads(found["SecretString"])
    return values
