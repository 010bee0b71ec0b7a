"""An owner changes what is registered: a camera, the name; or takes a camera out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chalicelib.domain.camera import MAX_RETENTION_DAYS, Camera
from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.owner import Household
from chalicelib.domain.registration_form import HEADINGS, MAX_NAME, whole_number

if TYPE_CHECKING:
    from chalicelib import ports

TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraForm:
    """What somebody typed about one camera; `heading` is a compass point, `as_is` or empty for not known."""

    retention_days: str
    heading: str
    indoor: bool
    working: bool


def change_camera(
    household: Household,
    camera_id: str,
    form: CameraForm,
    *,
    registry: ports.Registry,
    transactions: ports.Transactions,
) -> Camera:
    """Write one camera anew; raises Refused for field `retention_days`, NotFound where it is none of theirs."""
    camera = _camera(household, camera_id)
    days = whole_number(form.retention_days, MAX_RETENTION_DAYS)
    if days is None:
        raise Refused("web.error.retention", field="retention_days", most=MAX_RETENTION_DAYS)
    heading = camera.heading if form.heading == "as_is" else HEADINGS.get(form.heading)
    changed = replace(camera, retention_days=days, heading=heading, indoor=form.indoor, working=form.working)
    try:
        transactions.commit([registry.change_camera(household.owner.owner_id, changed)])
    except Conflict as error:
        raise NotFound from error
    return changed


def remove_camera(
    household: Household, camera_id: str, *, registry: ports.Registry, transactions: ports.Transactions
) -> None:
    """Take one camera out of the registry; raises NotFound where it is none of theirs."""
    camera = _camera(household, camera_id)
    transactions.commit([registry.remove_camera(household.owner.owner_id, camera.camera_id)])


def change_name(household: Household, name: str, *, registry: ports.Registry, transactions: ports.Transactions) -> None:
    """Write the owner's name, or none; raises Refused for field `name` where it is too long."""
    tidy = " ".join(name.split())
    if len(tidy) > MAX_NAME:
        raise Refused("web.error.name", field="name", most=MAX_NAME)

    def commit(current: Household) -> None:
        owner = replace(current.owner, name=tidy, version=current.owner.version + 1)
        transactions.commit([registry.change_owner(owner)])

    _again_if_changed(household, commit, registry=registry)


def _again_if_changed(household: Household, commit: Callable[[Household], None], *, registry: ports.Registry) -> None:
    for _ in range(TRIES):
        try:
            return commit(household)
        except Conflict:
            fresh = registry.household(household.owner.owner_id)
            if fresh is None:
                raise NotFound from None
            household = fresh
    raise Conflict("owner")


def _camera(household: Household, camera_id: str) -> Camera:
    for camera in household.cameras:
        if camera.camera_id == camera_id:
            return camera
    raise NotFound
