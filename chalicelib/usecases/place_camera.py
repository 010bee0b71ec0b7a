"""An owner says on the map where a registered camera hangs, and which way it looks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chalicelib.domain.camera import Camera
from chalicelib.domain.owner import Household

from .change_registration import again_if_changed, camera_of
from .register_on_web import CameraCard, check_card

if TYPE_CHECKING:
    from chalicelib import ports


def place_camera(
    household: Household,
    camera_id: str,
    card: CameraCard,
    *,
    gazetteer: ports.Gazetteer,
    registry: ports.Registry,
    transactions: ports.Transactions,
) -> Camera:
    """Write where one camera hangs, what it is and where it looks; the days that it keeps stay as they are.

    Raises Unready where the pin or the heading is none, NotFound where the camera is none of theirs.
    """

    def commit(current: Household) -> Camera:
        camera = camera_of(current, camera_id)
        said = check_card(camera.number, card, camera.address, gazetteer=gazetteer)
        placed = replace(camera, heading=said.heading, indoor=said.indoor, kind=said.kind, pin=said.pin)
        transactions.commit([registry.change_camera(current.owner.owner_id, placed)])
        return placed

    return again_if_changed(household, commit, registry=registry)
