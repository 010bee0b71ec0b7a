"""All pages: importing this file gives `pages` every route."""

from . import (
    ask_routes,
    by_text_routes,
    card_routes,
    contact_routes,
    desk_routes,
    file_routes,
    flag_routes,
    language_routes,
    leave_routes,
    mail_routes,
    map_routes,
    me_routes,
    photo_routes,
    place_routes,
    public_routes,
    register_routes,
    sheet_routes,
)
from .blueprint import pages

__all__ = [
    "ask_routes",
    "by_text_routes",
    "card_routes",
    "contact_routes",
    "desk_routes",
    "file_routes",
    "flag_routes",
    "language_routes",
    "leave_routes",
    "mail_routes",
    "map_routes",
    "me_routes",
    "pages",
    "photo_routes",
    "place_routes",
    "public_routes",
    "register_routes",
    "sheet_routes",
]
