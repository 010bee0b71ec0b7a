"""Mail that no person wrote, by what it shows: it is never answered (RFC 3834, section 2)."""

from __future__ import annotations

import re

from .mime import Part, content_type

_ROBOTS = re.compile(
    r"(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|owner-.*|.*-(?:request|bounces?|relay)|"
    r"majordomo|listserv|daemon)(?:[+=].*)?",
    re.IGNORECASE,
)
_LISTS = ("list-id", "list-post", "list-help", "list-subscribe", "list-owner", "list-archive", "list-unsubscribe",
          "mailing-list", "x-mailing-list", "x-loop", "x-mailman-version", "x-beenthere")  # fmt: skip
_ROBOT_MARKS = ("feedback-id", "x-autoreply", "x-autorespond", "x-auto-reply", "x-autorespond-to",
                "x-failed-recipients", "x-vacation", "x-fc-machinegenerated", "x-cron-env")  # fmt: skip
_SUBJECT = re.compile(
    r"(?:auto(?:matic)?[ :-]{0,2}re(?:ply|sponse)|out of (?:the )?office|"
    r"respuesta autom[áa]tica|fuera de (?:la )?oficina|(?:un)?delivery (?:status )?notification|undeliverable|"
    r"mail delivery (?:failed|subsystem)|returned mail|delivery has failed|no se puede entregar)",
    re.IGNORECASE,
)


def shows_no_person(top: Part, sender: str) -> str:
    """Give the sign by which a mail shows that a program wrote or spread it, empty where there is none."""
    if not sender:
        return "no_sender"
    if _ROBOTS.fullmatch(sender.rpartition("@")[0]):
        return "robot"
    return _by_header(top) or _by_form(top)


def _by_header(top: Part) -> str:
    names = {name for name, _ in top.headers}
    submitted = top.first("auto-submitted").strip().lower()
    if submitted and submitted.partition(";")[0].strip() != "no":
        return "auto_submitted"
    if "".join(top.first("return-path").split()) == "<>":
        return "null_return_path"
    if names.intersection(_LISTS):
        return "list"
    if top.first("precedence").strip().lower() in ("bulk", "junk", "list", "auto_reply"):
        return "precedence"
    suppressed = top.first("x-auto-response-suppress").lower()
    if any(word in suppressed for word in ("all", "autoreply", "oof", "dr", "rn", "nrn")):
        return "suppressed"
    return "robot_mark" if names.intersection(_ROBOT_MARKS) else ""


def _by_form(top: Part) -> str:
    if content_type(top) in ("multipart/report", "message/delivery-status", "message/disposition-notification"):
        return "report"
    return "subject" if _SUBJECT.match(top.first("subject").strip()[:200]) else ""
