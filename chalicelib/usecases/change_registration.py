"""An owner changes what is registered: a camera, the name; or takes a camera out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from chalicelib.domain.camera import KINDS, MAX_RETENTION_DAYS, Camera, CameraId
from chalicelib.domain.errors import Conflict, NotFound, Refused
from chalicelib.domain.owner import Household
from chalicelib.domain.photo import PhotoId
from chalicelib.domain.registration_form import HEADINGS, MAX_NAME, one_line
from chalicelib.domain.typed_numbers import days_typed

if TYPE_CHECKING:
    from chalicelib import ports

TRIES = 5
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraForm:
    """What somebody typed about one camera; `heading` is a compass point, `as_is` or empty for not known."""

    retention_days: str
    heading: str
    indoor: bool
    working: bool
    kind: str = ""


def change_camera(
    household: Household,
    camera_id: str,
    form: CameraForm,
    *,
    registry: ports.Registry,
    transactions: ports.Transactions,
) -> Camera:
    """Write one camera anew; raises Refused for field `retention_days`, NotFound where it is none of theirs."""
    camera_of(household, camera_id)
    days = days_typed(form.retention_days, MAX_RETENTION_DAYS)
    if days is None:
        raise Refused("web.error.retention", field="retention_days", most=MAX_RETENTION_DAYS)

    def commit(current: Household) -> Camera:
        camera = camera_of(current, camera_id)
        heading = camera.heading if form.heading == "as_is" else HEADINGS.get(form.heading)
        kind = next((kind for kind in KINDS if kind == form.kind), camera.kind)
        changed = replace(
            camera, retention_days=days, heading=heading, indoor=form.indoor, working=form.working, kind=kind
        )
        transactions.commit([registry.change_camera(current.owner.owner_id, changed)])
        return changed

    return again_if_changed(household, commit, registry=registry)


def remove_camera(
    household: Household,
    camera_id: str,
    *,
    registry: ports.Registry,
    transactions: ports.Transactions,
    clock: ports.Clock,
) -> None:
    """Take one camera out of the registry, and its photo; raises NotFound where it is none of theirs."""

    def commit(current: Household) -> None:
        camera = camera_of(current, camera_id)
        transactions.commit(removals(current, [camera.camera_id], registry=registry, now=clock.now()))

    again_if_changed(household, commit, registry=registry)


def removals(
    household: Household, camera_ids: Iterable[CameraId], *, registry: ports.Registry, now: datetime
) -> list[ports.Change]:
    """Give what removes some of a household's cameras, and owes the deletion of their photos.

    Labels: `camera`, which conflicts where one got another photo meanwhile, and `photo`.
    """
    photos = {camera.camera_id: camera.photo for camera in household.cameras}
    wanted = list(camera_ids)
    changes = [
        registry.remove_camera(household.owner.owner_id, camera_id, photo=photos.get(camera_id, ""))
        for camera_id in wanted
    ]
    owed = [PhotoId(photos[camera_id]) for camera_id in wanted if photos.get(camera_id)]
    return [*changes, *([registry.owe_photos(owed, due_at=now)] if owed else [])]


def change_name(household: Household, name: str, *, registry: ports.Registry, transactions: ports.Transactions) -> None:
    """Write the owner's name, or none; raises Refused for field `name` where it is too long."""
    tidy = one_line(name)
    if len(tidy) > MAX_NAME:
        raise Refused("web.error.name", field="name", most=MAX_NAME)

    def commit(current: Household) -> None:
        owner = replace(current.owner, name=tidy, version=current.owner.version + 1)
        transactions.commit([registry.change_owner(owner)])

    again_if_changed(household, commit, registry=registry)


def again_if_changed(household: Household, commit: Callable[[Household], T], *, registry: ports.Registry) -> T:
    """Do it, and anew with what is registered by then where something changed meanwhile."""
    for _ in range(TRIES):
        try:
            return commit(household)
        except Conflict:
            fresh = registry.household(household.owner.owner_id)
            if fresh is None:
                raise NotFound from None
            household = fresh
    raise Conflict("owner")


def camera_of(household: Household, camera_id: str) -> Camera:
    """Give one camera of a household; raises NotFound where it is none of theirs."""
    for camera in household.cameras:
        if camera.camera_id == camera_id:
            return camera
    raise NotFound
