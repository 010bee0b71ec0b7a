"""Which rows of an administrator's list were imported before, so that the same list again changes nothing."""

from __future__ import annotations

from typing import Any

from . import items
from .items import ItemChange

ROW = "i"


class DynamoImports:
    """Key: imported row `i#<keyed hash>/i`, in the registry table; nothing of the row itself is kept."""

    def __init__(self, client: Any, table: str) -> None:
        self._client, self._table = client, table

    def known(self, row_hash: str) -> bool:
        return items.one(self._client, self._table, f"i#{row_hash}", ROW) is not None

    def remember(self, row_hash: str) -> ItemChange:
        """Label `row`; conflicts where the row was imported before."""
        return ItemChange("row", {"Put": items.put_new(self._table, f"i#{row_hash}", ROW, {})})
