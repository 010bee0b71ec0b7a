"""Every kind of mail on an old phone, light and dark: fits 320 pixels, axe finds nothing serious, a picture of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_accessibility import must_be_clean
from tests.mails import KINDS, LANGUAGES, sent, text_of


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_mail_can_be_read_at_320_pixels(
    chromium: Browser, tmp_path: Path, kind: str, language: str, scheme: str
) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme, offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.set_content(text_of(sent(kind, language), "html"))

    must_be_clean(page)
    assert asked == []
    picture = tmp_path / f"{kind.replace(' ', '-')}-{language}-{scheme}.png"
    page.screenshot(path=picture, full_page=True)
    assert picture.stat().st_size > 5_000
    context.close()
