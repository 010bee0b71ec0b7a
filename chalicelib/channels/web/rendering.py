"""Turns templates into pages; every sentence comes out of the catalogue, everything else is escaped."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from . import speech
from .assets import asset_path
from .showing import FILTERS

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, **values: object) -> str:
    """Fill a template; `say(msgid, ...)` gives its sentences, in the language of this page."""
    spoken = {"say": speech.say, "language": speech.language(), "languages": speech.switch()}
    spoken["spoken_languages"] = speech.each()
    return _environment().get_template(template).render({**values, **spoken})


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.globals["asset"] = asset_path
    environment.filters.update(FILTERS)
    return environment
