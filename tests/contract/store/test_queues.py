"""Contract: bodies go to SQS ten at a time, each with its version."""

from __future__ import annotations

import json

import pytest

from chalicelib.domain.errors import ProviderBusy
from chalicelib.store.queues import SqsQueue, WakingQueue


def test_every_body_arrives_with_its_version(aws):
    url = aws["sqs"].create_queue(QueueName="outbox")["QueueUrl"]
    SqsQueue(aws["sqs"], url).send([{"message": f"m{number}"} for number in range(23)])

    arrived = []
    while messages := aws["sqs"].receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
        arrived += [json.loads(message["Body"]) for message in messages]

    assert sorted(body["message"] for body in arrived) == sorted(f"m{number}" for number in range(23))
    assert {body["v"] for body in arrived} == {1}


def test_sending_nothing_is_no_call():
    SqsQueue(None, "url").send([])


def test_what_sqs_did_not_take_is_not_passed_over():
    class Full:
        def send_message_batch(self, **asked):
            return {"Successful": [], "Failed": [{"Id": "0"}]}

    with pytest.raises(ProviderBusy):
        SqsQueue(Full(), "url").send([{"message": "m1"}])


def test_who_is_only_to_be_woken_may_sleep_on(aws):
    WakingQueue(aws["sqs"], "https://sqs.us-east-1.amazonaws.com/000000000000/gone").send([{"message": "m1"}])


def test_what_is_to_come_again_at_once_does(aws):
    url = aws["sqs"].create_queue(QueueName="jobs", Attributes={"VisibilityTimeout": "720"})["QueueUrl"]
    queue = SqsQueue(aws["sqs"], url)
    queue.send([{"job": "preview"}])
    (taken,) = aws["sqs"].receive_message(QueueUrl=url)["Messages"]
    assert "Messages" not in aws["sqs"].receive_message(QueueUrl=url)

    queue.show_again(taken["ReceiptHandle"], after_s=0)

    assert len(aws["sqs"].receive_message(QueueUrl=url)["Messages"]) == 1


def test_a_receipt_that_ran_out_is_no_error(aws):
    url = aws["sqs"].create_queue(QueueName="jobs")["QueueUrl"]
    SqsQueue(aws["sqs"], url).show_again("gone", after_s=5)
