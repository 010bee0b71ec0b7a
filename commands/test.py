"""`./porchlight test`: every check and every test, on a stack that it starts itself. Its last line is pytest's."""

from __future__ import annotations

import argparse

from commands.check import finish_static_checks, start_static_checks, tests
from infra.failure import exit_with


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="porchlight test", description=__doc__)
    parser.add_argument("pytest", nargs="*", help="handed on to pytest (all of tests/)")
    options, more = parser.parse_known_args(arguments)
    failed = finish_static_checks(start_static_checks())
    # Each worker gets the tests of one stack, end-to-end or browser, and of the others what it has time for.
    code = tests([*options.pytest, *more, "-n", "2", "-rs"])
    return code or (1 if failed else 0)


if __name__ == "__main__":
    exit_with(main)
