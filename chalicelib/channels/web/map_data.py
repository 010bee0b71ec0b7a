"""What the map's script is given: where its parts lie, what cameras see, and its sentences."""

from __future__ import annotations

from typing import Any

from chalicelib import wiring
from chalicelib.domain.registration_form import HEADINGS, PIN_WITHIN_M
from chalicelib.domain.sector import LENSES

from .adapters import show
from .assets import asset_path
from .replying import Beyond, Reply
from .speech import say

_WORDS = ("pin", "looks", "all_around", "at_home", "moved", "near", "too_far", "turn_handle", "zoom_in", "zoom_out",
          "two_fingers", "scroll", "looking", "not_reached", "ready")  # fmt: skip


def show_map(template: str, *, status: int = 200, **values: Any) -> Reply:
    """Answer with a page that has a map: it may reach the agency's source of tiles."""
    beyond = Beyond(pictures_from=wiring.agency().map.origin(), has_map=True)
    return show(template, status=status, beyond=beyond, **values)


def map_data() -> dict[str, Any]:
    """Give everything as plain values."""
    source = wiring.agency().map
    return {
        "script": asset_path("map.js"),
        "style": asset_path("map-style.js"),
        "library": asset_path("maplibre-gl.mjs"),
        "worker": asset_path("maplibre-gl-worker.mjs"),
        "tiles": source.tiles,
        "attribution": source.attribution,
        "max_zoom": source.max_zoom,
        "within": PIN_WITHIN_M,
        "lenses": {kind: list(lens) for kind, lens in LENSES.items()},
        "headings": [say(f"web.heading.{name}").lower() for name in HEADINGS],
        "words": {name: say(f"web.map.{name}", **_blanks()) for name in _WORDS},
        "degrees": say("web.heading.degrees", heading="{heading}", degrees="{degrees}"),
    }


def _blanks() -> dict[str, object]:
    """What the script fills in by itself."""
    return {name: f"{{{name}}}" for name in ("number", "heading", "metres", "place")} | {"most": PIN_WITHIN_M}
