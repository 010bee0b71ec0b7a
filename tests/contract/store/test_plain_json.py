"""Queries read as plain JSON: the same answers as botocore's own."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from chalicelib.store import plain_json

VALUES: list[dict[str, Any]] = [
    {"S": 'text with "quotes" and ünïcode'},
    {"N": "12.50"},
    {"BOOL": True},
    {"NULL": True},
    {"M": {"inner": {"L": [{"S": "a"}, {"N": "1"}]}}},
    {"SS": ["a", "b"]},
    {"B": b"\x00\xff"},
    {"BS": [b"\x01"]},
]


@pytest.fixture(scope="module")
def quick() -> Any:
    return boto3.session.Session(botocore_session=plain_json.session(), region_name="us-east-1").client("dynamodb")


@pytest.mark.parametrize("value", VALUES, ids=lambda value: next(iter(value)))
def test_a_query_answers_as_through_botocore(tables: Any, quick: Any, value: dict[str, Any]) -> None:
    for number in range(3):
        tables.put_item(TableName="scratch", Item={"pk": {"S": "p"}, "sk": {"S": f"{number}"}, "value": value})
    asked = {
        "TableName": "scratch",
        "KeyConditionExpression": "pk = :pk",
        "ExpressionAttributeValues": {":pk": {"S": "p"}},
        "ReturnConsumedCapacity": "TOTAL",
        "Limit": 2,
    }

    answers = [client.query(**asked) for client in (quick, tables)]

    assert "LastEvaluatedKey" in answers[0]
    assert {answer.pop("ResponseMetadata")["HTTPStatusCode"] for answer in answers} == {200}
    assert answers[0] == answers[1]


def test_errors_stay_what_they_were(tables: Any, quick: Any) -> None:
    with pytest.raises(ClientError) as refused:
        quick.query(TableName="none", KeyConditionExpression="pk = :pk", ExpressionAttributeValues={":pk": {"S": "p"}})

    assert refused.value.response["Error"]["Code"] == "ResourceNotFoundException"


def test_other_answers_are_read_by_botocore(tables: Any, quick: Any) -> None:
    tables.put_item(TableName="scratch", Item={"pk": {"S": "p"}, "sk": {"S": "s"}, "value": {"B": b"\xff"}})

    found = quick.get_item(TableName="scratch", Key={"pk": {"S": "p"}, "sk": {"S": "s"}})

    assert found["Item"]["value"] == {"B": b"\xff"}
