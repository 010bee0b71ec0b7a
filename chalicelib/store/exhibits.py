"""Exhibits and every touch of them, in the partition of their request."""

from __future__ import annotations

from typing import Any

from chalicelib.domain.exhibit import Exhibit, ExhibitId, HistoryEntry
from chalicelib.domain.incident import RequestId
from chalicelib.domain.owner import OwnerId
from chalicelib.ports import Change

from . import items
from .items import ItemChange
from .request_items import exhibit_of, exhibit_values, history_of, history_values

_ARRIVED = ("arrived", "kept")


class DynamoExhibits:
    """Keys: exhibit `<request>/e#<id>`, its history `<request>/h#<id>#<time>#<touch>#<by>`; all go at `keep_until`."""

    def __init__(self, client: Any, table: str) -> None:
        self._client, self._table = client, table

    def announce(self, exhibit: Exhibit, entry: HistoryEntry) -> list[Change]:
        """Labels `exhibit` and `history`; conflicts where the id exists."""
        put = items.put_new(self._table, exhibit.request_id, f"e#{exhibit.exhibit_id}", exhibit_values(exhibit))
        return [ItemChange("exhibit", {"Put": put}), self.add_history(exhibit, entry)]

    def of_request(self, request_id: RequestId) -> list[Exhibit]:
        """Oldest first."""
        found = items.partition(self._client, self._table, request_id, since="e#", until="e#~")
        return sorted(map(exhibit_of, found), key=lambda exhibit: (exhibit.announced_at, exhibit.exhibit_id))

    def of_ask(self, request_id: RequestId, owner_id: OwnerId) -> list[Exhibit]:
        return [exhibit for exhibit in self.of_request(request_id) if exhibit.owner_id == owner_id]

    def exhibit(self, request_id: RequestId, exhibit_id: ExhibitId) -> Exhibit | None:
        found = items.one(self._client, self._table, request_id, f"e#{exhibit_id}")
        return None if found is None else exhibit_of(found)

    def change(self, exhibit: Exhibit, entry: HistoryEntry, *, was: str) -> list[Change]:
        put = items.put(self._table, exhibit.request_id, f"e#{exhibit.exhibit_id}", exhibit_values(exhibit))
        condition = {
            "ConditionExpression": "#state = :was",
            "ExpressionAttributeNames": {"#state": "state"},
            "ExpressionAttributeValues": {":was": {"S": was}},
        }
        changed = ItemChange("exhibit", {"Put": put | condition})
        return [changed, self.add_history(exhibit, entry)]

    def add_history(self, exhibit: Exhibit, entry: HistoryEntry) -> ItemChange:
        """Label `history`; conflicts where this very touch is on record already."""
        sort = f"h#{exhibit.exhibit_id}#{items.stamp(entry.at)}#{entry.touch}#{entry.by}"
        values = history_values(entry) | {"ttl": items.expiry(exhibit.keep_until)}
        return ItemChange("history", {"Put": items.put_new(self._table, exhibit.request_id, sort, values)})

    def history(self, request_id: RequestId, exhibit_id: ExhibitId) -> list[HistoryEntry]:
        """Oldest first."""
        start = f"h#{exhibit_id}#"
        found = items.partition(self._client, self._table, request_id, since=start, until=start + "~")
        return [history_of(item) for item in found]

    def figures(self) -> dict[str, int]:
        """Count `exhibits` that arrived, by reading the whole table: for an operator, not for a request."""
        found = items.scan(self._client, self._table, "sk", "state")
        return {"exhibits": sum(item["sk"].startswith("e#") and item["state"] in _ARRIVED for item in found)}
