"""Where the larger collections lie that some tests read as well as the samples in this project."""

from __future__ import annotations

import os
from pathlib import Path

from infra.places import ROOT

LARGER_DATA = Path(os.environ.get("PORCHLIGHT_DATA", ROOT.parent / "shared" / "data"))
"""The folder beside the project, or what PORCHLIGHT_DATA says."""


def sources(name: str) -> list[str]:
    """Give what a test is to run on: `sample` always, `whole` where the larger file of this name is here."""
    return ["sample", "whole"] if (LARGER_DATA / name).exists() else ["sample"]
