"""`./porchlight check`: the fast part, under a minute: format, rules, types, layers; unit, channel, contract tests."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from infra.failure import exit_with, say
from infra.places import ROOT

FAST_TESTS = ("tests/unit", "tests/channel", "tests/contract")
BIN = Path(sys.executable).parent
STATIC: dict[str, list[str | Path]] = {
    "format": [BIN / "ruff", "format", "--check", "--quiet", "."],
    "rules": [BIN / "ruff", "check", "--quiet", "."],
    "types": [BIN / "mypy", "--no-error-summary"],
    "layers": [BIN / "lint-imports"],
}


def main() -> int:
    running = start_static_checks()
    failed = [] if tests([*FAST_TESTS, "-m", "not slow", "-n", "2", "--dist", "worksteal"]) == 0 else ["tests"]
    failed += finish_static_checks(running)
    if failed:
        say(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


def start_static_checks() -> dict[str, subprocess.Popen[str]]:
    """Start what needs no test runner, all at once."""
    return {
        name: subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for name, command in STATIC.items()
    }


def finish_static_checks(running: Mapping[str, subprocess.Popen[str]]) -> list[str]:
    """Wait for them; give the names of those that failed, their words shown."""
    failed = []
    for name, process in running.items():
        words, _ = process.communicate()
        say(f"{name:<7} {'ok' if process.returncode == 0 else 'FAILED'}")
        if process.returncode:
            failed.append(name)
            print(words, file=sys.stderr)
    return failed


def tests(arguments: Sequence[str]) -> int:
    """Run pytest here, in a process of its own; give its exit code."""
    plugins = ["-p", "commands.bytecode", "-p", "commands.skips"]
    command = [sys.executable, "-m", "pytest", "-q", *plugins, *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    exit_with(main)
