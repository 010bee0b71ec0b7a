"""Registering on the web: a form, the code that proves the phone, and the word that it worked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring
from chalicelib.domain.camera import KINDS
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.place import Address
from chalicelib.domain.registration_form import Registration, registration_as_held, registration_from
from chalicelib.usecases.find_spot import NoSpot, find_spot
from chalicelib.usecases.limits import local_day
from chalicelib.usecases.prove_phone import Proven
from chalicelib.usecases.register_household import confirm_registration
from chalicelib.usecases.register_on_web import CameraCard, RegistrationForm, Unready, check_form
from chalicelib.usecases.sign_in_owner import new_session

from .adapters import prove_phone, show
from .blueprint import ANY, pages
from .by_text_routes import held_for_text, is_worth_a_code, wait_for_text
from .codes import A_DAY, FORM_COOKIE, SESSION_COOKIE, code_page, send_again
from .map_data import map_data, show_map
from .map_routes import streets_path
from .me_routes import own_household
from .reading import Visit, stamp
from .register_form import Asked, changed, read_asked, read_form, shown_card, spot_picture, typed_from
from .replying import Reply, go_to
from .serve import served
from .showing import phone
from .speech import say

WITHOUT_WORK = 0.1
"""Which part of the registrations that a day may bring by mail forms without work may ask codes for."""
_NOWHERE: dict[str, Any] = {"spot": None, "offered": (), "said": "", "streets_path": ""}


@pages.route("/register", methods=["GET", "HEAD"], content_types=ANY)
@served
def register(visit: Visit) -> Reply:
    form = visit.cookie(FORM_COOKIE) or wiring.ids().token()
    return _form_page(form, _said_before(form) or _known(visit)).with_cookie(FORM_COOKIE, form, secure=visit.secure)


@pages.route("/register", methods=["POST"], content_types=ANY)
@served
def register_sent(visit: Visit) -> Reply:
    """Check the form and text a code; or, for a button inside the form, show it again with what that asks for.

    A browser that did no work for it, or a day on which no more codes go out, gets a word to text to us instead.
    """
    form, typed = visit.cookie(FORM_COOKIE), visit.require_stamp(visit.cookie(FORM_COOKIE))
    asked = read_asked(typed["do"]) if typed.get("do") else None
    if asked and asked.deed != "check":
        return _form_page(form, typed, asked=asked)
    try:
        registration = check_form(read_form(typed), gazetteer=wiring.places(), agency=wiring.agency())
        return _form_page(form, typed) if asked else _prove(visit, form, typed, registration)
    except Unready as unready:
        problems = {problem.field: say(problem.reason, **problem.values) for problem in unready.problems}
        return _form_page(form, typed, problems, unready.offered)


@pages.route("/register/look", methods=["POST"], content_types=ANY)
@served
def register_looked(visit: Visit) -> Reply:
    """Give what the address leads to as a piece of the page, for the script: one place, or several to choose from."""
    typed = visit.require_stamp(visit.cookie(FORM_COOKIE))
    return show("register_spot.html", typed=read_form(typed), **_looked(read_form(typed)))


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
            scratch=wiring.scratch(),
            transactions=wiring.transactions(),
            clock=wiring.clock(),
            ids=wiring.ids(),
            agency=wiring.agency(),
        )
    except Refused as refusal:
        return code_page(visit, "register", problem=say(refusal.reason, **refusal.values))
    done = go_to(f"/register/done?by={proven.channel}").without_cookie(FORM_COOKIE, secure=visit.secure)
    return done.with_cookie(SESSION_COOKIE, _signed_in(proven), secure=visit.secure)


@pages.route("/register/confirm/again", methods=["POST"], content_types=ANY)
@served
def register_code_again(visit: Visit) -> Reply:
    return send_again(visit, "register")


@pages.route("/register/done", methods=["GET", "HEAD"], content_types=ANY)
@served
def registered(visit: Visit) -> Reply:
    by_mail = visit.request.query.get("by") == "email"
    return show("registered.html", by_mail=by_mail, mailbox=wiring.configuration().mail_from)


def _said_before(form: str) -> Mapping[str, str]:
    """Give what this browser's form said, as long as it waits for its code: somebody comes back to change it."""
    code = prove_phone().waiting(form, purpose="register")
    held = code[1] if code else held_for_text(form)
    return typed_from(registration_from(held)) if held else {}


