"""An outside geocoder, asked only where an agency switched it on and its own address points know nothing."""

from __future__ import annotations

from typing import Protocol

from chalicelib.domain.place import Address


class Geocoder(Protocol):
    """Somebody else's knowledge of addresses."""

    name: str

    def locate(self, address: str) -> list[Address]:
        """Give at most three places that may be meant, best first, in the words of the geocoder; none where none is.

        Ends within three seconds. Raises ProviderBusy, ProviderRefused or ProviderSilent.
        """

    def resting(self) -> bool:
        """Say whether it is not to be asked now, since it failed several times just before."""
