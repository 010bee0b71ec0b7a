"""Lets Chalice make its part: the template merged with infra/app.yaml, and a zip of the application alone."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

from infra.failure import CannotGoOnError, tool
from infra.gateway_pages import gateway_responses
from infra.places import app_templates
from infra.template import join, read_template, write_template

SHIPPED = ("app.py", "chalicelib", ".chalice/config.json")
NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "*.pyc", "*.po", ".*")
STAGE = "app"


def chalice_package(source: Path, workshop: Path) -> tuple[dict[str, Any], Path]:
    """Package a clean copy of `source` inside `workshop`; give the template and the folder of the application."""
    copy = clean_copy(source, workshop / "source")
    command = [Path(sys.executable).parent / "chalice", "--project-dir", copy, "package", "--stage", STAGE]
    variables = {**_without_aws(os.environ), "AWS_DEFAULT_REGION": "us-east-1", "PYTHONPATH": str(copy)}
    ours = workshop / "ours.json"
    write_template(ours, our_template())
    options = ["--merge-template", ours, workshop / "packaged"]
    tool([*command, *options], what="chalice package", cwd=copy, env=variables)
    template = read_template(workshop / "packaged" / "sam.json")
    nameless = sorted(name for name, resource in template["Resources"].items() if "Type" not in resource)
    if nameless:
        raise CannotGoOnError(f"infra/app.yaml names {', '.join(nameless)}, and app.py registers no such function")
    unpacked = workshop / "application"
    with zipfile.ZipFile(workshop / "packaged" / "deployment.zip") as archive:
        archive.extractall(unpacked)
    for leftover in list(unpacked.rglob("__pycache__")):
        shutil.rmtree(leftover)
    return template, unpacked


def our_template() -> dict[str, Any]:
    """Give what is merged into Chalice's template: ours, and the pages with which API Gateway answers by itself."""
    template = join(app_templates())
    api = template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]
    api["x-amazon-apigateway-gateway-responses"] = gateway_responses()
    return template


def clean_copy(source: Path, target: Path) -> Path:
    """Copy only what is shipped, so that nothing that lies about can leak into the package or change it.

    The requirements are empty on purpose: Chalice would fetch and lay out libraries its own way, which
    infra/dependencies.py does with hashes, for another machine, and in a second.
    """
    for name in SHIPPED:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, ignore=NOT_SHIPPED)
        else:
            shutil.copy(source / name, target / name)
    (target / "requirements.txt").write_text("")
    return target


def _without_aws(environment: os._Environ[str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if not name.startswith("AWS_")}
