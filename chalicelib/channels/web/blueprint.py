"""The one blueprint that every file of pages adds its routes to."""

from chalice.app import Blueprint

pages = Blueprint("chalicelib.channels.web.blueprint")

FORM = ["application/x-www-form-urlencoded"]
JSON = ["application/json"]
