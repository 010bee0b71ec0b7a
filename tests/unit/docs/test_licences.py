"""What is shipped may be shipped: licences on the allow-list, and NOTICE up to date."""

from __future__ import annotations

import pytest

from commands import notice


@pytest.mark.parametrize(("name", "licence"), [(name, licence) for name, _, licence in notice.libraries()])
def test_every_library_that_is_shipped_has_an_allowed_licence(name: str, licence: str) -> None:
    assert any(allowed in licence for allowed in notice.ALLOWED), f"{name}: {licence!r}"


def test_notice_is_what_the_generator_writes() -> None:
    assert (notice.ROOT / "NOTICE").read_text() == notice.notice(), "run: .venv/bin/python -m commands.notice"
