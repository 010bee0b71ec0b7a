"""MiniStack with state that survives more than a clean stop, and packages unpacked once. Runs in its own environment.

Stock MiniStack saves at a clean stop only; this saves every few seconds as well, under the services' locks, into the
same files. Stock MiniStack unpacks a package for every call that runs beside another, forty megabytes that take minutes
to delete; this unpacks it once. It uses private names, which is why requirements/ministack.in pins the version;
tests/infra watches them.
"""

from __future__ import annotations

import hashlib
import logging
import os
import signal
import sys
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ministack import app
from ministack.core import lambda_runtime, persistence
from ministack.services import dynamodb, sqs

SAVE_EVERY_S = float(os.environ.get("AUTOSAVE_S", "5"))
LOCKS = {"dynamodb": dynamodb._lock, "sqs": sqs._queues_lock}  # noqa: SLF001
_built_by_ministack = app._build_persistence_save_dict  # noqa: SLF001
log = logging.getLogger("ministack")


def main() -> None:
    lambda_runtime.zipfile = SimpleNamespace(
        ZipFile=UnpackedOnce, BadZipFile=zipfile.BadZipFile, LargeFileError=zipfile.LargeZipFile
    )
    app._build_persistence_save_dict = what_to_save  # noqa: SLF001
    threading.Thread(target=save_now_and_then, daemon=True).start()
    threading.Thread(target=stop_when_orphaned, args=(os.getppid(),), daemon=True).start()
    sys.argv = ["ministack"]
    app.main()


class UnpackedOnce(zipfile.ZipFile):
    """Unpacks a function's package once and links to it: MiniStack would for every call that runs beside another.

    No function writes into its code, as none can in Lambda; what is linked is removed with the folder for all.
    """

    lock = threading.Lock()

    def extractall(self, path: Any = None, members: Any = None, pwd: Any = None) -> None:
        package, target = Path(str(self.filename)), Path(path)
        shared = package.parent.parent / f"code-{hashlib.sha256(package.read_bytes()).hexdigest()}"
        with self.lock:
            if not shared.exists():
                unfinished = shared.with_suffix(".unfinished")
                super().extractall(unfinished, members, pwd)
                unfinished.rename(shared)
        package.unlink()
        target.rmdir()
        target.symlink_to(shared)


def what_to_save() -> dict[str, Callable[[], Any]]:
    return {service: patient(service, state) for service, state in _built_by_ministack().items()}


def patient(service: str, state: Callable[[], Any]) -> Callable[[], Any]:
    """Read a service's state under its lock, again where it changed under our hands."""

    def read() -> Any:
        for attempt in range(20):
            try:
                if service not in LOCKS:
                    return state()
                with LOCKS[service]:
                    return state()
            except RuntimeError:
                time.sleep(0.05 * (attempt + 1))
        raise RuntimeError(f"the state of {service} does not hold still")

    return read


def save_now_and_then() -> None:
    while True:
        time.sleep(SAVE_EVERY_S)
        try:
            persistence.save_all(what_to_save())
        except Exception:
            log.exception("the state could not be saved; trying again in %s s", SAVE_EVERY_S)


def stop_when_orphaned(parent: int) -> None:
    """Whoever started us may be killed without a word; nothing may stay behind."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
