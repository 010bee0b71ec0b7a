"""Raw mail as the domain sees it: text, sender, verdicts, files; and hostile mail taken in part, with its reason."""

from __future__ import annotations

import base64
import tracemalloc

import pytest

from chalicelib.channels.email import mime
from chalicelib.channels.email.reading import read
from tests.unit.usecases.mailing import PAT, raw_mail, ses_headers

PLAIN = b"MIME-Version: 1.0\r\nFrom: pat@mail.example\r\nTo: cameras@porchlight.example\r\n"


def mail(raw: bytes):
    return read(raw, mail_id="1")


def parts(*bodies: str, kind: str = "mixed") -> bytes:
    inner = "".join(f"--B\r\n{body}\r\n" for body in bodies)
    return PLAIN + f'Content-Type: multipart/{kind}; boundary="B"\r\n\r\npreamble\r\n{inner}--B--\r\nepilogue'.encode()


TEXT, HTML = "Content-Type: text/plain\r\n\r\n", "Content-Type: text/html\r\n\r\n"


def test_a_mail_from_ses_is_read_whole():
    found = mail(raw_mail("Hello", subject="=?utf-8?q?S=C3=AD?=", to="cameras@porchlight.example"))

    assert (found.sender, found.subject, found.plain.strip()) == (PAT, "Sí", "Hello")
    assert found.recipients == ("cameras@porchlight.example",)
    assert (found.message_id, found.automatic, found.in_part) == ("<1@mail.example>", "", "")
    assert found.verdicts.authentic


def test_half_letters_in_a_subject_become_what_can_be_written_down():
    for charset, letters in (("unicode-escape", "=5Cud800"), ("utf-7", "+2AA-")):
        raw = raw_mail("Hello", subject="Cameras").replace(b"Cameras", f"=?{charset}?q?{letters}?=".encode())

        assert mail(raw).subject.encode("utf-8") == b"?"


def test_what_the_envelope_said_counts_among_the_recipients():
    top = ses_headers(PAT, to="leave+abc@porchlight.example")

    assert "leave+abc@porchlight.example" in mail(raw_mail("x", on_top=top)).recipients


MIXED = b'Content-Type: multipart/mixed; boundary="B"\r\n\r\n'


