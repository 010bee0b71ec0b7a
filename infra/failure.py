"""The one error that a person at a terminal reads: what went wrong, and what to do, in one line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from botocore.exceptions import BotoCoreError, ClientError


class CannotGoOnError(Exception):
    """Says in one line what is wrong and what to do about it."""


def say(sentence: str) -> None:
    """Show progress on standard error, so that standard output stays for results."""
    print(f"porchlight: {sentence}", file=sys.stderr, flush=True)


def exit_with(main: Callable[[], int]) -> NoReturn:
    """Run a command's main; a CannotGoOnError becomes its one line and exit code 1."""
    try:
        sys.exit(main())
    except CannotGoOnError as error:
        say(str(error))
        sys.exit(1)
    except (BotoCoreError, ClientError) as error:
        say(f"AWS did not do what was asked: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def tool(command: Sequence[object], *, what: str, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    """Run a tool and give its output; raises CannotGoOnError with the last line of what it said."""
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or "it said nothing").splitlines()
        raise CannotGoOnError(f"{what} failed: {said[-1]} (run it by hand: {' '.join(map(str, command))})")
    return done.stdout
