"""`./porchlight run`: the whole house on this machine, until Ctrl-C."""

from __future__ import annotations

import argparse
import fcntl
import json
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import IO

from infra.failure import CannotGoOnError, exit_with, say
from infra.places import LOCAL, ROOT
from local.stack import state
from local.stack.house import House

RUN_FILE = LOCAL / "run.json"
DEMO_CITY = ROOT / "local" / "city"
PATIENCE_S = 60


class _Stopped(BaseException):
    """Somebody asked us to stop."""


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _stop)
    try:
        with only_one():
            return _run(port=options.port, city=options.city, folder=options.state, as_json=options.json)
    except _Stopped:
        return 0


@contextmanager
def only_one() -> Iterator[None]:
    """Let one run at a time use this checkout; raises CannotGoOnError where another does."""
    LOCAL.mkdir(exist_ok=True)
    with (LOCAL / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise CannotGoOnError("it runs already from this checkout: stop that one first (Ctrl-C)") from error
        RUN_FILE.unlink(missing_ok=True)
        yield


def _run(*, port: int, city: Path, folder: Path, as_json: bool) -> int:
    begun = time.monotonic()
    if not city.is_dir():
        raise CannotGoOnError(f"there is no city at {city}: give the folder that holds its agency.toml")
    house = House(ports=state.ports_for(port, folder), city=city.resolve(), folder=folder.resolve())
    try:
        told = house.start()
        _wait_for_the_pages(str(told["base_url"]), house)
        state.write_whole(RUN_FILE, told)
        _tell(told, seconds=time.monotonic() - begun, out=sys.stdout, as_json=as_json)
        return _keep_running(house)
    except _Stopped:
        return 0
    finally:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        RUN_FILE.unlink(missing_ok=True)
        say("stopping, and saving the state")
        house.stop()


def _keep_running(house: House) -> int:
    while house.alive():
        time.sleep(0.5)
    raise CannotGoOnError(f"the local AWS stopped by itself; its log is {house.folder / 'aws' / 'ministack.log'}")


def _wait_for_the_pages(base_url: str, house: House) -> None:
    deadline, last = time.monotonic() + PATIENCE_S, "nothing was heard"
    while time.monotonic() < deadline and house.alive():
        try:
            with urllib.request.urlopen(f"{base_url}/health", timeout=PATIENCE_S):
                return
        except (urllib.error.URLError, OSError) as error:
            last = str(error)
            time.sleep(0.3)
    raise CannotGoOnError(f"the application does not answer at {base_url}/health ({last}); see docs/runbook.md")


def _tell(told: dict[str, str | int], *, seconds: float, out: IO[str], as_json: bool) -> None:
    say(f"ready after {seconds:.0f} s; Ctrl-C stops it and keeps its state")
    if as_json:
        print(json.dumps(told), file=out, flush=True)
        return
    lines = [
        f"  Play all parts      {told['playground_url']}",
        f"  The public page     {told['base_url']}/",
        f"  Register a camera   {told['base_url']}/register",
        f"  The officers' desk  {told['base_url']}/desk",
        f"  For tools           {RUN_FILE}",
        "  For development and demonstrations: this is no place to keep evidence.",
    ]
    print("\n".join(lines), file=out, flush=True)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="porchlight run", description=__doc__)
    parser.add_argument("--port", type=int, default=8000, help="where the pages are (8000)")
    parser.add_argument("--city", type=Path, default=DEMO_CITY, help="the agency's folder (a demo city)")
    parser.add_argument("--state", type=Path, default=LOCAL / "state", help="where state is kept (.local/state)")
    parser.add_argument("--json", action="store_true", help="print what run.json holds, and nothing else")
    return parser.parse_args(arguments)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _Stopped


if __name__ == "__main__":
    exit_with(main)
