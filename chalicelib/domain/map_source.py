"""Where a map's pictures come from, if an agency names a source: agency.toml, `[map]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_ORIGIN = re.compile(r"https://[a-z0-9.-]+(?::\d{1,5})?|http://(?:localhost|127\.0\.0\.1)(?::\d{1,5})?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSource:
    """Raster tiles by `{z}/{x}/{y}`, and who has to be named for them. Without tiles, streets are drawn from addresses.

    Raises ValueError for an address that is no https template: pages may load from its origin, and from no other.
    """

    tiles: str = ""
    attribution: str = ""
    max_zoom: int = 19

    def __post_init__(self) -> None:
        if self.tiles and not (
            _ORIGIN.fullmatch(self.origin()) and all(name in self.tiles for name in ("{z}", "{x}", "{y}"))
        ):
            raise ValueError("tiles must be an address such as https://tiles.example.gov/{z}/{x}/{y}.png")
        if self.tiles and not self.attribution.strip():
            raise ValueError("attribution must say whose tiles they are")
        if not 1 <= self.max_zoom <= 24:
            raise ValueError("max_zoom lies between 1 and 24")

    def origin(self) -> str:
        """Give the origin of the tiles, or nothing: `https://tiles.example.gov`."""
        parts = urlsplit(self.tiles)
        return f"{parts.scheme}://{parts.netloc}".lower() if self.tiles else ""