@pytest.mark.parametrize(
    ("raw", "plain", "html"),
    [
        (parts(TEXT + "one", HTML + "<p>two</p>", kind="alternative"), "one", "<p>two</p>"),
        (parts(TEXT + "one", TEXT + "two"), "one\n\ntwo", ""),
        (parts(TEXT + "one", "Content-Type: text/plain; name=a.txt\r\n\r\nfile"), "one", ""),
        (parts(TEXT + "one", "Content-Disposition: attachment\r\n\r\nfile"), "one", ""),
        (PLAIN + b"\r\nbody", "body", ""),
        (PLAIN + b"no empty line", "no empty line", ""),
        (PLAIN + b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\nS\xed", "Sí", ""),
        (PLAIN + b"Content-Type: text/plain; charset=utf-8\r\n\r\nS\xed", "Sí", ""),
        (PLAIN + b"Content-Type: text/plain; charset=zlib\r\n\r\nS\xc3\xad", "Sí", ""),
        (PLAIN + b"Content-Type: text/plain; charset=idna\r\n\r\nS\xc3\xad", "Sí", ""),
        (PLAIN + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode("Sí".encode()), "Sí", ""),
        (PLAIN + b"Content-Transfer-Encoding: base64\r\n\r\n%%%", "", ""),
        (PLAIN + b"Content-Transfer-Encoding: quoted-printable\r\n\r\nS=C3=AD=\r\n!", "Sí!", ""),
        (PLAIN + b"Content-Transfer-Encoding: nonsense\r\n\r\nbody", "body", ""),
        (PLAIN + b"\r\na\x00b\xe2\x80\x8bc", "abc", ""),
        (PLAIN + MIXED + b"--B\r\n--B\r\n\r\none\r\n--B--\r\ntwo", "one", ""),
        (PLAIN + MIXED + b"--B\n\none\n--Bx\n--B y\n a --B\n--B \t\n\ntwo", "one\n--Bx\n--B y\n a --B\n\ntwo", ""),
        (PLAIN + MIXED + b"above\r\n--B\r\n\r\none\r\n--B--", "one", ""),
        (b"From the start\r\n\r\n", "", ""),
        (b"", "", ""),
    ],
)
def test_text_is_found_in_whatever_it_is_wrapped(raw, plain, html):
    found = mail(raw)

    assert (found.plain.strip(), found.html.strip()) == (plain, html)


def test_files_are_told_apart_from_text_and_from_pictures_in_its_midst():
    found = mail(
        parts(
            TEXT + "one",
            "Content-Type: image/png\r\nContent-ID: <a>\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJj",
            'Content-Type: video/mp4\r\nContent-Disposition: attachment; filename="a.mp4"\r\n\r\nfilm',
        )
    )

    assert [(each.name, each.content_type, each.inline, each.content()) for each in found.attachments] == [
        ("", "image/png", True, b"abc"),
        ("a.mp4", "video/mp4", False, b"film"),
    ]


@pytest.mark.parametrize(
    ("value", "sender"),
    [
        ("Pat <PAT@Mail.Example>", PAT),
        ("pat@mail.example", PAT),
        ('"sam@other.example" <pat@mail.example>', PAT),
        ("pat@mail.example, sam@mail.example", ""),
        ("Pat", ""),
        ("", ""),
        ("<pat@mail.example> <sam@mail.example>", ""),
        ("pat@mail@example", ""),
        ("((((((((((" * 200, ""),
        ("=?utf-8?q?pat=40mail.example?=", ""),
        ("pat@mäil.example", ""),
        ("friends: pat@mail.example;", PAT),
        ("pat@mail.example <pat@mail.example>", PAT),
        ("sam@other.example <pat@mail.example>", ""),
    ],
)
def test_the_sender_is_the_one_address_of_the_one_from(value, sender):
    raw = f"From: {value}\r\n\r\nx".encode()

    assert mail(raw).sender == sender
    assert mail(f"From: {value}\r\n".encode() + raw).sender == ""


DEEP = b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (level, level) for level in range(1000)
)
HOSTILE = {
    "nested a thousand deep": (PLAIN + DEEP + b"\r\nSTOP", "too_deep"),
    "a million headers": (b"X: y\r\n" * 1_000_000 + PLAIN + b"\r\nx", "too_many_headers"),
    "a line of 40 MB": (PLAIN + b"\r\n" + b"a" * (40 * 1024 * 1024), "too_long"),
    "a header of 40 MB": (b"X: " + b"a" * (40 * 1024 * 1024), "too_long"),
    "a header folded a million times": (b"X: y\r\n" + b" z\r\n" * 1_000_000 + PLAIN, "too_many_headers"),
    "forty megabytes of empty lines": (PLAIN + b"\r\n" + b"\n" * (40 * 1024 * 1024), "too_long"),
    "fifty thousand parts": (
        PLAIN + b'Content-Type: multipart/mixed; boundary="B"\r\n\r\n' + b"--B\r\n\r\nx\r\n" * 50_000, "too_many_parts",
    ),
    "boundaries that never end": (
        PLAIN + b'Content-Type: multipart/mixed; boundary="B"\r\n\r\n' + b"--B" * 1_000_000, "no_text",
    ),
    "a boundary of nothing": (PLAIN + b'Content-Type: multipart/mixed; boundary=""\r\n\r\nx', "no_text"),
    "ten thousand parameters": (PLAIN + b"Content-Type: text/plain" + b'; a="b' * 10_000 + b"\r\n\r\nx", ""),
    "brackets in From": (b"From: " + b"(" * 100_000 + b"\r\n\r\nx", ""),
    "encoded words in the subject": (PLAIN + b"Subject: " + b"=?utf-8?q?=41?=" * 10_000 + b"\r\n\r\nx", ""),
    "nothing but null bytes": (b"\x00" * 1_000_000, "no_text"),
    "every byte there is": (bytes(range(256)) * 4_000, ""),
    "base64 that is none": (PLAIN + b"Content-Transfer-Encoding: base64\r\n\r\n" + b"=" * 1_000_000, "no_text"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_taken_in_part_with_its_reason(name):
    raw, reason = HOSTILE[name]

    found = mail(raw)

    assert found.in_part in (reason, "too_long") if len(raw) > mime.MOST_BYTES else found.in_part == reason
    assert len(found.plain) + len(found.html) <= 2 * 1024 * 1024
    assert "STOP" not in found.plain


def test_reading_takes_no_more_memory_than_a_few_times_the_mail():
    raw = PLAIN + b'Content-Type: multipart/mixed; boundary="B"\r\n\r\n--B\r\n\r\n' + b"a" * (8 * 1024 * 1024)

    tracemalloc.start()
    mail(raw)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 4 * len(raw)


def test_the_bodies_of_parts_are_cut_out_at_most_once_a_level(monkeypatch):
    """Work is counted in bytes that are searched for boundaries, not in seconds."""
    searched = 0
    inside = mime._inside

    def counting(part):
        nonlocal searched
        searched += len(part.body) if mime.content_type(part).startswith("multipart/") else 0
        return inside(part)

    monkeypatch.setattr(mime, "_inside", counting)
    raw = PLAIN + DEEP + b"x" * 100_000

    mail(raw)

    assert searched <= (mime.MOST_DEPTH + 1) * len(raw)
