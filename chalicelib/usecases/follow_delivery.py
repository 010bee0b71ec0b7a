"""Follow what the carrier reports about a text: forward only, whatever the order and however often it comes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from chalicelib.domain.errors import Conflict
from chalicelib.domain.outbox import STOPPED_AT_PROVIDER, MessageId, State

if TYPE_CHECKING:
    from chalicelib import ports

    from .fall_back import FallBack

STATES: dict[str, State] = {
    "accepted": "accepted", "scheduled": "accepted", "queued": "accepted", "sending": "accepted", "sent": "sent",
    "delivered": "delivered", "read": "delivered", "undelivered": "undelivered", "failed": "undelivered",
    "canceled": "undelivered",
}  # fmt: skip
"""Twilio's statuses, and what they mean here; any other is ignored."""


def follow_delivery(  # noqa: PLR0913  (ports, by keyword)
    message_id: str,
    status: str,
    *,
    provider_id: str,
    error_code: str = "",
    outbox: ports.Outbox,
    registry: ports.Registry,
    transactions: ports.Transactions,
    clock: ports.Clock,
    fall_back: Callable[[], FallBack],
) -> bool:
    """Move the message to what the carrier reports; False where it stood there already, or is none of ours.

    An ask that failed for good goes the owner's other way, unless it failed because they stopped. `fall_back` is made
    only where it is needed: few texts fail.
    """
    state = STATES.get(status)
    message = outbox.message(MessageId(message_id)) if state and message_id else None
    if state is None or message is None:
        return False
    if error_code == STOPPED_AT_PROVIDER and message.contact_key:
        stop = registry.set_consent(
            message.contact_key, "stopped", at=clock.now(), by="provider", cause=f"{provider_id}-{error_code}"
        )
        with contextlib.suppress(Conflict):  # reported before, or a later change stands
            transactions.commit([stop])
        return outbox.move(message.message_id, state, provider_id=provider_id, reason=error_code)
    if state == "undelivered":
        return fall_back().give_up(message, reason=error_code, provider_id=provider_id)
    return outbox.move(message.message_id, state, provider_id=provider_id, reason=error_code)
