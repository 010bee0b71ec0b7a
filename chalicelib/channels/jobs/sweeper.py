"""Once a minute: queues messages that are due, deletes removed photos, and asks owners whose year is over."""

from __future__ import annotations

from typing import Any, get_args

from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from chalice.app import Blueprint

from chalicelib import wiring
from chalicelib.channels.batch import one_by_one
from chalicelib.observability import metrics
from chalicelib.usecases.check_registrations import CheckRegistrations
from chalicelib.usecases.desk_list import DeskNotes
from chalicelib.usecases.keep_photo import delete_owed_photos
from chalicelib.usecases.mail_health import Lane, MailHealth
from chalicelib.usecases.spending import spending_share
from chalicelib.usecases.sweep import sweep
from chalicelib.usecases.watch_places import WatchPlaces

from .reading import body_of

jobs = Blueprint(__name__)
_processor = one_by_one()


@jobs.lambda_function(name="Sweeper")
@metrics.log_metrics
def sweeper(event: dict[str, Any], context: Any) -> Any:
    """Sweep once for each tick; a tick that comes twice only asks twice."""
    metrics.add_metric("SweepTicks", MetricUnit.Count, len(event["Records"]))
    return process_partial_response(event=event, record_handler=tick, processor=_processor)


def tick(record: SQSRecord) -> None:
    """Sweep, and count what was found: `MessagesStuck` is the operator's alarm."""
    body_of(record)
    swept = sweep(outbox=wiring.outbox(), queue=wiring.outbox_queue(), clock=wiring.clock())
    metrics.add_metric("MessagesDue", MetricUnit.Count, swept.due)
    metrics.add_metric("MessagesStuck", MetricUnit.Count, swept.stuck)
    health = MailHealth(scratch=wiring.scratch(), transactions=wiring.transactions(), clock=wiring.clock())
    metrics.add_metric("MailPaused", MetricUnit.Count, int(any(health.by(lane).paused() for lane in get_args(Lane))))
    metrics.add_metric("OwnersChecked", MetricUnit.Count, _checks().tick().asked)
    share = spending_share(scratch=wiring.scratch(), agency=wiring.agency(), now=wiring.clock().now())
    metrics.add_metric("SpendingShare", MetricUnit.Percent, share)
    # Late: whatever holds up the bucket, or the look at homes, holds up nothing else.
    deleted = delete_owed_photos(registry=wiring.registry(), photos=wiring.photos(), clock=wiring.clock())
    metrics.add_metric("PhotosDeleted", MetricUnit.Count, deleted)
    metrics.add_metric("OddPlaces", MetricUnit.Count, _places().tick())


def _places() -> WatchPlaces:
    told = wiring.configuration()
    notes = DeskNotes(
        outbox=wiring.outbox(), agency=wiring.agency(), base_url=told.base_url, channel_id=told.slack_channel_id
    )
    return WatchPlaces(
        registry=wiring.registry(), cameras=wiring.cameras(), scratch=wiring.scratch(),
        transactions=wiring.transactions(), outbox_queue=wiring.outbox_queue(), clock=wiring.clock(), notes=notes,
    )  # fmt: skip


def _checks() -> CheckRegistrations:
    return CheckRegistrations(
        registry=wiring.registry(), outbox=wiring.outbox(), outbox_queue=wiring.outbox_queue(),
        scratch=wiring.scratch(), transactions=wiring.transactions(), clock=wiring.clock(), agency=wiring.agency(),
    )  # fmt: skip
