"""Starts MiniStack as a process of its own, on loopback, with IAM enforced, and stops it with its state saved."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from infra.account import Account, local_account
from infra.dependencies import uv
from infra.failure import CannotGoOnError, say, tool
from infra.places import LOCAL, REQUIREMENTS
from local.stack import launcher_path

REGION = "us-east-1"
KEY_ID, SECRET = "test", "test"
PATIENCE_S = 60
"""Saving a hundred thousand items takes six seconds; a start with them, two."""


@dataclass(kw_only=True)
class MiniStack:
    """The local AWS on one port, with its state under `folder`."""

    folder: Path
    port: int
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def account(self) -> Account:
        """Root of the local AWS: for our own calls; no function ever gets these."""
        return local_account(self.url, key_id=KEY_ID, secret=SECRET, region=REGION)

    def start(self) -> None:
        """Start and wait until it answers; raises CannotGoOnError with where its log is."""
        python = ministack_environment()
        shutil.rmtree(self.folder / "tmp", ignore_errors=True)
        for part in ("state", "s3", "tmp"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [python, launcher_path()],
                env=self._variables(python),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._wait_until_it_answers()

    def stop(self) -> None:
        """Stop, wait until the state is saved, and end whatever function is still running."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            say("MiniStack did not stop by itself; its last saved state counts")
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None
        shutil.rmtree(self.folder / "tmp", ignore_errors=True)

    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def _log(self) -> Path:
        return self.folder / "ministack.log"

    def _variables(self, python: Path) -> dict[str, str]:
        """Its whole environment: every function inherits it, so nothing of ours may be in it."""
        return {
            "PATH": f"{python.parent}:/usr/bin:/bin",
            "HOME": str(self.folder),
            "TMPDIR": str(self.folder / "tmp"),
            "GATEWAY_PORT": str(self.port),
            "BIND_HOST": "127.0.0.1",
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "AUTH": "true",
            "PERSIST_STATE": "1",
            "STATE_DIR": str(self.folder / "state"),
            "S3_PERSIST": "1",
            "S3_DATA_DIR": str(self.folder / "s3"),
            "LAMBDA_WARM_TTL_SECONDS": "3600",
            "LOG_LEVEL": "INFO",
        }

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline and self.alive():
            try:
                with urllib.request.urlopen(f"{self.url}/_ministack/health", timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        self.stop()
        raise CannotGoOnError(f"MiniStack did not start; its last words are in {self._log}")


def ministack_environment() -> Path:
    """Make MiniStack's own environment, on the interpreter that runs this; give its Python."""
    folder, requirements = LOCAL / "environments" / "ministack", REQUIREMENTS / "ministack.txt"
    python, stamp = folder / "bin" / "python", folder / "requirements.sha256"
    wanted = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    if not (stamp.exists() and stamp.read_text() == wanted):
        say("making the environment of MiniStack, the local AWS (once)")
        shutil.rmtree(folder, ignore_errors=True)
        tool([uv(), "venv", "-q", "--python", sys.executable, folder], what="making MiniStack's environment")
        command = [uv(), "pip", "install", "-q", "--python", python, "--require-hashes", "-r", requirements]
        tool(command, what="installing MiniStack")
        stamp.write_text(wanted)
    return python
