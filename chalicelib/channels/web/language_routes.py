"""The language in which an owner is written to, set on their own page."""

from __future__ import annotations

from chalicelib import wiring
from chalicelib.usecases.choose_language import speak_with

from . import speech
from .blueprint import ANY, pages
from .codes import SESSION_COOKIE
from .me_routes import own_household
from .reading import Visit
from .replying import Reply, go_to
from .serve import served


@pages.route("/me/language", methods=["POST"], content_types=ANY)
@served
def language_chosen(visit: Visit) -> Reply:
    """Write to the owner in it from now on, and go on in it here."""
    language = visit.require_stamp(visit.cookie(SESSION_COOKIE)).get("language", "")
    household, agency = own_household(visit), wiring.agency()
    speak_with(household, language, registry=wiring.registry(), transactions=wiring.transactions(), agency=agency)
    return go_to("/me?done=saved").with_cookie(
        speech.COOKIE, agency.spoken(language), secure=visit.secure, seconds=speech.COOKIE_S
    )
