"""What our tests spare moto (quick_moto, short_way) changes none of its answers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from moto import mock_aws

from tests import quick_moto
from tests.tables import TABLES
from tests.world import EVIDENCE_BUCKET, PHOTOS_BUCKET

VALUES: list[dict[str, Any]] = [
    {"S": "text"},
    {"S": ""},
    {"N": "12.50"},
    {"BOOL": False},
    {"NULL": True},
    {"B": b"\x00\xff"},
    {"SS": ["a", "b"]},
    {"L": [{"S": "a"}, {"M": {"deep": {"N": "1"}}}]},
    {"M": {"inner": {"L": [{"BOOL": True}, {"B": b"\x01"}]}, "S": {"S": "a name like a type's"}}},
]
CONDITIONS = [
    "attribute_not_exists(pk)",
    "attribute_exists(pk)",
    "attribute_exists(pk) AND #a = :v",
    "#a <> :v OR (size(#a) > :n AND NOT contains(#a, :v))",
    "#a IN (:v, :n) AND attribute_exists(",
]
UPDATES = [
    "SET #a = :v",
    "SET #a = if_not_exists(#a, :v), b = :n REMOVE c",
    "ADD counted :n",
    "SET counted = counted + :n",
    "SET c[0] = :v",
    "DELETE tags :tags",
    "ADD tags :tags SET #a = :v",
    "SET pk = :v",
    "SET ",
]
Call = tuple[str, dict[str, Any]]


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 10))])
def test_every_call_is_answered_as_by_moto_on_the_long_way(
    seed: int, monkeypatch: pytest.MonkeyPatch, made: dict[str, bytes], aws_clients: dict[str, Any]
) -> None:
    calls = list(some_calls(random.Random(seed)))
    with the_long_way(monkeypatch) as plain:
        expected = [answer(plain, call) for call in calls]
    with quick_moto.Cloud():
        quick_moto.put(made["tables"])
        answers = [answer(aws_clients["dynamodb"], call) for call in calls]

    for call, one, other in zip(calls, answers, expected, strict=True):
        assert one == other, call
    outcomes = [outcome[0] for outcome in expected]
    assert {"", "ConditionalCheckFailedException", "TransactionCanceledException", "ValidationException"} <= {*outcomes}
    assert outcomes.count("") > len(outcomes) / 3


def test_a_failed_transaction_leaves_every_item_as_it_was(tables: Any) -> None:
    key = {"pk": {"S": "p"}, "sk": {"S": "1"}}
    tables.put_item(TableName="scratch", Item={**key, "kept": {"L": [{"S": "a"}]}})
    update = {"TableName": "scratch", "Key": key, "UpdateExpression": "SET kept[0] = :v ADD n :n"}
    update["ExpressionAttributeValues"] = {":v": {"S": "b"}, ":n": {"N": "1"}}
    check = {"TableName": "agency", "Key": key, "ConditionExpression": "attribute_exists(pk)"}

    with pytest.raises(tables.exceptions.TransactionCanceledException):
        tables.transact_write_items(TransactItems=[{"Update": update}, {"ConditionCheck": check}])

    assert tables.get_item(TableName="scratch", Key=key)["Item"] == {**key, "kept": {"L": [{"S": "a"}]}}


def test_an_item_beyond_the_limit_is_refused(tables: Any) -> None:
    key = {"pk": {"S": "p"}, "sk": {"S": "1"}}
    with pytest.raises(ClientError, match="Item size has exceeded the maximum allowed size"):
        tables.put_item(TableName="scratch", Item={**key, "text": {"S": "x" * 406_000}})
    tables.put_item(TableName="scratch", Item={**key, "text": {"S": "x" * 404_000}})


def test_what_a_test_wrote_is_gone_in_the_next_world(made: dict[str, bytes], aws_clients: dict[str, Any]) -> None:
    for _ in range(2):
        with quick_moto.Cloud():
            quick_moto.put(made["tables"])
            quick_moto.put(made["buckets"])
            assert not aws_clients["dynamodb"].scan(TableName="scratch")["Items"]
            assert "Contents" not in aws_clients["s3"].list_objects_v2(Bucket=PHOTOS_BUCKET)
            aws_clients["dynamodb"].put_item(TableName="scratch", Item={"pk": {"S": "p"}, "sk": {"S": "1"}})
            aws_clients["s3"].put_object(Bucket=PHOTOS_BUCKET, Key="photo", Body=b"x")
            aws_clients["s3"].put_object(Bucket=EVIDENCE_BUCKET, Key="file", Body=b"x")


def test_without_a_world_a_call_goes_to_the_network_which_is_closed(aws_clients: dict[str, Any]) -> None:
    with pytest.raises(Exception, match="socket"):
        aws_clients["dynamodb"].get_item(TableName="scratch", Key={"pk": {"S": "p"}, "sk": {"S": "1"}})


@contextmanager
def the_long_way(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Yield a client that signs its calls and sends them to moto as it comes, its tables made by calls."""
    with monkeypatch.context() as patch, mock_aws():
        for place, name, _ in quick_moto.INSTEAD:
            own = quick_moto.PLAIN[name]
            patch.delattr(place, name) if own is None else patch.setattr(place, name, own)
        client = boto3.session.Session(region_name="us-east-1").client("dynamodb")
        for described in TABLES.values():
            client.create_table(**described)
        yield client


