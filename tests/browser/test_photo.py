"""A photo of a view in a real browser: made small before it is sent, shown to its owner, with and without a script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Windows
from tests.browser.loop import sign_in
from tests.browser.test_accessibility import must_be_clean
from tests.e2e.outside import Outside, until
from tests.e2e.steps import registered

PORCH = Path(__file__).resolve().parents[1] / "payloads" / "photos" / "porch.png"
LARGE = """async () => {
  const canvas = new OffscreenCanvas(4000, 3000), draw = canvas.getContext("2d");
  for (let at = 0; at < 4000; at += 8) { draw.fillStyle = `hsl(${at % 360} 80% 50%)`; draw.fillRect(at, 0, 8, 3000); }
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 1 })).arrayBuffer());
  return Array.from(bytes);
}"""


def shown(page: Page) -> Any:
    """The width in pixels of the photo as the browser shows it."""
    picture = page.locator(".photo img").first
    expect(picture).to_be_visible()
    return picture.evaluate("async (img) => { await img.decode(); return img.naturalWidth; }")


def test_a_photo_is_kept_shown_and_deleted(windows: Windows, outside: Outside) -> None:
    page = windows.open()
    sign_in(outside, page, registered(outside))

    page.locator(".photo > summary").first.click()
    page.get_by_label("Photo for camera 1").set_input_files(PORCH)
    page.get_by_role("button", name="Save the photo of camera 1").click()

    expect(page.get_by_text("The photo is saved.")).to_be_visible()
    assert shown(page) == 48
    must_be_clean(page)
    address = str(page.locator(".photo img").get_attribute("src"))
    assert httpx.get(address).status_code == 200
    page.get_by_role("button", name="Delete the photo of camera 1").click()
    expect(page.get_by_text("The photo is deleted.")).to_be_visible()
    expect(page.locator(".photo img")).to_have_count(0)
    until(lambda: httpx.get(address).status_code in (403, 404), what="the file itself to be deleted")


def test_a_large_photo_is_made_small_before_it_is_sent(windows: Windows, outside: Outside) -> None:
    page = windows.open()
    sign_in(outside, page, registered(outside))
    photo = bytes(page.evaluate(LARGE))
    sent: list[int] = []

    def note(request: Request) -> None:
        if request.url.endswith("/photo"):
            sent.append(int(request.headers.get("content-length", "0")) or len(request.post_data_buffer or b""))

    page.on("request", note)
    page.locator(".photo > summary").first.click()
    page.get_by_label("Photo for camera 1").set_input_files(
        {"name": "large.jpg", "mimeType": "image/jpeg", "buffer": photo}
    )
    page.get_by_role("button", name="Save the photo of camera 1").click()

    expect(page.get_by_text("The photo is saved.")).to_be_visible()
    assert shown(page) == 1600
    assert all(size < len(photo) / 2 for size in sent)


def test_without_javascript_a_photo_goes_as_it_is(windows: Windows, outside: Outside) -> None:
    page = windows.open(java_script_enabled=False)
    sign_in(outside, page, registered(outside))

    page.locator(".photo > summary").first.click()
    page.get_by_label("Photo for camera 1").set_input_files(PORCH)
    page.get_by_role("button", name="Save the photo of camera 1").click()

    expect(page.get_by_text("The photo is saved.")).to_be_visible()
    expect(page.locator(".photo img").first).to_be_visible()


def test_what_is_no_photo_is_refused_beside_its_field(windows: Windows, outside: Outside) -> None:
    page = windows.open(width=320)
    sign_in(outside, page, registered(outside))

    page.locator(".photo > summary").first.click()
    page.get_by_label("Photo for camera 1").set_input_files(
        {"name": "porch.jpg", "mimeType": "image/jpeg", "buffer": b"<svg onload='alert(1)'/>"}
    )
    page.get_by_role("button", name="Save the photo of camera 1").click()

    expect(page.locator(".error")).to_contain_text("JPEG, PNG or WebP")
    must_be_clean(page)
