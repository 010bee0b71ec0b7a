"""Whether an agency asks an outside geocoder where its own address points know nothing: agency.toml, `[geocoder]`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLACE = re.compile(r"[^,]{2,60}, ?[A-Za-z. ]{2,20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideGeocoder:
    """`use` is census or amazon, or empty for none; `place` stands behind an address that names no town of its own.

    `per_day` is how many addresses may leave in a day. Raises ValueError for what cannot be meant.
    """

    use: str = ""
    place: str = ""
    per_day: int = 500

    def __post_init__(self) -> None:
        if self.use not in ("", "census", "amazon"):
            raise ValueError('geocoder: use must be "census" or "amazon"')
        if self.use and not _PLACE.fullmatch(self.place):
            raise ValueError('geocoder: place must name town or county, and state: "Baltimore County, MD"')
        if type(self.per_day) is not int or not 1 <= self.per_day <= 100_000:
            raise ValueError("geocoder: per_day must be a whole number from 1 to 100000")
