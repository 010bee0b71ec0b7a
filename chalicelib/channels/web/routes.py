"""All pages: importing this file gives `pages` every route."""

from . import ask_routes, desk_routes, file_routes, me_routes, public_routes, register_routes
from .blueprint import pages

__all__ = ["ask_routes", "desk_routes", "file_routes", "me_routes", "pages", "public_routes", "register_routes"]
