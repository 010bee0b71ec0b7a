"""What anybody may see: the public page, whether we are up, the style sheet and the uploader."""

from __future__ import annotations

from email.utils import parseaddr

from chalicelib import VERSION, wiring

from . import assets
from .adapters import show
from .blueprint import ANY, pages
from .reading import Visit
from .replying import Reply, document
from .serve import served

A_YEAR = "public, max-age=31536000, immutable"


@pages.route("/", methods=["GET", "HEAD"], content_types=ANY)
@served
def home(visit: Visit) -> Reply:
    return show("home.html", here="home", mailbox=parseaddr(wiring.configuration().mail_from)[1])


@pages.route("/health", methods=["GET", "HEAD"], content_types=ANY)
@served
def health(visit: Visit) -> Reply:
    return document({"ok": True, "version": VERSION})


@pages.route("/static/{name}", methods=["GET", "HEAD"], content_types=ANY)
@served
def static(visit: Visit) -> Reply:
    text, content_type = assets.asset(visit.path["name"])
    return Reply(body=text, headers={"Content-Type": content_type, "Cache-Control": A_YEAR})
