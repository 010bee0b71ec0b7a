"""Leaving our mail by its link: a page with a button for people, and one press for mail programs (RFC 8058)."""

from __future__ import annotations

from chalicelib import wiring
from chalicelib.domain.errors import NotFound
from chalicelib.usecases.unsubscribe import unsubscribe

from .adapters import show
from .blueprint import ANY, pages
from .reading import Visit
from .replying import Reply
from .serve import served


@pages.route("/unsubscribe/{token}", methods=["GET", "HEAD"], content_types=ANY)
@served
def leaving(visit: Visit) -> Reply:
    """Ask only: programs that look for harm follow every link in a mail."""
    if wiring.leave_tokens().read(visit.path["token"]) is None:
        raise NotFound
    return show("unsubscribe.html", done=False, mailbox=wiring.configuration().mail_from)


@pages.route("/unsubscribe/{token}", methods=["POST"], content_types=ANY)
@served
def left(visit: Visit) -> Reply:
    """Act for whoever holds the link, without a cookie or a stamp: a mail program has neither.

    What the body says does not matter: the standard's `List-Unsubscribe=One-Click`, or nothing.
    """
    unsubscribe(
        visit.path["token"],
        leaving=wiring.leave_tokens(),
        registry=wiring.registry(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
    )
    return show("unsubscribe.html", done=True, mailbox=wiring.configuration().mail_from)
