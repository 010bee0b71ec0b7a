"""Contract: what SpamAssassin's content rules say of every mail; it comes from the system's packages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.mails import KINDS, LANGUAGES, sent

TOO_MUCH = 1.0
NOT_CONTENT = ("NO_RELAYS", "NO_RECEIVED", "TVD_", "DKIM_", "SPF_", "ALL_TRUSTED")


def _installed() -> str:
    """Give the filter's path; in CI, which is root, it is fetched from the system's packages."""
    if not shutil.which("spamassassin") and os.environ.get("CI") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "spamassassin"]):
            subprocess.run(["apt-get", *command], check=False, capture_output=True, env=quiet, timeout=600)
    return shutil.which("spamassassin") or ""


@pytest.fixture(scope="module")
def filter_path() -> str:
    path = _installed()
    if not path:
        pytest.skip("no SpamAssassin here: apt-get install spamassassin")
    return path


def score(filter_path: str, raw: bytes, home: Path) -> tuple[float, str]:
    """Give the points, and the report that explains them. No network, no learning, content only."""
    command = [filter_path, "-t", "-L", "-x", "--siteconfigpath=/etc/spamassassin",
               "--cf=score NO_RELAYS 0", "--cf=score NO_RECEIVED 0", "--cf=use_bayes 0"]  # fmt: skip
    ran = subprocess.run(command, input=raw, capture_output=True, check=True, timeout=120,
                         env={**os.environ, "HOME": str(home)})  # fmt: skip
    report = ran.stdout.decode("utf-8", "replace")
    found = re.search(r"^X-Spam-Status: .*?score=(-?[\d.]+)", report, re.MULTILINE)
    assert found, report[:2000] + ran.stderr.decode()
    return float(found[1]), report[report.rfind("Content analysis details") :]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_mail_is_far_from_spam(filter_path: str, tmp_path: Path, kind: str, language: str) -> None:
    points, report = score(filter_path, sent(kind, language), tmp_path)

    assert points < TOO_MUCH, report


@pytest.mark.slow
def test_the_filter_does_know_spam(filter_path: str, tmp_path: Path) -> None:
    """GTUBE, by which every SpamAssassin can be tried: spamassassin.apache.org/gtube."""
    gtube = b"XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"

    points, _ = score(filter_path, b"From: a@example.com\r\nSubject: x\r\n\r\n" + gtube + b"\r\n", tmp_path)

    assert points > 500
