"""The evidence bucket: files come straight to it, are read to be hashed, are locked, and are never rewritten."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from botocore.exceptions import ClientError

from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.exhibit import MAX_BYTES, Exhibit

_PART_URL_S, _FORM_S, _DOWNLOAD_S = 15 * 60, 60 * 60, 60
_CHUNK = 8 * 1024**2
_ANY_FILE = "application/octet-stream"
_GONE = {"NoSuchUpload", "NoSuchKey", "404", "NotFound"}


class Evidence:
    """One bucket, versioned, with object lock."""

    def __init__(self, client: Any, bucket: str) -> None:
        self._client, self._bucket = client, bucket

    def origin(self) -> str:
        """Give the origin that browsers send files to and fetch them from."""
        listing = urlsplit(self._client.generate_presigned_url("list_objects_v2", Params={"Bucket": self._bucket}))
        return f"{listing.scheme}://{listing.netloc}"

    def start_upload(self, exhibit: Exhibit) -> str:
        """Begin a multipart upload; give its upload id."""
        begun = self._client.create_multipart_upload(**self._at(exhibit), ContentType=_ANY_FILE)
        return str(begun["UploadId"])

    def part_urls(self, exhibit: Exhibit, part_numbers: Sequence[int]) -> dict[int, str]:
        """Presign the upload of these parts for 15 minutes."""
        return {number: self._part_url(exhibit, number) for number in part_numbers}

    def parts(self, exhibit: Exhibit) -> dict[int, int]:
        """Give the size in bytes of every part that has arrived; raises NotFound where the upload is over."""
        return {part["PartNumber"]: part["Size"] for part in self._listed(exhibit)}

    def finish_upload(self, exhibit: Exhibit) -> None:
        """Put the parts together; again is no error.

        Raises Refused where the sum is not what was announced, NotFound where there is neither upload nor file.
        """
        try:
            listed = self._listed(exhibit)
        except NotFound:
            return self._must_exist(exhibit)
        if sum(part["Size"] for part in listed) != exhibit.size:
            raise Refused("web.upload_wrong_size", field="file")
        parts = [{"PartNumber": part["PartNumber"], "ETag": part["ETag"]} for part in listed]
        try:
            self._client.complete_multipart_upload(
                **self._upload(exhibit), MultipartUpload={"Parts": parts}, IfNoneMatch="*"
            )
        except ClientError as error:
            if _code(error) not in {"PreconditionFailed", "412", *_GONE}:
                raise
            self._must_exist(exhibit)

    def put_once(self, exhibit: Exhibit, content: bytes) -> None:
        """Put a whole file where none lies yet; again changes nothing, and makes no second version."""
        try:
            self._client.put_object(**self._at(exhibit), Body=content, ContentType=_ANY_FILE, IfNoneMatch="*")
        except ClientError as error:
            if _code(error) not in {"PreconditionFailed", "412"}:
                raise

    def abandon_upload(self, exhibit: Exhibit) -> None:
        """Give up an upload; one that is over is no error."""
        try:
            self._client.abort_multipart_upload(**self._upload(exhibit))
        except ClientError as error:
            if _code(error) not in _GONE:
                raise

    def form_fields(self, exhibit: Exhibit, *, done_url: str) -> tuple[str, dict[str, str]]:
        """Presign a plain form's POST for an hour: its action and its hidden fields."""
        fields = {"success_action_redirect": done_url, "Content-Type": _ANY_FILE}
        presigned = self._client.generate_presigned_post(
            **self._at(exhibit),
            Fields=dict(fields),
            Conditions=[["content-length-range", 1, MAX_BYTES], *({name: value} for name, value in fields.items())],
            ExpiresIn=_FORM_S,
        )
        return str(presigned["url"]), dict(presigned["fields"])

    def digest(self, object_key: str, version_id: str) -> tuple[str, int]:
        """Read the whole object, eight mebibytes at a time; give SHA-256 in hex and the size in bytes."""
        body = self._client.get_object(Bucket=self._bucket, Key=object_key, VersionId=version_id)["Body"]
        sha256, size = hashlib.sha256(), 0
        for chunk in body.iter_chunks(_CHUNK):
            sha256.update(chunk)
            size += len(chunk)
        return sha256.hexdigest(), size

    def lock(self, object_key: str, version_id: str, *, until: datetime) -> None:
        """Set retention in governance mode. Doing it again with the same time is no error."""
        retention = {"Mode": "GOVERNANCE", "RetainUntilDate": until}
        self._client.put_object_retention(
            Bucket=self._bucket, Key=object_key, VersionId=version_id, Retention=retention
        )

    def download_url(self, exhibit: Exhibit) -> str:
        """Presign a download as an attachment for 60 seconds: of the version that was kept, never shown in place."""
        asked = {
            **self._at(exhibit),
            "VersionId": exhibit.version_id,
            "ResponseContentDisposition": f"attachment; filename*=UTF-8''{quote(exhibit.file_name, safe='')}",
            "ResponseContentType": _ANY_FILE,
        }
        return str(self._client.generate_presigned_url("get_object", Params=asked, ExpiresIn=_DOWNLOAD_S))

    def _at(self, exhibit: Exhibit) -> dict[str, str]:
        return {"Bucket": self._bucket, "Key": exhibit.object_key}

    def _upload(self, exhibit: Exhibit) -> dict[str, str]:
        return self._at(exhibit) | {"UploadId": exhibit.upload_id}

    def _part_url(self, exhibit: Exhibit, number: int) -> str:
        asked = self._upload(exhibit) | {"PartNumber": number}
        return str(self._client.generate_presigned_url("upload_part", Params=asked, ExpiresIn=_PART_URL_S))

    def _listed(self, exhibit: Exhibit) -> list[dict[str, Any]]:
        pages = self._client.get_paginator("list_parts").paginate(**self._upload(exhibit))
        try:
            return [part for page in pages for part in page.get("Parts", [])]
        except ClientError as error:
            if _code(error) in _GONE:
                raise NotFound("upload") from error
            raise

    def _must_exist(self, exhibit: Exhibit) -> None:
        try:
            self._client.head_object(**self._at(exhibit))
        except ClientError as error:
            if _code(error) in _GONE:
                raise NotFound("upload") from error
            raise


def _code(error: ClientError) -> str:
    return str(error.response["Error"]["Code"])
