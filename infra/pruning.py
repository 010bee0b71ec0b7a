"""What of the installed libraries stays out of the package: whatever no function of ours can reach."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

AWS_SERVICES = frozenset({"dynamodb", "geo-places", "s3", "secretsmanager", "sesv2", "sqs"})
"""The services that chalicelib/wiring.py makes clients of; a test compares."""
TWILIO_DOMAINS = frozenset({"api"})
ASYNC_ONLY = frozenset(
    {"aiohappyeyeballs", "aiohttp", "aiohttp_retry", "aiosignal", "attr", "attrs", "frozenlist", "multidict",
     "propcache", "yarl"}
)  # fmt: skip
"""Needed by the asynchronous halves of twilio and slack_sdk alone, which nothing of ours imports."""
NEVER = re.compile(
    r"(^|/)(__pycache__|tests?)(/|$)|\.(pyc|pyi|pyx|pxd|c|h|a|cmake)$|CMakeLists\.txt$|^(bin|include|lib64)/"
    r"|\.dist-info/(?!METADATA$|licenses?/|LICEN[CS]E)|^boto3/examples/|/examples-1\.json(\.gz)?$|(^|/)py\.typed$"
    r"|^\.lock$|^aws_lambda_powertools/event_handler/"  # its router and Swagger pages: Chalice routes here
)


def stays(name: str) -> bool:
    """Say whether this file, by its path within the package, goes along."""
    parts = name.split("/")
    return not (NEVER.search(name) or _of_another_service(parts) or _asynchronous(parts))


def prune(folder: Path) -> None:
    """Delete from an installed folder whatever does not stay, and the folders that this leaves empty."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif not stays(path.relative_to(folder).as_posix()):
            path.unlink()
    shutil.rmtree(folder / "lib64", ignore_errors=True)


def _of_another_service(parts: list[str]) -> bool:
    if parts[:2] == ["botocore", "data"] and len(parts) > 3:
        return parts[2] not in AWS_SERVICES
    return parts[:2] == ["twilio", "rest"] and len(parts) > 3 and parts[2] not in TWILIO_DOMAINS


def _asynchronous(parts: list[str]) -> bool:
    return parts[0].split("-")[0] in ASYNC_ONLY
