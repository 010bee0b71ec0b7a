"""The officers' page: in by a one-use link from Slack; requests, answers, exhibits; every look on record first."""

from __future__ import annotations

from collections.abc import Callable

from chalicelib import wiring
from chalicelib.domain.errors import NotAnOfficer
from chalicelib.domain.officer import Officer
from chalicelib.usecases.download_exhibit import DownloadExhibit

from .adapters import desk_door, desk_views, show
from .blueprint import ANY, pages
from .reading import Visit, stamp
from .replying import Reply, go_to
from .serve import served

DESK_COOKIE = "porchlight_desk"


def for_officers(handler: Callable[[Visit, Officer], Reply]) -> Callable[[Visit], Reply]:
    """Let only officers through to a handler; everybody else gets the page that says how to get in."""

    def guarded(visit: Visit) -> Reply:
        try:
            officer = desk_door().officer_in(visit.cookie(DESK_COOKIE))
        except NotAnOfficer:
            return show("desk_none.html", status=403)
        return handler(visit, officer)

    guarded.__name__ = handler.__name__
    return guarded


@pages.route("/desk/in/{link}", methods=["GET", "HEAD"], content_types=ANY)
@served
def desk_in(visit: Visit) -> Reply:
    link = visit.path["link"]
    if not desk_door().is_open(link):
        return show("desk_none.html", status=403)
    return show("desk_in.html", action=f"/desk/in/{link}", stamp=stamp(link))


@pages.route("/desk/in/{link}", methods=["POST"], content_types=ANY)
@served
def desk_entered(visit: Visit) -> Reply:
    visit.require_stamp(visit.path["link"])
    try:
        session, path = desk_door().sign_in(visit.path["link"])
    except NotAnOfficer:
        return show("desk_none.html", status=403)
    return go_to(path).with_cookie(DESK_COOKIE, session, secure=visit.secure)


@pages.route("/desk", methods=["GET"], content_types=ANY)
@served
@for_officers
def desk(visit: Visit, officer: Officer) -> Reply:
    return show("desk.html", requests=desk_views().list(officer), officer=officer, stamp=_stamp(visit))


@pages.route("/desk/requests/{request}", methods=["GET"], content_types=ANY)
@served
@for_officers
def desk_request(visit: Visit, officer: Officer) -> Reply:
    view = desk_views().view(officer, visit.path["request"])
    zone = wiring.agency().zone()
    return show(
        "desk_request.html",
        uploads_to=wiring.evidence_files().origin(),
        view=view,
        zone=zone,
        officer=officer,
        names={each.officer_id: each.name for each in wiring.agencies().officers()},
        stamp=_stamp(visit),
    )


@pages.route("/desk/requests/{request}/exhibits/{exhibit}/download", methods=["POST"], content_types=ANY)
@served
@for_officers
def desk_download(visit: Visit, officer: Officer) -> Reply:
    visit.require_stamp(visit.cookie(DESK_COOKIE))
    download = DownloadExhibit(
        requests=wiring.requests(),
        exhibits=wiring.exhibits(),
        files=wiring.evidence_files(),
        audit=wiring.audit(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
    )
    return go_to(download.address(officer, visit.path["request"], visit.path["exhibit"]))


@pages.route("/desk/out", methods=["POST"], content_types=ANY)
@served
def desk_out(visit: Visit) -> Reply:
    session = visit.cookie(DESK_COOKIE)
    visit.require_stamp(session)
    desk_door().sign_out(session)
    return go_to("/desk").without_cookie(DESK_COOKIE, secure=visit.secure)


def _stamp(visit: Visit) -> str:
    return stamp(visit.cookie(DESK_COOKIE))
