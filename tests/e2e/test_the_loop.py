"""The whole loop: a text becomes a camera, a detective asks, the owner answers, hands footage in, and says STOP."""

from __future__ import annotations

import hashlib
import random
import re

import httpx
import pytest

from tests.e2e.outside import Outside, hidden_fields, new_case, new_phone, until
from tests.e2e.steps import PLACE, asked, desk_link, link_for, registered

pytestmark = pytest.mark.e2e


def test_a_text_becomes_a_camera_and_the_whole_loop_is_played(
    outside: Outside, capsys: pytest.CaptureFixture[str]
) -> None:
    phone, case = registered(outside), new_case()
    ask = asked(outside, phone, case=case)
    assert "1009" not in ask, "a text never holds the exact address"

    link = link_for(outside, phone)
    outside.wait_for_board(case, "Have footage: 1")
    footage = random.randbytes(6_000_000)
    hand_in(outside, link, "front door.mp4", footage)

    digest = hashlib.sha256(footage).hexdigest()
    assert outside.wait_for_text(phone, digest[:8]), "the receipt"
    outside.wait_for_board(case, "Files received: 1")
    assert download_at_the_desk(outside, case) == footage

    outside.text(phone, "STOP")
    heard, neighbor, next_case = outside.texts(phone), registered(outside), new_case()
    asked(outside, neighbor, case=next_case)
    outside.text(neighbor, "5")
    outside.wait_for_board(next_case, "No: 1")
    assert outside.texts(phone) == heard, "nothing follows a STOP"
    with capsys.disabled():
        print("\n\nThe texts, as they were sent:\n" + "\n".join(outside.conversation(phone)) + "\n")  # noqa: T201  (this is what the run is to show)


def hand_in(outside: Outside, path: str, name: str, content: bytes) -> None:
    """Send a file as the page's script does: announced, in parts straight to the bucket, put together."""
    assert outside.web.get(path).status_code == 200
    announced = outside.web.post(f"{path}/files", json={"name": name, "size": len(content)})
    assert announced.status_code == 201, announced.text
    stand = announced.json()
    files = f"{path}/files/{stand['exhibit']}"
    parts = [content[at : at + stand["part_bytes"]] for at in range(0, len(content), stand["part_bytes"])]
    urls = outside.web.post(f"{files}/parts", json={"numbers": list(range(1, len(parts) + 1))}).json()["urls"]
    for number, part in enumerate(parts, 1):
        assert httpx.put(urls[str(number)], content=part, timeout=120).status_code == 200
    finished = outside.web.post(f"{files}/finish", json={})
    assert finished.status_code == 200, finished.text
    until(lambda: outside.web.get(files).json()["state"] == "kept", what="the file to be kept")


def download_at_the_desk(outside: Outside, case: str) -> bytes:
    """Sign in by the one-use link from Slack, find the request of this case, and fetch its first file."""
    link = desk_link(outside)
    page = outside.web.get(link)
    entered = outside.web.post(link, data=hidden_fields(page.text))
    assert entered.status_code in (302, 303), entered.text[:300]
    assert outside.web.post(link, data=hidden_fields(page.text)).status_code == 403, "the link works once"
    desk = outside.web.get("/desk").text
    row = next(part for part in desk.split("/desk/requests/")[1:] if case in part.split("/desk/requests/")[0])
    request = f"/desk/requests/{re.match(r'[a-z0-9]+', row)[0]}"
    page = outside.web.get(request)
    action = re.search(r'action="([^"]*/download)"', page.text)
    assert action is not None, page.text[:2000]
    sent_on = outside.web.post(action[1], data=hidden_fields(page.text))
    assert sent_on.status_code in (302, 303)
    return httpx.get(sent_on.headers["location"], timeout=120).content


def test_the_same_text_twice_has_one_effect_and_the_same_answer(outside: Outside) -> None:
    phone = new_phone()
    sid = "SM" + hashlib.md5(phone.encode(), usedforsecurity=False).hexdigest()
    line = f"REGISTER {PLACE} Towson, 1 camera, keeps 7 days"
    first = outside.text(phone, line, MessageSid=sid)
    assert first
    assert outside.text(phone, line, MessageSid=sid) == first


def test_saying_no_is_heard_and_counted(outside: Outside) -> None:
    phone = registered(outside)
    case = new_case()
    asked(outside, phone, case=case)
    assert outside.text(phone, "5"), "every answer gets an answer"
    outside.wait_for_board(case, "No: 1")
