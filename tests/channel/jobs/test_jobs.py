"""Channel: what SQS hands to sender, sweeper and ingest, and what they answer."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from chalicelib.channels.jobs.ingest import ingest
from chalicelib.channels.jobs.reading import objects_in
from chalicelib.channels.jobs.sender import sender
from chalicelib.channels.jobs.sweeper import sweeper
from chalicelib.domain.exhibit import HistoryEntry
from chalicelib.observability import metrics
from chalicelib.usecases.watch_places import placed
from tests.builders import a_message, a_request, an_ask, an_exhibit
from tests.fakes import NOON

pytestmark = pytest.mark.usefixtures("capsys")


def records(*bodies):
    return {
        "Records": [
            {
                "messageId": f"sqs-{number}",
                "receiptHandle": "handle",
                "body": body if isinstance(body, str) else json.dumps(body),
                "attributes": {"ApproximateReceiveCount": "1"},
                "messageAttributes": {},
                "eventSource": "aws:sqs",
                "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:queue",
                "awsRegion": "us-east-1",
            }
            for number, body in enumerate(bodies)
        ]
    }


def s3_event(key, version_id="v1", name="ObjectCreated:CompleteMultipartUpload"):
    return {"Records": [{"eventName": name, "s3": {"object": {"key": key, "versionId": version_id, "size": 11}}}]}


def failed(answer):
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def owe(world, message_id, contact):
    world.commit(world.outbox.owe(a_message(message_id, contact_key=contact.key)))


def test_the_sender_delivers_each_message_of_a_batch(wired):
    contact = wired.contact(consent="given")
    owe(wired, "m1", contact)
    owe(wired, "m2", contact)

    answer = sender(records({"v": 1, "message": "m1"}, {"v": 1, "message": "m2"}), None)

    assert failed(answer) == []
    assert [text.message_id for text in wired.texts.sent] == ["m1", "m2"]


def test_one_poisoned_body_does_not_hold_up_the_rest(wired):
    owe(wired, "m1", wired.contact(consent="given"))

    answer = sender(records("no json", {"v": 99, "message": "m1"}, {"v": 1, "message": "m1"}), None)

    assert failed(answer) == ["sqs-0", "sqs-1"]
    assert len(wired.texts.sent) == 1


def test_the_same_id_twice_in_a_batch_is_one_text(wired):
    owe(wired, "m1", wired.contact(consent="given"))

    sender(records(*[{"v": 1, "message": "m1"}] * 5), None)

    assert len(wired.texts.sent) == 1


def test_the_sweeper_queues_what_is_due_and_counts_what_is_stuck(wired, capsys):
    owe(wired, "m1", wired.contact(consent="given"))
    wired.clock.pass_time(minutes=11)

    assert failed(sweeper(records({"v": 1}), None)) == []

    assert [body["message"] for body in wired.queue.bodies] == ["m1"]
    assert json.loads(capsys.readouterr().out)["MessagesStuck"] == [1.0]


def test_metrics_are_flushed_by_each_invocation(wired, capsys):
    sweeper(records({"v": 1}), None)

    assert metrics.metric_set == {}


def test_s3s_greeting_to_a_new_queue_is_no_file(wired):
    assert failed(ingest(records({"Event": "s3:TestEvent", "Bucket": "evidence"}), None)) == []


def test_removed_objects_are_no_files():
    (record,) = (_Record(json.dumps(s3_event("a/b", name="ObjectRemoved:Delete"))),)

    assert objects_in(record) == []


def test_keys_are_read_as_they_really_are():
    (arrived,) = objects_in(_Record(json.dumps(s3_event("request+1/exhibit%2B1"))))

    assert arrived.key == "request 1/exhibit+1"


def test_a_file_that_came_is_hashed_and_kept_once_however_often_s3_says_so(wired):
    contact = wired.contact(consent="given", owner_id="owner1")
    request, exhibit = a_request(), an_exhibit()
    wired.commit(*wired.requests.add_request(request), wired.requests.add_ask(an_ask(contact_key=contact.key)))
    wired.commit(*wired.exhibits.announce(exhibit, HistoryEntry("announced", NOON, "owner")))
    stored = wired.s3.put_object(Bucket="evidence", Key=exhibit.object_key, Body=b"hello world")

    for _ in range(2):
        event = records(s3_event(exhibit.object_key, stored["VersionId"]))
        assert failed(ingest(event, None)) == []

    kept = wired.exhibits.exhibit(request.request_id, exhibit.exhibit_id)
    assert kept.sha256 == "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"
    assert [entry.touch for entry in wired.exhibits.history("request1", "exhibit1")].count("hashed") == 1


def test_an_object_that_nobody_announced_is_left_where_it_lies(wired):
    assert failed(ingest(records(s3_event("somebody/else"), s3_event("no-slash")), None)) == []


class _Record:
    def __init__(self, body):
        self.body = body


def test_a_tick_asks_owners_whose_year_is_over(wired):
    wired.household(registered_at=NOON - timedelta(days=400))

    assert failed(sweeper(records({"v": 1}), None)) == []

    assert [body["message"][:6] for body in wired.queue.bodies] == ["check-"]


def test_the_sweeper_looks_whether_a_home_was_registered_before(wired, capsys):
    for number, owner_id in (("+14105550142", "owner1"), ("+14105550143", "owner2")):
        wired.household(number, owner_id=owner_id)
    wired.commit(*placed("owner2", scratch=wired.scratch, now=wired.clock.now()))

    assert failed(sweeper(records({"v": 1}), None)) == []

    assert wired.scratch.traced("places", now=wired.clock.now()) == [("places", "owner2")]
    assert wired.scratch.traced("placed", now=wired.clock.now()) == []
