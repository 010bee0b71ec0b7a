"""What the texts' function must not load, since every cold start would pay for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SLOW = ("twilio.rest", "slack_bolt", "slack_sdk", "pydantic", "jinja2", "aiohttp", "requests", "h3", "sqlite3")


def test_the_texts_function_loads_nothing_slow():
    code = "import sys, chalicelib.channels.sms.entry; print(' '.join(sys.modules))"

    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()

    assert "chalicelib.usecases.receive_text" in loaded
    assert [name for name in SLOW if name in loaded] == []
