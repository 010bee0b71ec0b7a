"""A pytest plugin: says loudly what was skipped and why; in CI, where nothing may be, it fails the run."""

from __future__ import annotations

import os

import pytest

from commands.larger_data import LARGER_DATA

NEVER_IN_CI = "nothing may be skipped in CI"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a green run with skips into a red one where CI is set."""
    if hasattr(session.config, "workerinput"):
        return
    if _skipped(session.config) and os.environ.get("CI") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """List every skip with its reason, and say where only samples were tried, above pytest's last line."""
    if not LARGER_DATA.is_dir():
        terminalreporter.line(
            f"ONLY SAMPLES: {LARGER_DATA} is not here (PORCHLIGHT_DATA), so no test read the larger collections.",
            yellow=True,
            bold=True,
        )
    reasons = _skipped(config)
    if not reasons:
        return
    closing = f": {NEVER_IN_CI}" if os.environ.get("CI") else ""
    terminalreporter.section(f"SKIPPED {len(reasons)}{closing}", sep="!", red=True, bold=True)
    for place, reason in reasons:
        terminalreporter.line(f"{place}: {reason}", red=True)


def _skipped(config: pytest.Config) -> list[tuple[str, str]]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    reports = reporter.stats.get("skipped", []) if reporter else []
    return [(report.nodeid, _reason(report.longrepr)) for report in reports]


def _reason(told: object) -> str:
    """Pytest tells a skip as file, line and reason."""
    reason = told[2] if isinstance(told, tuple) else told
    return str(reason).removeprefix("Skipped: ")
