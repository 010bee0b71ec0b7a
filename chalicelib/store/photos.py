"""The bucket of photos: small pictures that owners gave, each under a random name, gone when they are removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from chalicelib.domain.photo import Photo, PhotoId

_LOOK_S = 300


class S3Photos:
    """One bucket, encrypted, without versions: what is deleted is gone."""

    def __init__(self, client: Any, bucket: str) -> None:
        self._client, self._bucket = client, bucket

    def origin(self) -> str:
        """Give the origin that browsers fetch photos from."""
        listing = urlsplit(self._client.generate_presigned_url("list_objects_v2", Params={"Bucket": self._bucket}))
        return f"{listing.scheme}://{listing.netloc}"

    def put(self, photo_id: PhotoId, photo: Photo) -> None:
        """Write a photo; its type is what its first bytes say, never what a browser claimed."""
        self._client.put_object(
            Bucket=self._bucket,
            Key=photo_id,
            Body=photo.content,
            ContentType=photo.content_type,
            ContentDisposition="inline",
            CacheControl="private, no-store",
        )

    def url(self, photo_id: PhotoId) -> str:
        """Presign a look for five minutes."""
        asked = {"Bucket": self._bucket, "Key": photo_id}
        return str(self._client.generate_presigned_url("get_object", Params=asked, ExpiresIn=_LOOK_S))

    def remove(self, photos: Sequence[PhotoId]) -> None:
        """Delete one after the other; S3 says nothing about what was not there."""
        for photo_id in photos:
            self._client.delete_object(Bucket=self._bucket, Key=photo_id)
