"""Starting and stopping: nothing is lost, nothing stays behind, and what is wrong is said in one line."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.outside import Outside, new_phone, until
from tests.stack import Running

pytestmark = pytest.mark.e2e
Admin = Callable[..., dict[str, Any]]


@pytest.fixture
def ours(house: Running, stack: dict[str, Any]) -> Running:
    return house


@pytest.fixture
def admin(ours: Running) -> Admin:
    """`./porchlight admin`, whose answer is read."""

    def ask(*arguments: str) -> dict[str, Any]:
        ran = ours.porchlight("admin", *arguments, "--json")
        assert ran.returncode == 0, ran.stderr
        answer: dict[str, Any] = json.loads(ran.stdout)
        return answer

    return ask


def registered(outside: Outside) -> None:
    phone = new_phone()
    outside.text(phone, "REGISTER 1009 Roxleigh Rd Towson, 1 camera, keeps 7 days")
    outside.text(phone, "OK")


def test_a_confirmed_camera_counts_from_the_reply_on(outside: Outside, admin: Admin) -> None:
    before = admin("stats")["cameras"]
    registered(outside)
    assert admin("stats")["cameras"] == before + 1


def test_a_clean_stop_leaves_no_process_and_the_next_start_finds_everything(
    ours: Running, outside: Outside, admin: Admin
) -> None:
    registered(outside)
    before = admin("stats")
    assert ours.stop() == 0
    assert not ours.run_file.exists()
    assert until(lambda: ours.processes() == {}, what="every process to end")
    assert ours.start() == outside.told
    assert admin("stats") == before


def test_what_was_answered_a_few_seconds_ago_outlives_a_power_cut(
    ours: Running, outside: Outside, admin: Admin
) -> None:
    registered(outside)
    before, said_at = admin("stats"), time.time()
    saved = ours.state / "aws" / "state" / "dynamodb.json"
    # The first save after the reply may have begun before it.
    for _ in range(2):
        said_at = until(lambda since=said_at: saved.stat().st_mtime > since and saved.stat().st_mtime, what="a save")
    ours.kill()
    ours.start()
    assert admin("stats") == before


def test_the_audit_holds_together(outside: Outside, admin: Admin) -> None:
    answer = admin("audit", "verify")
    assert answer["wrong"] == []
    assert answer["looked_at"] > 0


def test_a_list_of_cameras_imported_twice_adds_nothing_the_second_time(
    outside: Outside, tmp_path: Path, admin: Admin
) -> None:
    rows = tmp_path / "cameras.csv"
    header = "phone,address,heading,indoor,kind,retention_days\n"
    good = f'{new_phone()},"1009 Roxleigh Rd, Towson 21286",90,no,doorbell,30'
    rows.write_text(f"{header}{good}\n,nowhere,,no,fixed,7\n")
    first = admin("cameras", "import", str(rows))
    assert (first["added"], first["already"], first["refused"]) == (1, 0, 1)
    assert [row["line"] for row in first["rows"]] == [2, 3]
    again = admin("cameras", "import", str(rows))
    assert (again["added"], again["already"]) == (0, 1)


def test_officers_are_listed_added_and_disabled(outside: Outside, admin: Admin) -> None:
    admin("officer", "add", "U0EXAMPLE", "--name", "Example Officer", "--role", "supervisor")
    admin("officer", "disable", "U0EXAMPLE")
    listed = {officer["officer_id"]: officer for officer in admin("officer", "list")["officers"]}
    assert listed["U0EXAMPLE"]["disabled"] is True
    assert {outside.told["slack_detective_id"], outside.told["slack_supervisor_id"]} <= set(listed)


def test_a_second_run_says_that_one_runs_already(ours: Running) -> None:
    ran = ours.porchlight("run", "--port", "0")
    assert ran.returncode == 1
    assert ran.stderr.strip().splitlines()[-1].startswith("porchlight: it runs already")


def test_a_port_in_use_is_said_with_what_to_do(ours: Running) -> None:
    ours.stop()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = ours.porchlight("run", "--port", str(taken.getsockname()[1]))
    assert ran.returncode == 1
    assert "is in use by another program" in ran.stderr
    assert "--port" in ran.stderr
    ours.start()
