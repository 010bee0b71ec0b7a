"""What stands in the bodies of queue records: ours hold ids, S3's hold events."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_plus

from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

BODY_VERSION = 1


@dataclass(frozen=True, slots=True)
class ArrivedObject:
    """An object that S3 says came, in the version that came."""

    key: str
    version_id: str


def body_of(record: SQSRecord) -> dict[str, Any]:
    """Read one of our own bodies; raises ValueError for one that a newer program wrote, so that it comes again."""
    body: dict[str, Any] = json.loads(record.body)
    if body.get("v", BODY_VERSION) > BODY_VERSION:
        raise ValueError(f"a queue body of version {body['v']} is from a newer program")
    return body


def objects_in(record: SQSRecord) -> list[ArrivedObject]:
    """Give the objects that were made, keys as they really are; S3's greeting to a new queue names none."""
    events = json.loads(record.body).get("Records", [])
    return [_object_of(event["s3"]["object"]) for event in events if event["eventName"].startswith("ObjectCreated")]


def _object_of(described: dict[str, Any]) -> ArrivedObject:
    return ArrivedObject(key=unquote_plus(described["key"]), version_id=described.get("versionId", ""))
