"""The page behind the link in the answer to a table of cameras: GET shows each row, POST registers them."""

from __future__ import annotations

from chalicelib import wiring
from chalicelib.domain.errors import Refused
from chalicelib.usecases.confirm_sheet import ConfirmSheet, Done, HeldSheet
from chalicelib.words.consent import ConsentText, consent_text
from chalicelib.words.sheets import remarks, understood

from .adapters import show
from .blueprint import ANY, pages
from .reading import Visit, stamp
from .replying import Reply
from .serve import served
from .speech import language, owner_speaks, say


@pages.route("/sheet/{token}", methods=["GET", "HEAD"], content_types=ANY)
@served
def sheet(visit: Visit) -> Reply:
    held = _confirm().look(visit.path["token"])
    owner_speaks(held.language)
    return _done(held.done) if held.done else _shown(visit, held)


@pages.route("/sheet/{token}", methods=["POST"], content_types=ANY)
@served
def sheet_confirmed(visit: Visit) -> Reply:
    form = visit.require_stamp(visit.path["token"])
    held = _confirm().look(visit.path["token"])
    owner_speaks(held.language)
    agreed = _agreed(form.get("agreed", ""))
    if agreed is None:
        return _shown(visit, held, problem=say("web.sheet.again"))
    try:
        return _done(_confirm().press(visit.path["token"], agreed))
    except Refused as problem:
        return _shown(visit, held, problem=say(problem.reason, **problem.values))


def _agreed(sha256: str) -> ConsentText | None:
    """Give the text that stood above the button, whatever language the page was in; none where it changed since."""
    agency = wiring.agency()
    texts = (consent_text(agency, each) for each in agency.languages)
    return next((text for text in texts if text.sha256 == sha256), None)


def _shown(visit: Visit, held: HeldSheet, *, problem: str = "") -> Reply:
    spoken, token = language(), visit.path["token"]
    rows = [(row.number, row.wrote, understood(row, spoken), remarks(row, spoken), row.known) for row in held.rows]
    return show(
        "sheet.html",
        rows=rows,
        cameras=held.cameras,
        mended=held.mended,
        problem=problem,
        action=f"/sheet/{token}",
        stamp=stamp(token),
        status=422 if problem else 200,
    )


def _done(done: Done) -> Reply:
    return show("sheet_done.html", done=done)


def _confirm() -> ConfirmSheet:
    return ConfirmSheet(
        registry=wiring.registry(),
        scratch=wiring.scratch(),
        transactions=wiring.transactions(),
        clock=wiring.clock(),
        ids=wiring.ids(),
        agency=wiring.agency(),
    )
