"""An owner's own page: get in with a code; see, change and delete everything; stop texts."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib import wiring
from chalicelib.domain.camera import KINDS
from chalicelib.domain.email_address import email_address
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.owner import Channel, Household
from chalicelib.domain.phone import typed_phone
from chalicelib.domain.photo import MAX_PHOTO_BYTES, PhotoId
from chalicelib.usecases.change_consent import stop_on_page
from chalicelib.usecases.change_contacts import WAYS, way_of
from chalicelib.usecases.change_registration import CameraForm, camera_of, change_camera, change_name, remove_camera
from chalicelib.usecases.change_wishes import WishForm, form_of
from chalicelib.usecases.leave import delete_everything
from chalicelib.usecases.sign_in_owner import owner_in, sign_in_owner, sign_out

from .adapters import leave, prove_phone, show
from .blueprint import ANY, pages
from .codes import FORM_COOKIE, SESSION_COOKIE, code_page, network_may_ask, send_again
from .reading import Visit, stamp
from .replying import Beyond, Reply, go_to
from .serve import served
from .showing import heading_options
from .speech import owner_speaks, say

_NOTES = {"saved": "web.me.saved", "removed": "web.me.removed", "stopped": "web.me.stopped", "out": "web.me.out_done",
          "mailed": "web.reach.mailed", "photo_saved": "web.me.photo_saved",
          "photo_removed": "web.me.photo_removed"}  # fmt: skip


@pages.route("/me", methods=["GET", "HEAD"], content_types=ANY)
@served
def me(visit: Visit) -> Reply:
    try:
        return own_page(visit, own_household(visit))
    except NotFound:
        form = visit.cookie(FORM_COOKIE) or wiring.ids().token()
        reply = _enter_page(form, note=_note(visit))
        return reply.with_cookie(FORM_COOKIE, form, secure=visit.secure)


@pages.route("/me", methods=["POST"], content_types=ANY)
@served
def me_asked(visit: Visit) -> Reply:
    form = visit.cookie(FORM_COOKIE)
    sent = visit.require_stamp(form)
    typed = sent.get("phone", "")
    phone, mailbox = typed_phone(typed), email_address(typed)
    wrong = "" if phone or mailbox else say("web.error.email" if "@" in typed else "web.error.phone")
    if wrong or sent.get("do"):  # another language was pressed, and no code is asked for
        return _enter_page(form, typed, problem="" if sent.get("do") == "speak" else wrong)
    if not network_may_ask(visit, "sign_in"):
        return _enter_page(form, typed, problem=say("web.error.codes_network"))
    try:
        channel: Channel = "sms" if phone else "email"
        prove_phone().send(form, phone or mailbox or "", {}, purpose="sign_in", channel=channel)
    except Refused as refusal:
        return _enter_page(form, typed, problem=say(refusal.reason, **refusal.values))
    return go_to("/me/code")


@pages.route("/me/code", methods=["GET", "HEAD"], content_types=ANY)
@served
def me_code(visit: Visit) -> Reply:
    return code_page(visit, "sign_in")


@pages.route("/me/code", methods=["POST"], content_types=ANY)
@served
def me_entered(visit: Visit) -> Reply:
    form = visit.cookie(FORM_COOKIE)
    typed = visit.require_stamp(form)
    try:
        session = sign_in_owner(
            prove_phone().check(form, typed.get("code", ""), purpose="sign_in"),
            registry=wiring.registry(),
            scratch=wiring.scratch(),
            transactions=wiring.transactions(),
            clock=wiring.clock(),
            ids=wiring.ids(),
        )
    except Refused as refusal:
        return code_page(visit, "sign_in", problem=say(refusal.reason, **refusal.values))
    entered = go_to("/me").without_cookie(FORM_COOKIE, secure=visit.secure)
    return entered.with_cookie(SESSION_COOKIE, session, secure=visit.secure)


@pages.route("/me/code/again", methods=["POST"], content_types=ANY)
@served
def me_code_again(visit: Visit) -> Reply:
    return send_again(visit, "sign_in")


@pages.route("/me/cameras/{camera}", methods=["POST"], content_types=ANY)
@served
def me_camera(visit: Visit) -> Reply:
    typed, household, camera = (
        visit.require_stamp(visit.cookie(SESSION_COOKIE)),
        own_household(visit),
        visit.path["camera"],
    )
    try:
        change_camera(household, camera, _camera_form(typed, camera), registry=wiring.registry(),
                      transactions=wiring.transactions())  # fmt: skip
    except Refused as refusal:
        field = f"{refusal.field}_{camera}"
        return own_page(visit, household, wrong=camera, typed=typed.get(field, ""),
                         problems={field: say(refusal.reason, **refusal.values)})  # fmt: skip
    return go_to("/me?done=saved")


@pages.route("/me/cameras/{camera}/remove", methods=["POST"], content_types=ANY)
@served
def me_camera_removed(visit: Visit) -> Reply:
    """Remove it; without `sure` ask first, for one press takes its photo along."""
    typed, household = visit.require_stamp(visit.cookie(SESSION_COOKIE)), own_household(visit)
    if not typed.get("sure"):
        camera = camera_of(household, visit.path["camera"])
        return show("me_remove.html", camera=camera, stamp=stamp(visit.cookie(SESSION_COOKIE)))
    remove_camera(
        household,
        visit.path["camera"],
        registry=wiring.registry(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
    )
    return go_to("/me?done=removed")


@pages.route("/me/name", methods=["POST"], content_types=ANY)
@served
def me_name(visit: Visit) -> Reply:
    name = visit.require_stamp(visit.cookie(SESSION_COOKIE)).get("name", "")
    household = own_household(visit)
    try:
        change_name(household, name, registry=wiring.registry(), transactions=wiring.transactions())
    except Refused as refusal:
        return own_page(visit, household, wrong="name", typed=name,
                         problems={"name": say(refusal.reason, **refusal.values)})  # fmt: skip
    return go_to("/me?done=saved")


@pages.route("/me/stop", methods=["POST"], content_types=ANY)
@served
def me_stopped(visit: Visit) -> Reply:
    visit.require_stamp(visit.cookie(SESSION_COOKIE))
    household = own_household(visit)
    for contact in household.contacts:
        stop_on_page(contact.key, registry=wiring.registry(), transactions=wiring.transactions(), clock=wiring.clock())
    return go_to("/me?done=stopped")


@pages.route("/me/delete", methods=["GET", "HEAD"], content_types=ANY)
@served
def me_delete(visit: Visit) -> Reply:
    try:
        own_household(visit)
    except NotFound:
        return go_to("/me")
    return show("me_delete.html", stamp=stamp(visit.cookie(SESSION_COOKIE)))


@pages.route("/me/delete", methods=["POST"], content_types=ANY)
@served
def me_deleted(visit: Visit) -> Reply:
    session = visit.cookie(SESSION_COOKIE)
    visit.require_stamp(session)
    delete_everything(own_household(visit), leave=leave(), transactions=wiring.transactions(), clock=wiring.clock())
    return show("me_deleted.html").without_cookie(SESSION_COOKIE, secure=visit.secure)


@pages.route("/me/out", methods=["POST"], content_types=ANY)
@served
def me_out(visit: Visit) -> Reply:
    session = visit.cookie(SESSION_COOKIE)
    visit.require_stamp(session)
    sign_out(session, scratch=wiring.scratch(), transactions=wiring.transactions())
    return go_to("/me?done=out").without_cookie(SESSION_COOKIE, secure=visit.secure)


def own_household(visit: Visit) -> Household:
    """Give the household whose owner this is, and speak their language; raises NotFound where nobody is signed in."""
    household = owner_in(
        visit.cookie(SESSION_COOKIE),
        registry=wiring.registry(),
        scratch=wiring.scratch(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
    )
    owner_speaks(household.language())
    return household


def own_page(
    visit: Visit,
    household: Household,
    *,
    wrong: str = "",
    typed: str = "",
    problems: Mapping[str, str] | None = None,
    when: WishForm | None = None,
) -> Reply:
    photos, wishes = wiring.photos(), household.owner.wishes
    return show(
        "me.html",
        status=422 if problems else 200,
        beyond=Beyond(pictures_from=photos.origin()),
        photos={each.camera_id: photos.url(PhotoId(each.photo)) for each in household.cameras if each.photo},
        most_mb=MAX_PHOTO_BYTES // 1024**2,
        kinds=[(kind, say(f"web.kind.{kind}")) for kind in KINDS],
        household=household,
        ways=[(each, say(f"web.way.{each}")) for each in WAYS],
        way=way_of(wishes),
        when=when or form_of(wishes, now=wiring.clock().now(), zone=wiring.agency().zone()),
        day_hours=any(each.hours for each in wishes.closed),
        headings=heading_options(),
        problems=problems or {},
        wrong=wrong,
        typed=typed,
        note=_note(visit),
        stamp=stamp(visit.cookie(SESSION_COOKIE)),
    )


def _enter_page(form: str, phone: str = "", *, problem: str = "", note: str = "") -> Reply:
    problems = {"phone": problem} if problem else {}
    status = 422 if problem else 200
    return show("me_enter.html", status=status, phone=phone, problems=problems, note=note, stamp=stamp(form))


def _note(visit: Visit) -> str:
    msgid = _NOTES.get(visit.request.query.get("done", ""))
    told = wiring.configuration()
    return say(msgid, number=told.agency_number, mailbox=told.mail_from) if msgid else ""


def _camera_form(typed: Mapping[str, str], camera: str) -> CameraForm:
    return CameraForm(
        retention_days=typed.get(f"retention_days_{camera}", ""),
        heading=typed.get(f"heading_{camera}", ""),
        indoor=typed.get(f"place_{camera}") == "indoors",
        working=typed.get(f"working_{camera}") != "no",
        kind=typed.get(f"kind_{camera}", ""),
    )
