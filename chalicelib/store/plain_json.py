"""Reads DynamoDB's answers to Query as the JSON that they are, instead of walking through each value by its shape.

botocore spends more than half of a large lookup on that walk, and for Query all that it changes is binary values
(docs/performance.md has the instructions counted). Signing, retries and errors stay botocore's.
"""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from botocore.parsers import ResponseParser, ResponseParserFactory
from botocore.session import Session, get_session


def session() -> Session:
    """Give a botocore session whose DynamoDB clients read Queries in this way."""
    quick = get_session()
    quick.register_component("response_parser_factory", _Parsers())
    return quick


class _Parsers(ResponseParserFactory):
    def create_parser(self, protocol_name: str) -> Any:
        made = super().create_parser(protocol_name)
        return _PlainQueries(made) if protocol_name == "json" else made


class _PlainQueries:
    """Stands before botocore's parser, and leaves to it all but Queries that went well and hold no binary value."""

    def __init__(self, parser: ResponseParser) -> None:
        self._parser = parser

    def parse(self, response: Any, shape: Any) -> Any:
        if getattr(shape, "name", "") != "QueryOutput" or not _is_plain(response):
            return self._parser.parse(response, shape)
        headers = {name.lower(): value for name, value in response["headers"].items()}
        return json.loads(response["body"]) | {
            "ResponseMetadata": {
                "RequestId": headers.get("x-amzn-requestid", ""),
                "HTTPStatusCode": response["status_code"],
                "HTTPHeaders": headers,
            }
        }


def _is_plain(response: Any) -> bool:
    body: bytes = response["body"]
    return response["status_code"] == HTTPStatus.OK and b'"B"' not in body and b'"BS"' not in body
