"""The one blueprint that every file of pages adds its routes to."""

from chalice.app import Blueprint

pages = Blueprint("chalicelib.channels.web.blueprint")

ANY = ["*/*"]
"""What every route takes: the readers look at the body themselves, and refuse it in words that a person can use.

Chalice would answer 415 to a GET as well, and some clients keep a form's Content-Type on the way through a redirect.
"""
