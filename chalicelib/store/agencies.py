"""The agency's configuration, every version of it, and the officers on its list."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from chalicelib.domain.agency import Agency, agency_from
from chalicelib.domain.errors import NotFound
from chalicelib.domain.officer import Officer, OfficerId
from chalicelib.ports import Change

from . import items
from .items import ItemChange

AGENCY, CURRENT, OFFICER = "agency", "current", "o"
_FRESH_S = 60.0


class DynamoAgencies:
    """Keys: configuration `agency/current` and `agency/v<number>`, officer `officer#<id>/o`."""

    def __init__(self, client: Any, table: str, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._client, self._table, self._monotonic = client, table, monotonic
        self._read: tuple[float, Agency] | None = None

    def agency(self) -> Agency:
        """Give the configuration that stands, at most a minute old; raises NotFound before the first deployment."""
        if self._read is None or self._monotonic() - self._read[0] >= _FRESH_S:
            self._read = (self._monotonic(), self._current())
        return self._read[1]

    def change_agency(self, table: Mapping[str, Any], *, was: int) -> list[Change]:
        """Write the next version (`was` + 1) of what agency.toml says, and make it the current one.

        Label `agency`; conflicts unless the current version is `was` (0: there is none). Raises ValueError as
        `agency_from` does, so that nothing unreadable is ever written.
        """
        number = was + 1
        agency_from({**table, "version": number})
        values = {"number": number, "table": json.dumps({**table, "version": number})}
        current = items.put(self._table, AGENCY, CURRENT, values)
        unchanged = {
            "ConditionExpression": "#number = :was" if was else "attribute_not_exists(pk)",
            **({"ExpressionAttributeNames": {"#number": "number"}} if was else {}),
            **({"ExpressionAttributeValues": {":was": {"N": str(was)}}} if was else {}),
        }
        return [
            ItemChange("agency", {"Put": current | unchanged}),
            ItemChange("agency", {"Put": items.put_new(self._table, AGENCY, f"v{number:06d}", values)}),
        ]

    def officer(self, officer_id: OfficerId) -> Officer | None:
        """None where the id is not listed; a disabled officer is returned as disabled. Never cached."""
        found = items.one(self._client, self._table, f"officer#{officer_id}", OFFICER)
        return None if found is None else _officer_of(found)

    def officers(self) -> list[Officer]:
        """Give everyone on the list by reading the whole table, which is small."""
        found = items.scan(self._client, self._table, "pk", "officer_id", "team_id", "name", "role", "disabled")
        return sorted(
            (_officer_of(item) for item in found if item["pk"].startswith("officer#")),
            key=lambda officer: officer.officer_id,
        )

    def put_officer(self, officer: Officer) -> ItemChange:
        """Label `officer`; writes whatever stands there."""
        put = items.put(self._table, f"officer#{officer.officer_id}", OFFICER, asdict(officer))
        return ItemChange("officer", {"Put": put})

    def _current(self) -> Agency:
        found = items.one(self._client, self._table, AGENCY, CURRENT)
        if found is None:
            raise NotFound("agency")
        return agency_from(json.loads(found["table"]))


def _officer_of(item: dict[str, Any]) -> Officer:
    return Officer(
        officer_id=OfficerId(item["officer_id"]),
        team_id=item["team_id"],
        name=item["name"],
        role=item["role"],
        disabled=item["disabled"],
    )
