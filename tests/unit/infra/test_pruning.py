"""What stays out of the package, by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.pruning import prune, stays


@pytest.mark.parametrize(
    "name",
    [
        "botocore/data/dynamodb/2012-08-10/service-2.json.gz",
        "botocore/data/endpoints.json",
        "botocore/data/partitions.json",
        "twilio/rest/__init__.py",
        "twilio/rest/api/v2010/account/message/__init__.py",
        "h3-4.5.0.dist-info/METADATA",
        "jinja2-3.1.6.dist-info/licenses/LICENSE.txt",
        "h3/_cy/cells.cpython-313-aarch64-linux-gnu.so",
    ],
)
def test_what_the_functions_reach_stays(name: str) -> None:
    assert stays(name)


@pytest.mark.parametrize(
    "name",
    [
        "botocore/data/ec2/2016-11-15/service-2.json.gz",
        "botocore/data/dynamodb/2012-08-10/examples-1.json",
        "twilio/rest/video/v1/room/__init__.py",
        "aiohttp/client.py",
        "aiohttp-3.14.5.dist-info/METADATA",
        "h3-4.5.0.dist-info/RECORD",
        "jinja2/__pycache__/loaders.cpython-313.pyc",
        "some/tests/test_it.py",
        "bin/jp.py",
        "markupsafe/_speedups.pyi",
    ],
)
def test_what_no_function_reaches_stays_behind(name: str) -> None:
    assert not stays(name)


def test_folders_that_pruning_leaves_empty_go_too(tmp_path: Path) -> None:
    for name in ("aiohttp/inner/client.py", "jinja2/loaders.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    prune(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["jinja2", "loaders.py"]
