"""The carrier put together."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

import httpx

from local.vendors.carrier.behaviour import Faults
from local.vendors.carrier.creating import Creating
from local.vendors.carrier.delivery import Delivery
from local.vendors.carrier.inbound import Inbound
from local.vendors.carrier.ledger import Ledger
from local.vendors.carrier.phones import Phones
from local.vendors.carrier.signature import is_signed
from local.vendors.config import VendorConfig
from local.vendors.journal import Journal
from local.vendors.unknown import Unknown


class Carrier:
    """Messages in both directions, and what may go wrong with them."""

    def __init__(
        self,
        *,
        config: VendorConfig,
        journal: Journal,
        unknown: Unknown,
        web: httpx.AsyncClient,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self.config = config
        self.unknown = unknown
        self.faults = Faults()
        self.ledger = Ledger(journal=journal, account_sid=config.account_sid, now=now)
        self.delivery = Delivery(ledger=self.ledger, web=web, token=config.auth_token, sleep=sleep)
        self.inbound = Inbound(ledger=self.ledger, delivery=self.delivery, unknown=unknown, agency=config.agency_name)
        self.creating = Creating(
            ledger=self.ledger,
            delivery=self.delivery,
            faults=self.faults,
            unknown=unknown,
            agency_number=config.agency_number,
        )
        self.phones = Phones(config=config, ledger=self.ledger, inbound=self.inbound, web=web)

    def has_signed(self, *, url: str, fields: Mapping[str, str], signature: str) -> bool:
        """Say whether a webhook carries this carrier's signature."""
        return is_signed(url=url, fields=fields, token=self.config.auth_token, signature=signature)
