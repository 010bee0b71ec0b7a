"""Compiles the gettext catalogues: every chalicelib/words/LANGUAGE/NAME.po becomes the .mo beside it."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WORDS = Path(__file__).resolve().parent.parent / "chalicelib" / "words"


def compile_catalogues(words: Path = WORDS) -> list[Path]:
    """Compile what is newer than its .mo; give the files written. Raises ValueError naming a broken .po."""
    return [_compile(path) for path in sorted(words.glob("*/*.po")) if _stale(path)]


def _stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime <= path.stat().st_mtime


def _compile(path: Path) -> Path:
    with path.open("rb") as source:
        try:
            catalogue = read_po(source, abort_invalid=True)
        except Exception as error:
            raise ValueError(f"{path}: {error}") from error
    with path.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)
    return path.with_suffix(".mo")


if __name__ == "__main__":
    compile_catalogues()
