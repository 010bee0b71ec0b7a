"""Style sheets, scripts and pictures: their addresses carry a hash of the contents, so browsers keep them a year."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from chalicelib.domain.errors import NotFound

FOLDER = Path(__file__).parent / "static"
VENDOR = FOLDER / "vendor"
"""What others wrote, as they published it; each with its licence beside it and a line in NOTICE."""
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
}


def asset_path(name: str) -> str:
    """Give the address of a file in static/ or static/vendor/: `/static/page-1a2b3c4d5e.css`."""
    path = FOLDER / name
    return f"/static/{_hashed(path if path.exists() else VENDOR / name)}"


def asset(hashed_name: str) -> tuple[str, str]:
    """Give an asset's text and content type; raises NotFound for whatever is not exactly an address of ours."""
    for path in _files():
        if _hashed(path) == hashed_name:
            return path.read_text(encoding="utf-8"), TYPES[path.suffix]
    raise NotFound


@lru_cache(maxsize=1)
def _files() -> tuple[Path, ...]:
    return tuple(path for path in sorted((*FOLDER.iterdir(), *VENDOR.iterdir())) if path.suffix in TYPES)


@lru_cache(maxsize=64)
def _hashed(path: Path) -> str:
    return f"{path.stem}-{hashlib.sha256(path.read_bytes()).hexdigest()[:10]}{path.suffix}"
