"""Locks every exhibit again: MiniStack forgets object retention when it stops, and the application never asks twice."""

from __future__ import annotations

from chalicelib.store.evidence import Evidence
from infra.stage import Stage

NEWEST_REQUESTS = 1000


def lock_again(stage: Stage) -> int:
    """Set the retention that each kept exhibit had; give how many there were."""
    files = Evidence(stage.account.client("s3"), stage.outputs["EvidenceBucket"])
    exhibits = stage.exhibits()
    locked = 0
    for request in stage.requests().recent(limit=NEWEST_REQUESTS):
        for exhibit in exhibits.of_request(request.request_id):
            if exhibit.state == "kept":
                files.lock(exhibit.object_key, exhibit.version_id, until=exhibit.keep_until)
                locked += 1
    return locked
