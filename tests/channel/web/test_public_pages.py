"""The public page, health, the style sheet, and what every answer carries."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.channel.web.visitor import FORM, Visitor
from tests.world import World

ROOT = Path(__file__).parents[3]


def test_the_public_page_says_how_to_register_and_how_to_leave(visitor: Visitor) -> None:
    words = visitor.get("/").words()

    assert "Text REGISTER to 410-555-0100" in words
    assert "Text STOP" in words
    assert "call the desk at 410-555-0100" in words.lower() or "Call the desk at 410-555-0100" in words


def test_the_public_page_says_exactly_what_deleting_leaves_behind(visitor: Visitor) -> None:
    words = visitor.get("/").words()

    assert "removes your name, your phone numbers and email addresses, your cameras and what we wrote" in words
    assert "Files that you sent stay with their case" in words
    assert "ID numbers only" in words
    assert "phone number or email in a scrambled form" in words


def test_health_says_the_version_of_the_project(visitor: Visitor) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]

    assert visitor.get("/health").json() == {"ok": True, "version": version}


def test_assets_are_found_under_their_hash_alone_and_keep_for_a_year(visitor: Visitor) -> None:
    path = re.findall(r'href="(/static/page-[0-9a-f]+\.css)"', visitor.get("/").text)[0]

    sheet = visitor.get(path)

    assert sheet.status == 200
    assert sheet.headers["content-type"].startswith("text/css")
    assert "immutable" in sheet.headers["cache-control"]
    assert visitor.get("/static/page.css").status == 404
    assert visitor.get("/static/..%2Fserve.py").status == 404


@pytest.mark.parametrize("path", ["/", "/register", "/me", "/desk", "/r/nothing", "/health", "/static/nothing"])
def test_every_answer_is_guarded(visitor: Visitor, path: str) -> None:
    headers = visitor.get(path).headers

    assert "script-src 'self';" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/register", "/me", "/desk", "/r/nothing"])
def test_pages_bring_nothing_from_elsewhere_and_no_inline_script_or_style(visitor: Visitor, path: str) -> None:
    text = visitor.get(path).text

    assert not re.findall(r'(?:src|href)="(?:https?:)?//', text)
    assert not re.search(r"<style|style=|<script(?! src=)|\son\w+=", text)


@pytest.mark.parametrize("path", ["/", "/register", "/register/confirm", "/me", "/health"])
def test_head_is_answered(visitor: Visitor, path: str) -> None:
    assert visitor.head(path).status == 200


def test_a_method_that_a_page_does_not_take_gets_a_page(visitor: Visitor) -> None:
    page = visitor.post_only("/health")

    assert page.status == 405
    assert "start from the first page" in page.words()


def test_a_content_type_that_a_form_does_not_take_gets_a_page(visitor: Visitor) -> None:
    page = visitor.post_raw("/register", b"{}", "text/plain")

    assert page.status == 415
    assert "does not understand" in page.words()


def test_a_form_that_is_far_too_large_is_refused(visitor: Visitor) -> None:
    page = visitor.post_raw("/register", b"name=" + b"x" * 70_000, FORM)

    assert page.status == 413


def test_when_the_store_is_down_a_person_still_gets_a_page(
    visitor: Visitor, wired: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    wired.dynamodb.delete_table(TableName="requests")

    page = visitor.get("/r/anything")

    assert page.status == 503
    assert "Something broke on our side" in page.words()


def test_over_https_cookies_are_held_to_this_host(visitor: Visitor) -> None:
    cookie = visitor.get("/register").headers["set-cookie"]

    assert "__Host-porchlight_form=" in str(cookie)
    for word in ("HttpOnly", "Secure", "SameSite=Lax", "Path=/"):
        assert word in str(cookie)


def test_a_phone_number_is_never_broken_between_lines(visitor: Visitor) -> None:
    for path in ("/", "/me", "/register"):
        text = visitor.get(path).text
        assert '<span class="whole">410-555-0100</span>' in text
        assert "&lt;span" not in text
