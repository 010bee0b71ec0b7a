"""The running stack for tests: always one of our own, with a port and a state of its own."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import pytest
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parent.parent
NOT_COPIED = (".git", ".local", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache")
NEED_A_STACK = ("tests/e2e/", "tests/browser/")
"""Each of these folders gets a stack, so that two workers have one each."""
FIRST_START_S = 240
"""What the first start may take, with nothing installed."""


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A stack of our own: here, or in a copy of the project where one runs here already, or another worker's does."""
    with _lock_file("tests.lock").open("a") as claim:
        root = ROOT if _locks(claim) and not _is_taken() else _copy(tmp_path_factory.mktemp("copy"))
        ours = Running(tmp_path_factory.mktemp("state"), port=_free_port(), root=root)
        try:
            with _lock_file("start.lock").open("a") as turn:
                fcntl.flock(turn, fcntl.LOCK_EX)  # the first of a fresh clone installs what all share
                ours.start()
            yield ours
        finally:
            ours.stop()


@pytest.fixture(scope="session")
def stack(house: Running) -> dict[str, Any]:
    """What run.json holds while the stack runs."""
    told: dict[str, Any] = json.loads(house.run_file.read_text())
    return told


class Running:
    """`./porchlight run` with a port and a state of its own; it can be stopped and started again."""

    def __init__(self, state: Path, *, port: int, root: Path = ROOT) -> None:
        self.state, self.port, self.root = state, port, root
        self.run_file = root / ".local" / "run.json"
        self.log = state / "run.log"
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> dict[str, Any]:
        """Start and wait until run.json stands; give what was printed on standard output."""
        command = [sys.executable, "porchlight", "run", "--json", "--port", str(self.port), "--state", str(self.state)]
        # The tests' own AWS variables are for moto; nothing that runs here reads any.
        variables = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=self.root, env=variables, stdout=subprocess.PIPE, stderr=log, text=True
            )
        deadline = time.monotonic() + FIRST_START_S
        while not self.run_file.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                pytest.fail(f"./porchlight run did not start:\n{self.log.read_text()[-3000:]}")
            time.sleep(0.2)
        assert self.process.stdout is not None
        told: dict[str, Any] = json.loads(self.process.stdout.readline())
        return told

    def porchlight(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run another command beside it, and wait."""
        command = [sys.executable, "porchlight", *arguments]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False, timeout=120)

    def stop(self, number: int = signal.SIGTERM) -> int | None:
        """Stop it and wait; give its exit code."""
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(90)
        if self.process.stdout is not None:
            self.process.stdout.close()
        self.process = None
        return code

    def kill(self) -> None:
        """End every process at once, as a power cut does."""
        for number in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self.stop()
        self.run_file.unlink(missing_ok=True)

    def processes(self) -> dict[int, str]:
        """Every process whose command line or environment names our state."""
        mark, found = str(self.state).encode(), {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                command, environment = (folder / "cmdline").read_bytes(), (folder / "environ").read_bytes()
            except OSError:
                continue
            if int(folder.name) != os.getpid() and (mark in command or mark in environment):
                found[int(folder.name)] = command.replace(b"\0", b" ").decode(errors="replace")
        return found


class StackTogether(LoadScopeScheduling):  # type: ignore[misc]
    """Gives all tests of a folder that needs the stack to one worker, so that it starts once; the others file by file.

    File by file, since after each test xdist looks through all shares that it gave out. xdist's own `loadgroup` writes
    the group into the node id, which pytest 9 no longer lets it.
    """

    def _split_scope(self, nodeid: str) -> str:
        folder = next((folder for folder in NEED_A_STACK if nodeid.startswith(folder)), "")
        return folder or nodeid.partition("::")[0]


def _is_taken() -> bool:
    """Say whether a run holds the lock of this folder: it starts, runs or stops."""
    with _lock_file("run.lock").open("a") as lock:
        return not _locks(lock)


def _lock_file(name: str) -> Path:
    found = ROOT / ".local" / name
    found.parent.mkdir(exist_ok=True)
    return found


def _locks(lock: TextIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _copy(root: Path) -> Path:
    """Copy the project as it stands; its environments are shared."""
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*NOT_COPIED), dirs_exist_ok=True)
    (root / ".local").mkdir()
    for shared in (".venv", ".local/environments"):
        (root / shared).symlink_to(ROOT / shared)
    return root


def _free_port() -> int:
    """A port that is free with the three after it, and below those that the system lends to outgoing connections."""
    while True:
        base = random.randrange(20_000, 32_000, 10)
        if all(_free(base + step) for step in range(4)):
            return base


def _free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
