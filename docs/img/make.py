"""Draws docs/img/playground.png: plays the loop on the stack that runs here, and takes the picture in Chromium."""

from __future__ import annotations

import json
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
RUN = json.loads((HERE.parents[1] / ".local" / "run.json").read_text())
VENDORS = RUN["playground_url"].rsplit("/playground", 1)[0]
PHONES = ("+14105550111", "+14105550122")


def main() -> None:
    """Play it, then draw it; needs `./porchlight run` in another window, best with a fresh `--state`."""
    for phone, where in zip(PHONES, ("1009 Roxleigh Rd Towson, 2 cameras", "1016 Roxleigh Rd, 1 camera"), strict=True):
        text(phone, f"REGISTER {where}, keeps 14 days")
        text(phone, "OK")
    day = (datetime.now(ZoneInfo("America/New_York")) - timedelta(days=1)).date()
    command(f"26-01234, 1009 Roxleigh Rd, 300 m, {day} 21:00-23:00, burglary, man in a red jacket")
    preview = until(lambda: next((sent for sent in slack() if button(sent)), None))
    act("press", {"user": RUN["slack_detective_id"], "ts": preview["ts"], "action_id": "send_request"})
    until(lambda: "Request" in last_text(PHONES[1]))
    text(PHONES[0], "1")
    text(PHONES[1], "nothing there")
    until(lambda: "Answers: 2" in json.dumps(slack()[-1]))
    draw(HERE / "playground.png")


def text(phone: str, body: str) -> None:
    httpx.post(f"{VENDORS}/phones/{phone}/messages", json={"body": body}, timeout=30).raise_for_status()


def last_text(phone: str) -> str:
    return json.dumps(httpx.get(f"{VENDORS}/phones/{phone}/messages", timeout=30).json())


def command(arguments: str) -> None:
    act("command", {"user": RUN["slack_detective_id"], "text": f"/footage {arguments}"})


def act(deed: str, body: dict[str, str]) -> None:
    httpx.post(f"{VENDORS}/control/slack/{deed}", json=body, timeout=30).raise_for_status()


def slack() -> list[dict[str, Any]]:
    return list(httpx.get(RUN["slack_messages_url"], timeout=30).json())


def button(sent: dict[str, Any]) -> bool:
    return "send_request" in json.dumps(sent)


def until(found: Any) -> Any:
    for _ in range(300):
        if value := found():
            return value
        time.sleep(0.2)
    raise TimeoutError("the loop did not get as far as the picture")


def draw(path: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 860})
        page.goto(RUN["playground_url"])
        page.get_by_text("Answers: 2").wait_for()
        page.screenshot(path=path)
        browser.close()


if __name__ == "__main__":
    main()
