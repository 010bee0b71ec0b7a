"""End-to-end tests speak to the running stack as any outside tool does: by run.json and over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.outside import Outside


@pytest.fixture
def outside(stack: dict[str, Any]) -> Iterator[Outside]:
    """An outside tool with the keys of run.json."""
    with Outside(stack) as tool:
        yield tool
