"""What a form said, said back before it counts: in words, camera by camera, and as a picture."""

from __future__ import annotations

from typing import Any

from chalicelib import wiring
from chalicelib.domain.camera import Camera
from chalicelib.domain.registration_form import Registration
from chalicelib.usecases.find_spot import spot_at

from .picture import Aim, picture
from .register_form import moved_words
from .showing import heading
from .speech import say


def understood(registration: Registration | None) -> dict[str, Any]:
    """Give what understood.html shows; it shows nothing where there is no registration."""
    if registration is None:
        return {"registration": None, "all_said": "", "cameras_said": [], "picture": None}
    cameras = [(camera.number, _said(camera, registration)) for camera in registration.as_cameras(first=1)]
    alike = len(cameras) > 1 and len({said for _, said in cameras}) == 1
    return {
        "registration": registration,
        "all_said": cameras[0][1] if alike else "",
        "cameras_said": [] if alike else cameras,
        "picture": _picture(registration),
    }


def _picture(registration: Registration) -> dict[str, object]:
    """Draw every camera where it hangs, and what it sees."""
    spot = spot_at(registration.address, gazetteer=wiring.gazetteer())
    cameras = registration.as_cameras(first=1)
    aims = [Aim(number=each.number, point=each.point, heading=each.heading, kind=each.kind) for each in cameras]
    return picture(spot.address.point, spot.streets, aims, home=spot.address.number)


def _said(camera: Camera, registration: Registration) -> str:
    """Say one camera back in words: all that its owner told, and nothing else."""
    parts = [say(f"web.kind.{camera.kind}").split(" (")[0]] if camera.kind != "unknown" else []
    if camera.heading is not None:
        parts.append(say("web.map.looks", heading=heading(camera.heading).lower()).rstrip("."))
    parts.append(say("web.place.indoors" if camera.indoor else "web.place.outdoors"))
    if camera.retention_days != registration.retention_days:
        parts.append(say("web.code.keeps", count=camera.retention_days))
    if camera.pin:
        parts.append(moved_words(camera.address.point, camera.pin).rstrip("."))
    return ", ".join([parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])])
