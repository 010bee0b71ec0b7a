"""Installs what the application needs into a folder: pruned, compiled, and kept until the requirements change."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from infra import bytecode, pruning
from infra.failure import say, tool
from infra.places import LOCAL, REQUIREMENTS
from infra.targets import Target

RUNTIME = REQUIREMENTS / "runtime.txt"


def dependencies(target: Target, requirements: Path = RUNTIME) -> Path:
    """Give the folder that holds them, ready to be packed."""
    ready = LOCAL / "build" / f"dependencies-{target.name}-{_key(target, requirements)}"
    if not ready.exists():
        say(f"installing what the functions need, for {target.name} (once)")
        unfinished = install(target, requirements, ready.with_suffix(f".{os.getpid()}"))
        pruning.prune(unfinished)
        compile_with(target, unfinished)
        _forget_older(target)
        unfinished.rename(ready)
    return ready


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let one process build at a time: each removes what is older, which another may be packing."""
    lock = LOCAL / "build.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def install(target: Target, requirements: Path, folder: Path) -> Path:
    """Install into `folder` as is, which is what a packager without our care would ship."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [uv(), "pip", "install", "-q", "--target", folder, *target.uv_options]
    tool([*command, "--require-hashes", "-r", requirements], what="installing what the functions need")
    return folder


def compile_with(target: Target, folder: Path) -> None:
    """Add bytecode by the Python that will run it."""
    tool([target.python, bytecode.__file__, folder], what="compiling the package")


def uv() -> Path:
    """The installer: what ./porchlight brought, or the one beside this Python."""
    return Path(os.environ.get("PORCHLIGHT_UV") or Path(sys.executable).parent / "uv")


def _key(target: Target, requirements: Path) -> str:
    parts = [requirements.read_bytes(), target.version().encode(), " ".join(target.uv_options).encode()]
    parts += [Path(str(module.__file__)).read_bytes() for module in (bytecode, pruning)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def _forget_older(target: Target) -> None:
    for older in (LOCAL / "build").glob(f"dependencies-{target.name}-*"):
        if older.suffix == "":
            shutil.rmtree(older, ignore_errors=True)