def _known(visit: Visit) -> Mapping[str, str]:
    """Give what an owner who is signed in need not type again."""
    try:
        household = own_household(visit)
    except NotFound:
        return {}
    reached = {contact.channel: contact.address for contact in household.contacts}
    mailbox = "" if "sms" in reached else reached.get("email", "")
    return {"phone": phone(reached.get("sms", "")), "email": mailbox, "name": household.owner.name}


def _prove(visit: Visit, form: str, typed: Mapping[str, str], registration: Registration) -> Reply:
    held = registration_as_held(registration)
    if registration.mailbox:
        return _prove_mailbox(visit, form, typed, registration)
    if not is_worth_a_code(visit, form, typed):
        return wait_for_text(form, registration.phone, held)
    try:
        prove_phone().send(form, registration.phone, held, purpose="register")
    except Refused:
        return wait_for_text(form, registration.phone, held)
    return go_to("/register/confirm")


def _prove_mailbox(visit: Visit, form: str, typed: Mapping[str, str], registration: Registration) -> Reply:
    """Mail the code. Who has no phone can text us no word: forms without work share a small part of a day's codes."""
    field, held = "email" if typed.get("email") else "phone", registration_as_held(registration)
    if not is_worth_a_code(visit, form, typed) and not _few_without_work():
        said = say("web.error.codes_mailed", mailbox=wiring.configuration().mail_from)
        return _form_page(form, typed, {field: said})
    try:
        prove_phone().send(form, registration.mailbox, held, purpose="register", channel="email")
    except Refused as refusal:
        return _form_page(form, typed, {field: say(refusal.reason, **refusal.values)})
    return go_to("/register/confirm")


def _few_without_work() -> bool:
    now, most = wiring.clock().now(), wiring.agency().limits.registrations_by_mail_per_day
    day = local_day(wiring.agency(), now)
    return wiring.scratch().count("code_unworked", day, now=now, expires_at=now + 2 * A_DAY) <= most * WITHOUT_WORK


def _signed_in(proven: Proven) -> str:
    """Let in who has just proven the phone or the mailbox: a second code would prove nothing more."""
    token, now = wiring.ids().token(), wiring.clock().now()
    session = new_session(
        token, proven.phone, channel=proven.channel, registry=wiring.registry(), scratch=wiring.scratch(), now=now
    )
    wiring.transactions().commit(session)
    return token


def _form_page(
    form: str,
    typed: Mapping[str, str],
    problems: Mapping[str, str] | None = None,
    offered: tuple[Address, ...] = (),
    *,
    asked: Asked | None = None,
) -> Reply:
    read = read_form(typed)
    looked = _looked(read) if read.address.strip() else _NOWHERE | {"offered": offered}
    spot = looked["spot"]
    read = changed(read, asked, spot) if asked else read
    cards = dict(enumerate(read.cards, 1))
    if asked and asked.deed != "speak" and looked["said"]:
        problems = {"address": looked["said"]}
    elif asked and asked.deed == "look" and not spot:
        problems = {"address": say("web.error.address_missing")}
    return show_map(
        "register.html",
        status=422 if problems and not asked else 200,
        typed=read,
        problems=problems or {},
        kinds=[(kind, say(f"web.kind.{kind}")) for kind in KINDS],
        shown=[shown_card(number, card, spot) for number, card in cards.items()],
        blank=shown_card(0, CameraCard(), spot) | {"number": "__N__"},
        cards_open=_wants_cards(asked) or any(card != CameraCard() for card in read.cards),
        picture=spot_picture(cards, spot) if spot else None,
        map=map_data(),
        stamp=stamp(form),
        work_bits=wiring.agency().limits.work_bits,
        **(looked | {"said": ""}),
    )


def _wants_cards(asked: Asked | None) -> bool:
    """Say whether a button asks for what the cards show: without a script they take much room."""
    return asked is not None and asked.deed not in ("speak", "check")


def _looked(read: RegistrationForm) -> dict[str, Any]:
    """Look the typed address up: `spot`, or `offered` and `said` where it leads to no one place."""
    try:
        spot = find_spot(read.address, read.choice, gazetteer=wiring.places(), agency=wiring.agency())
    except NoSpot as none:
        return _NOWHERE | {"offered": none.offered, "said": say(none.reason, **none.values)}
    return _NOWHERE | {"spot": spot, "streets_path": streets_path(spot.box)}
