"""Requests, asks and answers in the requests table: a request and everything under it share a partition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from chalicelib.domain.agency import Keep
from chalicelib.domain.errors import NotFound
from chalicelib.domain.incident import Answer, Ask, Request, RequestId, Tally
from chalicelib.domain.owner import OwnerId
from chalicelib.domain.token import hashed
from chalicelib.ports import Change

from . import items
from .items import ItemChange
from .request_items import ask_of, ask_values, request_of, request_values

REQUEST, CODE, LINK = "r", "code", "link"
_ARRIVED = ("arrived", "kept")
_THERE = "attribute_exists(pk)"


class DynamoRequests:
    """Keys: request `<id>/r`, ask `<id>/a#<owner>`, code `code#<code>/code`, link `link#<sha256 of its token>/link`.

    Index `open`: an owner's open asks by `oo`, `oa`. Index `recent`: all requests by `rm`, `ra`.
    """

    def __init__(self, client: Any, table: str, *, kept: Callable[[], Keep]) -> None:
        self._client, self._table, self._kept = client, table, kept

    def request(self, request_id: RequestId) -> Request | None:
        found = items.one(self._client, self._table, request_id, REQUEST)
        return None if found is None else request_of(found)

    def by_code(self, code: str) -> Request | None:
        found = items.one(self._client, self._table, f"code#{code}", CODE)
        return None if found is None else self.request(found["request_id"])

    def recent(self, *, limit: int = 50) -> list[Request]:
        """Newest first."""
        page = self._client.query(
            TableName=self._table,
            IndexName="recent",
            Limit=limit,
            ScanIndexForward=False,
            KeyConditionExpression="rm = :rm",
            ExpressionAttributeValues={":rm": {"S": REQUEST}},
        )
        keys = [(item["pk"]["S"], item["sk"]["S"]) for item in page["Items"]]
        found = map(request_of, items.many(self._client, self._table, keys))
        return sorted(found, key=lambda request: request.created_at, reverse=True)

    def add_request(self, request: Request) -> list[Change]:
        ttl = self._ttl(request.created_at)
        values = request_values(request) | {"rm": REQUEST, "ra": request.created_at, "ttl": ttl}
        leads = {"request_id": request.request_id, "ttl": ttl}
        code = items.put_new(self._table, f"code#{request.code}", CODE, leads)
        return [
            ItemChange("request", {"Put": items.put_new(self._table, request.request_id, REQUEST, values)}),
            ItemChange("code", {"Put": code}),
        ]

    def move_request(self, request: Request, *, was: str) -> ItemChange:
        change = items.update(
            self._table,
            request.request_id,
            REQUEST,
            write={"state": request.state, "approved_by": request.approved_by},
            condition="#state = :was",
            values={"was": was},
        )
        return ItemChange("request", {"Update": change})

    def check_open(self, request_id: RequestId) -> ItemChange:
        check = {
            "TableName": self._table,
            "Key": items.key(request_id, REQUEST),
            "ConditionExpression": "#state = :open",
            "ExpressionAttributeNames": {"#state": "state"},
            "ExpressionAttributeValues": items.pack_all({":open": "open"}),
        }
        return ItemChange("request", {"ConditionCheck": check})

    def keep_as_long_as_files(self, request: Request) -> list[Change]:
        """Labels `request` and `code`: what was asked explains the files, the last of which may come as it expires."""
        until = request.expires_at + timedelta(days=self._kept().exhibits_days)
        ttl = max(items.expiry(until), self._ttl(request.created_at))
        keys = {"request": (request.request_id, REQUEST), "code": (f"code#{request.code}", CODE)}
        return [
            ItemChange(label, {"Update": items.update(self._table, *key, write={"ttl": ttl}, condition=_THERE)})
            for label, key in keys.items()
        ]

    def set_slack_ts(self, request_id: RequestId, ts: str) -> None:
        """Remember where the request's message stands in Slack; raises NotFound where there is no such request."""
        change = items.update(self._table, request_id, REQUEST, write={"slack_ts": ts}, condition=_THERE)
        try:
            self._client.update_item(**change)
        except self._client.exceptions.ConditionalCheckFailedException as error:
            raise NotFound("request") from error

    def add_ask(self, ask: Ask) -> ItemChange:
        put = items.put_new(self._table, ask.request_id, f"a#{ask.owner_id}", self._ask_values(ask))
        return ItemChange("ask", {"Put": put})

    def ask(self, request_id: RequestId, owner_id: OwnerId) -> Ask | None:
        found = items.one(self._client, self._table, request_id, f"a#{owner_id}")
        return None if found is None else ask_of(found)

    def asks(self, request_id: RequestId) -> list[Ask]:
        found = items.partition(self._client, self._table, request_id, since="a#", until="a#~")
        return [ask_of(item) for item in found]

    def open_asks(self, owner_id: OwnerId, *, now: datetime) -> list[Ask]:
        """Newest first; the index only leads to them, each is read again from the table."""
        found = items.query(
            self._client,
            TableName=self._table,
            IndexName="open",
            KeyConditionExpression="oo = :owner",
            ExpressionAttributeValues={":owner": {"S": owner_id}},
        )
        asks = map(ask_of, items.many(self._client, self._table, [(item["pk"], item["sk"]) for item in found]))
        still_open = [ask for ask in asks if not ask.closed and now < ask.expires_at]
        return sorted(still_open, key=lambda ask: (ask.created_at, ask.request_id), reverse=True)

    def change_ask(self, ask: Ask) -> ItemChange:
        put = items.put(self._table, ask.request_id, f"a#{ask.owner_id}", self._ask_values(ask))
        condition = {
            "ConditionExpression": "version = :version",
            "ExpressionAttributeValues": {":version": {"N": str(ask.version - 1)}},
        }
        return ItemChange("ask", {"Put": put | condition})

    def add_link(self, token: str, ask: Ask) -> ItemChange:
        values = {
            "request_id": ask.request_id,
            "owner_id": ask.owner_id,
            "expires_at": ask.expires_at,
            "ttl": items.expiry(ask.expires_at),
        }
        return ItemChange("link", {"Put": items.put_new(self._table, _link(token), LINK, values)})

    def ask_by_token(self, token: str, *, now: datetime) -> Ask | None:
        found = items.one(self._client, self._table, _link(token), LINK)
        if found is None or items.moment(found["expires_at"]) <= now:
            return None
        return self.ask(found["request_id"], found["owner_id"])

    def tally(self, request_id: RequestId) -> Tally:
        """Count by reading the request's asks and exhibits, so that no counter can drift."""
        found = list(items.partition(self._client, self._table, request_id, since="a#", until="e#~"))
        asks = [item for item in found if item["sk"].startswith("a#")]
        arrived = sum(item["sk"].startswith("e#") and item["state"] in _ARRIVED for item in found)
        answers = Counter(Answer(item["answer"]) for item in asks if "answer" in item)
        return Tally(asked=len(asks), answers=dict(answers), exhibits=arrived)

    def figures(self) -> dict[str, int]:
        """Count by reading the whole table: for an operator, not for a request."""
        found = list(items.scan(self._client, self._table, "sk", "answer"))
        asks = [item for item in found if item["sk"].startswith("a#")]
        return {
            "requests": sum(item["sk"] == REQUEST for item in found),
            "asks": len(asks),
            "answers": sum("answer" in item for item in asks),
        }

    def _ask_values(self, ask: Ask) -> dict[str, Any]:
        return ask_values(ask) | {"ttl": self._ttl(ask.created_at)}

    def _ttl(self, created_at: datetime) -> int:
        return items.expiry(created_at + timedelta(days=self._kept().requests_days))


def _link(token: str) -> str:
    return "link#" + hashed(token)
