"""`./porchlight admin`: officers, cameras, addresses, figures and the audit of a running stack."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import Any

from commands import admin_data, admin_mail, admin_officers
from commands.admin_stage import local_stage, real_stage
from infra.failure import exit_with
from infra.stage import Stage

Answer = dict[str, Any]
"""What is printed: as one JSON object with --json, otherwise as lines."""


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    stage = real_stage(options.stage, region=options.region) if options.stage else local_stage()
    deed: Callable[[Stage, argparse.Namespace], Answer] = options.deed
    answer = deed(stage, options)
    print(json.dumps(answer) if options.json else "\n".join(_lines(answer)))
    return 1 if answer.get("wrong") else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="porchlight admin", description=__doc__)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="print one JSON object")
    common.add_argument("--stage", help="a deployed stage, by the name given to ./porchlight deploy")
    common.add_argument("--region", help="where it is deployed (AWS_REGION)")
    subjects = parser.add_subparsers(required=True, metavar="SUBJECT")
    admin_officers.add_to(subjects, common)
    admin_data.add_to(subjects, common)
    admin_mail.add_to(subjects, common)
    return parser


def _lines(answer: Answer) -> list[str]:
    lines: list[str] = []
    for name, value in answer.items():
        if isinstance(value, list):
            lines += ["  ".join(str(cell) for cell in row.values() if cell != "") for row in value]
        else:
            lines.append(f"{name:<12} {value}")
    return lines


if __name__ == "__main__":
    exit_with(main)
