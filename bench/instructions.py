"""`./porchlight bench instructions`: machine instructions of one warm lookup, ours and dynamodbgeo's, by callgrind.

Both sides keep botocore: requests are signed and answers parsed, only the network is cut off. Answers are recorded once
and replayed. One process runs all lookups; callgrind's counters are read before and after five warm ones, so imports
and first uses do not count. Hash seed 0, no garbage collection. Needs valgrind on the PATH.
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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import city, peers
from bench.city import CITIES
from bench.engine import CameraEngine
from chalicelib.domain.geofence import Circle
from chalicelib.domain.place import Point

RADII_M = (500, 1609)
GOALS = {500: 3.5, 1609: 5.5}
WARM, LOOKUPS = 3, 5
# A function of the C library that nothing else calls: callgrind writes its counters down where it is entered.
_MARK = "getppid"
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
    try:
        cases = measured()
    except RuntimeError as error:
        print(f"bench instructions: {error}", file=sys.stderr)
        return 2
    print(json.dumps({"bench": "instructions", "cases": cases}) if options.json else "\n".join(map(str, cases)))
    return 0


def measured() -> list[dict[str, Any]]:
    """Measure every radius; raises RuntimeError where valgrind is not there or counted nothing."""
    peers.install()
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(_Recording.of("ours", radius_m), _Recording.of("slim", radius_m)) for radius_m in RADII_M]
        recordings = [recording for pair in pairs for recording in pair]
        file = Path(folder) / "recordings"
        file.write_bytes(pickle.dumps(recordings))
        counts = _counted(file, len(recordings))
    return [_figures(ours, *counts[2 * case : 2 * case + 2]) for case, (ours, _) in enumerate(pairs)]


def _figures(case: _Recording, our_count: int, slim_count: int) -> dict[str, Any]:
    return {
        "radius_m": case.radius_m,
        "matches": case.matches,
        "ours": our_count,
        "dynamodbgeo_slim": slim_count,
        "times_fewer": round(slim_count / our_count, 2),
        "goal": GOALS[case.radius_m],
    }


def _counted(file: Path, cases: int) -> list[int]:
    """Run all cases in one process; its counters are written and set back wherever it asks for its parent's number."""
    valgrind = ["valgrind", "--tool=callgrind", f"--dump-before={_MARK}", f"--callgrind-out-file={file}.out"]
    command = [*valgrind, sys.executable, "-m", __name__, str(file)]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    try:
        run = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    except FileNotFoundError as error:
        raise RuntimeError("valgrind is not on the PATH (apt-get install valgrind)") from error
    parts = [Path(f"{file}.out.{part}") for part in range(2, 2 * cases + 1, 2)]
    if run.returncode or not all(part.exists() for part in parts):
        raise RuntimeError(f"valgrind counted nothing: {run.stderr[-500:]}")
    return [_total(part) // LOOKUPS for part in parts]


def _total(dump: Path) -> int:
    found = re.search(r"^(?:totals|summary): (\d+)", dump.read_text(), re.MULTILINE)
    if not found:
        raise RuntimeError("valgrind counted nothing")
    return int(found[1])


def _place() -> tuple[list[Point], Point]:
    points = city.points(CITIES[0])
    return points, city.incidents(CITIES[0], points, count=2)[0]


@dataclass(frozen=True, slots=True)
class _Recording:
    """A lookup, and what its requests were answered, by their bodies."""

    side: str
    radius_m: int
    middle: Point
    answers: dict[bytes, bytes]
    matches: int

    @staticmethod
    def of(side: str, radius_m: int) -> _Recording:
        """Answer each request from the engine."""
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
        return _Recording(side, radius_m, middle, answers, len(found))

    def lookup(self) -> Callable[[], Any]:
        """Give the lookup, answered from the recording."""
        return _lookup(self.side, Circle(self.middle, self.radius_m), self.answers.__getitem__)


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


def _run(file: Path) -> None:
    """Warm each lookup up, then mark where it begins and ends: every second stretch between marks is counted."""
    recordings: list[_Recording] = pickle.loads(file.read_bytes())  # noqa: S301 (written by this program a moment ago)
    peers.install()
    gc.freeze()
    gc.disable()
    for recording in recordings:
        lookup = recording.lookup()
        for _ in range(WARM):
            lookup()
        os.getppid()
        for _ in range(LOOKUPS):
            lookup()
        os.getppid()


if __name__ == "__main__":
    _run(Path(sys.argv[1]))
