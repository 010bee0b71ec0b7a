"""Ports stay what they were, and a taken one is said at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from infra.failure import CannotGoOnError
from local.stack import state


def free_except(*taken: int) -> Callable[[int], bool]:
    return lambda port: port not in taken


def test_the_others_follow_the_base(tmp_path: Path) -> None:
    assert state.ports_for(8000, tmp_path, is_free=free_except()) == state.Ports(
        base=8000, vendors=8001, aws=8002, smtp=8003
    )


def test_a_taken_one_moves_and_stays_where_it_moved(tmp_path: Path) -> None:
    first = state.ports_for(8000, tmp_path, is_free=free_except(8001))
    assert first.vendors == 8011
    assert state.ports_for(8000, tmp_path, is_free=free_except()) == first


def test_a_base_in_use_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOnError, match="--port"):
        state.ports_for(8000, tmp_path, is_free=free_except(8000))


def test_the_identity_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    first = state.identity(tmp_path)
    assert state.identity(tmp_path) == first
    assert (tmp_path / "identity.json").stat().st_mode & 0o077 == 0
