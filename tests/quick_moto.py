"""Spares moto work that changes no answer; tests/contract/store/test_quick_moto.py holds it against moto as it comes.

What is answered stays moto's own: nothing here decides what a condition, an update or a query means.
"""

from __future__ import annotations

import copy
import pickle
from collections import defaultdict, deque
from functools import lru_cache
from typing import Any

from moto.core import DEFAULT_ACCOUNT_ID, responses
from moto.core.base_backend import BackendDict
from moto.core.model_instances import reset_model_data
from moto.core.models import MockAWS, botocore_stubber
from moto.core.serialize import BaseJSONSerializer
from moto.dynamodb.comparisons import ConditionExpressionParser
from moto.dynamodb.exceptions import ItemSizeTooLarge
from moto.dynamodb.models import DynamoDBBackend, Table, dynamodb_backends
from moto.dynamodb.models.dynamo_type import DynamoType, Item, LimitedSizeDict
from moto.dynamodb.parsing import validators
from moto.dynamodb.parsing.ast_nodes import UpdateExpression
from moto.dynamodb.parsing.expressions import UpdateExpressionParser
from moto.s3.models import s3_backends

REGION = "us-east-1"
ITEM_BYTES = 405_000
"""Moto's limit: DynamoDB's own lies between 409 and 410 KB."""


class Cloud(MockAWS):
    """`mock_aws` for clients of boto3 alone: 1,300 patterns a start for the `requests` library are left out."""

    _nested_count = 0  # its own: what MockAWS counts are starts of MockAWS

    def _enable_patching(self, *_: Any, **__: Any) -> None:
        botocore_stubber.enabled = True
        BackendDict.reset()

    def _disable_patching(self, *_: Any, **__: Any) -> None:
        botocore_stubber.enabled = False
        BackendDict.reset()
        reset_model_data()


def kept() -> bytes:
    """Give what stands in DynamoDB and S3 at this moment."""
    tables, buckets = _dynamodb().tables, s3_backends[DEFAULT_ACCOUNT_ID]["aws"].buckets
    return pickle.dumps((tables, buckets))


def put(stood: bytes) -> None:
    """Let what stood stand again, made anew, beside what stands now."""
    tables, buckets = pickle.loads(stood)  # noqa: S301  (our own)
    _dynamodb().tables.update(tables)
    s3_backends[DEFAULT_ACCOUNT_ID]["aws"].buckets.update(buckets)
    s3_backends.bucket_accounts.update(dict.fromkeys(buckets, ("aws", DEFAULT_ACCOUNT_ID)))


def _dynamodb() -> DynamoDBBackend:
    return dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION]


def _serialize_present_members(self: Any, serialized: Any, value: Any, shape: Any, key: str) -> None:
    """An attribute value holds one of ten members, by its very name: the other nine are not sought under aliases."""
    if shape.name != "AttributeValue" or type(value) is not dict:
        PLAIN["_serialize_type_structure"](self, serialized, value, shape, key)
        return
    wrapper: dict[str, Any] = {}
    for member in value.keys() & shape.members.keys():
        self._serialize(wrapper, value[member], shape.members[member], member)
    self._default_serialize(serialized, wrapper, shape, key)


def _copy_sharing_items(self: Table, memo: dict[int, Any]) -> Table:
    """What a transaction puts back when it fails. Items are shared: a put replaces them, and see `_update_a_copy`."""
    copied = copy.copy(self)
    copied.items = defaultdict(dict, {partition: dict(items) for partition, items in self.items.items()})
    return copied


def _update_a_copy(self: DynamoDBBackend, table_name: str, key: dict[str, Any], *rest: Any, **more: Any) -> Any:
    """Update a copy that takes the item's place: whoever holds the item itself keeps it as it was."""
    table = self.get_table(table_name)
    partition, sort = self.get_keys_value(table, key)
    item = table.get_item(partition, sort)
    if item is not None:
        table.items[partition][sort] = copy.deepcopy(item)
    return PLAIN["update_item"](self, table_name, key, *rest, **more)


def _weigh_once(self: Item, hash_key: DynamoType, range_key: DynamoType | None, attrs: dict[str, Any]) -> None:
    """Weigh a new item when it is whole, and not once for each attribute that comes to it."""
    self.hash_key, self.range_key, self.attrs = hash_key, range_key, LimitedSizeDict()
    for name, value in attrs.items():
        dict.__setitem__(self.attrs, name, DynamoType(value))
    if self.size() > ITEM_BYTES:
        raise ItemSizeTooLarge


def _copy_tree(node: Any) -> Any:
    if type(node) is not UpdateExpression:
        return copy.deepcopy(node)
    if not hasattr(node, "pickled"):
        node.pickled = pickle.dumps(node)
    return pickle.loads(node.pickled)  # noqa: S301  (our own)


@lru_cache(None)
def _tokens(expression: str) -> tuple[Any, ...]:
    return tuple(PLAIN["_lex_condition_expression"](ConditionExpressionParser(expression, None, None)))


INSTEAD: list[tuple[Any, str, Any]] = [
    (responses, "method_names_from_class", lru_cache(None)(responses.method_names_from_class)),
    (BaseJSONSerializer, "_serialize_type_structure", _serialize_present_members),
    (Table, "__deepcopy__", _copy_sharing_items),
    (DynamoDBBackend, "update_item", _update_a_copy),
    (Item, "__init__", _weigh_once),
    (UpdateExpressionParser, "make", lru_cache(None)(UpdateExpressionParser.make)),
    (validators, "deepcopy", _copy_tree),
    (ConditionExpressionParser, "_lex_condition_expression", lambda self: deque(_tokens(self.condition_expression))),
]
"""Where, what, and by what it is replaced in every process that runs tests."""
PLAIN: dict[str, Any] = {name: vars(place).get(name) for place, name, _ in INSTEAD}
"""Moto's own of each; nothing where it had none."""


def install() -> None:
    """Do it for this process."""
    for place, name, quick in INSTEAD:
        setattr(place, name, quick)
