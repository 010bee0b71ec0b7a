"""Photos of views: given and taken away by their owner, seen by an officer who asked, and by nobody else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chalicelib.domain.photo import MAX_PHOTO_BYTES
from tests import builders
from tests.channel.web.conftest import LINK, sign_in
from tests.channel.web.test_desk import enter
from tests.channel.web.visitor import Page, Visitor
from tests.world import PHOTOS_BUCKET, World

PHOTOS = Path(__file__).resolve().parents[2] / "payloads" / "photos"
MARK = "----a-boundary"


def form(stamp: str, content: bytes, *, name: str = "porch.jpg", content_type: str = "image/jpeg") -> bytes:
    head = f'--{MARK}\r\nContent-Disposition: form-data; name="stamp"\r\n\r\n{stamp}\r\n'
    file = (
        f'--{MARK}\r\nContent-Disposition: form-data; name="photo"; filename="{name}"\r\nContent-Type: {content_type}'
    )
    return f"{head}{file}\r\n\r\n".encode() + content + f"\r\n--{MARK}--\r\n".encode()


def give(visitor: Visitor, content: bytes, *, camera: str = "c1", **how: str) -> Page:
    body = form(visitor.get("/me").stamp(), content, **how)
    return visitor.post_raw(f"/me/cameras/{camera}/photo", body, f"multipart/form-data; boundary={MARK}")


def files(world: World) -> list[str]:
    return [each["Key"] for each in world.s3.list_objects_v2(Bucket=PHOTOS_BUCKET).get("Contents", [])]


def porch(kind: str = "jpg") -> bytes:
    return (PHOTOS / f"porch.{kind}").read_bytes()


@pytest.fixture
def owner(visitor: Visitor, wired: World) -> Visitor:
    wired.household()
    sign_in(visitor, wired)
    return visitor


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_an_owner_gives_a_photo_and_sees_it(owner: Visitor, wired: World, kind: str) -> None:
    page = give(owner, porch(kind))

    assert page.status == 303
    page = owner.get(page.headers["location"])
    assert "The photo is saved." in page.words()
    (key,) = files(wired)
    shown = re.search(r'<img src="(https://photos\.[^"]+)"', page.text)
    assert shown
    assert key in shown[1]
    assert "img-src 'self' https://photos.s3.amazonaws.com;" in page.headers["content-security-policy"]
    stored = wired.s3.get_object(Bucket=PHOTOS_BUCKET, Key=key)
    assert stored["ContentType"] == {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}[kind]


def test_the_part_for_a_photo_is_closed_until_there_is_one_or_something_is_wrong_with_it(owner: Visitor) -> None:
    assert '<details class="photo">' in owner.get("/me").text
    assert '<details class="photo" open>' in give(owner, b"no photo").text

    give(owner, porch())

    assert '<details class="photo" open>' in owner.get("/me").text


def test_an_owner_takes_the_photo_away(owner: Visitor, wired: World) -> None:
    give(owner, porch())

    page = owner.post("/me/cameras/c1/photo/remove", stamp=owner.get("/me").stamp())

    assert "The photo is deleted." in page.words()
    assert "https://photos." not in page.text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Choose a photo first"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "JPEG, PNG or WebP"),
        (b"<!doctype html><script>alert(1)</script>", "JPEG, PNG or WebP"),
        (b"PK\x03\x04" + bytes(500), "JPEG, PNG or WebP"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(500), "JPEG, PNG or WebP"),
        (b"\xff\xd8\xff" + bytes(500), "cannot read"),
        (porch("png")[:60], "cannot read"),
        (bytes(MAX_PHOTO_BYTES + 1), "larger than 4 MB"),
    ],
)
def test_what_is_no_photo_is_refused_beside_its_field(owner: Visitor, wired: World, content: bytes, said: str) -> None:
    page = give(owner, content)

    assert page.status == 422
    assert any(said in sentence for sentence in page.described_by("photo_c1"))
    assert files(wired) == []


def test_what_the_browser_claims_about_a_file_is_not_believed(owner: Visitor, wired: World) -> None:
    give(owner, porch("png"), name="../../evil.html", content_type="text/html")

    (key,) = files(wired)
    assert wired.s3.get_object(Bucket=PHOTOS_BUCKET, Key=key)["ContentType"] == "image/png"


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"", f"multipart/form-data; boundary={MARK}", 400),
        (b"x" * 1000, f"multipart/form-data; boundary={MARK}", 400),
        (b"--" + MARK.encode() + b"\r\n\r\n--" + MARK.encode() + b"--", f"multipart/form-data; boundary={MARK}", 400),
        (b"stamp=x", "application/x-www-form-urlencoded", 415),
        (b"x", "multipart/form-data", 415),
        (f"--{MARK}\r\n".encode() * 5000, f"multipart/form-data; boundary={MARK}", 400),
        (form("wrong", porch()), f"multipart/form-data; boundary={MARK}", 403),
    ],
)
def test_a_form_that_is_not_ours_changes_nothing(
    owner: Visitor, wired: World, body: bytes, content_type: str, status: int
) -> None:
    assert owner.post_raw("/me/cameras/c1/photo", body, content_type).status == status
    assert files(wired) == []


def test_nobody_gives_a_photo_to_somebody_elses_camera(owner: Visitor, wired: World) -> None:
    assert give(owner, porch(), camera="c9").status == 404
    assert files(wired) == []


def test_who_is_not_signed_in_gives_none(visitor: Visitor, wired: World) -> None:
    body = form("", porch())

    assert visitor.post_raw("/me/cameras/c1/photo", body, f"multipart/form-data; boundary={MARK}").status == 403


def test_an_officer_who_asked_sees_it_after_the_look_is_on_record(owner: Visitor, wired: World) -> None:
    give(owner, porch())
    contact = wired.registry.contact(wired.registry.key_of("sms", builders.PHONE))
    assert contact
    assert contact.owner_id
    asked = builders.a_request()
    ask = builders.an_ask(asked.request_id, contact.owner_id, contact_key=contact.key, code=asked.code)
    wired.commit(*wired.requests.add_request(asked), wired.requests.add_ask(ask), wired.requests.add_link(LINK, ask))
    enter(owner, wired)

    page = owner.get("/desk/requests/request1")
    path = "/desk/requests/request1/answers/1/photos/c1"
    assert f'action="{path}"' in page.text
    assert "https://photos." not in page.text
    answer = owner.post_only(path, stamp=page.stamp())

    assert answer.status == 303
    assert answer.headers["location"].startswith("https://photos.s3.amazonaws.com/")
    deeds = [row.deed for row, _ in wired.audit.rows(wired.clock.now().date().isoformat())]
    assert deeds.count("view_photo") == 1
    assert owner.post_only(path, stamp="no").status == 403
    for wrong in ("answers/2/photos/c1", "answers/1/photos/c2", "answers/0/photos/c1", "answers/x/photos/c1"):
        assert owner.post_only(f"/desk/requests/request1/{wrong}", stamp=page.stamp()).status == 404
    assert owner.post_only("/desk/requests/other/answers/1/photos/c1", stamp=page.stamp()).status == 404
