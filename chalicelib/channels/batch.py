"""How batches of queue records are worked off: each by itself, what fails comes again, and is written down."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType

from chalicelib.observability import logger


class RecordsOneByOne(BatchProcessor):
    """Powertools' processor is silent about records that failed; the dead-letter alarm alone says too little."""

    def failure_handler(self, record: Any, exception: Any) -> Any:
        """Log the failure, private data left out, and let the record come again."""
        logger.error("A record failed and comes again", extra={"error": exception[0].__name__}, exc_info=exception)
        return super().failure_handler(record, exception)


def one_by_one() -> RecordsOneByOne:
    """Make a processor for SQS; a batch of which all failed is no error of the function."""
    return RecordsOneByOne(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
