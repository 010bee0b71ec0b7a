"""What the texts' function must not load, since every cold start would pay for it."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
SLOW = ("twilio.rest", "slack_bolt", "slack_sdk", "pydantic", "jinja2", "aiohttp", "requests", "h3", "sqlite3", "boto3")
FEW_TEXTS_NEED = (
    "chalicelib.domain.script", "chalicelib.domain.registering", "chalicelib.domain.registration_words",
    "chalicelib.domain.change_words", "chalicelib.domain.address_span", "chalicelib.domain.camera_words",
    "chalicelib.domain.registration_form", "chalicelib.domain.geofence", "chalicelib.domain.exhibit",
    "chalicelib.domain.letter", "chalicelib.usecases.finish_by_text", "chalicelib.usecases.register_household",
    "chalicelib.usecases.change_registration", "chalicelib.usecases.flag_message", "chalicelib.usecases.release_asks",
    "chalicelib.usecases.offer_mailbox", "chalicelib.usecases.fall_back", "chalicelib.store.gazetteer",
)  # fmt: skip
BY_DIGIT = """
from chalicelib.domain import answering, conversation, incident
from chalicelib.usecases import conversing
from datetime import UTC, datetime
now = datetime(2026, 1, 5, tzinfo=UTC)
ask = incident.Ask(request_id="r", code="KTRM", owner_id="o", contact_key="k", camera_ids=(), created_at=now,
                   expires_at=now, overwritten_at=now)
assert isinstance(answering.decide("1", [ask], conversation.State()), answering.Answered)
assert conversing.offer("1", None) is None
"""


def test_the_texts_function_loads_nothing_slow():
    loaded = _loaded_by("")

    assert "chalicelib.usecases.receive_text" in loaded
    assert [name for name in SLOW if name in loaded] == []


def test_the_texts_function_loads_nothing_that_few_texts_need():
    assert [name for name in FEW_TEXTS_NEED if name in _loaded_by("")] == []


def test_an_answer_by_digit_loads_no_grammar_of_registrations():
    assert [name for name in FEW_TEXTS_NEED if name in _loaded_by(BY_DIGIT)] == []


def test_what_few_texts_need_is_still_called_so():
    missing = [name for name in FEW_TEXTS_NEED if not (ROOT / f"{name.replace('.', '/')}.py").exists()]

    assert missing == []


@cache
def _loaded_by(code: str) -> list[str]:
    program = f"import sys, chalicelib.channels.sms.entry\n{code}\nprint(' '.join(sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    return ran.stdout.split()
