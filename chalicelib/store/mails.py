"""Raw mail in its bucket: read by the function that it feeds, and by no other."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ClientError

_MOST = 40 * 1024 * 1024
_GONE = {"NoSuchKey", "NoSuchVersion", "404", "NotFound"}


class S3Mails:
    """Any bucket that an event names; the function's role allows one."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def read(self, bucket: str, key: str, version_id: str) -> bytes | None:
        """Give the first 40 MB and one byte, so that what is longer shows; none where it is gone."""
        at = {"Bucket": bucket, "Key": key} | ({"VersionId": version_id} if version_id else {})
        try:
            stored = self._client.get_object(**at)
        except ClientError as error:
            if error.response["Error"]["Code"] in _GONE:
                return None
            raise
        raw: bytes = stored["Body"].read(_MOST + 1)
        return raw
