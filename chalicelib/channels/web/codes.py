"""The page that asks for the six digits, alike for registering and for signing in."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.domain.phone import last_digits
from chalicelib.domain.registration_form import registration_from
from chalicelib.usecases.prove_phone import Purpose

from .adapters import prove_phone, show
from .reading import Visit, stamp
from .replying import Reply
from .speech import say

FORM_COOKIE = "porchlight_form"
SESSION_COOKIE = "porchlight_me"
"""Given for a right code, to whoever owns the phone."""
_PLACES: Mapping[Purpose, tuple[str, str, str]] = {
    "register": ("/register/confirm", "/register", "web.code.button_register"),
    "sign_in": ("/me/code", "/me", "web.code.button_sign_in"),
}


def code_page(visit: Visit, purpose: Purpose, *, problem: str = "") -> Reply:
    """Ask for the code; what is said never depends on whether the number is registered."""
    form = visit.cookie(FORM_COOKIE)
    action, start, button = _PLACES[purpose]
    waiting = prove_phone().waiting(form, purpose=purpose)
    registration = registration_from(waiting[1]) if waiting and purpose == "register" else None
    return show(
        "code.html",
        status=422 if problem else 200,
        action=action,
        start=start,
        button=say(button),
        digits=last_digits(waiting[0]) if waiting else "",
        registration=registration,
        problems={"code": problem} if problem else {},
        stamp=stamp(form),
    )
