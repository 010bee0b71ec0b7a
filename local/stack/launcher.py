"""MiniStack with state that survives more than a clean stop. Runs in MiniStack's own environment.

Stock MiniStack saves at a clean stop only. This saves every few seconds as well, under the services' locks, into the
same files. It uses private names, which is why requirements/ministack.in pins the version; tests/infra watches them.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from ministack import app
from ministack.core import persistence
from ministack.services import dynamodb, sqs

SAVE_EVERY_S = float(os.environ.get("AUTOSAVE_S", "5"))
LOCKS = {"dynamodb": dynamodb._lock, "sqs": sqs._queues_lock}  # noqa: SLF001
_built_by_ministack = app._build_persistence_save_dict  # noqa: SLF001
log = logging.getLogger("ministack")


def main() -> None:
    app._build_persistence_save_dict = what_to_save  # noqa: SLF001
    threading.Thread(target=save_now_and_then, daemon=True).start()
    threading.Thread(target=stop_when_orphaned, args=(os.getppid(),), daemon=True).start()
    sys.argv = ["ministack"]
    app.main()


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
