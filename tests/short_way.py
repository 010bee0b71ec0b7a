"""A DynamoDB client's calls handed to moto as they are: not signed, not made HTTP, not looked up by 1,300 addresses.

botocore still checks and writes each request and reads each answer; moto still reads each request and decides.
test_quick_moto.py holds it against the long way.
"""

from __future__ import annotations

from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.model import OperationModel
from botocore.parsers import create_parser
from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.models import botocore_stubber
from moto.core.parse import PROTOCOL_PARSERS
from moto.core.responses import BaseResponse
from moto.dynamodb.responses import DynamoHandler


class ShortWay:
    """Calling it answers one call: botocore's `before-call`."""

    def __init__(self, client: Any) -> None:
        self._endpoint = client._endpoint
        self._parser = create_parser("json")
        self._region = client.meta.region_name
        client.meta.events.register_last("before-call.dynamodb", self)  # whoever listens hears of the call first
        client._ruleset_resolver = None  # the address of a call that goes nowhere
        client._user_agent_creator.to_string = lambda: "tests"

    def __call__(self, model: OperationModel, params: dict[str, Any], **_: Any) -> Any:
        """Give the answer as botocore's endpoint does; nothing while moto does not listen."""
        if not botocore_stubber.enabled:
            return None
        status, headers, body = BaseResponse.call_action(self._handler(model, params))
        answer = {"status_code": status, "headers": headers, "body": body.encode(), "context": {}}
        parsed = self._parser.parse(answer, model.output_shape)
        if status >= 300:
            self._endpoint._add_modeled_error_fields(answer, parsed, model, self._parser)
        parsed["ResponseMetadata"]["RetryAttempts"] = 0
        return AWSResponse(params["url"], status, headers, None), parsed

    def _handler(self, model: OperationModel, params: dict[str, Any]) -> DynamoHandler:
        handler = DynamoHandler()
        handler.headers, handler.querystring = params["headers"], {}
        handler.uri_match, handler.response_headers = {}, {}
        handler.region, handler.current_account = self._region, DEFAULT_ACCOUNT_ID
        asked = {"body": params["body"], "headers": params["headers"], "url_path": "/"}
        handler.params = PROTOCOL_PARSERS["json"](model, map_type=DynamoHandler.PROTOCOL_PARSER_MAP_TYPE).parse(asked)
        handler.body = handler.params
        return handler
