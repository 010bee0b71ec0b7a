"""Puts use cases that need many ports together from wiring, and pages together with what all of them show."""

from __future__ import annotations

from chalicelib import wiring
from chalicelib.usecases.hand_in_footage import HandIn
from chalicelib.usecases.leave import Leave
from chalicelib.usecases.prove_phone import ProvePhone
from chalicelib.usecases.sign_in_officer import DeskDoor
from chalicelib.usecases.view_ask import AskView, view_ask
from chalicelib.usecases.view_request import DeskViews
from chalicelib.words.consent import consent_text

from .reading import Visit
from .replying import Beyond, Reply, page
from .speech import language, owner_speaks


def show(
    template: str, *, status: int = 200, uploads_to: str = "", beyond: Beyond | None = None, **values: object
) -> Reply:
    """Answer with a page of the agency's."""
    return page(
        template,
        status=status,
        beyond=beyond or Beyond(uploads_to=uploads_to),
        agency=wiring.agency(),
        consent=consent_text(wiring.agency(), language()),
        number=wiring.configuration().agency_number,
        **values,
    )


def prove_phone() -> ProvePhone:
    return ProvePhone(
        registry=wiring.registry(),
        scratch=wiring.scratch(),
        outbox=wiring.outbox(),
        outbox_queue=wiring.outbox_queue(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
        ids=wiring.ids(),
        agency=wiring.agency(),
        language=language(),
    )


def leave() -> Leave:
    return Leave(
        registry=wiring.registry(),
        requests=wiring.requests(),
        outbox=wiring.outbox(),
        scratch=wiring.scratch(),
        audit=wiring.audit(),
    )


def opened_ask(visit: Visit) -> AskView:
    """Give the ask that the link in the path opens, and speak its owner's language; raises NotFound."""
    token, requests, exhibits = visit.path["token"], wiring.requests(), wiring.exhibits()
    view = view_ask(token, requests=requests, exhibits=exhibits, clock=wiring.clock())
    asked = wiring.registry().contact(view.ask.contact_key)
    owner_speaks(asked.language if asked else "")
    return view


def hand_in(view: AskView) -> HandIn:
    return HandIn(
        view=view,
        exhibits=wiring.exhibits(),
        files=wiring.evidence_files(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
        ids=wiring.ids(),
        agency=wiring.agency(),
    )


def desk_door() -> DeskDoor:
    return DeskDoor(
        agencies=wiring.agencies(),
        scratch=wiring.scratch(),
        audit=wiring.audit(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
        ids=wiring.ids(),
    )


def desk_views() -> DeskViews:
    return DeskViews(
        requests=wiring.requests(),
        exhibits=wiring.exhibits(),
        registry=wiring.registry(),
        audit=wiring.audit(),
        clock=wiring.clock(),
    )
