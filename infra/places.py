"""Where things lie in this repository."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCAL = ROOT / ".local"
"""Everything made on this machine; may be deleted at any time."""
REQUIREMENTS = ROOT / "requirements"
EDGE_TEMPLATE = ROOT / "infra" / "edge.yaml"


def app_templates() -> list[Path]:
    """What is merged into Chalice's template: one file, and its parts by subject."""
    return [ROOT / "infra" / "app.yaml", *sorted((ROOT / "infra" / "app").glob("*.yaml"))]
