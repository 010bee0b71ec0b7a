"""The page with phones, Slack and the mailbox, and the one address it asks every second."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from local.vendors.carrier.carrier import Carrier
from local.vendors.journal import Journal
from local.vendors.mail.mailbox import Mailbox
from local.vendors.slack.slack import Slack

PAGES = Path(__file__).resolve().parent.parent / "playground"


class Playground:
    """Routes under /playground."""

    def __init__(self, *, carrier: Carrier, slack: Slack, mailbox: Mailbox, journal: Journal) -> None:
        self._carrier = carrier
        self._slack = slack
        self._mailbox = mailbox
        self._journal = journal

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/state", self.state, methods=["GET"]),
            Mount("/", StaticFiles(directory=PAGES, html=True)),
        ]

    async def state(self, request: Request) -> Response:
        """Return everything that the page draws; `phone` names each phone, `since` the version that is drawn."""
        if request.query_params.get("since") == self._version():
            return Response(status_code=204)
        numbers = request.query_params.getlist("phone")
        config = self._carrier.config
        return JSONResponse(
            {
                "version": self._version(),
                "agency": {
                    "name": config.agency_name,
                    "number": config.agency_number,
                    "url": config.base_url,
                    "time_zone": config.time_zone,
                    "example_address": config.example_address,
                    "example_case": config.example_case,
                },
                "phones": {number: self._phone(number) for number in numbers},
                "slack": self._slack.picture(),
                "mail": self._mailbox.picture(),
            }
        )

    def _phone(self, number: str) -> dict[str, object]:
        is_stopped = self._carrier.ledger.is_stopped(number)
        return {"stopped": is_stopped, "messages": self._carrier.phones.conversation(number)}

    def _version(self) -> str:
        return str(self._journal.version)
