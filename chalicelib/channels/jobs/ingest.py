"""Takes in files: S3 says that an object came, at least once and in any order."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from chalice.app import Blueprint

from chalicelib import wiring
from chalicelib.channels.batch import one_by_one
from chalicelib.usecases.keep_exhibit import KeepExhibit
from chalicelib.usecases.send_receipt import SendReceipt

from .reading import objects_in

jobs = Blueprint(__name__)
_processor = one_by_one()


@jobs.lambda_function(name="Ingest")
def ingest(event: dict[str, Any], context: Any) -> Any:
    """Keep the objects of a batch; those that failed come again, and end in the dead-letter queue."""
    return process_partial_response(event=event, record_handler=keep, processor=_processor)


def keep(record: SQSRecord) -> None:
    """Keep every object that one record names."""
    for arrived in objects_in(record):
        _keeper().keep(arrived.key, arrived.version_id)


def _keeper() -> KeepExhibit:
    shared: dict[str, Any] = {
        "exhibits": wiring.exhibits(), "requests": wiring.requests(), "outbox": wiring.outbox(),
        "outbox_queue": wiring.outbox_queue(), "transactions": wiring.transactions(), "clock": wiring.clock(),
        "agency": wiring.agency(),
    }  # fmt: skip
    base_url = wiring.configuration().base_url
    receipts = SendReceipt(
        registry=wiring.registry(), scratch=wiring.scratch(), ids=wiring.ids(), base_url=base_url, **shared
    )
    return KeepExhibit(files=wiring.evidence_files(), receipts=receipts, **shared)
