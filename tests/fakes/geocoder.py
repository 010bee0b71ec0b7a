"""An outside geocoder that answers as a test tells it."""

from __future__ import annotations

from chalicelib.domain.errors import ProviderError
from chalicelib.domain.place import Address


class FakeGeocoder:
    """`knows` is what it finds; `fails` is raised in place of an answer; `asked` is all that it was told."""

    name = "example"

    def __init__(self, *knows: Address, fails: ProviderError | None = None) -> None:
        self.knows, self.fails = list(knows), fails
        self.asked: list[str] = []
        self.rests = False

    def locate(self, address: str) -> list[Address]:
        self.asked.append(address)
        if self.fails:
            raise self.fails
        return self.knows

    def resting(self) -> bool:
        return self.rests
