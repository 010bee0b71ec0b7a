"""Contract: the tables that tests make, the tables that are deployed and the documented ones have the same keys."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.tables import EXPIRING, TABLES

ROOT = Path(__file__).parents[3]


class Loader(yaml.SafeLoader):
    """Reads CloudFormation's short forms as what they hold."""


def _held(loader, _tag, node):
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    return loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else loader.construct_mapping(node)


Loader.add_multi_constructor("!", _held)


@pytest.fixture(scope="module")
def deployed():
    template = yaml.load((ROOT / "infra/app/data.yaml").read_text(), Loader)  # noqa: S506  (a SafeLoader)
    resources = template["Resources"]
    return {
        name.removesuffix("Table").lower(): resource["Properties"]
        for name, resource in resources.items()
        if resource["Type"] == "AWS::DynamoDB::Table"
    }


def in_order(indexes):
    return sorted(indexes, key=lambda index: index["IndexName"])


def test_the_same_six_tables_are_deployed(deployed):
    assert sorted(deployed) == sorted(TABLES)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_deployed_table_has_the_keys_and_indexes_that_the_store_was_tested_with(deployed, name):
    made = TABLES[name]

    assert deployed[name]["KeySchema"] == made["KeySchema"]
    assert in_order(deployed[name].get("GlobalSecondaryIndexes", [])) == in_order(
        made.get("GlobalSecondaryIndexes", [])
    )


@pytest.mark.parametrize("name", sorted(TABLES))
def test_just_the_tables_that_hold_what_expires_let_it_expire(deployed, name):
    expiry = deployed[name].get("TimeToLiveSpecification", {})

    assert (expiry.get("AttributeName") == "ttl" and expiry.get("Enabled") is True) == (name in EXPIRING)


def test_every_table_index_and_key_attribute_is_documented():
    documented = (ROOT / "docs/data-model.md").read_text()
    for name, table in TABLES.items():
        assert f"| {name} |" in documented
        for index in table.get("GlobalSecondaryIndexes", []):
            assert f"`{index['IndexName']}`" in documented
            for key in index["KeySchema"]:
                assert f"`{key['AttributeName']}`" in documented
