"""Takes in mail: S3 says that one came, at least once and in any order; whatever it holds, those behind it go on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from chalice.app import Blueprint

from chalicelib import wiring
from chalicelib.channels.batch import one_by_one
from chalicelib.observability import logger

from .events import event_in, is_event

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

    from chalicelib.usecases.follow_mail import FollowMail
    from chalicelib.usecases.receive_mail import ReceiveMail

mails = Blueprint(__name__)
_processor = one_by_one()


@mails.lambda_function(name="MailInbound")
def mail_inbound(event: dict[str, Any], context: Any) -> Any:
    """Read the mails of a batch; those that failed come again, and end in the dead-letter queue."""
    from aws_lambda_powertools.utilities.batch import process_partial_response

    return process_partial_response(event=event, record_handler=take_in, processor=_processor)


def take_in(record: SQSRecord) -> None:
    """Read every mail that one record names, or follow what it says of our own; S3's greeting names none."""
    from .reading import read

    body = json.loads(record.body)
    if is_event(body):
        _follow(body)
        return
    for event in body.get("Records", []):
        if not event["eventName"].startswith("ObjectCreated"):
            continue
        stored = event["s3"]["object"]
        key = unquote_plus(stored["key"])
        raw = wiring.raw_mails().read(event["s3"]["bucket"]["name"], key, stored.get("versionId", ""))
        if raw is None:
            continue  # forgotten meanwhile: it came long ago
        mail = read(raw, mail_id=key.rpartition("/")[2])
        outcome = _receiver().receive(mail)
        logger.info("A mail was read", extra={"mail_id": mail.mail_id, "outcome": outcome, "in_part": mail.in_part})


def _follow(body: dict[str, Any]) -> None:
    """Follow what became of a mail of ours."""
    event = event_in(body)
    if event is None:
        return
    done = _follower().follow(event)
    said = {"message_id": event.message_id, "happening": event.happening, "new": done}
    logger.info("A mail of ours was followed", extra=said)


def _follower() -> FollowMail:
    from chalicelib.usecases.fall_back import FallBack
    from chalicelib.usecases.follow_mail import FollowMail
    from chalicelib.usecases.mail_health import MailHealth

    shared: dict[str, Any] = {
        "registry": wiring.registry(), "outbox": wiring.outbox(), "transactions": wiring.transactions(),
        "clock": wiring.clock(),
    }  # fmt: skip
    fall_back = FallBack(
        requests=wiring.requests(), ids=wiring.ids(), agency=wiring.agency(),
        base_url=wiring.configuration().base_url, **shared,
    )  # fmt: skip
    health = MailHealth(scratch=wiring.scratch(), transactions=wiring.transactions(), clock=wiring.clock())
    return FollowMail(fall_back=fall_back, health=health, **shared)


def _receiver() -> ReceiveMail:
    from chalicelib.usecases.keep_attachments import KeepAttachments
    from chalicelib.usecases.receive_mail import ReceiveMail

    return ReceiveMail.over(
        wiring.talking(),
        locate=lambda text: wiring.gazetteer().find(text),
        addresses=wiring.reply_addresses(),
        leaving=wiring.leave_tokens(),
        channel_id=wiring.configuration().slack_channel_id,
        attachments=KeepAttachments(
            exhibits=wiring.exhibits(), files=wiring.evidence_files(), transactions=wiring.transactions(),
            agency=wiring.agency(),
        ),
    )  # fmt: skip
