"""Between Chalice and the pages: reads the request, answers every error with a page, guards every answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any

from chalice.app import Response

from chalicelib import wiring
from chalicelib.channels.http import Unreadable, read_event
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.observability import logger

from . import speech
from .blueprint import pages
from .reading import StaleFormError, Visit, read_visit
from .replying import Reply, document, sorry, to_response

Handler = Callable[[Visit], Reply]
_SORRY = {
    HTTPStatus.FORBIDDEN: "not_found",
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "method",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too_large",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "unreadable",
    HTTPStatus.BAD_REQUEST: "unreadable",
}


def served(handler: Handler) -> Callable[..., Response]:
    """Make a page of a handler. Here, since Chalice turns errors into JSON before any middleware sees them."""
    return _guarded(handler, _sorry_page)


def served_as_data(handler: Handler) -> Callable[..., Response]:
    """Make an address for scripts of a handler: its errors are JSON, with a sentence for people in `error`."""
    return _guarded(handler, _sorry_document)


def _guarded(handler: Handler, apologise: Callable[..., Reply]) -> Callable[..., Response]:
    @wraps(handler)
    def answer(**_path: str) -> Response:
        event = pages.current_request.to_original_event()
        with speech.speaking_to(event):
            return _answer(event, handler, apologise)

    return answer


def _answer(event: Mapping[str, Any], handler: Handler, apologise: Callable[..., Reply]) -> Response:
    secure = False
    try:
        secure = is_secure()
        reply = handler(read_visit(read_event(event), secure=secure))
    except NotFound:
        reply = apologise("not_found", 404)
    except StaleFormError:
        reply = apologise("stale_form", 403)
    except Unreadable as refusal:
        reply = apologise(_SORRY.get(refusal.status, "unreadable"), refusal.status)
    except Refused as refusal:
        reply = apologise("refused", 422, speech.say(refusal.reason, **refusal.values))
    except Exception as error:  # noqa: BLE001  The outermost boundary: whatever broke, a person gets a page.
        logger.exception("A page could not be served", extra={"error": type(error).__name__})
        reply = apologise("broken", 503)
    return to_response(_remembering(reply, secure=secure), secure=secure)


def _remembering(reply: Reply, *, secure: bool) -> Reply:
    """Keep the language that the visitor asked for; never with what a cache may give to others."""
    chosen = "" if "Cache-Control" in reply.headers else speech.chosen()
    return reply.with_cookie(speech.COOKIE, chosen, secure=secure, seconds=speech.COOKIE_S) if chosen else reply


def is_secure() -> bool:
    """Say whether people reach us by https."""
    return wiring.configuration().base_url.startswith("https:")


@pages.middleware("http")
def friendly_errors(event: Any, get_response: Callable[[Any], Response]) -> Response:
    """Put a page in the place of Chalice's own JSON about paths, methods and content types that no route takes."""
    response = get_response(event)
    if response.status_code < 400 or "Content-Security-Policy" in response.headers:
        return response
    reason = _SORRY.get(HTTPStatus(response.status_code), "broken")
    with speech.speaking_to(event.to_original_event()):
        return to_response(sorry(reason, status=response.status_code), secure=is_secure())


def _sorry_page(reason: str, status: int, text: str = "") -> Reply:
    return sorry(reason, status=status, text=text)


def _sorry_document(reason: str, status: int, text: str = "") -> Reply:
    return document({"error": text or speech.say(f"web.sorry.{reason}.text")}, status=status)
