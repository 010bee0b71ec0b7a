"""The officers' list of places that several owners registered, and of owners with many: a supervisor looks."""

from __future__ import annotations

from chalicelib import wiring
from chalicelib.domain.officer import Officer
from chalicelib.usecases.view_homes import ViewHomes

from .adapters import show
from .blueprint import ANY, pages
from .desk_routes import DESK_COOKIE, for_officers
from .reading import LONGEST_NAME, Visit, stamp
from .replying import Reply, go_to
from .serve import served


@pages.route("/desk/homes", methods=["GET"], content_types=ANY)
@served
@for_officers
def desk_homes(visit: Visit, officer: Officer) -> Reply:
    odd = _homes().waiting(officer)
    return show("desk_homes.html", odd=odd, officer=officer, stamp=stamp(visit.cookie(DESK_COOKIE)))


@pages.route("/desk/homes", methods=["POST"], content_types=ANY)
@served
@for_officers
def desk_homes_done(visit: Visit, officer: Officer) -> Reply:
    form = visit.require_stamp(visit.cookie(DESK_COOKIE))
    _homes().done(officer, form.get("name", "")[:LONGEST_NAME])
    return go_to("/desk/homes")


def _homes() -> ViewHomes:
    return ViewHomes(
        registry=wiring.registry(),
        scratch=wiring.scratch(),
        audit=wiring.audit(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
    )
