"""What agency.toml decides about a deployment."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.city import bucket_days
from infra.failure import CannotGoOnError

AGENCY = """
name = "Example County Police"
short_name = "Example Police"
time_zone = "America/New_York"
desk_phone = "+14105550100"
case_number = '\\d{2}-\\d{5}'
case_number_example = "26-01234"
"""


def test_buckets_keep_things_as_long_as_the_agency_says(tmp_path: Path) -> None:
    (tmp_path / "agency.toml").write_text(AGENCY + "[keep]\nmail_days = 10\n")

    assert bucket_days(tmp_path) == {"ExhibitsDays": "1825", "MailDays": "10"}


def test_an_agency_that_would_not_keep_its_audit_for_a_year_is_refused(tmp_path: Path) -> None:
    (tmp_path / "agency.toml").write_text(AGENCY + "[keep]\naudit_days = 90\n")

    with pytest.raises(CannotGoOnError, match="audit_days must be at least 365"):
        bucket_days(tmp_path)
