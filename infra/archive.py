"""Writes a zip that is the same, byte for byte, whenever and wherever it is written."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
READABLE = 0o100644 << 16


def write_archive(target: Path, folders: Iterable[Path]) -> None:
    """Zip the files of all folders, sorted by name, as if they stood in one; a later folder wins."""
    files = {path.relative_to(folder).as_posix(): path for folder in folders for path in _files(folder)}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr, entry.create_system, entry.compress_type = READABLE, 3, zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name].read_bytes())


def sizes(archive: Path) -> tuple[int, int]:
    """Give the bytes of the archive, and of what it unpacks to."""
    with zipfile.ZipFile(archive) as opened:
        return archive.stat().st_size, sum(entry.file_size for entry in opened.infolist())


def digest_of(path: Path) -> str:
    """Give the SHA-256 of a file in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
