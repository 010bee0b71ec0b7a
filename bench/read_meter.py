"""Whether the read units computed here are those of dynalite, a DynamoDB emulator whose read meter is right.

The same entries are put into its tables, and the same lookups are made there: ours through the product's own index,
and dynamodbgeo's. A lookup whose computed units are not what dynalite says it consumed counts as a difference. dynalite
gives a page of nothing for free; DynamoDB bills half a unit for it, and so do both sums here.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from bench import city, peers
from bench.city import CITIES
from bench.engine import CameraEngine
from chalicelib.domain.camera_key import encode_facts
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point
from chalicelib.store.camera_index import CameraIndex, Meter

CAMERAS, LOOKUPS = 5_000, 25
RADII_M = (100, 500, 1609, 4828)
_LOCKED = peers.ROOT / "requirements" / "dynalite"
_HOME = peers.FOLDER / "dynalite"
_SERVE = "require('dynalite')({createTableMs:0}).listen(0,'127.0.0.1',function(){console.log(this.address().port)})"
_TABLE, _AT_ONCE, _LEAST = "registry", 25, 0.5
Units = Callable[[Circle], float]


def measured() -> dict[str, Any]:
    """Give how many lookups were compared, and how many `differences` there were; RuntimeError without node and npm."""
    install()
    peers.install()
    town = CITIES[0]
    points = city.points(town)[:CAMERAS]
    circles = [Circle(at, radius_m) for at in city.incidents(town, points, count=LOOKUPS) for radius_m in RADII_M]
    with _served() as port:
        pairs = {"ours": _ours(points, port), "dynamodbgeo_slim": _peers(points, port)}
        return {"cameras": len(points), **{name: _compared(circles, *pair) for name, pair in pairs.items()}, "goal": 0}


def install() -> None:
    """Put dynalite where only this benchmark finds it; raises RuntimeError where it cannot be had."""
    if (_HOME / "node_modules" / "dynalite").exists():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("npm is not on the PATH: dynalite cannot be installed")
    _HOME.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(_LOCKED / name, _HOME)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    if subprocess.run(command, cwd=_HOME, check=False, stdout=sys.stderr).returncode:
        raise RuntimeError("dynalite could not be installed: is the package registry reachable?")


@contextmanager
def _served() -> Iterator[int]:
    """Run dynalite in memory, and give its port."""
    command = [shutil.which("node") or "node", "-e", _SERVE]
    with subprocess.Popen(command, cwd=_HOME, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield int(server.stdout.readline())
        finally:
            server.terminate()


def _compared(circles: Sequence[Circle], computed: Units, consumed: Units) -> dict[str, Any]:
    units = [(computed(circle), consumed(circle)) for circle in circles]
    return {
        "lookups": len(units),
        "rcu_computed": sum(one for one, _ in units),
        "rcu_of_dynalite": sum(other for _, other in units),
        "differences": sum(one != other for one, other in units),
    }


def _ours(points: Sequence[Point], port: int) -> tuple[Units, Units]:
    facts = [city.facts(point, number) for number, point in enumerate(points)]
    client = _Metered(_client(port))
    client.create(_table("pk", "sk", gp="S", gs="S") | {"GlobalSecondaryIndexes": [_index("geo", "gp", "gs")]})
    keys = map(encode_facts, facts)
    # A private field stands in the table alone, and is not paid for.
    client.put(
        {"pk": f"{number:08}", "sk": "c1", "gp": key.gp, "gs": key.gs, "address": "100 Example Street"}
        for number, key in enumerate(keys)
    )
    engine, dynalite = CameraIndex(CameraEngine(facts), _TABLE), CameraIndex(client, _TABLE)

    def computed(circle: Circle) -> float:
        meter = Meter()
        engine.find(circle, meter=meter)
        return meter.read_units

    return computed, client.units_of(dynalite.find)


def _peers(points: Sequence[Point], port: int) -> tuple[Units, Units]:
    engine = peers.DynamoDBGeo(points, record_bytes=peers.SLIM_BYTES)
    client = _Metered(_client(port))
    index = _index("geohash-index", "hashKey", "geohash") | {"Projection": {"ProjectionType": "ALL"}}
    table = _table("hashKey", "rangeKey", hashKey="N", geohash="N", rangeKey="S") | {"TableName": "cameras"}
    client.create(table | {"LocalSecondaryIndexes": [index]})
    client.put(engine.engine.items(), table="cameras")
    dynalite = peers.DynamoDBGeo([], record_bytes=0, client=client)

    def computed(circle: Circle) -> float:
        before = engine.engine.read_units
        engine.find(circle)
        return engine.engine.read_units - before

    return computed, client.units_of(dynalite.find)


class _Metered:
    """A client that sums up what its Queries consumed, by what the answers say."""

    def __init__(self, client: Any) -> None:
        self._client, self._units = client, 0.0

    def query(self, **asked: Any) -> dict[str, Any]:
        """Pass a Query on."""
        page: dict[str, Any] = self._client.query(**asked | {"ReturnConsumedCapacity": "TOTAL"})
        self._units += max(_LEAST, page["ConsumedCapacity"]["CapacityUnits"])
        return page

    def units_of(self, find: Callable[[Circle], object]) -> Units:
        """Give what a lookup consumes."""

        def consumed(circle: Circle) -> float:
            before = self._units
            find(circle)
            return self._units - before

        return consumed

    def create(self, table: dict[str, Any]) -> None:
        """Create a table and wait until it is there."""
        self._client.create_table(**table)
        self._client.get_waiter("table_exists").wait(TableName=table["TableName"], WaiterConfig={"Delay": 1})

    def put(self, items: Iterable[dict[str, str | int]], *, table: str = _TABLE) -> None:
        """Put items of texts and whole numbers."""
        puts = [{"PutRequest": {"Item": {name: _packed(value) for name, value in item.items()}}} for item in items]
        for first in range(0, len(puts), _AT_ONCE):
            self._client.batch_write_item(RequestItems={table: puts[first : first + _AT_ONCE]})


def _packed(value: str | int) -> dict[str, str]:
    return {"S": value} if isinstance(value, str) else {"N": str(value)}


def _client(port: int) -> Any:
    import boto3

    keys: dict[str, Any] = {"aws_access_key_id": "example", "aws_secret_access_key": "example"}
    return boto3.session.Session(region_name="us-east-1", **keys).client(
        "dynamodb", endpoint_url=f"http://127.0.0.1:{port}"
    )


def _table(partition: str, sort: str, **kinds: str) -> dict[str, Any]:
    kinds = {partition: "S", sort: "S"} | kinds
    return {
        "TableName": _TABLE,
        "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": _keys(partition, sort),
        "AttributeDefinitions": [{"AttributeName": name, "AttributeType": kind} for name, kind in kinds.items()],
    }


def _index(name: str, partition: str, sort: str) -> dict[str, Any]:
    return {
        "IndexName": name,
        "KeySchema": _keys(partition, sort),
        "Projection": {"ProjectionType": "KEYS_ONLY"},
    }


def _keys(partition: str, sort: str) -> list[dict[str, str]]:
    return [{"AttributeName": partition, "KeyType": "HASH"}, {"AttributeName": sort, "KeyType": "RANGE"}]
