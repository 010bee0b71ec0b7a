"""Compiles every module of a folder; run by the target's own Python, so the standard library only.

Lambda's /var/task cannot be written to: without bytecode in the package every cold start compiles anew. The hash is
unchecked, since the package never changes after it is made, and the paths are Lambda's, for tracebacks.
"""

from __future__ import annotations

import py_compile
import sys
from pathlib import Path

UNCHECKED = py_compile.PycInvalidationMode.UNCHECKED_HASH


def compile_folder(folder: Path) -> None:
    """Write the bytecode of every .py beside it, in the order of names; raises PyCompileError for a broken one."""
    for source in sorted(folder.rglob("*.py")):
        name = "/var/task/" + source.relative_to(folder).as_posix()
        py_compile.compile(str(source), dfile=name, doraise=True, invalidation_mode=UNCHECKED)


if __name__ == "__main__":
    compile_folder(Path(sys.argv[1]))
