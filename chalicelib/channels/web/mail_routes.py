"""The page behind a link in our mail: GET shows what would be done, since scanners follow links; POST does it."""

from __future__ import annotations

from chalicelib import wiring
from chalicelib.domain.officer import Officer
from chalicelib.usecases.confirm_mail import ConfirmMail
from chalicelib.usecases.mail_flags import FlaggedMail

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
    mails = _flagged().list(officer)
    return show("desk_mail.html", mails=mails, officer=officer, stamp=stamp(visit.cookie(DESK_COOKIE)))


@pages.route("/desk/mail", methods=["POST"], content_types=ANY)
@served
@for_officers
def desk_mail_done(visit: Visit, officer: Officer) -> Reply:
    form = visit.require_stamp(visit.cookie(DESK_COOKIE))
    _flagged().done(officer, form.get("name", ""))
    return go_to("/desk/mail")


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
