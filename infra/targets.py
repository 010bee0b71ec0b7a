"""For which Python and which machine a package is made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from infra.failure import CannotGoOnError

LAMBDA_PYTHON = "3.13"
LAMBDA_PLATFORM = "aarch64-manylinux_2_28"


@dataclass(frozen=True, kw_only=True)
class Target:
    """`python` compiles the bytecode; `uv_options` choose the wheels."""

    name: str
    python: Path
    uv_options: tuple[str, ...]

    def version(self) -> str:
        """What the bytecode is made by: two interpreters of one version make the same."""
        return subprocess.run(
            [self.python, "-c", "import sys; print(sys.version)"], capture_output=True, text=True, check=True
        ).stdout.strip()


def laptop() -> Target:
    """The interpreter at hand, on which the local Lambdas run as well."""
    return Target(name="laptop", python=Path(sys.executable), uv_options=("--python", sys.executable))


def aws_lambda() -> Target:
    """Python 3.13 on arm64; raises CannotGoOnError where no such interpreter is found."""
    python = python_of(LAMBDA_PYTHON)
    options = ("--python", str(python), "--python-version", LAMBDA_PYTHON, "--python-platform", LAMBDA_PLATFORM)
    return Target(name="lambda", python=python, uv_options=(*options, "--only-binary", ":all:"))


def python_of(version: str) -> Path:
    """Find an interpreter on PATH or under pyenv, whose shims answer even where nothing stands behind them."""
    candidates = [Path(found) for found in [shutil.which(f"python{version}")] if found]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates += sorted(pyenv.glob(f"{version}*/bin/python"))
    for candidate in candidates:
        if _is(version, candidate):
            return candidate
    raise CannotGoOnError(
        f"needs Python {version}, which Lambda runs: put python{version} on PATH, or run `pyenv install {version}`"
    )


def _is(version: str, candidate: Path) -> bool:
    asked = [str(candidate), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() == version
    except OSError:
        return False
