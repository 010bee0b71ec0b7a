"""Contract: uploads, hashes, locks and downloads of the evidence bucket."""

from __future__ import annotations

import base64
import hashlib
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
from botocore.config import Config

from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.exhibit import MAX_BYTES
from chalicelib.store.evidence import Evidence
from tests.builders import an_exhibit
from tests.fakes import NOON

PART = b"x" * 5 * 1024**2
LAST = b"the end"


def uploading(world, **changes):
    exhibit = an_exhibit(size=len(PART) + len(LAST), **changes)
    return an_exhibit(size=exhibit.size, upload_id=world.files.start_upload(exhibit), **changes)


def upload(world, exhibit, *parts):
    for number, body in enumerate(parts, start=1):
        world.s3.upload_part(
            Bucket="evidence", Key=exhibit.object_key, UploadId=exhibit.upload_id, PartNumber=number, Body=body
        )


def test_an_upload_goes_on_where_it_was_cut_off(world):
    exhibit = uploading(world)
    upload(world, exhibit, PART)

    assert world.files.parts(exhibit) == {1: len(PART)}


def test_a_finished_upload_is_one_file_and_finishing_again_is_no_error(world):
    exhibit = uploading(world)
    upload(world, exhibit, PART, LAST)
    world.files.finish_upload(exhibit)
    world.files.finish_upload(exhibit)

    versions = world.s3.list_object_versions(Bucket="evidence")["Versions"]
    assert [version["Size"] for version in versions] == [exhibit.size]
    sha256, size = world.files.digest(exhibit.object_key, versions[0]["VersionId"])
    assert (sha256, size) == (hashlib.sha256(PART + LAST).hexdigest(), exhibit.size)


def test_an_upload_that_is_not_as_long_as_announced_is_refused_and_can_go_on(world):
    exhibit = uploading(world)
    upload(world, exhibit, PART)

    with pytest.raises(Refused) as refused:
        world.files.finish_upload(exhibit)
    assert refused.value.reason == "web.upload_wrong_size"
    upload(world, exhibit, PART, LAST)
    world.files.finish_upload(exhibit)


def test_an_upload_that_never_was_cannot_be_finished(world):
    with pytest.raises(NotFound):
        world.files.finish_upload(an_exhibit(upload_id="never"))


def test_an_abandoned_upload_is_gone_and_abandoning_it_again_is_no_error(world):
    exhibit = uploading(world)
    world.files.abandon_upload(exhibit)
    world.files.abandon_upload(exhibit)

    with pytest.raises(NotFound):
        world.files.parts(exhibit)


def test_a_locked_file_says_until_when_and_locking_it_again_is_no_error(world):
    stored = world.s3.put_object(Bucket="evidence", Key="request1/exhibit1", Body=b"hello world")
    until = NOON + timedelta(days=365)
    for _ in range(2):
        world.files.lock("request1/exhibit1", stored["VersionId"], until=until)

    kept = world.s3.head_object(Bucket="evidence", Key="request1/exhibit1")
    assert (kept["ObjectLockMode"], kept["ObjectLockRetainUntilDate"]) == ("GOVERNANCE", until)


@pytest.fixture
def signing():
    """The bucket as wiring signs for it; presigning touches no network."""
    config = Config(signature_version="s3v4", request_checksum_calculation="when_required",
                    s3={"addressing_style": "virtual"})  # fmt: skip
    return Evidence(boto3.session.Session(region_name="us-west-2").client("s3", config=config), "evidence-of-example")


def asked(url):
    parts = urlsplit(url)
    return parts, {name: values[0] for name, values in parse_qs(parts.query).items()}


def test_a_part_is_presigned_for_fifteen_minutes_in_the_buckets_own_region(signing):
    urls = signing.part_urls(an_exhibit(upload_id="upload"), [1, 2])
    address, query = asked(urls[2])

    assert sorted(urls) == [1, 2]
    assert address.netloc == "evidence-of-example.s3.us-west-2.amazonaws.com"
    assert (query["partNumber"], query["uploadId"], query["X-Amz-Expires"]) == ("2", "upload", "900")
    assert query["X-Amz-SignedHeaders"] == "host"


def test_a_download_is_an_attachment_for_a_minute_whatever_its_name(signing):
    exhibit = an_exhibit(file_name='fro"nt\r\nX-Evil: 1 тест.html', version_id="v1")
    _, query = asked(signing.download_url(exhibit))

    assert query["X-Amz-Expires"] == "60"
    assert query["versionId"] == "v1"
    assert query["response-content-type"] == "application/octet-stream"
    disposition = query["response-content-disposition"]
    assert disposition.startswith("attachment; filename*=UTF-8''fro%22nt%0D%0AX-Evil%3A%201%20")


def test_a_plain_form_may_post_one_file_of_at_most_five_gigabytes_and_is_sent_on(signing):
    action, fields = signing.form_fields(an_exhibit(), done_url="https://porchlight.example/r/token")

    assert action.startswith("https://evidence-of-example.")
    assert fields["key"] == "request1/exhibit1"
    assert fields["success_action_redirect"] == "https://porchlight.example/r/token"
    assert str(MAX_BYTES).encode() in base64.b64decode(fields["policy"])
