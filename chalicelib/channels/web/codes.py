"""The page that asks for the six digits, alike for registering and for signing in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from chalicelib import wiring
from chalicelib.domain.edge_mark import edge_mark
from chalicelib.domain.errors import Refused
from chalicelib.domain.phone import last_digits, phone_number
from chalicelib.domain.registration_form import registration_from
from chalicelib.domain.token import hashed
from chalicelib.usecases.prove_phone import Purpose

from .adapters import prove_phone, show
from .reading import Visit, stamp
from .replying import Reply, go_to
from .speech import say
from .understood import understood

A_DAY = timedelta(days=1)
FORM_COOKIE = "porchlight_form"
SESSION_COOKIE = "porchlight_me"
"""Given for a right code, to whoever owns the phone."""
_PLACES: Mapping[Purpose, tuple[str, str]] = {
    "register": ("/register/confirm", "web.code.button_register"),
    "sign_in": ("/me/code", "web.code.button_sign_in"),
    "add_phone": ("/me/phone/code", "web.reach.add_phone"),
}


def network_may_ask(visit: Visit, purpose: Purpose) -> bool:
    """Count one more code that the visitor's network asks for today; False where that is too many.

    Signing in is counted by itself: only owners are sent those codes, and no flood of forms keeps them out.
    """
    now, limits = wiring.clock().now(), wiring.agency().limits
    signs_in = purpose == "sign_in"
    kind, most = ("sign_in_network" if signs_in else "code_network"), limits.codes_per_network_per_day
    network = hashed(visit.network(edge_mark(wiring.secrets().contact_key)))
    asked = wiring.scratch().count(kind, network, now=now, expires_at=now + A_DAY)
    return asked <= (limits.sign_ins_per_network_per_day if signs_in else most)


def code_page(visit: Visit, purpose: Purpose, *, problem: str = "") -> Reply:
    """Ask for the code; what is said never depends on whether the number is registered."""
    form = _form(visit, purpose)
    action, button = _PLACES[purpose]
    waiting = prove_phone().waiting(form, purpose=purpose)
    registration = registration_from(waiting[1]) if waiting and purpose == "register" else None
    return show(
        "code.html",
        status=422 if problem else 200,
        action=action,
        button=say(button),
        digits=last_digits(waiting[0]) if waiting and phone_number(waiting[0]) else "",
        mailbox=waiting[0] if waiting and "@" in waiting[0] else "",
        problems={"code": problem} if problem else {},
        stamp=stamp(form),
        **understood(registration),
    )


def send_again(visit: Visit, purpose: Purpose) -> Reply:
    """Send another code for what the form holds, and ask for it."""
    form = _form(visit, purpose)
    visit.require_stamp(form)
    try:
        prove_phone().send_again(form, purpose=purpose)
    except Refused as refusal:
        return code_page(visit, purpose, problem=say(refusal.reason, **refusal.values))
    return go_to(_PLACES[purpose][0])


def _form(visit: Visit, purpose: Purpose) -> str:
    return visit.cookie(SESSION_COOKIE if purpose == "add_phone" else FORM_COOKIE)
