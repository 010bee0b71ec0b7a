"""The running stack for tests: the one that runs already, or one of our own with a state of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pytest

ROOT = Path(__file__).resolve().parent.parent
RUN_FILE = ROOT / ".local" / "run.json"
FIRST_START_S = 240
"""What the first start may take, with nothing installed."""


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What run.json holds while the stack runs."""
    if RUN_FILE.exists():
        yield json.loads(RUN_FILE.read_text())
        return
    with running(tmp_path_factory.mktemp("state")) as process:
        yield process.told


class running:  # noqa: N801  (reads as a sentence where it is used)
    """`./porchlight run` on free ports; a context manager that stops it."""

    def __init__(self, state: Path, *arguments: str) -> None:
        self.log = state / "run.log"
        command = [sys.executable, "porchlight", "run", "--json", "--port", str(_free_port()), "--state", str(state)]
        # The tests' own AWS variables are for moto; nothing that runs here reads any.
        variables = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, *arguments], cwd=ROOT, env=variables, stdout=subprocess.PIPE, stderr=log, text=True
            )
        self.told: dict[str, Any] = {}

    def __enter__(self) -> Self:
        deadline = time.monotonic() + FIRST_START_S
        while not RUN_FILE.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                pytest.fail(f"./porchlight run did not start:\n{self.log.read_text()[-3000:]}")
            time.sleep(0.2)
        assert self.process.stdout is not None
        self.told = json.loads(self.process.stdout.readline())
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Stop it and wait; give its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(90)
        if self.process.stdout is not None:
            self.process.stdout.close()
        return code


def keep_together(items: list[pytest.Item]) -> None:
    """Give all tests that need the stack to one worker, so that it starts once."""
    for item in items:
        if "stack" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("stack"))


def _free_port() -> int:
    """A port that is free with the three after it."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return int(probe.getsockname()[1])
