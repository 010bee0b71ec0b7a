"""The package: the same bytes each time, complete, small, with bytecode for every module."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from infra import places, pruning
from infra.archive import digest_of, sizes
from infra.chalice_template import SHIPPED
from infra.package import MOST_UNZIPPED, MOST_ZIPPED, Package, build
from infra.targets import laptop

AFTER_PRUNING = """
import sys
sys.path.insert(0, sys.argv[1])
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client
client = Client("AC0", "token", http_client=TwilioHttpClient(timeout=1))
client.api.base_url = "http://127.0.0.1:9"
for call in (lambda: client.messages.create(to="+1", from_="+2", body="x"), lambda: client.messages.list(limit=1)):
    try:
        call()
    except Exception as error:
        assert type(error).__name__ == "ConnectionError", error
import boto3
for service in sys.argv[2].split(","):
    boto3.client(service, region_name="us-east-1")
import slack_bolt, slack_sdk, jinja2, phonenumbers, h3
slack_bolt.App(token="xoxb-1", signing_secret="s", token_verification_enabled=False)
h3.latlng_to_cell(39.4, -76.6, 9)
for module in sys.argv[3].split(","):
    __import__(module)
assert all(sys.argv[1] in module.__file__ for module in (boto3, slack_bolt, h3, jinja2))
"""


@pytest.fixture(scope="module")
def names(package: Package) -> set[str]:
    with zipfile.ZipFile(package.archive) as archive:
        return set(archive.namelist())


def test_two_builds_from_two_folders_are_the_same_bytes(package: Package, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    for name in SHIPPED:
        (elsewhere / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (places.ROOT / name).is_dir() else shutil.copyfile
        copy(places.ROOT / name, elsewhere / name)
    (elsewhere / "chalicelib" / "__pycache__").mkdir(exist_ok=True)
    (elsewhere / "chalicelib" / "__pycache__" / "leak.pyc").write_bytes(b"stale")
    again = build(laptop(), source=elsewhere, builds=tmp_path / "builds")
    assert digest_of(again.archive) == digest_of(package.archive)
    assert digest_of(again.template) == digest_of(package.template)


def test_the_package_stays_small(package: Package) -> None:
    zipped, unzipped = sizes(package.archive)
    assert zipped <= MOST_ZIPPED
    assert unzipped <= MOST_UNZIPPED


def test_every_module_has_its_bytecode(names: set[str]) -> None:
    modules = {name for name in names if name.endswith(".py")}
    tag = sys.implementation.cache_tag
    compiled = {re.sub(r"([^/]+)\.py$", rf"__pycache__/\1.{tag}.pyc", name) for name in modules}
    assert compiled == {name for name in names if name.endswith(".pyc")}


def test_catalogues_and_pages_go_along_and_sources_of_catalogues_stay(names: set[str]) -> None:
    assert "app.py" in names
    assert "chalicelib/words/en/sms.mo" in names
    assert any(name.startswith("chalicelib/channels/web/templates/") for name in names)
    assert any(name.startswith("chalicelib/channels/web/static/") for name in names)
    assert not any(name.endswith(".po") for name in names)


def test_tests_and_headers_of_libraries_stay_behind(names: set[str]) -> None:
    assert [name for name in names if re.search(r"(^|/)tests?/|\.(pyi|pyx|h|c)$|^bin/", name)] == []


def test_the_aws_services_that_stay_are_those_that_wiring_makes_clients_of() -> None:
    wiring = (places.ROOT / "chalicelib" / "wiring.py").read_text()
    assert set(re.findall(r'_client[(,]\s*"([\w-]+)"', wiring)) == pruning.AWS_SERVICES


def test_what_the_functions_use_works_after_pruning(package: Package, tmp_path: Path) -> None:
    with zipfile.ZipFile(package.archive) as archive:
        archive.extractall(tmp_path)
    batch = "aws_lambda_powertools.utilities.batch,aws_lambda_powertools.utilities.data_classes.sqs_event"
    services = ",".join(sorted(pruning.AWS_SERVICES))
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", AFTER_PRUNING, str(tmp_path), services, batch],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert ran.returncode == 0, ran.stderr


def test_every_handler_is_found_in_the_package(package: Package, tmp_path: Path) -> None:
    with zipfile.ZipFile(package.archive) as archive:
        archive.extractall(tmp_path)
    handlers = re.findall(r'"Handler": "([\w.]+)"', package.template.read_text())
    code = "\n".join(f"from {name.rpartition('.')[0]} import {name.rpartition('.')[2]}" for name in handlers)
    variables = {"AWS_DEFAULT_REGION": "us-east-1", "PATH": "/usr/bin:/bin"}
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=False,
        env=variables,
    )
    assert len(handlers) == 8
    assert ran.returncode == 0, ran.stderr
