"""For a form without a proof of work: the page with the word that its phone texts to us, and what comes after it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from chalicelib import wiring
from chalicelib.domain.phone import PhoneNumber, last_digits
from chalicelib.domain.proof_of_work import proves
from chalicelib.domain.registration_form import registration_from
from chalicelib.domain.token import hashed
from chalicelib.usecases.finish_by_text import LIFE, FinishByText

from .adapters import show
from .blueprint import ANY, pages
from .codes import FORM_COOKIE, SESSION_COOKIE, network_may_ask
from .reading import Visit, stamp
from .replying import Reply, go_to
from .serve import served
from .speech import language
from .understood import understood

CODES_FOR_ONE_PROOF, PROOF_LIFE = 3, timedelta(hours=1)


@pages.route("/register/text", methods=["GET", "HEAD"], content_types=ANY)
@served
def register_by_text(visit: Visit) -> Reply:
    return _page(visit)


@pages.route("/register/text", methods=["POST"], content_types=ANY)
@served
def register_texted(visit: Visit) -> Reply:
    """Go on where the text came; who registered just now for the first time is let in, once."""
    form = visit.cookie(FORM_COOKIE)
    visit.require_stamp(form)
    waiting = _by_text().waiting(form)
    if waiting is None or not waiting.is_done:
        return _page(visit, has_looked=waiting is not None)
    token = _by_text().enter(form)
    done = go_to("/register/done").without_cookie(FORM_COOKIE, secure=visit.secure)
    return done.with_cookie(SESSION_COOKIE, token, secure=visit.secure) if token else done


def is_worth_a_code(visit: Visit, form: str, typed: Mapping[str, str]) -> bool:
    """Say whether the browser spent its second on this form, and its network did not ask for too many codes today.

    One proof is good for three codes.
    """
    limits, now = wiring.agency().limits, wiring.clock().now()
    if not proves(stamp(form), typed.get("work", ""), bits=limits.work_bits):
        return False
    used = wiring.scratch().count("worked", hashed(form), now=now, expires_at=now + PROOF_LIFE)
    return network_may_ask(visit, "register") and used <= CODES_FOR_ONE_PROOF


def wait_for_text(form: str, phone: PhoneNumber, held: Mapping[str, Any]) -> Reply:
    """Hold what the form says until its phone texts us."""
    _by_text().hold(form, phone, held, language=language())
    return go_to("/register/text")


def held_for_text(form: str) -> Mapping[str, Any] | None:
    """Give what is held until its phone texts us; none where nothing is, or that came."""
    waiting = _by_text().waiting(form)
    return waiting.held if waiting and not waiting.is_done else None


def _page(visit: Visit, *, has_looked: bool = False) -> Reply:
    form = visit.cookie(FORM_COOKIE)
    waiting = _by_text().waiting(form)
    return show(
        "by_text.html",
        word=f"WEB {waiting.word}" if waiting else "",
        digits=last_digits(waiting.phone) if waiting else "",
        has_looked=has_looked,
        minutes=LIFE // timedelta(minutes=1),
        stamp=stamp(form),
        **understood(registration_from(waiting.held) if waiting else None),
    )


def _by_text() -> FinishByText:
    return FinishByText(
        registry=wiring.registry(), scratch=wiring.scratch(), transactions=wiring.transactions(),
        clock=wiring.clock(), ids=wiring.ids(), agency=wiring.agency(),
    )  # fmt: skip
