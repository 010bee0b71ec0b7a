"""What is shipped may be shipped: licences on the allow-list, and NOTICE up to date."""

from __future__ import annotations

import pytest

from commands import notice


@pytest.mark.parametrize(
    ("name", "licence"), [(name, licence) for name, _, licence in (*notice.libraries(), *notice.VENDORED)]
)
def test_every_library_that_is_shipped_has_an_allowed_licence(name: str, licence: str) -> None:
    assert any(allowed in licence for allowed in notice.ALLOWED), f"{name}: {licence!r}"


def test_notice_names_every_library_that_this_python_installs() -> None:
    written = (notice.ROOT / "NOTICE").read_text()

    missing = [line for line in notice.notice().splitlines() if line not in written]

    assert missing == [], "run: .venv/bin/python -m commands.notice"


@pytest.mark.parametrize(("name", "version"), [(name, version) for name, version, _ in notice.VENDORED])
def test_what_browsers_are_sent_is_the_version_that_is_named_with_its_licence_beside_it(
    name: str, version: str
) -> None:
    folder = notice.ROOT / "chalicelib" / "channels" / "web" / "static" / "vendor"
    scripts = list(folder.glob(f"{name}*.mjs"))

    assert scripts
    assert all(f"/v{version}/LICENSE" in script.read_text()[:400] for script in scripts)
    assert "Redistribution and use" in (folder / f"LICENSE-{name}.txt").read_text()
