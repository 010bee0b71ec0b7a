"""When an owner may be asked: the days, the hours and the pause, on their own page."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib import wiring
from chalicelib.domain.errors import Refused
from chalicelib.domain.wishes import WEEK
from chalicelib.usecases.change_wishes import WishForm, change_wishes

from .blueprint import ANY, pages
from .codes import SESSION_COOKIE
from .me_routes import own_household, own_page
from .reading import Visit
from .replying import Reply, go_to
from .serve import served
from .speech import say


@pages.route("/me/when", methods=["POST"], content_types=ANY)
@served
def me_when(visit: Visit) -> Reply:
    typed = visit.require_stamp(visit.cookie(SESSION_COOKIE))
    household, form = own_household(visit), _form(typed)
    try:
        change_wishes(
            household, form, zone=wiring.agency().zone(), registry=wiring.registry(),
            transactions=wiring.transactions(), clock=wiring.clock(),
        )  # fmt: skip
    except Refused as refusal:
        return own_page(visit, household, when=form, problems={refusal.field: say(refusal.reason, **refusal.values)})
    return go_to("/me?done=saved")


def _form(typed: Mapping[str, str]) -> WishForm:
    return WishForm(
        off=frozenset(day for day in WEEK if typed.get(f"off_{day}")),
        since=typed.get("since", ""),
        until=typed.get("until", ""),
        paused_until=typed.get("paused_until", ""),
        keep_hours=not typed.get("forget_hours"),
    )
