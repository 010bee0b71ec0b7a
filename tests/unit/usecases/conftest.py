"""Residents with a phone, in a world on moto."""

from __future__ import annotations

import pytest

from tests.unit.usecases.texting import Phone


@pytest.fixture
def phone(world):
    return Phone(world)


@pytest.fixture
def owner(phone):
    """A resident who registered by text."""
    phone.registers()
    return phone
