"""An adversary at the pages: whatever is sent, wherever, brings a page and does nothing that it should not."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest

from chalicelib.channels.http import read_event
from chalicelib.channels.web.multipart import MAX_HEAD
from chalicelib.channels.web.reading import read_cookies, read_visit, stamp
from chalicelib.domain.errors import NotFound
from tests import builders
from tests.channel.web.conftest import Asked, last_code, sign_in
from tests.channel.web.test_flags import enter
from tests.channel.web.test_photos import MARK
from tests.channel.web.test_registering import GOOD, register
from tests.channel.web.visitor import FORM, Page, Visitor
from tests.world import World

SCRIPT = "<script>alert(1)</script>"
HOSTILE = [
    SCRIPT, '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "{{ 7*7 }}{% x %}", "${jndi:ldap://x}",
    "a\r\nSet-Cookie: porchlight_me=1", "\x00", "\x01\x0b\x1b", "\u202eabc", "\ufeff", "%00%ff", "../../../etc/passwd",
    "1e309", "-1", "0x10", "\u0663", "NaN", "x" * 5000, "\U0001f642" * 300, "'; DROP TABLE owners --", "=1+1", " ",
]  # fmt: skip
TOKENS = [
    "x" * 3000, "%ff%fe", "%00", "..%2f..%2fetc", "%2e%2e", "a%0d%0aSet-Cookie:%20x=1", "*", quote("\U0001f642"),
    quote(SCRIPT, safe=""), "%ED%A0%80", "null", "0", "a:b", quote("' OR 1=1"), "%25252e", "a+b", "__proto__",
]  # fmt: skip


def is_harmless(page: Page) -> bool:
    """Say whether nothing broke, nothing was taken for markup, and no header was made up."""
    raw = ("<script>alert", "<img src=x", "onmouseover='alert(1)'")
    headers = str(page.headers).lower()
    return page.status < 500 and not any(each in page.text for each in raw) and "set-cookie: " not in headers


@pytest.mark.parametrize("field", [*GOOD, "choice", "days_1", "heading_1", "kind_1", "pin_1", "place_1", "do", "work"])
def test_no_field_of_the_form_breaks_or_becomes_markup(visitor: Visitor, wired: World, field: str) -> None:
    stamped = visitor.get("/register").stamp()
    for value in HOSTILE:
        page = visitor.post_only("/register", stamp=stamped, **{**GOOD, "work": "", field: value})
        assert is_harmless(page), (field, value)
        assert is_harmless(visitor.get("/register")), (field, value)
        assert is_harmless(visitor.get("/register/text")), (field, value)


@pytest.mark.parametrize("path", ["/me/name", "/me/mailbox", "/me/phone", "/me/way", "/me/language", "/me/cameras/c1"])
def test_no_field_of_ones_own_page_breaks_or_becomes_markup(visitor: Visitor, wired: World, path: str) -> None:
    wired.household()
    stamped = sign_in(visitor, wired).stamp()
    names = ("name", "email", "phone", "way", "language", "retention_days_c1", "heading_c1", "kind_c1", "place_c1")
    for value in HOSTILE:
        assert is_harmless(visitor.post_only(path, stamp=stamped, **dict.fromkeys(names, value))), value
        assert is_harmless(visitor.get("/me")), value


def test_a_name_is_markup_nowhere_and_no_letter_in_it_is_invisible(visitor: Visitor, wired: World) -> None:
    page = register(visitor, name="Pat\x01\u202e <b>O'Neil</b>\r\nBcc: x")
    visitor.post("/register/confirm", stamp=page.stamp(), code=last_code(wired))

    own = visitor.get("/me")

    assert "<b>O" not in own.text
    contact = wired.registry.contact(wired.registry.key_of("sms", builders.PHONE))
    assert contact
    assert contact.owner_id
    household = wired.registry.household(contact.owner_id)
    assert household
    assert household.owner.name == "Pat <b>O'Neil</b> Bcc: x"


@pytest.mark.parametrize("path", ["/r/{}", "/m/{}", "/sheet/{}", "/unsubscribe/{}", "/me/mailbox/{}", "/desk/in/{}",
                                  "/static/{}", "/desk/requests/{}"])  # fmt: skip
@pytest.mark.parametrize("token", TOKENS)
def test_a_made_up_link_opens_nothing(visitor: Visitor, wired: World, path: str, token: str) -> None:
    page = visitor.get(path.format(token))

    assert page.status in (403, 404)
    assert is_harmless(page)


@pytest.mark.parametrize("path", ["/r/{}/answer", "/r/{}/stop", "/r/{}/file", "/m/{}", "/sheet/{}", "/unsubscribe/{}",
                                  "/me/mailbox/{}", "/desk/in/{}"])  # fmt: skip
@pytest.mark.parametrize("token", ["x" * 3000, "%00", "..%2f..", "%ff", "a%0d%0ab", quote("\U0001f642")])
def test_a_made_up_link_does_nothing(visitor: Visitor, wired: World, path: str, token: str) -> None:
    from urllib.parse import unquote

    page = visitor.post_only(path.format(token), stamp=stamp(unquote(token)), answer="has_footage", agreed="x")

    assert page.status in (403, 404)
    assert is_harmless(page)


@pytest.mark.parametrize("exhibit", TOKENS)
def test_a_made_up_file_of_a_real_link_is_not_found(visitor: Visitor, asked: Asked, exhibit: str) -> None:
    for page in (
        visitor.get(f"{asked.path}/files/{exhibit}"),
        visitor.post_json(f"{asked.path}/files/{exhibit}/parts", {"numbers": [1]}),
        visitor.post_json(f"{asked.path}/files/{exhibit}/finish", {}),
    ):
        assert page.status in (404, 422), page.text


@pytest.mark.parametrize("value", [
    "\ud800", {}, [], None, 1e308, True, "x" * 100_000, {"name": 1}, 10**400, -1, "\x00", "\u202e",
])  # fmt: skip
def test_no_announcement_of_a_file_breaks(visitor: Visitor, asked: Asked, value: Any) -> None:
    for said in ({"name": value, "size": 10}, {"name": "a.mp4", "size": value}, value):
        assert visitor.post_json(f"{asked.path}/files", said).status < 500, said


@pytest.mark.parametrize("numbers", [[0], [-1], [10**9], list(range(1, 20_000)), [10**400], ["1"], [1.5], [None], "1"])
def test_no_list_of_parts_breaks_or_is_served_beyond_bounds(visitor: Visitor, asked: Asked, numbers: Any) -> None:
    made = visitor.post_json(f"{asked.path}/files", {"name": "a.mp4", "size": 100 * 1024 * 1024}).json()

    page = visitor.post_json(f"{asked.path}/files/{made['exhibit']}/parts", {"numbers": numbers})

    assert 400 <= page.status < 500


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"name":' * 5000, b"\xff\xfe", b"1" * 10_000, b'{"size": 1e999}'])
def test_no_document_breaks(visitor: Visitor, asked: Asked, body: bytes) -> None:
    assert 400 <= visitor.post_raw(f"{asked.path}/files", body, "application/json").status < 500


@pytest.mark.parametrize("body", [b"name=%ff%fe", b"name=%ED%A0%80", b"%", b"&&&==", b"a=1&" * 400, b"\xff" * 10, b""])
def test_no_body_of_a_form_breaks(visitor: Visitor, wired: World, body: bytes) -> None:
    visitor.get("/register")

    assert 400 <= visitor.post_raw("/register", body, FORM).status < 500


@pytest.mark.parametrize("value", TOKENS)
def test_no_id_that_an_officer_sends_breaks(visitor: Visitor, wired: World, value: str) -> None:
    stamped = enter(visitor, wired, builders.SUPERVISOR).stamp()
    for path, field in (("/desk/flags", "key"), ("/desk/mail", "name"), ("/desk/homes", "name")):
        page = visitor.post_only(path, stamp=stamped, deed="leaves", **{field: value})
        assert page.status in (303, 404, 422), (path, value)
        assert is_harmless(page)
    assert visitor.get(f"/desk/requests/{value}").status == 404


@pytest.mark.parametrize("path", [
    "/me/name", "/me/stop", "/me/delete", "/me/out", "/me/way", "/me/when", "/me/language", "/me/cameras/c1",
    "/me/mailbox", "/me/cameras/c1/remove", "/me/phone", "/me/contacts/x/remove", "/desk/flags", "/desk/mail",
    "/desk/homes", "/desk/out", "/register", "/register/confirm", "/register/text", "/me", "/me/code", "/me/code/again",
])  # fmt: skip
def test_another_sites_form_does_nothing(visitor: Visitor, wired: World, path: str) -> None:
    household = wired.household()
    sign_in(visitor, wired)
    enter(visitor, wired, builders.SUPERVISOR)
    visitor.get("/register")
    before = wired.registry.household(household.owner.owner_id)

    for made_up in (None, "", "0" * 64, stamp("")):
        page = visitor.post_only(path, stamp=made_up, name="Mallory", language="es", way="email_only")
        assert page.status == 403, made_up

    assert wired.registry.household(household.owner.owner_id) == before


def test_the_stamp_of_one_session_is_none_of_another(visitor: Visitor, other_visitor: Visitor, wired: World) -> None:
    wired.household()
    wired.household(builders.OTHER_PHONE)
    sign_in(visitor, wired)
    others = sign_in(other_visitor, wired, builders.OTHER_PHONE).stamp()

    assert visitor.post_only("/me/stop", stamp=others).status == 403


@pytest.mark.parametrize("neighbor", [
    'settings={"x":1,"y":"a, b"}', "foo[bar]=1", "a=b c", "a@b=1", 'x="open', "=x", "alone", "a=\u00e9", ";;; ;",
])  # fmt: skip
def test_a_cookie_that_another_site_of_the_domain_wrote_signs_nobody_out(neighbor: str) -> None:
    for header in (f"{neighbor}; __Host-porchlight_me=token", f"__Host-porchlight_me=token; {neighbor}"):
        assert read_cookies(header)["__Host-porchlight_me"] == "token"


def test_a_name_in_a_path_that_no_table_could_hold_is_never_looked_up() -> None:
    request = read_event({"path": "/r/x", "pathParameters": {"token": "x" * 201}})

    with pytest.raises(NotFound):
        read_visit(request, secure=True)


def test_a_parts_headers_end_soon(visitor: Visitor, wired: World) -> None:
    """What reads them takes time with the square of their length: 200 KB took 17 seconds, before anybody signed in."""
    wired.household()
    stamped = sign_in(visitor, wired).stamp()
    field = f'--{MARK}\r\nContent-Disposition: form-data; name="stamp"\r\n\r\n{stamped}\r\n'
    long = "x" * (MAX_HEAD - 10)
    photo = f'--{MARK}\r\nContent-Disposition: form-data; x={long}; name="photo"; filename="a"\r\n\r\nx\r\n--{MARK}--'

    page = visitor.post_raw("/me/cameras/c1/photo", (field + photo).encode(), f"multipart/form-data; boundary={MARK}")

    assert page.status == 400


def test_what_a_cache_may_keep_sets_no_cookie(visitor: Visitor, wired: World) -> None:
    sheet = re.findall(r'href="(/static/page-[0-9a-f]+\.css)"', visitor.get("/").text)[0]

    assert "set-cookie" not in visitor.get(f"{sheet}?lang=es").headers
    assert "set-cookie" in visitor.get("/?lang=es").headers


@pytest.mark.parametrize(
    "path", ["/me", "/me/delete", "/register/done", "/register/text", "/desk/homes", "/desk/flags"]
)
def test_no_personal_page_is_kept_by_any_cache_or_told_to_anybody(visitor: Visitor, wired: World, path: str) -> None:
    wired.household()
    sign_in(visitor, wired)
    headers = visitor.get(path).headers

    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
