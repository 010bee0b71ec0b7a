"""The bucket from which CloudFormation takes packages and templates."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from infra.account import Account
from infra.archive import digest_of


@dataclass(frozen=True)
class Staging:
    """One bucket an account and region, closed to the public; what lies in it is named by its content."""

    account: Account

    @property
    def bucket(self) -> str:
        return f"porchlight-packages-{self.account.number}-{self.account.region}"

    def ready(self) -> Staging:
        """Make the bucket where there is none."""
        s3 = self.account.client("s3")
        try:
            s3.head_bucket(Bucket=self.bucket)
        except ClientError:
            place = {"LocationConstraint": self.account.region}
            elsewhere = {} if self.account.region == "us-east-1" else {"CreateBucketConfiguration": place}
            s3.create_bucket(Bucket=self.bucket, **elsewhere)
            closed = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
            s3.put_public_access_block(Bucket=self.bucket, PublicAccessBlockConfiguration=dict.fromkeys(closed, True))
        return self

    def put_archive(self, archive: Path) -> str:
        """Upload a package; give its key."""
        key = f"package-{digest_of(archive)}.zip"
        s3 = self.account.client("s3")
        try:
            s3.head_object(Bucket=self.bucket, Key=key)
        except ClientError:
            s3.upload_file(str(archive), self.bucket, key)
        return key

    def put_template(self, name: str, template: Mapping[str, Any]) -> str:
        """Upload a template; give the address that CloudFormation reads it from."""
        s3 = self.account.client("s3")
        key = f"{name}.json"
        s3.put_object(Bucket=self.bucket, Key=key, Body=json.dumps(template).encode())
        return f"{s3.meta.endpoint_url}/{self.bucket}/{key}"
