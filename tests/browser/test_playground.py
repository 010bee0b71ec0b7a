"""The playground as a newcomer plays it: the loop by clicking alone, led by the text beside it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Windows
from tests.browser.test_accessibility import must_be_clean
from tests.browser.test_upload import a_video, kept_hash
from tests.e2e.outside import new_phone


@pytest.fixture
def playground(chromium: Browser, stack: dict[str, Any]) -> Iterator[Page]:
    """The playground, with two phones that nobody used yet."""
    windows = Windows(chromium, stack["base_url"])
    page = windows.open()
    page.goto(stack["playground_url"])
    for number in (1, 2):
        page.get_by_label(f"Number of phone {number}").fill(new_phone())
        page.get_by_label(f"Number of phone {number}").press("Enter")
    yield page
    windows.close()


def write_for_me(page: Page, step: str, where: str) -> None:
    """Let the guide write this step, and send it from there."""
    page.get_by_role("button", name=f"Write it for me: {step}").click()
    page.locator(where).get_by_role("button", name="Send", exact=True).click()


def ask_for_footage(page: Page, slack: Locator) -> Locator:
    """Let the guide ask; give the preview that comes, and none of those that were there before."""
    previews = slack.get_by_role("article").filter(has_text="Preview:")
    shown = previews.count()
    write_for_me(page, "Ask for footage", "#slack .composer")
    expect(previews).to_have_count(shown + 1, timeout=45_000)
    return previews.last


def test_a_newcomer_plays_the_whole_loop_by_clicking(playground: Page, stack: dict[str, Any], tmp_path: Path) -> None:
    page = playground
    texts, slack = page.get_by_role("log", name="Texts on phone 1"), page.get_by_role("log", name="Messages in Slack")

    write_for_me(page, "Add a camera", "#phone-1")
    expect(texts).to_contain_text("Reply OK if this is right")
    write_for_me(page, "Say it is right", "#phone-1")
    expect(texts).to_contain_text("Registered: 2 cameras")

    preview = ask_for_footage(page, slack)
    case = re.search(r"case ([\w-]+)", preview.inner_text())
    assert case
    preview.get_by_role("button", name=re.compile("^Send")).click()
    expect(texts).to_contain_text("Did your camera see it?", timeout=45_000)
    must_be_clean(page)

    write_for_me(page, "Answer", "#phone-1")
    with page.expect_popup() as opened:
        texts.get_by_role("link", name=re.compile("^http")).click()
    board = slack.get_by_role("article").filter(has_text="Files received:").filter(has_text=case[1]).last
    expect(board).to_contain_text("Have footage: 1", timeout=45_000)

    video = a_video(tmp_path, 200_000, "front door.mp4")
    own_page = opened.value
    own_page.wait_for_load_state()
    own_page.locator("#choose").set_input_files(video)
    expect(own_page.locator("#uploads")).to_contain_text("Sent. Thank you.")
    digest = hashlib.sha256(video.read_bytes()).hexdigest()
    assert kept_hash(own_page, video.name) == digest
    expect(texts).to_contain_text(digest, timeout=45_000)
    expect(board).to_contain_text("Files received: 1", timeout=45_000)

    write_for_me(page, "Leave", "#phone-1")
    expect(texts).to_contain_text("You have successfully been unsubscribed")
    expect(page.locator("#phone-1").get_by_text("stopped", exact=True)).to_be_visible()
    must_be_clean(page)
    assert httpx.get(f"{stack['playground_url']}../control/unknown").json() == []
