"""What happens within Slack's three seconds: know the officer, read, keep, queue. The rest is the worker's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from chalicelib import wiring
from chalicelib.domain.draft import Draft, Unclear, read_fields, settled
from chalicelib.domain.errors import NotAnOfficer, NotFound, Refused
from chalicelib.domain.footage_command import Command, read_command
from chalicelib.domain.officer import Officer
from chalicelib.usecases.desk import known_officer
from chalicelib.usecases.keep_draft import Slip, keep_draft, keep_slip, kept_draft, kept_slip
from chalicelib.usecases.prepare_question import prepare_question
from chalicelib.words.blocks import escaped

from . import reading, replying, views
from .reading import Deed
from .speech import say

Ack = Callable[..., Any]
Body = dict[str, Any]
JOBS = {"send_request": "send", "approve_request": "approve", "cancel_request": "cancel"}
"""Buttons by action id, and the job that each of them starts."""


def command(ack: Ack, body: Body) -> None:
    """`/footage`: what is complete becomes a preview, what is not opens the form. No data in this answer."""
    deed = reading.read_command(body)
    try:
        officer = _officer(deed)
    except NotAnOfficer as refusal:
        ack(response_type="ephemeral", **replying.said(refusal.reason))
        return
    understood = read_command(deed.text, agency=wiring.agency(), now=wiring.clock().now())
    if understood.verb == "help":
        ack(response_type="ephemeral", **replying.help_message(wiring.agency()))
        return
    if understood.verb != "ask":
        _keep_slip(deed, officer, argument=understood.argument)
        _queue(understood.verb, officer, slip=deed.name)
    elif understood.problems:
        _open_form(deed, officer, understood.draft, understood.problems)
    else:
        _preview(deed, _slip(deed, officer), understood)
    ack()


def form(ack: Ack, body: Body) -> None:
    """The form came back: everything wrong is said beside its field, else the preview is on its way."""
    deed = reading.read_form(body)
    try:
        officer = _officer(deed)
        slip = kept_slip(deed.text, officer_id=officer.officer_id, scratch=wiring.scratch(), now=wiring.clock().now())
    except (NotAnOfficer, NotFound) as refusal:
        msgid = refusal.reason if isinstance(refusal, NotAnOfficer) else "slack.gone"
        ack(response_action="update", view=views.refusal_view(say(msgid)))
        return
    draft = reading.read_draft(body)
    try:
        prepare_question(draft, agency=wiring.agency(), gazetteer=wiring.gazetteer(), now=wiring.clock().now())
    except Unclear as unclear:
        said = views.sentences(unclear.problems)
        ack(response_action="errors", errors={field: escaped(sentence) for field, sentence in said.items()})
        return
    _preview(deed, slip, Command(verb="ask", draft=draft))
    ack()


def press(ack: Ack, body: Body) -> None:
    """A button under a message: the worker looks up who may, once more, and does it."""
    deed = reading.read_press(body)
    try:
        officer = _officer(deed)
    except NotAnOfficer as refusal:
        _refuse(deed, refusal)
    else:
        _keep_slip(deed, officer)
        action_id = body["actions"][0]["action_id"]
        _queue(JOBS[action_id], officer, slip=deed.name, subject=deed.text)
    ack()


def edit(ack: Ack, body: Body) -> None:
    """Open the form on the draft whose button was pressed."""
    deed = reading.read_press(body)
    try:
        officer = _officer(deed)
        kept = kept_draft(deed.text, officer_id=officer.officer_id, scratch=wiring.scratch(), now=wiring.clock().now())
    except (NotAnOfficer, NotFound) as refusal:
        _refuse(deed, refusal if isinstance(refusal, Refused) else Refused("slack.gone"))
    else:
        _open_form(deed, officer, kept.draft, _problems(kept.draft))
    ack()


def ignore(ack: Ack) -> None:
    """A press that needs no answer, such as of a link."""
    ack()


def _officer(deed: Deed) -> Officer:
    home = wiring.configuration().slack_team_id
    return known_officer(deed.officer_id, team_id=deed.team_id, home_team_id=home, agencies=wiring.agencies())


def _slip(deed: Deed, officer: Officer, argument: str = "") -> Slip:
    return Slip(
        officer_id=officer.officer_id,
        channel_id=deed.channel_id,
        response_url=deed.response_url,
        argument=argument,
    )


def _keep_slip(deed: Deed, officer: Officer, argument: str = "") -> None:
    keep_slip(
        deed.name,
        _slip(deed, officer, argument),
        scratch=wiring.scratch(),
        transactions=wiring.transactions(),
        now=wiring.clock().now(),
    )


def _preview(deed: Deed, slip: Slip, understood: Command) -> None:
    """Keep the draft, its window written out in full, and have the worker look; the same deed again changes nothing."""
    now, agency = wiring.clock().now(), wiring.agency()
    fields = read_fields(understood.draft, agency=agency, now=now)
    keep_draft(
        deed.name,
        settled(understood.draft, fields.window, agency),
        slip,
        code=wiring.ids().request_code(),
        scratch=wiring.scratch(),
        transactions=wiring.transactions(),
        now=now,
    )
    wiring.slack_queue().send([{"job": "preview", "draft": deed.name, "officer": slip.officer_id}])


def _queue(job: str, officer: Officer, *, slip: str, subject: str = "") -> None:
    body = {"job": job, "slip": slip, "officer": officer.officer_id}
    wiring.slack_queue().send([{**body, "subject": subject} if subject else body])


def _open_form(deed: Deed, officer: Officer, draft: Draft, problems: Sequence[Refused]) -> None:
    """The form remembers the slip, and the slip where to answer."""
    _keep_slip(deed, officer)
    now, agency = wiring.clock().now(), wiring.agency()
    view = views.question_form(draft, problems, agency=agency, now=now, metadata=deed.name)
    wiring.chat().open_view(deed.trigger_id, view)


def _problems(draft: Draft) -> Sequence[Refused]:
    agency, now = wiring.agency(), wiring.clock().now()
    try:
        prepare_question(draft, agency=agency, gazetteer=wiring.gazetteer(), now=now)
    except Unclear as unclear:
        return unclear.problems
    return ()


def _refuse(deed: Deed, refusal: Refused) -> None:
    if deed.response_url:
        payload = replying.said(refusal.reason, **refusal.values)
        wiring.chat().respond(deed.response_url, {"response_type": "ephemeral", "replace_original": False, **payload})
