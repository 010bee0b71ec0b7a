"""An ask as its owner sees it: what is asked, six answers, files handed in, and a way out."""

from __future__ import annotations

from typing import Any

from chalicelib import wiring
from chalicelib.domain.errors import Refused
from chalicelib.domain.exhibit import MAX_BYTES, MAX_FILES, Exhibit, is_given_up
from chalicelib.domain.incident import Answer
from chalicelib.usecases.change_consent import stop_on_page
from chalicelib.usecases.record_answer import answer_on_page
from chalicelib.usecases.view_ask import AskView

from .adapters import hand_in, opened_ask, show
from .blueprint import ANY, pages
from .reading import Visit, stamp
from .replying import Reply, go_to
from .serve import served
from .speech import say

_NOTES = {"answered": "web.ask.thanks", "stopped": "web.ask.stopped", "file": "web.ask.file_done"}
_UPLOAD_WORDS = ("waiting", "starting", "sending", "again", "offline", "checking", "done", "failed", "unknown", "empty",
                 "large", "many", "all_done", "not_all", "stay")  # fmt: skip


@pages.route("/r/{token}", methods=["GET", "HEAD"], content_types=ANY)
@served
def ask(visit: Visit) -> Reply:
    return _ask_page(visit, opened_ask(visit))


@pages.route("/r/{token}/answer", methods=["POST"], content_types=ANY)
@served
def ask_answered(visit: Visit) -> Reply:
    view = opened_ask(visit)
    typed = visit.require_stamp(visit.path["token"])
    answer_on_page(
        view,
        typed.get("answer", ""),
        requests=wiring.requests(),
        outbox=wiring.outbox(),
        outbox_queue=wiring.outbox_queue(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
        ids=wiring.ids(),
    )
    return go_to(f"{_path(visit)}?done=answered")


@pages.route("/r/{token}/stop", methods=["POST"], content_types=ANY)
@served
def ask_stopped(visit: Visit) -> Reply:
    view = opened_ask(visit)
    visit.require_stamp(visit.path["token"])
    stop_on_page(
        view.ask.contact_key, registry=wiring.registry(), transactions=wiring.transactions(), clock=wiring.clock()
    )
    return go_to(f"{_path(visit)}?done=stopped")


@pages.route("/r/{token}/file", methods=["POST"], content_types=ANY)
@served
def ask_file(visit: Visit) -> Reply:
    """Show the form that sends one file straight to the bucket: for browsers without JavaScript."""
    view = opened_ask(visit)
    visit.require_stamp(visit.path["token"])
    try:
        exhibit = hand_in(view).announce_one()
    except Refused as refusal:
        return _ask_page(visit, view, note=say(refusal.reason, **refusal.values), status=422)
    files = wiring.evidence_files()
    done_url = f"{wiring.configuration().base_url}{_path(visit)}?done=file"
    action, fields = files.form_fields(exhibit, done_url=done_url)
    return show("file.html", uploads_to=files.origin(), action=action, fields=fields, here_path=_path(visit))


def _ask_page(visit: Visit, view: AskView, *, note: str = "", status: int = 200) -> Reply:
    agency = wiring.agency()
    said = _NOTES.get(visit.request.query.get("done", ""))
    return show(
        "ask.html",
        status=status,
        uploads_to=wiring.evidence_files().origin(),
        request=view.request,
        question=view.request.question,
        ask=view.ask,
        open=view.is_open(),
        answers=list(Answer),
        exhibits=[(each, _state(each)) for each in view.exhibits if not is_given_up(each, wiring.clock().now())],
        here_path=_path(visit),
        stamp=stamp(visit.path["token"]),
        note=note or (say(said) if said else ""),
        most_files=MAX_FILES,
        most_bytes=MAX_BYTES,
        upload_words=_upload_words(desk=agency.desk()),
    )


def _state(exhibit: Exhibit) -> str:
    """A file that a plain form sends arrives whole or not at all: there is nothing to go on with."""
    return "coming" if exhibit.state == "receiving" and not exhibit.upload_id else exhibit.state


def _upload_words(**values: Any) -> dict[str, str]:
    """Give the uploader its sentences; `{done}`, `{all}` and `{reason}` are filled in by the script."""
    own = {"done": "{done}", "all": "{all}", "reason": "{reason}", "most": MAX_FILES}
    units = {f"unit_{unit}": say(f"web.unit.{unit}", count="{count}") for unit in ("bytes", "kb", "mb", "gb")}
    return {name: say(f"web.upload.{name}", **own, **values) for name in _UPLOAD_WORDS} | units


def _path(visit: Visit) -> str:
    return f"/r/{visit.path['token']}"
