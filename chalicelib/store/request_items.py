"""Requests, asks, exhibits and their history as the requests table holds them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from chalicelib.domain.agency import Keep
from chalicelib.domain.camera import CameraId
from chalicelib.domain.exhibit import Exhibit, ExhibitId, HistoryEntry
from chalicelib.domain.incident import Answer, Ask, Question, Request, RequestId, Window
from chalicelib.domain.officer import OfficerId
from chalicelib.domain.owner import ContactKey, OwnerId

from .items import expiry, moment, moment_or_none
from .registry_items import address_of, address_values


def request_values(request: Request) -> dict[str, Any]:
    """Give the attributes of a request's item."""
    question = request.question
    asked = asdict(question) | {"place": address_values(question.place), "radius_m": float(question.radius_m)}
    return asdict(request) | {"question": asked}


def request_of(item: dict[str, Any]) -> Request:
    """Read a request's item."""
    return Request(
        request_id=RequestId(item["pk"]),
        code=item["code"],
        question=_question_of(item["question"]),
        officer_id=OfficerId(item["officer_id"]),
        channel_id=item["channel_id"],
        created_at=moment(item["created_at"]),
        expires_at=moment(item["expires_at"]),
        state=item["state"],
        cameras=item["cameras"],
        owners=item["owners"],
        approved_by=item.get("approved_by"),
        slack_ts=item["slack_ts"],
    )


def ask_values(ask: Ask) -> dict[str, Any]:
    """Give the attributes of an ask's item; only one that is not closed stands in the index of open ones."""
    index = {} if ask.closed else {"oo": ask.owner_id, "oa": ask.created_at}
    return asdict(ask) | index


def ask_of(item: dict[str, Any]) -> Ask:
    """Read an ask's item."""
    return Ask(
        request_id=RequestId(item["pk"]),
        code=item["code"],
        owner_id=OwnerId(item["owner_id"]),
        contact_key=ContactKey(item["contact_key"]),
        camera_ids=tuple(map(CameraId, item["camera_ids"])),
        created_at=moment(item["created_at"]),
        expires_at=moment(item["expires_at"]),
        overwritten_at=moment(item["overwritten_at"]),
        answer=Answer(item["answer"]) if "answer" in item else None,
        answered_at=moment_or_none(item.get("answered_at")),
        closed=item["closed"],
        held=item.get("held", False),
        version=item["version"],
    )


def exhibit_values(exhibit: Exhibit) -> dict[str, Any]:
    """Give the attributes of an exhibit's item."""
    return asdict(exhibit) | {"ttl": expiry(exhibit.keep_until)}


def exhibit_of(item: dict[str, Any]) -> Exhibit:
    """Read an exhibit's item."""
    return Exhibit(
        exhibit_id=ExhibitId(item["exhibit_id"]),
        request_id=RequestId(item["pk"]),
        owner_id=OwnerId(item["owner_id"]),
        file_name=item["file_name"],
        size=item["size"],
        announced_at=moment(item["announced_at"]),
        keep_until=moment(item["keep_until"]) if "keep_until" in item else _until_said(item),
        state=item["state"],
        upload_id=item["upload_id"],
        version_id=item["version_id"],
        sha256=item["sha256"],
        arrived_at=moment_or_none(item.get("arrived_at")),
        receipt_at=moment_or_none(item.get("receipt_at")),
    )


def _until_said(item: dict[str, Any]) -> datetime:
    """Of exhibits announced before an end was written down with them."""
    return moment(item["announced_at"]) + timedelta(days=Keep().exhibits_days)


def history_values(entry: HistoryEntry) -> dict[str, Any]:
    """Give the attributes of one touch of an exhibit."""
    return asdict(entry)


def history_of(item: dict[str, Any]) -> HistoryEntry:
    """Read one touch of an exhibit."""
    return HistoryEntry(touch=item["touch"], at=moment(item["at"]), by=item["by"], detail=item["detail"])


def _question_of(values: dict[str, Any]) -> Question:
    window = Window(moment(values["window"]["start"]), moment(values["window"]["end"]))
    place, radius_m = address_of(values["place"]), float(values["radius_m"])
    return Question(**{**values, "place": place, "window": window, "radius_m": radius_m})
