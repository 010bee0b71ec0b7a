"""A pytest plugin: keeps compiled modules under .local, also where Python is told to write none beside its sources.

Else each of three processes compiles a thousand modules and rewrites every test anew before its first test.
"""

from __future__ import annotations

import sys

from infra.places import LOCAL

sys.pycache_prefix = str(LOCAL / "bytecode")
sys.dont_write_bytecode = False
