"""The new part of a reply: what mail programs put around it, in many shapes, and nothing of what is quoted."""

from __future__ import annotations

import pytest

from chalicelib.domain import mail_cut
from chalicelib.domain.mail_cut import new_part, new_part_of
from chalicelib.domain.mail_html import text_of_html

ASK = "Did your camera see it? Reply with a number:\n1 I have footage\n3 Nothing there\n5 No\nSTOP to leave"
QUOTED = "\n".join(f"> {line}" for line in ASK.split("\n"))
ABOVE = [
    "On Fri, Nov 20, 2026 at 9:41 PM Police <r@p.example> wrote:",
    "On Fri, Nov 20, 2026 at 9:41\u202fPM Police <r@p.example>\nwrote:",
    "On Fri, Nov 20, 2026, 21:41 Police <r@p.example> wrote:",
    "On 20 Nov 2026, at 21:41, Police <r@p.example> wrote:",
    "On 11/20/26 9:41 PM, Police wrote:",
    "    On Friday, November 20, 2026 at 09:41:00 PM EST, Police <r@p.example> wrote:",
    "---- On Fri, 20 Nov 2026 21:41:00 -0500 Police <r@p.example> wrote ----",
    "Police <r@p.example> wrote:",
    "Policía <r@p.example> escribió el vie., 20 nov. 2026 a las 21:41:",
    "2026-11-20 21:41 GMT-05:00 Police <r@p.example>:",
    "From: Police <r@p.example>\nSent: Friday, November 20, 2026 9:41 PM",
    "El vie, 20 nov 2026 a las 21:41, Policía (<r@p.example>)\nescribió:",
    "El 20 nov 2026, a la(s) 9:41 p.m., Policía <r@p.example> escribió:",
    "El viernes, 20 de noviembre de 2026, 21:41:00 GMT-5, Policía <\nr@p.example> escribió:",
    "El 20/11/2026 a las 21:41, Policía escribió:",
    "Em sex., 20 de nov. de 2026 às 21:41, P <r@p.example> escreveu:",
    "Le ven. 20 nov. 2026 à 21:41, Police <r@p.example> a écrit\u00a0:",
    "Am Fr., 20. Nov. 2026 um 21:41 Uhr schrieb Police <\nr@p.example>:",
    "Am 20.11.26 um 21:41 schrieb Police:",
    "Il giorno ven 20 nov 2026 alle ore 21:41 Police <r@p.example> ha scritto:",
    "Op vr 20 nov 2026 om 21:41 schreef Police <r@p.example>:",
    "P <r@p.example> 于2026年11月20日周五 21:41写道:",
    "2026년 11월 20일 (금) 오후 9:41, Police <r@p.example>님이 작성:",
    "From: Police <r@p.example>\nSent: Friday, November 20, 2026 9:41 PM\nTo: Pat\nSubject: Request",
    "**From:** Police <r@p.example>\n**Sent:** Friday\n**To:** Pat\n**Subject:** Request",
    "________________________________\nFrom: Police <r@p.example>\nDate: Friday\nTo: Pat\nSubject: Request",
    "De: Policía\nEnviado: viernes, 20 de noviembre de 2026 9:41 p. m.\nPara: Pat\nAsunto: Solicitud",
    "De: Policía\nEnviado el: viernes\nPara: Pat\nCC: Sam\nAsunto: Solicitud",
    "-----Original Message-----\nFrom: Police",
    "-------- Mensaje original --------\nDe: Policía",
    "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐",
    "---------- Forwarded message ---------",
    "Begin forwarded message:",
    "##- Please write above this line -##",
    "--- Reply above this line ---",
    "Sent from my iPhone",
    "Enviado desde mi iPhone",
    "Sent from my Verizon, Samsung Galaxy smartphone",
    "Enviado con el correo electrónico seguro de Proton Mail.",
    "Get Outlook for iOS<https://example.com>",
    "-- ",
]  # fmt: skip


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("answer", ["3", "Sí, tengo video.\n\nGracias,\nPat", "No.\nOn Friday I was away."])
def test_nothing_is_taken_from_what_follows_a_line_of_a_mail_program(above: str, answer: str) -> None:
    assert new_part(f"{answer}\n\n{above}\n\n{ASK}\n") == answer
    assert new_part(f"{answer}\n\n{above}\n\n{QUOTED}\n") == answer
    assert new_part(f"{answer}\n{above}\n{QUOTED}\n".replace("\n", "\r\n")) == answer


