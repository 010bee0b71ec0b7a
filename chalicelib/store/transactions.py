"""Writes what must be true together in one TransactWriteItems."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from botocore.exceptions import ClientError

from chalicelib.domain.errors import Conflict, ProviderBusy
from chalicelib.ports import Change

from .items import ItemChange

BUSY = "busy"
"""The label of a Conflict that only means: somebody else writes here at this moment, try again."""
_THROTTLED = {"ThrottlingError", "ProvisionedThroughputExceeded"}


class DynamoTransactions:
    """The one way in which more than one item is written."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def commit(self, changes: Sequence[Change]) -> None:
        """Write all of 1 to 100 changes or none.

        Raises Conflict with the labels of those whose condition failed, or with `busy` where another transaction was
        at the same items; ProviderBusy where the table takes no more for now.
        """
        made = cast(Sequence[ItemChange], changes)
        try:
            self._client.transact_write_items(TransactItems=[change.entry for change in made])
        except self._client.exceptions.TransactionCanceledException as error:
            reasons = [reason.get("Code", "None") for reason in error.response["CancellationReasons"]]
            raise _meaning(made, reasons, error) from error


def _meaning(changes: Sequence[ItemChange], reasons: Sequence[str], error: ClientError) -> Exception:
    failed = [
        change.label for change, reason in zip(changes, reasons, strict=True) if reason == "ConditionalCheckFailed"
    ]
    if failed:
        return Conflict(*failed)
    if "TransactionConflict" in reasons:
        return Conflict(BUSY)
    return ProviderBusy("dynamodb") if _THROTTLED & set(reasons) else error
