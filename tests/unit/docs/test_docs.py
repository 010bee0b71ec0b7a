"""The documents keep step with the code: settings, commands, routes, msgids of decisions, table keys."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from chalicelib.domain.agency import Agency, Keep, Limits
from chalicelib.domain.map_source import MapSource
from chalicelib.domain.outside_geocoder import OutsideGeocoder
from chalicelib.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"


def commands() -> list[str]:
    shown = subprocess.run([sys.executable, ROOT / "porchlight", "help"], capture_output=True, text=True, check=True)
    return re.findall(r"\./porchlight (\w+)", shown.stdout)


NOT_TYPED = {"limits", "quiet_hours", "keep", "map", "geocoder", "gazetteer_key", "protected", "version"}
"""Tables, whose own fields are looked for, and what a command writes."""


@pytest.mark.parametrize("setting", [field.name.upper() for field in fields(Settings)])
def test_every_setting_is_documented(setting: str) -> None:
    assert f"`{setting}`" in (DOCS / "settings.md").read_text()


@pytest.mark.parametrize(
    "name",
    [
        field.name
        for kind in (Agency, Limits, Keep, MapSource, OutsideGeocoder)
        for field in fields(kind)
        if field.name not in NOT_TYPED
    ],
)
def test_every_field_of_agency_toml_is_documented(name: str) -> None:
    assert f"`{name}`" in (DOCS / "settings.md").read_text()


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"./porchlight {command}" in (ROOT / "README.md").read_text()


def test_every_route_is_documented() -> None:
    from app import app

    documented = (DOCS / "interfaces.md").read_text()
    first_segments = {"/" + path.strip("/").split("/")[0] for path in app.routes}

    assert [path for path in sorted(first_segments) if f"`{path}" not in documented] == []


def test_every_decision_names_the_check_that_keeps_it_true() -> None:
    records = list((DOCS / "decisions").glob("0*.md"))

    assert records
    assert [path.name for path in records if "**Check.**" not in path.read_text()] == []


def test_every_key_attribute_of_every_table_is_in_the_data_model() -> None:
    from tests.tables import TABLES

    documented = (DOCS / "data-model.md").read_text()
    names = {attribute["AttributeName"] for table in TABLES.values() for attribute in table["AttributeDefinitions"]}

    assert [name for name in sorted(names) if f"`{name}`" not in documented] == []


def test_no_link_between_documents_leads_nowhere() -> None:
    pages = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\((?!http|#)([^)#]+)", page.read_text())]

    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_every_alarm_names_a_section_of_the_runbook() -> None:
    sections = set(re.findall(r"^## (.+)$", (DOCS / "runbook.md").read_text(), re.MULTILINE))
    templates = "\n".join(path.read_text() for path in (ROOT / "infra").rglob("*.yaml"))
    named = re.findall(r"docs/runbook\.md, ['\"]([^'\"]+)['\"]", templates)

    assert len(named) == templates.count("docs/runbook.md")
    assert set(named) - sections == set()
