"""Works off the outbox queue: each message handed over once, however often its id comes."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from chalice.app import Blueprint

from chalicelib import wiring
from chalicelib.channels.batch import one_by_one
from chalicelib.observability import logger, metrics
from chalicelib.usecases.deliver_message import deliver_message

from .reading import body_of

jobs = Blueprint(__name__)
_processor = one_by_one()


@jobs.lambda_function(name="Sender")
@metrics.log_metrics
def sender(event: dict[str, Any], context: Any) -> Any:
    """Deliver a batch of messages; those that failed come again, and the sweeper finds them earlier."""
    metrics.add_metric("MessagesSeen", MetricUnit.Count, len(event["Records"]))
    return process_partial_response(event=event, record_handler=deliver, processor=_processor)


def deliver(record: SQSRecord) -> None:
    """Deliver the message that one record names."""
    message_id = body_of(record)["message"]
    outcome = deliver_message(
        message_id,
        outbox=wiring.outbox(),
        registry=wiring.registry(),
        requests=wiring.requests(),
        scratch=wiring.scratch(),
        transactions=wiring.transactions(),
        texts=wiring.texts(),
        emails=wiring.emails(),
        chat=wiring.chat(),
        agency=wiring.agency(),
        clock=wiring.clock(),
        ids=wiring.ids(),
        base_url=wiring.configuration().base_url,
    )
    metrics.add_metric(f"Message_{outcome}", MetricUnit.Count, 1)
    logger.info("A message was seen to", extra={"message_id": message_id, "outcome": outcome})
