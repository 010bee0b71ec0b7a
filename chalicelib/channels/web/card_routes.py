"""The card that officers leave at a door: what it is about, and two codes that lead to registering."""

from __future__ import annotations

from chalicelib import wiring

from .adapters import show
from .blueprint import ANY, pages
from .qr import qr_path
from .reading import Visit
from .replying import Reply
from .serve import served
from .speech import language, say


@pages.route("/card", methods=["GET", "HEAD"], content_types=ANY)
@served
def card(visit: Visit) -> Reply:
    settings = wiring.configuration()
    address = f"{settings.base_url}/register"
    return show(
        "card.html",
        address=address.partition("://")[2],
        web_code=qr_path(f"{address}?lang={language()}"),
        text_code=qr_path(f"SMSTO:{settings.agency_number}:{say('web.card.word')}"),
    )
