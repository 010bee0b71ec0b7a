"""An owner's phones and mailboxes: add one and prove it, take one off, say which is written to first."""

from __future__ import annotations

from chalicelib import wiring
from chalicelib.domain.email_address import email_address
from chalicelib.domain.errors import Refused
from chalicelib.domain.phone import PhoneNumber, typed_phone
from chalicelib.usecases.add_contact import AddContact
from chalicelib.usecases.change_contacts import prefer, remove_contact

from .adapters import prove_phone, show
from .blueprint import ANY, pages
from .codes import SESSION_COOKIE, code_page, send_again
from .me_routes import own_household, own_page
from .reading import Visit
from .replying import Reply, go_to
from .serve import served
from .speech import language, say


@pages.route("/me/mailbox", methods=["POST"], content_types=ANY)
@served
def mailbox_named(visit: Visit) -> Reply:
    typed = visit.require_stamp(visit.cookie(SESSION_COOKIE)).get("email", "")
    household = own_household(visit)
    try:
        _adding().offer(household, _mailbox(typed), language=language())
    except Refused as refusal:
        problems = {"email": say(refusal.reason, **refusal.values)}
        return own_page(visit, household, wrong="email", typed=typed, problems=problems)
    return go_to("/me?done=mailed")


@pages.route("/me/mailbox/{token}", methods=["GET", "HEAD"], content_types=ANY)
@served
def mailbox_asked(visit: Visit) -> Reply:
    """Ask only: programs that look for harm follow every link in a mail."""
    _adding().look(visit.path["token"])
    return show("mailbox.html", done=False)


@pages.route("/me/mailbox/{token}", methods=["POST"], content_types=ANY)
@served
def mailbox_added(visit: Visit) -> Reply:
    """Add it for whoever holds the link: it may be opened elsewhere than where the owner is signed in."""
    _adding().confirm(visit.path["token"])
    return show("mailbox.html", done=True)


@pages.route("/me/phone", methods=["POST"], content_types=ANY)
@served
def phone_named(visit: Visit) -> Reply:
    session = visit.cookie(SESSION_COOKIE)
    typed = visit.require_stamp(session).get("phone", "")
    household = own_household(visit)
    try:
        phone = _phone(typed)
        _adding().name_phone(household)
        prove_phone().send(session, phone, {}, purpose="add_phone")
    except Refused as refusal:
        problems = {"phone": say(refusal.reason, **refusal.values)}
        return own_page(visit, household, wrong="phone", typed=typed, problems=problems)
    return go_to("/me/phone/code")


@pages.route("/me/phone/code", methods=["GET", "HEAD"], content_types=ANY)
@served
def phone_code(visit: Visit) -> Reply:
    own_household(visit)
    return code_page(visit, "add_phone")


@pages.route("/me/phone/code", methods=["POST"], content_types=ANY)
@served
def phone_added(visit: Visit) -> Reply:
    session = visit.cookie(SESSION_COOKIE)
    typed, household = visit.require_stamp(session), own_household(visit)
    try:
        proven = prove_phone().check(session, typed.get("code", ""), purpose="add_phone")
        _adding().add_phone(household, proven)
    except Refused as refusal:
        return code_page(visit, "add_phone", problem=say(refusal.reason, **refusal.values))
    return go_to("/me?done=saved")


@pages.route("/me/phone/code/again", methods=["POST"], content_types=ANY)
@served
def phone_code_again(visit: Visit) -> Reply:
    own_household(visit)
    return send_again(visit, "add_phone")


@pages.route("/me/contacts/{contact}/remove", methods=["POST"], content_types=ANY)
@served
def contact_removed(visit: Visit) -> Reply:
    visit.require_stamp(visit.cookie(SESSION_COOKIE))
    remove_contact(
        own_household(visit),
        visit.path["contact"],
        session=visit.cookie(SESSION_COOKIE),
        registry=wiring.registry(),
        scratch=wiring.scratch(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
    )
    return go_to("/me?done=saved")


@pages.route("/me/way", methods=["POST"], content_types=ANY)
@served
def way_chosen(visit: Visit) -> Reply:
    way = visit.require_stamp(visit.cookie(SESSION_COOKIE)).get("way", "")
    household = own_household(visit)
    try:
        prefer(household, way, registry=wiring.registry(), transactions=wiring.transactions())
    except Refused as refusal:
        return own_page(visit, household, wrong="way", problems={"way": say(refusal.reason, **refusal.values)})
    return go_to("/me?done=saved")


def _mailbox(typed: str) -> str:
    address = email_address(typed)
    if address is None:
        raise Refused("web.error.email", field="email")
    return address


def _phone(typed: str) -> PhoneNumber:
    phone = typed_phone(typed)
    if phone is None:
        raise Refused("web.error.phone", field="phone")
    return phone


def _adding() -> AddContact:
    return AddContact(
        registry=wiring.registry(),
        scratch=wiring.scratch(),
        outbox=wiring.outbox(),
        outbox_queue=wiring.outbox_queue(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
        ids=wiring.ids(),
        agency=wiring.agency(),
        base_url=wiring.configuration().base_url,
    )
