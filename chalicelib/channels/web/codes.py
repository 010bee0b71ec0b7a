"""The page that asks for the six digits, alike for registering and for signing in."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib import wiring
from chalicelib.domain.camera import Camera
from chalicelib.domain.phone import last_digits, phone_number
from chalicelib.domain.registration_form import Registration, registration_from
from chalicelib.usecases.find_spot import spot_at
from chalicelib.usecases.prove_phone import Purpose

from .adapters import prove_phone, show
from .picture import Aim, picture
from .reading import Visit, stamp
from .register_form import moved_words
from .replying import Reply
from .showing import heading
from .speech import say

FORM_COOKIE = "porchlight_form"
SESSION_COOKIE = "porchlight_me"
"""Given for a right code, to whoever owns the phone."""
_PLACES: Mapping[Purpose, tuple[str, str, str]] = {
    "register": ("/register/confirm", "/register", "web.code.button_register"),
    "sign_in": ("/me/code", "/me", "web.code.button_sign_in"),
    "add_phone": ("/me/phone/code", "/me", "web.reach.add_phone"),
}


def code_page(visit: Visit, purpose: Purpose, *, problem: str = "") -> Reply:
    """Ask for the code; what is said never depends on whether the number is registered."""
    form = visit.cookie(SESSION_COOKIE if purpose == "add_phone" else FORM_COOKIE)
    action, start, button = _PLACES[purpose]
    waiting = prove_phone().waiting(form, purpose=purpose)
    registration = registration_from(waiting[1]) if waiting and purpose == "register" else None
    return show(
        "code.html",
        status=422 if problem else 200,
        action=action,
        start=start,
        button=say(button),
        digits=last_digits(waiting[0]) if waiting and phone_number(waiting[0]) else "",
        registration=registration,
        understood=[(each.number, _said(each, registration)) for each in registration.as_cameras(first=1)]
        if registration
        else [],
        picture=_picture(registration) if registration else None,
        problems={"code": problem} if problem else {},
        stamp=stamp(form),
    )


def _picture(registration: Registration) -> dict[str, object]:
    """Draw what was understood: every camera where it hangs, and what it sees."""
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
