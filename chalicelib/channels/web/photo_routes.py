"""An owner adds a photo of what a camera sees, or takes it away; an officer who asked about the camera looks at it."""

from __future__ import annotations

from chalicelib import wiring
from chalicelib.domain.errors import Refused
from chalicelib.domain.officer import Officer
from chalicelib.usecases.keep_photo import KeepPhoto
from chalicelib.usecases.look_at_photo import LookAtPhoto

from .blueprint import ANY, pages
from .codes import SESSION_COOKIE
from .desk_routes import DESK_COOKIE, for_officers
from .me_routes import own_household, own_page
from .multipart import read_upload
from .reading import Visit, require_stamp
from .replying import Reply, go_to
from .serve import served
from .speech import say


@pages.route("/me/cameras/{camera}/photo", methods=["POST"], content_types=ANY)
@served
def me_photo(visit: Visit) -> Reply:
    fields, content = read_upload(visit.request, file="photo")
    require_stamp(fields, visit.cookie(SESSION_COOKIE))
    household, camera = own_household(visit), visit.path["camera"]
    try:
        _keeping().add(household, camera, content)
    except Refused as refusal:
        problem = {f"{refusal.field}_{camera}": say(refusal.reason, **refusal.values)}
        return own_page(visit, own_household(visit), wrong="photo", problems=problem)
    return go_to("/me?done=photo_saved")


@pages.route("/me/cameras/{camera}/photo/remove", methods=["POST"], content_types=ANY)
@served
def me_photo_removed(visit: Visit) -> Reply:
    visit.require_stamp(visit.cookie(SESSION_COOKIE))
    _keeping().remove(own_household(visit), visit.path["camera"])
    return go_to("/me?done=photo_removed")


@pages.route("/desk/requests/{request}/answers/{number}/photos/{camera}", methods=["POST"], content_types=ANY)
@served
@for_officers
def desk_photo(visit: Visit, officer: Officer) -> Reply:
    visit.require_stamp(visit.cookie(DESK_COOKIE))
    looking = LookAtPhoto(
        requests=wiring.requests(),
        registry=wiring.registry(),
        photos=wiring.photos(),
        audit=wiring.audit(),
        clock=wiring.clock(),
    )
    return go_to(looking.address(officer, visit.path["request"], visit.path["number"], visit.path["camera"]))


def _keeping() -> KeepPhoto:
    return KeepPhoto(
        registry=wiring.registry(),
        photos=wiring.photos(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
        ids=wiring.ids(),
    )
