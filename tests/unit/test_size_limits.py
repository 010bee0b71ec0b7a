"""No file over 300 lines, no function over 40: the one gate of style that counts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = ("chalicelib", "commands", "infra", "local", "bench", "tests")
WRITTEN = {".py", ".js", ".css", ".html", ".yaml", ".po"}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
SENTENCES = ".po"
"""A catalogue is a list, not code: it may be as long as there is to say."""


def files() -> Iterator[Path]:
    yield ROOT / "app.py"
    yield ROOT / "porchlight"
    for folder in CODE:
        found = (ROOT / folder).rglob("*")
        yield from (path for path in found if path.suffix in WRITTEN - {SENTENCES} and "fixtures" not in path.parts)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_over_300_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in files()}
    assert len(lengths) > 100
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_over_40_lines() -> None:
    python = [path for path in files() if path.suffix == ".py" or path.name == "porchlight"]
    lengths = {f"{path.relative_to(ROOT)}:{name}": length for path in python for name, length in functions(path)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_every_python_file_says_in_its_first_line_what_it_is_for() -> None:
    python = [path for path in files() if path.suffix == ".py"]
    assert [str(path.relative_to(ROOT)) for path in python if not ast.get_docstring(parsed(path))] == []
