"""The list of messages as Twilio pages and filters it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from local.vendors.carrier.messages import Message

FILTERS = {"To", "From", "DateSent", "DateSent>", "DateSent<"}
PAGING = {"PageSize", "Page", "PageToken"}
LARGEST_PAGE = 1000


def page_of(messages: Iterator[Message], query: Mapping[str, str], *, uri: str) -> dict[str, Any]:
    """Return one page of messages given newest first. A page token names the last message of the page before."""
    size = max(1, min(LARGEST_PAGE, number(query.get("PageSize"), default=50)))
    page = max(0, number(query.get("Page"), default=0))
    wanted = (message for message in messages if matches(message, query))
    token = query.get("PageToken", "").removeprefix("PA")
    rest = after(wanted, token) if token else islice(wanted, page * size, None)
    rows = list(islice(rest, size + 1))
    has_more, rows = len(rows) > size, rows[:size]

    def address(at: int, **extra: str) -> str:
        kept = {name: value for name, value in query.items() if name in FILTERS}
        return f"{uri}?{urlencode({**kept, 'PageSize': size, 'Page': at, **extra})}"

    return {
        "first_page_uri": address(0),
        "end": page * size + max(len(rows) - 1, 0),
        "previous_page_uri": address(page - 1) if page else None,
        "messages": [message.to_twilio() for message in rows],
        "uri": address(page),
        "page_size": size,
        "start": page * size,
        "next_page_uri": address(page + 1, PageToken=f"PA{rows[-1].sid}") if has_more else None,
        "page": page,
    }


def matches(message: Message, query: Mapping[str, str]) -> bool:
    # A queued message has no date_sent yet; when it was taken stands in for it.
    sent = datetime.fromisoformat(message.sent or message.created)
    tests: dict[str, Callable[[str], bool]] = {
        "To": lambda value: message.to == value,
        "From": lambda value: message.sender == value,
        "DateSent": lambda value: sent.date() == moment(value).date(),
        "DateSent>": lambda value: sent >= moment(value),
        "DateSent<": lambda value: sent <= moment(value),
    }
    return all(test(query[name]) for name, test in tests.items() if query.get(name))


def after(messages: Iterator[Message], sid: str) -> Iterator[Message]:
    for message in messages:
        if message.sid == sid:
            break
    return messages


def moment(text: str) -> datetime:
    """Read a date or a time of ISO 8601, in GMT unless it says otherwise; raise ValueError."""
    value = datetime.fromisoformat(text)
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def number(text: str | None, *, default: int) -> int:
    return int(text) if text and text.isdigit() else default
