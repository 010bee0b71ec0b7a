"""The page behind a link in our mail: GET shows what would be done, since scanners follow links; POST does it."""

from __future__ import annotations

from chalicelib import wiring
from chalicelib.domain.officer import Officer
from chalicelib.usecases.confirm_mail import ConfirmMail
from chalicelib.usecases.mail_flags import FlaggedMail, list_named

from .adapters import show
from .blueprint import ANY, pages
from .desk_routes import DESK_COOKIE, for_officers
from .reading import Visit, stamp
from .replying import Reply, go_to
from .serve import served


@pages.route("/m/{token}", methods=["GET", "HEAD"], content_types=ANY)
@served
def mail_step(visit: Visit) -> Reply:
    token = visit.path["token"]
    return show("mail_step.html", text=_confirm().look(token), action=f"/m/{token}", stamp=stamp(token))


@pages.route("/m/{token}", methods=["POST"], content_types=ANY)
@served
def mail_step_taken(visit: Visit) -> Reply:
    visit.require_stamp(visit.path["token"])
    return show("mail_done.html", said=_confirm().press(visit.path["token"]).split("\n\n"))


@pages.route("/desk/mail", methods=["GET"], content_types=ANY)
@served
@for_officers
def desk_mail(visit: Visit, officer: Officer) -> Reply:
    asked = visit.request.query
    page = _flagged().page(officer, list_named(asked.get("of", "")), before=asked.get("before", "")[:100])
    return show("desk_mail.html", page=page, officer=officer, stamp=stamp(visit.cookie(DESK_COOKIE)))


@pages.route("/desk/mail", methods=["POST"], content_types=ANY)
@served
@for_officers
def desk_mail_done(visit: Visit, officer: Officer) -> Reply:
    form = visit.require_stamp(visit.cookie(DESK_COOKIE))
    of = list_named(form.get("of", ""))
    _flagged().done(officer, of, [name[:100] for name in form.get("names", "").split()])
    return go_to(f"/desk/mail?of={of}")


def _flagged() -> FlaggedMail:
    return FlaggedMail(
        scratch=wiring.scratch(), audit=wiring.audit(), transactions=wiring.transactions(), clock=wiring.clock()
    )


def _confirm() -> ConfirmMail:
    return ConfirmMail.over(
        wiring.talking(),
        locate=lambda text: wiring.gazetteer().find(text),
        addresses=wiring.reply_addresses(),
    )
