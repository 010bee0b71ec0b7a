"""Handing in files in a real browser: a reload in the middle, a plain form, and what is refused at once."""

from __future__ import annotations

import hashlib
import os
import random
import re
from pathlib import Path

from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Windows

TWO_HUNDRED_MB = 200 * 1024**2


def a_video(folder: Path, size: int, name: str) -> Path:
    """A file of random bytes, written once so that it keeps its date."""
    path = folder / name
    path.write_bytes(random.randbytes(size))
    return path


def parts_sent(page: Page) -> list[int]:
    """The numbers of the parts that the page sends from now on."""
    sent: list[int] = []

    def note(request: Request) -> None:
        found = re.search(r"[?&]partNumber=(\d+)", request.url)
        if request.method == "PUT" and found:
            sent.append(int(found[1]))

    page.on("request", note)
    return sent


def kept_hash(page: Page, name: str) -> str:
    """Look at the page until a file is kept; give the hash that stands there."""
    row = page.locator("li", has_text=name).filter(has_text="Kept, unchanged")
    for _ in range(120):
        page.reload()
        if row.count():
            return row.locator("code").inner_text()
        page.wait_for_timeout(500)
    raise AssertionError(f"{name} was never kept")


def test_two_hundred_megabytes_go_on_after_a_reload_in_the_middle(
    windows: Windows, ask_path: str, tmp_path: Path
) -> None:
    video = a_video(tmp_path, TWO_HUNDRED_MB, "front door.mp4")
    page = windows.open()
    page.goto(ask_path)
    page.route(re.compile(r"partNumber=([5-9]|1\d)\b"), lambda route: route.abort())
    page.locator("#choose").set_input_files(video)
    _until_parts(page, ask_path, [1, 2, 3, 4])
    page.reload()
    page.unroute_all(behavior="ignoreErrors")

    sent = parts_sent(page)
    page.locator("#choose").set_input_files(video)
    expect(page.locator("#uploads")).to_contain_text("Sent. Thank you.", timeout=120_000)

    assert sorted(sent) == list(range(5, 14)), "what had arrived is not sent again"
    assert kept_hash(page, "front door.mp4") == hashlib.sha256(video.read_bytes()).hexdigest()


def test_without_javascript_one_file_goes_by_a_plain_form(windows: Windows, ask_path: str, tmp_path: Path) -> None:
    video = a_video(tmp_path, 300_000, "plain.mp4")
    page = windows.open(java_script_enabled=False)
    page.goto(ask_path)
    expect(page.locator("#choose")).to_be_hidden()

    page.get_by_role("button", name="Send one file").click()
    page.get_by_label("File, at most 5 GB").set_input_files(video)
    page.get_by_role("button", name="Send").click()

    expect(page.get_by_text("Thank you. We have your file.")).to_be_visible()
    digest = hashlib.sha256(video.read_bytes()).hexdigest()
    for _ in range(60):
        if page.get_by_text(digest).count():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError("the file was never kept")


def test_an_empty_file_is_refused_at_once_and_the_others_go_on(windows: Windows, ask_path: str, tmp_path: Path) -> None:
    empty, fine = a_video(tmp_path, 0, "empty.mp4"), a_video(tmp_path, 100_000, "fine.mp4")
    page = windows.open()
    page.goto(ask_path)

    page.locator("#choose").set_input_files([empty, fine])

    rows = page.locator("#uploads li")
    expect(rows.nth(0)).to_contain_text("This file is empty.")
    expect(rows.nth(1)).to_contain_text("Sent. Thank you.")


def test_a_file_that_is_too_large_is_refused_before_a_byte_is_sent(
    windows: Windows, ask_path: str, tmp_path: Path
) -> None:
    large = tmp_path / "large.mp4"
    large.touch()
    os.truncate(large, 5 * 1024**3 + 1)
    page = windows.open()
    page.goto(ask_path)
    sent = parts_sent(page)

    page.locator("#choose").set_input_files(large)

    expect(page.locator("#uploads li")).to_contain_text("larger than 5 GB")
    assert sent == []


def _until_parts(page: Page, path: str, wanted: list[int]) -> None:
    """Wait until just these parts have arrived; the page remembers the file by itself."""
    for _ in range(240):
        exhibit = page.evaluate("Object.values(localStorage)[0]")
        if exhibit and page.request.get(f"{path}/files/{exhibit}").json()["parts_done"] == wanted:
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"parts {wanted} never arrived")
