"""Makes botocore's clients: how long each waits, how often it tries, how it signs."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from botocore.config import Config

from . import plain_json

_AWS = Config(connect_timeout=3, read_timeout=20, retries={"mode": "standard", "total_max_attempts": 4})
_IMPATIENT = Config(connect_timeout=1, read_timeout=2, retries={"mode": "standard", "total_max_attempts": 1})
"""For what somebody waits for who can do without."""
_S3 = _AWS.merge(
    Config(
        signature_version="s3v4",
        request_checksum_calculation="when_required",
        s3={"addressing_style": "virtual", "us_east_1_regional_endpoint": "regional"},
    )
)
"""A presigned address names its region and is signed as encrypted buckets demand; browsers send no checksum headers."""


def client(service: str, *, endpoint_url: str | None = None) -> Any:
    """Make a client of an AWS service, by botocore's name for it; at another address where one is given."""
    config = {"s3": _S3, "geo-places": _IMPATIENT}.get(service, _AWS)
    return session().create_client(service, config=config, endpoint_url=endpoint_url)


@lru_cache(maxsize=1)
def session() -> Any:
    """Give botocore's own: boto3 would bring S3's transfer manager into every cold start, and nothing here uses it."""
    return plain_json.session()
