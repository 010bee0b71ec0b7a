"""Where one registered camera hangs and looks: on a map, or with buttons beside a plain picture of streets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring
from chalicelib.domain.camera import KINDS, Camera
from chalicelib.domain.errors import NotFound
from chalicelib.domain.registration_form import pin_text
from chalicelib.usecases.change_registration import camera_of
from chalicelib.usecases.find_spot import Spot, spot_at
from chalicelib.usecases.place_camera import place_camera
from chalicelib.usecases.register_on_web import CameraCard, Unready

from .blueprint import ANY, pages
from .codes import SESSION_COOKIE
from .map_data import map_data, show_map
from .map_routes import streets_path
from .me_routes import own_household
from .reading import Visit, stamp
from .register_form import Asked, heading_typed, moved, read_asked, read_card, shown_card, spot_picture
from .replying import Reply, go_to
from .serve import served
from .speech import say


@pages.route("/me/cameras/{camera}/place", methods=["GET", "HEAD"], content_types=ANY)
@served
def me_place(visit: Visit) -> Reply:
    try:
        household = own_household(visit)
    except NotFound:
        return go_to("/me")
    camera = camera_of(household, visit.path["camera"])
    return _page(visit, camera, _card_of(camera), _spot(camera))


@pages.route("/me/cameras/{camera}/place", methods=["POST"], content_types=ANY)
@served
def me_placed(visit: Visit) -> Reply:
    """Write it down; or, for a button inside the form, show it again with what that asks for."""
    typed, household = visit.require_stamp(visit.cookie(SESSION_COOKIE)), own_household(visit)
    camera = camera_of(household, visit.path["camera"])
    card = read_card(typed, camera.number)
    if typed.get("do"):
        spot = _spot(camera)
        return _page(visit, camera, _asked(card, read_asked(typed["do"]), spot), spot)
    try:
        place_camera(
            household, camera.camera_id, card,
            gazetteer=wiring.gazetteer(), registry=wiring.registry(), transactions=wiring.transactions(),
        )  # fmt: skip
    except Unready as unready:
        problems = {problem.field: say(problem.reason, **problem.values) for problem in unready.problems}
        return _page(visit, camera, card, _spot(camera), problems)
    return go_to("/me?done=saved")


def _page(
    visit: Visit, camera: Camera, card: CameraCard, spot: Spot, problems: Mapping[str, str] | None = None
) -> Reply:
    shown: dict[str, Any] = shown_card(camera.number, card, spot)
    return show_map(
        "me_place.html",
        status=422 if problems else 200,
        camera=camera,
        card=shown,
        kinds=[(kind, say(f"web.kind.{kind}")) for kind in KINDS],
        problems=problems or {},
        spot=spot,
        streets_path=streets_path(spot.box),
        picture=spot_picture({camera.number: card}, spot),
        map=map_data(),
        stamp=stamp(visit.cookie(SESSION_COOKIE)),
    )


def _asked(card: CameraCard, asked: Asked, spot: Spot) -> CameraCard:
    if asked.deed == "home":
        return CameraCard(heading=card.heading, indoor=card.indoor, kind=card.kind)
    return moved(card, asked.way, spot) if asked.deed == "move" and asked.way else card


def _card_of(camera: Camera) -> CameraCard:
    return CameraCard(
        heading=heading_typed(camera.heading),
        indoor=camera.indoor,
        kind=camera.kind,
        pin=pin_text(camera.pin) if camera.pin else "",
    )


def _spot(camera: Camera) -> Spot:
    return spot_at(camera.address, gazetteer=wiring.gazetteer())
