"""`./porchlight package`: the package and the template that go to AWS, byte for byte the same each time."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from commands.catalogues import compile_catalogues
from infra import places
from infra.archive import digest_of, sizes, write_archive
from infra.chalice_template import SHIPPED, chalice_package
from infra.dependencies import RUNTIME, compile_with, dependencies, one_at_a_time
from infra.failure import CannotGoOnError, exit_with, say
from infra.targets import Target, aws_lambda
from infra.template import write_template

MOST_ZIPPED, MOST_UNZIPPED = 20_000_000, 65_000_000


@dataclass(frozen=True, kw_only=True)
class Package:
    """What CloudFormation needs: a template whose functions' code is `archive`."""

    template: Path
    archive: Path


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="porchlight package", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    package = build(aws_lambda())
    zipped, unzipped = sizes(package.archive)
    told = {
        "template": str(package.template),
        "archive": str(package.archive),
        "sha256": digest_of(package.archive),
        "zipped_bytes": zipped,
        "unzipped_bytes": unzipped,
    }
    print(json.dumps(told) if options.json else "\n".join(f"{name:<15} {value}" for name, value in told.items()))
    return 0


def build(target: Target, *, source: Path = places.ROOT, builds: Path = places.LOCAL / "build") -> Package:
    """Build for `target`, or find in `builds` what was built before from the same files. Raises CannotGoOnError."""
    compile_catalogues(source / "chalicelib" / "words")
    folder = builds / f"package-{target.name}-{_key(target, source)}"
    package = Package(template=folder / "template.json", archive=folder / "package.zip")
    with one_at_a_time():
        if not package.archive.exists():
            say(f"packaging the application for {target.name}")
            _make(target, source, folder)
    _check_sizes(package.archive)
    return package


def _make(target: Target, source: Path, folder: Path) -> None:
    workshop = folder.with_suffix(f".{os.getpid()}")
    shutil.rmtree(workshop, ignore_errors=True)
    workshop.mkdir(parents=True)
    try:
        _fill(workshop, target, source)
    except BaseException:
        shutil.rmtree(workshop)
        raise
    for older in folder.parent.glob(f"package-{target.name}-*"):
        if older != workshop and not older.suffix:
            shutil.rmtree(older, ignore_errors=True)
    workshop.rename(folder)


def _fill(workshop: Path, target: Target, source: Path) -> None:
    template, application = chalice_package(source, workshop)
    compile_with(target, application)
    write_template(workshop / "template.json", template)
    write_archive(workshop / "package.zip", [dependencies(target), application])
    for scaffold in ("source", "packaged", "application"):
        shutil.rmtree(workshop / scaffold)


def _key(target: Target, source: Path) -> str:
    """Name a build by everything that goes into it."""
    files = [path for name in SHIPPED for path in _files(source / name)]
    files += [*places.app_templates(), RUNTIME, *(places.ROOT / "infra").glob("*.py")]
    seen = hashlib.sha256(target.version().encode())
    for path in sorted(files):
        seen.update(str(path.relative_to(source) if path.is_relative_to(source) else path.name).encode())
        seen.update(hashlib.sha256(path.read_bytes()).digest())
    return seen.hexdigest()[:16]


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [file for file in path.rglob("*") if file.is_file() and file.suffix not in (".pyc", ".po")]


def _check_sizes(archive: Path) -> None:
    zipped, unzipped = sizes(archive)
    if zipped > MOST_ZIPPED or unzipped > MOST_UNZIPPED:
        raise CannotGoOnError(
            f"the package is {zipped / 1e6:.1f} MB zipped and {unzipped / 1e6:.1f} MB unzipped; at most "
            f"{MOST_ZIPPED / 1e6:.0f} and {MOST_UNZIPPED / 1e6:.0f} are allowed: prune in infra/pruning.py"
        )


if __name__ == "__main__":
    exit_with(main)
