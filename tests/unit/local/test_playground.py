"""The playground: its state, and what its files may not do."""

from __future__ import annotations

import re

import pytest

from local.vendors.playground import PAGES

pytestmark = pytest.mark.anyio
PHONE = "+14105550111"
SCRIPTS = sorted(PAGES.glob("*.js"))


async def test_the_state_holds_what_the_page_draws(vendors):
    await vendors.post(f"/phones/{PHONE}/messages", json={"body": "STOP"})
    state = (await vendors.get("/playground/state", params={"phone": PHONE})).json()

    assert state["phones"][PHONE]["stopped"] is True
    assert state["phones"][PHONE]["messages"][0]["body"] == "STOP"
    assert [user["name"] for user in state["slack"]["users"]] == ["Dana Example", "Sam Example"]


async def test_nothing_is_sent_while_nothing_is_new(vendors):
    version = (await vendors.get("/playground/state")).json()["version"]
    assert (await vendors.get("/playground/state", params={"since": version})).status_code == 204

    await vendors.post(f"/phones/{PHONE}/messages", json={"body": "hi"})
    assert (await vendors.get("/playground/state", params={"since": version})).status_code == 200


@pytest.mark.parametrize("name", ["", "style.css", *(script.name for script in SCRIPTS)])
async def test_each_file_of_the_page_is_served(vendors, name):
    assert (await vendors.get(f"/playground/{name}")).status_code == 200


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_no_script_writes_markup(script):
    forbidden = r"innerHTML\s*=|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc"

    assert re.findall(forbidden, script.read_text()) == []


@pytest.mark.parametrize("page", sorted(PAGES.iterdir()), ids=lambda page: page.name)
def test_nothing_is_loaded_from_elsewhere(page):
    loads = re.findall(
        r"""(?:src|href)=["'](?!#|data:)([^"']+)|url\(([^)]+)\)|from ["']([^"']+)["']""", page.read_text()
    )

    assert all(name.startswith("./") or "/" not in name for groups in loads for name in groups)