def some_calls(dice: random.Random) -> Iterator[Call]:
    """Two hundred calls on few keys, so that they meet, and then all that stands."""
    for _ in range(200):
        yield dice.choice((a_put, a_put, an_update, an_update, a_delete, a_get, a_query, a_transaction))(dice)
    for table in TABLES:
        yield "scan", {"TableName": table}
        yield "describe_table", {"TableName": table}


def answer(client: Any, call: Call) -> tuple[str, Any]:
    """Give the error's code, or nothing, and all that was answered but times and ids."""
    name, arguments = call
    try:
        given = getattr(client, name)(**arguments)
    except ClientError as error:
        given = error.response
    except Exception as error:  # noqa: BLE001  (what moto itself stumbles over is an answer too)
        return type(error).__name__, str(error)
    told = given.pop("ResponseMetadata")
    given.get("Table", {}).pop("CreationDateTime", None)
    return given.get("Error", {}).get("Code", ""), (told["HTTPStatusCode"], told["RetryAttempts"], given)


def a_key(dice: random.Random) -> dict[str, Any]:
    return {"pk": {"S": dice.choice("pq")}, "sk": {"S": dice.choice("1234")}}


def a_condition(dice: random.Random, *, always: str = "") -> dict[str, Any]:
    """With the names and values of all that is written in it or in `always`."""
    condition = dice.choice((None, *CONDITIONS[:4], *CONDITIONS))
    written = always + (condition or "")
    values = {":v": dice.choice(VALUES), ":n": {"N": "1"}, ":tags": {"SS": ["a"]}}
    found: dict[str, Any] = {"ExpressionAttributeValues": {name: v for name, v in values.items() if name in written}}
    if "#a" in written:
        found["ExpressionAttributeNames"] = {"#a": "a"}
    if condition:
        found |= {
            "ConditionExpression": condition,
            "ReturnValuesOnConditionCheckFailure": dice.choice(("NONE", "ALL_OLD")),
        }
    return {name: value for name, value in found.items() if value}


def a_put(dice: random.Random) -> Call:
    item = {**a_key(dice), **{name: dice.choice(VALUES) for name in "abc"}}
    item |= {"oo": {"S": "open"}, "oa": {"S": dice.choice("12")}} if dice.random() < 0.5 else {}
    return "put_item", {"TableName": a_table(dice), "Item": item, "ReturnValues": "ALL_OLD", **a_condition(dice)}


def an_update(dice: random.Random) -> Call:
    update = dice.choice(UPDATES)
    returned = dice.choice(("NONE", "ALL_OLD", "ALL_NEW", "UPDATED_NEW"))
    asked = {"Key": a_key(dice), "UpdateExpression": update, "ReturnValues": returned}
    return "update_item", {"TableName": a_table(dice), **asked, **a_condition(dice, always=update)}


def a_delete(dice: random.Random) -> Call:
    return "delete_item", {
        "TableName": a_table(dice),
        "Key": a_key(dice),
        "ReturnValues": "ALL_OLD",
        **a_condition(dice),
    }


def a_get(dice: random.Random) -> Call:
    return "get_item", {"TableName": a_table(dice), "Key": a_key(dice), "ConsistentRead": True}


def a_query(dice: random.Random) -> Call:
    asked = {"TableName": "requests", "Limit": dice.choice((1, 100)), "ReturnConsumedCapacity": "TOTAL"}
    if dice.random() < 0.5:
        asked |= {"IndexName": "open", "KeyConditionExpression": "oo = :o AND oa >= :a"}
        return "query", {**asked, "ExpressionAttributeValues": {":o": {"S": "open"}, ":a": {"S": "2"}}}
    asked |= {"KeyConditionExpression": "pk = :p AND begins_with(sk, :s)", "ScanIndexForward": dice.random() < 0.5}
    return "query", {**asked, "ExpressionAttributeValues": {":p": {"S": "p"}, ":s": {"S": dice.choice(("", "1", "3"))}}}


def a_transaction(dice: random.Random) -> Call:
    makers: dict[str, Callable[[random.Random], Call]] = {"Put": a_put, "Update": an_update, "Delete": a_delete}
    parts = []
    for _ in range(dice.choice((1, 2, 3))):
        kind = dice.choice(tuple(makers))
        asked = dict(makers[kind](dice)[1])
        asked.pop("ReturnValues")
        parts.append({kind: asked})
    return "transact_write_items", {"TransactItems": parts}


def a_table(dice: random.Random) -> str:
    return dice.choice(("requests", "requests", "scratch"))
