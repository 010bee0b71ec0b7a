"""Registering on the web: a form, the code that proves the phone, and the word that it worked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring
from chalicelib.domain.errors import Refused
from chalicelib.domain.phone import PhoneNumber
from chalicelib.domain.place import Address
from chalicelib.domain.registration_form import SIDES, registration_as_held
from chalicelib.usecases.register_household import confirm_registration
from chalicelib.usecases.register_on_web import RegistrationForm, Unready, check_form
from chalicelib.usecases.sign_in_owner import new_session

from .adapters import prove_phone, show
from .blueprint import ANY, pages
from .codes import FORM_COOKIE, SESSION_COOKIE, code_page
from .reading import Visit, stamp
from .replying import Reply, go_to
from .serve import served
from .showing import heading_options
from .speech import say

VIEWS_SHOWN = 4


@pages.route("/register", methods=["GET", "HEAD"], content_types=ANY)
@served
def register(visit: Visit) -> Reply:
    form = visit.cookie(FORM_COOKIE) or wiring.ids().token()
    return _form_page(form, {}).with_cookie(FORM_COOKIE, form, secure=visit.secure)


@pages.route("/register", methods=["POST"], content_types=ANY)
@served
def register_sent(visit: Visit) -> Reply:
    form, typed = visit.cookie(FORM_COOKIE), visit.require_stamp(visit.cookie(FORM_COOKIE))
    try:
        registration = check_form(_read(typed), gazetteer=wiring.gazetteer(), agency=wiring.agency())
        prove_phone().send(form, registration.phone, registration_as_held(registration), purpose="register")
    except Unready as unready:
        problems = {problem.field: say(problem.reason, **problem.values) for problem in unready.problems}
        return _form_page(form, typed, problems, unready.offered)
    except Refused as refusal:
        return _form_page(form, typed, {refusal.field: say(refusal.reason, **refusal.values)})
    return go_to("/register/confirm")


@pages.route("/register/confirm", methods=["GET", "HEAD"], content_types=ANY)
@served
def register_code(visit: Visit) -> Reply:
    return code_page(visit, "register")


@pages.route("/register/confirm", methods=["POST"], content_types=ANY)
@served
def register_confirmed(visit: Visit) -> Reply:
    form = visit.cookie(FORM_COOKIE)
    typed = visit.require_stamp(form)
    try:
        proven = prove_phone().check(form, typed.get("code", ""), purpose="register")
        confirm_registration(
            proven,
            registry=wiring.registry(),
            transactions=wiring.transactions(),
            clock=wiring.clock(),
            ids=wiring.ids(),
            agency=wiring.agency(),
        )
    except Refused as refusal:
        return code_page(visit, "register", problem=say(refusal.reason, **refusal.values))
    done = go_to("/register/done").without_cookie(FORM_COOKIE, secure=visit.secure)
    return done.with_cookie(SESSION_COOKIE, _signed_in(proven.phone), secure=visit.secure)


@pages.route("/register/confirm/again", methods=["POST"], content_types=ANY)
@served
def register_code_again(visit: Visit) -> Reply:
    form = visit.cookie(FORM_COOKIE)
    visit.require_stamp(form)
    try:
        prove_phone().send_again(form, purpose="register")
    except Refused as refusal:
        return code_page(visit, "register", problem=say(refusal.reason, **refusal.values))
    return go_to("/register/confirm")


@pages.route("/register/done", methods=["GET", "HEAD"], content_types=ANY)
@served
def registered(visit: Visit) -> Reply:
    return show("registered.html")


def _signed_in(phone: PhoneNumber) -> str:
    """Let in who has just proven the phone: a second code would prove nothing more."""
    token = wiring.ids().token()
    session = new_session(token, phone, registry=wiring.registry(), scratch=wiring.scratch(), now=wiring.clock().now())
    wiring.transactions().commit(session)
    return token


def _form_page(
    form: str, typed: Mapping[str, str], problems: Mapping[str, str] | None = None, offered: tuple[Address, ...] = ()
) -> Reply:
    read = _read(typed)
    return show(
        "register.html",
        status=422 if problems else 200,
        typed=read,
        problems=problems or {},
        offered=offered,
        views=read.views,
        views_said=any(heading or indoor for heading, indoor in read.views),
        headings=heading_options(sides=SIDES),
        stamp=stamp(form),
    )


def _read(typed: Mapping[str, str]) -> RegistrationForm:
    plain: dict[str, Any] = {
        name: typed.get(name, "") for name in ("phone", "address", "choice", "cameras", "retention_days", "name")
    }
    numbers = range(1, VIEWS_SHOWN + 1)
    views = [(typed.get(f"heading_{number}", ""), typed.get(f"place_{number}") == "indoors") for number in numbers]
    return RegistrationForm(**plain, consent=bool(typed.get("consent")), views=views)
