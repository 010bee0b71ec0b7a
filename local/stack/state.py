"""What this machine remembers between two starts: ports, the demo's secrets, and what was deployed."""

from __future__ import annotations

import json
import os
import secrets
import socket
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from infra.failure import CannotGoOnError


@dataclass(frozen=True, kw_only=True)
class Ports:
    """All on loopback; `base` is what --port says, the others follow it where they are free."""

    base: int
    vendors: int
    aws: int
    smtp: int


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What vendors and application know each other by; made once, and worthless elsewhere."""

    account_sid: str
    auth_token: str
    slack_signing_secret: str
    slack_bot_token: str
    contact_key: str


def ports_for(base: int, folder: Path, *, is_free: Callable[[int], bool] | None = None) -> Ports:
    """Give the ports, the same as last time where they are still free; raises CannotGoOnError where `base` is not."""
    free = is_free or _free
    if not free(base):
        raise CannotGoOnError(f"port {base} is in use by another program: stop it, or give another one with --port")
    remembered = _read(folder / "ports.json").get(str(base), {})
    chosen: list[int] = []
    for name, step in (("vendors", 1), ("aws", 2), ("smtp", 3)):
        wanted = remembered.get(name, base + step)
        chosen.append(wanted if free(wanted) and wanted not in chosen else _free_after(wanted, chosen, free))
    ports = Ports(base=base, vendors=chosen[0], aws=chosen[1], smtp=chosen[2])
    write_whole(folder / "ports.json", {str(base): asdict(ports)})
    return ports


def identity(folder: Path) -> Identity:
    """Read the identity, or make one."""
    path = folder / "identity.json"
    if not path.exists():
        made = Identity(
            account_sid="AC" + secrets.token_hex(16),
            auth_token=secrets.token_hex(16),
            slack_signing_secret=secrets.token_hex(16),
            slack_bot_token="xoxb-" + secrets.token_hex(12),
            contact_key=secrets.token_hex(32),
        )
        write_whole(path, asdict(made))
    return Identity(**_read(path))


def remembered(folder: Path) -> dict[str, str]:
    """Give what was done here last time, by name."""
    return _read(folder / "done.json")


def remember(folder: Path, **done: str) -> None:
    """Add to what was done here."""
    write_whole(folder / "done.json", {**remembered(folder), **done})


def write_whole(path: Path, content: dict[str, Any]) -> None:
    """Write JSON so that nobody ever sees half of it, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(json.dumps(content, indent=1) + "\n")
    unfinished.replace(path)


def _read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text())) if path.exists() else {}


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _free_after(port: int, taken: list[int], free: Callable[[int], bool]) -> int:
    """The next port that is free: not any one, since the system lends those to outgoing connections as well."""
    return next(other for other in range(port + 10, 65_536) if other not in taken and free(other))
