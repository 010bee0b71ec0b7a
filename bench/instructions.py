"""`./porchlight bench instructions`: machine instructions of one warm lookup, ours and dynamodbgeo's, by callgrind.

Both sides keep botocore: requests are signed and answers parsed, only the network is cut off. Answers are recorded once
and replayed; thirteen lookups minus three, over ten, so that imports and first uses do not count. Hash seed 0, no
garbage collection. Needs valgrind on the PATH.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import pickle
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench import city, peers
from bench.city import CITIES
from bench.engine import CameraEngine
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point

RADII_M = (500, 1609)
FEW, MANY = 3, 13
# What a slim record shows beside keys and place, in 95 bytes of names and values.
SLIM: dict[str, dict[str, str]] = {
    "heading": {"N": "270"},
    "retention": {"N": "30"},
    "flags": {"N": "3"},
    "state": {"S": "working"},
    "kind": {"S": "doorbell"},
    "owner": {"S": "7h3kq0zx7h3kq0zx"},
    "model": {"S": "an example camera model"},
}


def main(arguments: list[str]) -> int:
    """Print instructions a lookup as a table or one JSON object."""
    parser = argparse.ArgumentParser(prog="./porchlight bench instructions", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    peers.install()
    with tempfile.TemporaryDirectory() as folder:
        cases = [_measured(radius_m, Path(folder)) for radius_m in RADII_M]
    print(json.dumps({"bench": "instructions", "cases": cases}) if options.json else "\n".join(map(str, cases)))
    return 0


def _measured(radius_m: int, folder: Path) -> dict[str, Any]:
    counts = {}
    for side in ("ours", "slim"):
        recorded = folder / f"{side}{radius_m}"
        matches = _record(side, radius_m, recorded)
        few, many = (_counted(side, radius_m, recorded, times) for times in (FEW, MANY))
        counts[side] = (many - few) // (MANY - FEW)
    ratio = round(counts["slim"] / counts["ours"], 2)
    return {"radius_m": radius_m, "matches": matches, "ours": counts["ours"], "slim": counts["slim"], "times": ratio}


def _counted(side: str, radius_m: int, recorded: Path, times: int) -> int:
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, "-m", __name__]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    run = [*command, side, str(radius_m), str(recorded), str(times)]
    told = subprocess.run(run, check=True, capture_output=True, text=True, env=environment).stderr
    found = re.search(r"Collected : (\d+)", told)
    if not found:
        raise RuntimeError("valgrind counted nothing")
    return int(found[1])


def _place() -> tuple[list[Point], Point]:
    points = city.points(CITIES[0])
    return points, city.incidents(CITIES[0], points, count=2)[0]


def _record(side: str, radius_m: int, file: Path) -> int:
    """Answer each request from the engine, and keep the answers by the requests' bodies."""
    points, middle = _place()
    slim = peers.DynamoDBGeo(points, record_bytes=peers.SLIM_BYTES)
    ours = CameraEngine(city.facts(point, number) for number, point in enumerate(points))
    answers: dict[bytes, bytes] = {}

    def answer(body: bytes) -> bytes:
        asked = json.loads(body)
        page = ours.query(**asked) if side == "ours" else slim.engine.query(**asked)
        if side == "slim":
            page = page | {"Items": [item | {"hashKey": {"N": "10"}} | SLIM for item in page["Items"]]}
        answers[body] = json.dumps(page | {"Count": len(page["Items"])}).encode()
        return answers[body]

    found = _lookup(side, Circle(middle, radius_m), answer)()
    file.write_bytes(pickle.dumps((middle, answers)))
    return len(found)


def _lookup(side: str, circle: Circle, answer: Callable[[bytes], bytes]) -> Callable[[], Any]:
    """Give a lookup through a real client whose requests end just before the network."""
    import boto3
    from botocore.awsrequest import AWSResponse

    from chalicelib.store import plain_json
    from chalicelib.store.camera_index import CameraIndex

    given: dict[str, Any] = {"botocore_session": plain_json.session()} if side == "ours" else {}
    keys: dict[str, Any] = {"aws_access_key_id": "example", "aws_secret_access_key": "example"}
    session = boto3.session.Session(region_name="us-east-1", **keys, **given)
    client: Any = session.client("dynamodb")

    def cut_off(request: Any, **_: Any) -> AWSResponse:
        body = request.body if isinstance(request.body, bytes) else request.body.encode()
        headers: Any = {"x-amzn-requestid": "example"}
        return AWSResponse(request.url, 200, headers, _Raw(answer(body)))

    client.meta.events.register("before-send.dynamodb.Query", cut_off)
    if side == "ours":
        index = CameraIndex(client, "registry")
        return lambda: index.find(circle)
    peer = peers.DynamoDBGeo([], record_bytes=peers.SLIM_BYTES, client=client)
    return lambda: peer.find(circle)


class _Raw:
    """What botocore reads an answer from."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def stream(self) -> Iterator[bytes]:
        """Give the body at once."""
        yield self._body


def _run(side: str, radius_m: int, recorded: Path, times: int) -> None:
    middle, answers = pickle.loads(recorded.read_bytes())  # noqa: S301 (written by this program a moment ago)
    peers.install()
    lookup = _lookup(side, Circle(middle, radius_m), answers.__getitem__)
    gc.freeze()
    gc.disable()
    for _ in range(times):
        lookup()


if __name__ == "__main__":
    _run(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
