"""The package and the template, built once for all tests of this folder."""

from __future__ import annotations

from typing import Any

import pytest

from infra.package import Package, build
from infra.targets import laptop
from infra.template import read_template


@pytest.fixture(scope="session")
def package() -> Package:
    """The package as `./porchlight run` makes it: the template is the one that goes to AWS."""
    return build(laptop())


@pytest.fixture(scope="session")
def template(package: Package) -> dict[str, Any]:
    return read_template(package.template)


@pytest.fixture(scope="session")
def resources(template: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = template["Resources"]
    return found
