"""The officers' list of messages that may mean leaving: a supervisor reads them and decides."""

from __future__ import annotations

from chalicelib import wiring
from chalicelib.domain.errors import Refused
from chalicelib.domain.officer import Officer
from chalicelib.domain.owner import ContactKey
from chalicelib.usecases.flag_message import FlaggedMessages

from .adapters import show
from .blueprint import ANY, pages
from .desk_routes import DESK_COOKIE, for_officers
from .reading import LONGEST_NAME, Visit, stamp
from .replying import Reply, go_to
from .serve import served

DEEDS = {"leaves": True, "nothing": False}


@pages.route("/desk/flags", methods=["GET"], content_types=ANY)
@served
@for_officers
def desk_flags(visit: Visit, officer: Officer) -> Reply:
    return show(
        "desk_flags.html", flags=_flagged().waiting(officer), officer=officer, stamp=stamp(visit.cookie(DESK_COOKIE))
    )


@pages.route("/desk/flags", methods=["POST"], content_types=ANY)
@served
@for_officers
def desk_flag_decided(visit: Visit, officer: Officer) -> Reply:
    form = visit.require_stamp(visit.cookie(DESK_COOKIE))
    deed = form.get("deed", "")
    if deed not in DEEDS:
        raise Refused("web.desk.flags_deed")
    _flagged().decide(officer, ContactKey(form.get("key", "")[:LONGEST_NAME]), leaves=DEEDS[deed])
    return go_to("/desk/flags")


def _flagged() -> FlaggedMessages:
    return FlaggedMessages(
        registry=wiring.registry(),
        scratch=wiring.scratch(),
        audit=wiring.audit(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
    )
