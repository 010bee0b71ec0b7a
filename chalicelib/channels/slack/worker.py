"""Works off the slack queue: each job once, by an officer who is still on the list, answered to them alone."""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from chalice.app import Blueprint

from chalicelib import wiring
from chalicelib.channels.batch import one_by_one
from chalicelib.domain.errors import NotAnOfficer, NotFound, ProviderRefused, Refused
from chalicelib.domain.officer import OfficerId
from chalicelib.observability import logger
from chalicelib.usecases.desk import Desk, known_officer
from chalicelib.usecases.keep_draft import Slip, kept_draft, kept_slip
from chalicelib.usecases.work_once import work_once

from . import replying
from .jobs import JOBS, Job, Reply

MOST_TRIES = 3
"""The queue's maxReceiveCount (infra/app/queues.yaml); a test compares them."""
AGAIN_AFTER_S = 5
"""An officer waits: what failed once is tried again at once, and not after the queue's visibility time."""
worker = Blueprint(__name__)
_processor = one_by_one()


@worker.lambda_function(name="SlackWorker")
def slack_worker(event: dict[str, Any], context: Any) -> Any:
    """Do a batch of jobs; those that failed come again, and end in the dead-letter queue."""
    return process_partial_response(event=event, record_handler=do_record, processor=_processor)


def do_record(record: SQSRecord) -> None:
    """Do one job. Where it fails the officer is told in plain words, and the error is raised for another try."""
    body = json.loads(record.body)
    name = body.get("slip") or body["draft"]
    desk = _desk()
    try:
        slip = _slip(body, desk)
    except NotFound:
        logger.info("A job came too late", extra={"job": body["job"]})
        return
    try:
        with work_once(f"{body['job']}-{name}", desk=desk) as is_first:
            if is_first:
                tell(slip, _reply(body, slip, desk))
    except Exception:
        tries = int(record.attributes.approximate_receive_count or "1")
        wiring.slack_queue().show_again(record.receipt_handle, after_s=AGAIN_AFTER_S * tries)
        _tell_of_trouble(slip, tries=tries)
        raise


def tell(slip: Slip, reply: Reply) -> None:
    """Answer on the response URL; where there is none, or it ran out, show it to the officer in the channel."""
    if slip.response_url:
        try:
            kind = "in_channel" if reply.to_channel else "ephemeral"
            extra = {"response_type": kind, "replace_original": reply.replace}
            wiring.chat().respond(slip.response_url, {**extra, **reply.payload})
        except (Refused, ProviderRefused) as error:
            logger.warning("A response URL was not taken", extra={"error": type(error).__name__})
        else:
            return
    channel = slip.channel_id or wiring.configuration().slack_channel_id
    wiring.chat().post_ephemeral(channel, slip.officer_id, reply.payload)


def _reply(body: dict[str, Any], slip: Slip, desk: Desk) -> Reply:
    """Do the deed as an officer who is on the list now; a refusal is an answer too."""
    home = wiring.configuration().slack_team_id
    try:
        officer = known_officer(slip.officer_id, team_id=home, home_team_id=home, agencies=wiring.agencies())
        subject = body.get("draft") or body.get("subject") or slip.argument
        return JOBS[body["job"]](Job(officer=officer, subject=subject, desk=desk))
    except NotAnOfficer as refusal:
        return Reply(replying.said(refusal.reason))
    except Refused as refusal:
        return Reply(replying.said(refusal.reason, **refusal.values))


def _tell_of_trouble(slip: Slip, *, tries: int) -> None:
    """Say so at the first try, and at the last one what to do."""
    if 1 < tries < MOST_TRIES:
        return
    try:
        tell(slip, Reply(replying.said("slack.trouble" if tries == 1 else "slack.trouble.given_up")))
    except Exception as error:  # noqa: BLE001  (the word about the trouble must not hide the trouble)
        logger.warning("An officer could not be told of trouble", extra={"error": type(error).__name__})


def _slip(body: dict[str, Any], desk: Desk) -> Slip:
    officer_id = OfficerId(body["officer"])
    if "slip" in body:
        return kept_slip(body["slip"], officer_id=officer_id, scratch=desk.scratch, now=desk.now)
    return kept_draft(body["draft"], officer_id=officer_id, scratch=desk.scratch, now=desk.now).slip


def _desk() -> Desk:
    return Desk(
        agency=wiring.agency(),
        now=wiring.clock().now(),
        channel_id=wiring.configuration().slack_channel_id,
        base_url=wiring.configuration().base_url,
        transactions=wiring.transactions(),
        registry=wiring.registry(),
        requests=wiring.requests(),
        outbox=wiring.outbox(),
        scratch=wiring.scratch(),
        audit=wiring.audit(),
        queue=wiring.outbox_queue(),
        ids=wiring.ids(),
    )
