"""Files: announced, signed, sent straight to the bucket in parts, resumed, put together; and what is refused."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.domain.errors import Refused
from chalicelib.domain.exhibit import MAX_BYTES, MAX_FILES, PART_BYTES
from chalicelib.usecases.hand_in_footage import HandIn
from chalicelib.usecases.view_ask import view_ask
from tests import builders
from tests.channel.web.conftest import LINK, Asked
from tests.channel.web.visitor import Visitor
from tests.world import EVIDENCE_BUCKET, World

SIZE = PART_BYTES + 7


def announce(visitor: Visitor, asked: Asked, *, size: int = SIZE, name: str = "front door.mp4") -> dict[str, Any]:
    page = visitor.post_json(f"{asked.path}/files", {"name": name, "size": size})
    assert page.status == 201, page.text
    return dict(page.json())


def put_part(world: World, asked: Asked, number: int, body: bytes) -> None:
    """Send a part the way a browser does, past us."""
    exhibit = asked.files()[0]
    world.s3.upload_part(Bucket=EVIDENCE_BUCKET, Key=exhibit.object_key, UploadId=exhibit.upload_id,
                         PartNumber=number, Body=body)  # fmt: skip


def test_a_file_is_announced_with_the_size_of_its_parts(visitor: Visitor, asked: Asked) -> None:
    stand = announce(visitor, asked)

    assert (stand["part_bytes"], stand["parts_done"], stand["state"]) == (PART_BYTES, [], "receiving")
    assert [exhibit.file_name for exhibit in asked.files()] == ["front door.mp4"]


def test_parts_are_signed_for_the_file_that_was_announced(visitor: Visitor, asked: Asked) -> None:
    stand = announce(visitor, asked)

    urls = visitor.post_json(f"{asked.path}/files/{stand['exhibit']}/parts", {"numbers": [1, 2]}).json()["urls"]

    assert set(urls) == {"1", "2"}
    assert urlsplit(urls["2"]).path.endswith(asked.files()[0].object_key)
    assert parse_qs(urlsplit(urls["2"]).query)["partNumber"] == ["2"]


def test_only_parts_of_exactly_the_right_size_count_as_done(visitor: Visitor, asked: Asked, wired: World) -> None:
    stand = announce(visitor, asked)
    put_part(wired, asked, 1, b"x" * PART_BYTES)
    put_part(wired, asked, 2, b"cut")

    page = visitor.get(f"{asked.path}/files/{stand['exhibit']}")

    assert page.json()["parts_done"] == [1]


def test_a_file_is_put_together_and_again_is_no_error(visitor: Visitor, asked: Asked, wired: World) -> None:
    stand = announce(visitor, asked)
    put_part(wired, asked, 1, b"x" * PART_BYTES)
    put_part(wired, asked, 2, b"y" * 7)

    for _ in range(2):
        page = visitor.post_json(f"{asked.path}/files/{stand['exhibit']}/finish", {})
        assert (page.status, page.json()["state"]) == (200, "arrived")
    found = wired.s3.get_object(Bucket=EVIDENCE_BUCKET, Key=asked.files()[0].object_key)
    assert found["ContentLength"] == SIZE


def test_a_file_that_is_cut_off_is_not_put_together(visitor: Visitor, asked: Asked, wired: World) -> None:
    stand = announce(visitor, asked)
    put_part(wired, asked, 1, b"x" * PART_BYTES)

    page = visitor.post_json(f"{asked.path}/files/{stand['exhibit']}/finish", {})

    assert page.status == 422
    assert "Choose it again" in page.json()["error"]
    assert asked.files()[0].state == "receiving"


@pytest.mark.parametrize(
    ("size", "said"), [(0, "empty"), (-1, "empty"), (MAX_BYTES + 1, "larger than 5 GB"), (10**30, "larger than 5 GB")]
)
def test_what_is_empty_or_too_large_is_refused_at_once(visitor: Visitor, asked: Asked, size: int, said: str) -> None:
    page = visitor.post_json(f"{asked.path}/files", {"name": "a.mp4", "size": size})

    assert page.status == 422
    assert said in page.json()["error"]
    assert asked.files() == []


@pytest.mark.slow
def test_one_file_more_than_possible_is_refused(visitor: Visitor, asked: Asked) -> None:
    for _ in range(MAX_FILES):
        announce(visitor, asked)

    page = visitor.post_json(f"{asked.path}/files", {"name": "a.mp4", "size": 5})

    assert page.status == 422
    assert "25 files" in page.json()["error"]


def test_of_files_announced_at_once_none_stands_beyond_the_most(asked: Asked, wired: World) -> None:
    view = view_ask(LINK, **wired.ports("requests", "exhibits", "clock"))
    at_once = HandIn(view=view, files=wired.files, **wired.ports("exhibits", "transactions", "clock", "ids", "agency"))
    for number in range(MAX_FILES):
        at_once.announce(f"{number}.mp4", SIZE)

    with pytest.raises(Refused) as refused:
        at_once.announce("one more.mp4", SIZE)

    assert refused.value.reason == "web.error.files_many"
    assert [each.state for each in asked.files()].count("receiving") == MAX_FILES


@pytest.mark.parametrize("asked_for", [{}, [], {"name": "a"}, {"name": 5, "size": 5}, {"name": "a", "size": "5"},
                                       {"name": "a", "size": True}, {"name": "a", "size": 1.5}])  # fmt: skip
def test_what_is_no_announcement_is_400(visitor: Visitor, asked: Asked, asked_for: Any) -> None:
    assert visitor.post_json(f"{asked.path}/files", asked_for).status == 400


@pytest.mark.parametrize("numbers", [[], [0], [3], [-1], ["1"], [True], "12", None, list(range(1, 30))])
def test_parts_that_the_file_does_not_have_are_refused(visitor: Visitor, asked: Asked, numbers: Any) -> None:
    stand = announce(visitor, asked)

    page = visitor.post_json(f"{asked.path}/files/{stand['exhibit']}/parts", {"numbers": numbers})

    assert page.status in (400, 422)


def test_a_file_of_another_ask_does_not_exist_here(visitor: Visitor, asked: Asked, wired: World) -> None:
    other = builders.an_exhibit("foreign", owner_id="somebody")
    wired.commit(*wired.exhibits.announce(other, builders_entry()))

    for tail, body in (("/parts", {"numbers": [1]}), ("/finish", {})):
        assert visitor.post_json(f"{asked.path}/files/foreign{tail}", body).status == 404
    assert visitor.get(f"{asked.path}/files/foreign").status == 404


def test_a_guessed_link_announces_nothing(visitor: Visitor, asked: Asked) -> None:
    page = visitor.post_json("/r/guessed/files", {"name": "a.mp4", "size": 5})

    assert page.status == 404
    assert page.json()["error"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("..\\..\\secret.txt", "secret.txt"), ("/etc/passwd", "passwd"), ("a\x00b\n.mp4", "ab.mp4"), ("", "footage"),
     ("../", "footage"), ("x" * 500 + ".mp4", "x" * 116 + ".mp4")],
)  # fmt: skip
def test_file_names_are_names_and_nothing_else(visitor: Visitor, asked: Asked, given: str, kept: str) -> None:
    announce(visitor, asked, name=given)

    assert asked.files()[0].file_name == kept


def test_without_a_script_one_file_goes_straight_to_the_bucket(visitor: Visitor, asked: Asked) -> None:
    page = visitor.post(f"{asked.path}/file", stamp=visitor.get(asked.path).stamp())

    action = re.findall(r'action="([^"]+)" enctype="multipart/form-data"', page.text)[0]
    assert EVIDENCE_BUCKET in action
    assert f'name="key" value="{asked.files()[0].object_key}"' in page.text
    assert f'value="https://porchlight.example{asked.path}?done=file"' in page.text


def test_the_pages_that_send_files_may_reach_the_bucket_and_others_may_not(visitor: Visitor, asked: Asked) -> None:
    page = visitor.get(asked.path)
    plain = visitor.post(f"{asked.path}/file", stamp=page.stamp())
    action = re.findall(r'action="([^"]+)" enctype', plain.text)[0]
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(action))
    stand = announce(visitor, asked)
    url = visitor.post_json(f"{asked.path}/files/{stand['exhibit']}/parts", {"numbers": [1]}).json()["urls"]["1"]

    assert url.startswith(origin)
    assert f"connect-src 'self' {origin};" in page.headers["content-security-policy"]
    assert f"form-action 'self' {origin};" in plain.headers["content-security-policy"]
    assert origin not in visitor.get("/").headers["content-security-policy"]


def builders_entry() -> Any:
    from chalicelib.domain.exhibit import HistoryEntry

    return HistoryEntry("announced", builders.NOON, "owner")
