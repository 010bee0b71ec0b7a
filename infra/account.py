"""An AWS account as we reach it: a real one by the usual credentials, or the local AWS by its endpoint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from infra.failure import CannotGoOnError

_PATIENT = Config(connect_timeout=10, read_timeout=60, retries={"mode": "standard", "total_max_attempts": 6})


@dataclass(frozen=True)
class Account:
    """`endpoint_url` is set for the local AWS only."""

    session: boto3.session.Session
    endpoint_url: str | None = None

    def client(self, service: str) -> Any:
        """Make a client of one service, patient with a slow network."""
        return self.session.client(service, endpoint_url=self.endpoint_url, config=_PATIENT)  # type: ignore[call-overload]

    @property
    def region(self) -> str:
        return str(self.session.region_name)

    @cached_property
    def number(self) -> str:
        """The account's twelve digits; raises CannotGoOnError where the credentials open nothing."""
        try:
            return str(self.client("sts").get_caller_identity()["Account"])
        except (BotoCoreError, ClientError) as error:
            raise CannotGoOnError(
                f"AWS does not let us in ({error}): run `aws sso login`, or set AWS_PROFILE or the AWS_ keys"
            ) from error


def real_account(region: str | None = None) -> Account:
    """The account that the environment's credentials open; raises CannotGoOnError where no region is named."""
    session = boto3.session.Session(region_name=region)
    if not session.region_name:
        raise CannotGoOnError("no AWS region is named: set AWS_REGION, or give --region (us-east-1 for all of it)")
    return Account(session)


def local_account(endpoint_url: str, *, key_id: str, secret: str, region: str) -> Account:
    """The local AWS."""
    session = boto3.session.Session(aws_access_key_id=key_id, aws_secret_access_key=secret, region_name=region)
    return Account(session, endpoint_url)
