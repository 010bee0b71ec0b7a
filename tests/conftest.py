"""What every test gets: compiled catalogues, closed sockets, no real AWS, and a world on moto."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ |= {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_SESSION_TOKEN": "testing",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "POWERTOOLS_TRACE_DISABLED": "true",
    "POWERTOOLS_METRICS_NAMESPACE": "Porchlight",
    "POWERTOOLS_SERVICE_NAME": "porchlight",
}
for _variable in ("AWS_PROFILE", "AWS_ENDPOINT_URL"):
    os.environ.pop(_variable, None)

import boto3
import pytest
from botocore.config import Config
from hypothesis import settings
from pytest_socket import disable_socket, enable_socket

from commands.catalogues import compile_catalogues
from tests import quick_moto
from tests import world as worlds
from tests.short_way import ShortWay
from tests.stack import StackTogether, house, stack
from tests.tables import TABLES

__all__ = ["house", "stack"]
quick_moto.install()
settings.register_profile("without a clock", deadline=None)  # a busy machine is no failure of the code
settings.load_profile("without a clock")
_CLOSED = ("unit", "contract", "channel")
_HERE = Path(__file__).parent


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues once, before any worker process reads them."""
    if not hasattr(config, "workerinput"):
        compile_catalogues()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let the garbage collector pass over what stays: modules, AWS's models, thousands of tests."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> StackTogether | None:
    """Keep tests of the stack together, unless another way of sharing out was asked for, as `check` does."""
    return StackTogether(config, log) if config.getvalue("dist") == "load" else None


@pytest.fixture(autouse=True)
def _closed_sockets(request: pytest.FixtureRequest) -> Iterator[None]:
    """Nothing below unit, contract and channel may reach a network."""
    if request.path.relative_to(_HERE).parts[0] not in _CLOSED:
        yield
        return
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture(scope="session")
def aws_clients() -> dict[str, Any]:
    """Clients that speak to moto while it listens; made once, since making one reads a megabyte of JSON."""
    session = boto3.session.Session(region_name="us-east-1")
    once = Config(retries={"mode": "standard", "total_max_attempts": 1}, request_checksum_calculation="when_required")
    clients = {name: session.client(name, config=once) for name in ("dynamodb", "s3", "sqs")}
    ShortWay(clients["dynamodb"])
    return clients


@pytest.fixture
def aws(aws_clients: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An empty AWS, by service name."""
    with quick_moto.Cloud():
        yield aws_clients


@pytest.fixture(scope="session")
def made(aws_clients: dict[str, Any]) -> dict[str, bytes]:
    """The six tables, and the two buckets as the template makes them, as they stand when just made."""
    with quick_moto.Cloud():
        for described in TABLES.values():
            aws_clients["dynamodb"].create_table(**described)
        tables = quick_moto.kept()
    with quick_moto.Cloud():
        aws_clients["s3"].create_bucket(Bucket=worlds.EVIDENCE_BUCKET, ObjectLockEnabledForBucket=True)
        aws_clients["s3"].create_bucket(Bucket=worlds.PHOTOS_BUCKET)
        return {"tables": tables, "buckets": quick_moto.kept()}


@pytest.fixture
def tables(made: dict[str, bytes], aws: dict[str, Any]) -> Any:
    """The DynamoDB client, and all six tables empty."""
    quick_moto.put(made["tables"])
    return aws["dynamodb"]


@pytest.fixture
def evidence_bucket(made: dict[str, bytes], aws: dict[str, Any]) -> Any:
    """The S3 client, and an evidence bucket as the template makes it."""
    quick_moto.put(made["buckets"])
    return aws["s3"]


@pytest.fixture
def world(tables: Any, evidence_bucket: Any) -> worlds.World:
    """Real stores on moto, fakes for the rest."""
    return worlds.World(tables, evidence_bucket)


@pytest.fixture
def wired(world: worlds.World, monkeypatch: pytest.MonkeyPatch) -> worlds.World:
    """The world, put where handlers look for their adapters."""
    worlds.wire(world, monkeypatch.setattr)
    return world
