"""A deployed stack as an operator uses it: its stores, reached from outside with the operator's own rights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from chalicelib.domain.agency import Agency, Keep
from chalicelib.domain.audit import AuditEntry, Deed
from chalicelib.domain.errors import NotFound
from chalicelib.domain.protected import Protected
from chalicelib.outbound.system import SystemClock
from chalicelib.ports import Gazetteer
from chalicelib.store.agencies import DynamoAgencies
from chalicelib.store.audit import DynamoAuditLog
from chalicelib.store.exhibits import DynamoExhibits
from chalicelib.store.gazetteer import fetch_gazetteer
from chalicelib.store.imports import DynamoImports
from chalicelib.store.registry import DynamoRegistry
from chalicelib.store.requests import DynamoRequests
from chalicelib.store.scratch import DynamoScratch
from chalicelib.store.transactions import DynamoTransactions
from infra.account import Account


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One stack, by the outputs of its template; `contact_key` is the secret under which contacts are found."""

    account: Account
    outputs: Mapping[str, str]
    contact_key: str

    def agencies(self) -> DynamoAgencies:
        return DynamoAgencies(self.account.client("dynamodb"), self.outputs["AgencyTable"])

    def agency(self) -> Agency:
        return self.agencies().agency()

    def registry(self) -> DynamoRegistry:
        client, table = self.account.client("dynamodb"), self.outputs["RegistryTable"]
        return DynamoRegistry(client, table, key=self.contact_key, kept_out=self.protected().covers)

    def protected(self) -> Protected:
        """Give the places that are kept off the map, as they are now; none before a stack has an agency."""
        try:
            return Protected(self.contact_key, self.agency().protected)
        except NotFound:
            return Protected(self.contact_key, ())

    def imports(self) -> DynamoImports:
        return DynamoImports(self.account.client("dynamodb"), self.outputs["RegistryTable"])

    def requests(self) -> DynamoRequests:
        return DynamoRequests(self.account.client("dynamodb"), self.outputs["RequestsTable"], kept=self._kept)

    def exhibits(self) -> DynamoExhibits:
        return DynamoExhibits(self.account.client("dynamodb"), self.outputs["RequestsTable"])

    def audit(self) -> DynamoAuditLog:
        table = self.outputs["AuditTable"]
        return DynamoAuditLog(self.account.client("dynamodb"), table, kept=self._kept, clock=SystemClock())

    def scratch(self) -> DynamoScratch:
        return DynamoScratch(self.account.client("dynamodb"), self.outputs["ScratchTable"], clock=SystemClock())

    def transactions(self) -> DynamoTransactions:
        return DynamoTransactions(self.account.client("dynamodb"))

    def gazetteer(self) -> Gazetteer:
        return fetch_gazetteer(self.account.client("s3"), self.outputs["DataBucket"], self.agency().gazetteer_key)

    def _kept(self) -> Keep:
        """Before a stack has an agency, what it says by default."""
        try:
            return self.agency().keep
        except NotFound:
            return Keep()

    def write_down(self, deed: Deed, *, subject: str = "", count: int = 0, detail: str = "") -> None:
        """Record what the operator does, before it is done."""
        entry = AuditEntry(
            deed=deed, actor="operator", at=datetime.now(UTC), subject=subject, count=count, detail=detail
        )
        self.audit().write(entry)
