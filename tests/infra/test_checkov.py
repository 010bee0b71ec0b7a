"""Checkov's findings are mended, or excused with a reason in infra/checkov.yaml."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from infra.dependencies import uv
from infra.package import Package
from infra.places import EDGE_TEMPLATE, LOCAL, REQUIREMENTS, ROOT
from infra.template import read_template, write_template

EXCUSES = ROOT / "infra" / "checkov.yaml"


@pytest.fixture(scope="module")
def checkov() -> Path:
    """Checkov in an environment of its own, since it pins boto3; made on demand."""
    folder, requirements = LOCAL / "environments" / "checkov", REQUIREMENTS / "checkov.txt"
    stamp = folder / "requirements.sha256"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if not (stamp.exists() and stamp.read_text() == wanted):
        subprocess.run([uv(), "venv", "-q", "--clear", "--python", sys.executable, folder], check=True)
        install = [uv(), "pip", "install", "-q", "--python", folder / "bin" / "python", "--require-hashes"]
        subprocess.run([*install, "-r", requirements], check=True)
        stamp.write_text(wanted)
    return folder / "bin" / "checkov"


def test_checkov_finds_nothing_that_is_not_excused(checkov: Path, package: Package, tmp_path: Path) -> None:
    write_template(tmp_path / "app.json", read_template(package.template))
    write_template(tmp_path / "edge.json", read_template(EDGE_TEMPLATE))
    command = [checkov, "-d", tmp_path, "--framework", "cloudformation", "--config-file", EXCUSES, "-o", "json"]
    ran = subprocess.run([*command, "--compact", "--quiet"], capture_output=True, text=True, check=False)
    found = json.loads(ran.stdout[ran.stdout.index("{") :])
    assert found["summary"]["passed"] > 100, "it must have looked"
    failed = [(each["check_id"], each["resource"], each["check_name"]) for each in found["results"]["failed_checks"]]
    assert failed == []


def test_each_excuse_has_its_reason() -> None:
    text = EXCUSES.read_text()
    excused = yaml.safe_load(text)["skip-check"]
    reasons = re.findall(r"((?:  # .+\n)+)  - (CKV\w+)\n", text)
    assert [check for _, check in reasons] == excused
    assert all(len(reason) > 60 for reason, _ in reasons)
