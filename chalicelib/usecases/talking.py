"""What every talk with an owner needs, whether it comes by text, by mail or through the link in a mail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Self

from chalicelib.domain.agency import Agency
from chalicelib.domain.place import Located
from chalicelib.domain.place_names import PlaceNames, no_names

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True, kw_only=True)
class Talking:
    """`locate` finds an address of the agency's, `names` gives its streets; both are called only where needed."""

    registry: ports.Registry
    requests: ports.Requests
    scratch: ports.Scratch
    outbox: ports.Outbox
    outbox_queue: ports.Queue
    audit: ports.AuditLog
    transactions: ports.Transactions
    clock: ports.Clock
    ids: ports.Ids
    agency: Agency
    locate: Callable[[str], Located]
    base_url: str
    names: Callable[[], PlaceNames] = no_names

    @classmethod
    def over(cls, other: Talking, **more: Any) -> Self:
        """Give one that works on what another one works on; `more` is what only this one has, or has otherwise."""
        shared = {field.name: getattr(other, field.name) for field in fields(Talking)}
        return cls(**{**shared, **more})
