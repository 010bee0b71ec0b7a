"""`./porchlight bench import`: the processor time that a cold start of the SMS webhook spends on importing.

Beside it: a bare Chalice app that makes one DynamoDB client, and the webhook as Chalice's own packager would ship it
(no bytecode, everything in it). Medians of interleaved runs in fresh interpreters; time before the first import of
ours does not count.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from infra.archive import sizes
from infra.dependencies import RUNTIME, install
from infra.failure import say
from infra.package import Package, build
from infra.targets import laptop

RUNS = 9
WEBHOOK = "from chalicelib.channels.sms.entry import sms_webhook"
OUR_CLIENT = "from chalicelib import wiring; wiring._client('dynamodb')"
"""The client as the functions make it."""
CLIENT = "import boto3; boto3.client('dynamodb', region_name='us-east-1')"
BARE = "from chalice.app import Chalice; Chalice(app_name='bare')"
MEASURED = """
import sys, time
sys.path.insert(0, {folder!r})
began = time.process_time()
{code}
print(time.process_time() - began)
"""
GOALS = {"of_bare": 1.25, "of_chalice": 0.5, "zipped_mb": 20.0, "unzipped_mb": 65.0}


@dataclass(frozen=True, kw_only=True)
class Case:
    """One thing to import, from one folder."""

    name: str
    folder: Path
    code: str

    def seconds(self) -> float:
        """Import it once in a fresh interpreter; give the processor time in seconds."""
        program = MEASURED.format(folder=str(self.folder), code=self.code)
        variables = {"PATH": os.environ["PATH"], "AWS_DEFAULT_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true"}
        ran = subprocess.run(
            [sys.executable, "-B", "-I", "-S", "-c", program], env=variables, capture_output=True, text=True, check=True
        )
        return float(ran.stdout.split()[-1])


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="porchlight bench import", description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=RUNS)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder), runs=options.runs)
    print(json.dumps(figures) if options.json else "\n".join(f"{name:<14} {value}" for name, value in figures.items()))
    return 0


def measure(folder: Path, *, runs: int) -> dict[str, float | bool | int]:
    """Give milliseconds, ratios and sizes, and whether the goals are met."""
    package = build(laptop())
    ours, theirs = _ours(package, folder / "ours"), _as_chalice_ships(package, folder / "theirs")
    cases = [
        Case(name="webhook", folder=ours, code=f"{WEBHOOK}; {OUR_CLIENT}"),
        Case(name="webhook_alone", folder=ours, code=WEBHOOK),
        Case(name="bare", folder=ours, code=f"{BARE}; {CLIENT}"),
        Case(name="chalice", folder=theirs, code=f"{WEBHOOK}; {OUR_CLIENT}"),
    ]
    say(f"measuring {runs} interleaved runs")
    times: dict[str, list[float]] = {case.name: [] for case in cases}
    for _ in range(runs):
        for case in cases:
            times[case.name].append(case.seconds())
    median = {name: statistics.median(found) for name, found in times.items()}
    zipped, unzipped = sizes(package.archive)
    figures: dict[str, float] = {f"{name}_ms": round(1000 * seconds, 1) for name, seconds in median.items()}
    figures |= {
        "of_bare": round(median["webhook"] / median["bare"], 3),
        "of_chalice": round(median["webhook"] / median["chalice"], 3),
        "zipped_mb": round(zipped / 1e6, 2),
        "unzipped_mb": round(unzipped / 1e6, 2),
    }
    return {**figures, "runs": runs, "goals_met": all(figures[name] <= most for name, most in GOALS.items())}


def _ours(package: Package, folder: Path) -> Path:
    with zipfile.ZipFile(package.archive) as archive:
        archive.extractall(folder)
    return folder


def _as_chalice_ships(package: Package, folder: Path) -> Path:
    """Every library whole, no bytecode of any use; -B keeps Python from writing some as Lambda's disk would."""
    say("installing what Chalice's own packager would ship")
    install(laptop(), RUNTIME, folder)
    with zipfile.ZipFile(package.archive) as archive:
        wanted = [name for name in archive.namelist() if name.startswith(("app.py", "chalice/", "chalicelib/"))]
        archive.extractall(folder, [name for name in wanted if "__pycache__" not in name])
    for leftover in list(folder.rglob("__pycache__")):
        shutil.rmtree(leftover)
    return folder