@pytest.mark.parametrize(
    "body",
    [
        "On 11/20 I saw it at 21:30 and my wife wrote it down:\n\nwhite van",
        "My cameras since 2020:\n- front\n- back",
        "I have 2:\nFrom: the front door\nTo: the street",
        "De: 9 a 5 guardamos video\nA: la calle mira",
        "I have 2.\nFrom: the front door\nDate: since summer",
        "On Friday the neighbour wrote: nothing was seen.",
        "Sent from my desk, is much easier than my mobile phone.",
        "The door - -- is it on camera? - is closed",
        "1009 Roxleigh Rd\n---\n1011 Roxleigh Rd",
    ],
)
def test_prose_that_looks_like_a_mail_programs_is_kept(body: str) -> None:
    assert new_part(body) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{QUOTED}\n\n3 nothing there", "3 nothing there"),
        ("> Did it see?\nno, the yard\n> else?\nno", "no, the yard\n\nno"),
        (f"Pat wrote:\n{QUOTED}\n\nso 3", "so 3"),
        (f"{'> ' + 'x' * 80}\n5 No\n> STOP", ""),
        ("> The offices are open from 8 to 16, and the desk answers the phone\nstop to leave\n", ""),
        ("CAUTION: This email is from outside the organization.\n\n3", "3"),
        ("3\n\nThis email is confidential and intended only for STOP", "3"),
        ("Sent from my iPhone\n\n3", "3"),
        ("3\n\n\n\n", "3"),
        ("\ufeff3", "3"),
        ("", ""),
        (">", ""),
        ("--\nSTOP", ""),
    ],
)
def test_text_below_between_and_beside_what_is_quoted(body: str, expected: str) -> None:
    assert new_part(body) == expected


def test_lines_of_the_mail_that_is_answered_are_never_the_senders_own() -> None:
    assert new_part("5 No\nnothing there\n\n1 I have   footage", sent=ASK.split("\n")) == "nothing there"


def test_html_is_read_where_the_plain_text_says_nothing_new() -> None:
    assert new_part_of("", "<p>3</p><blockquote>1</blockquote>") == "3"
    assert new_part_of(QUOTED, "<div>3</div>") == "3"
    assert new_part_of("4", "<div>3</div>") == "4"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div>a<br>b</div><div>c</div>", "a\nb\nc"),
        ("<p>a</p><p>b</p>", "a\n\nb\n"),
        ("a&nbsp;&amp;&#39; b", "a &' b"),
        ("<!-- x -->a<style>b</style><script>if (a < b) x</script>c", "ac"),
        ("a<!-- never closed", "a"),
        ("a<script>never closed", "a"),
        ("1 < 2 and <b>3</b>", "1 < 2 and 3"),
        ("a&#99999999999999999999;", "a\ufffd"),
        ('<div style="DISPLAY: none">STOP</div>1', "1"),
        ("<blockquote><blockquote>a</blockquote>b</blockquote>c", ">\nc"),
        ('<blockquote style="margin:0 0 0 40px;border:none">own</blockquote>', "own"),
        ('new<div id="x_divRplyFwdMsg">old</div>old', "new"),
        ("<pre>a\n b</pre>", "a\nb"),
    ],
)
def test_html_becomes_the_lines_that_a_reader_would_see(html: str, expected: str) -> None:
    assert text_of_html(html).strip("\n") == expected.strip("\n")


@pytest.mark.parametrize("size", [mail_cut.MOST_LETTERS, 10 * mail_cut.MOST_LETTERS])
def test_no_more_is_looked_at_than_is_said(size: int) -> None:
    assert len(new_part("a " * size)) <= mail_cut.MOST_LETTERS
    assert len(new_part("a\n" * size).split("\n")) <= mail_cut.MOST_LINES + 1
