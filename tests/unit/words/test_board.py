"""What the channel sees of a request: counts, and nothing that Slack would take for its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.incident import Answer, Tally
from chalicelib.words.blocks import escaped, plain
from chalicelib.words.board import approval_payload, board_payload
from tests import builders

AGENCY = builders.an_agency()
TALLY = Tally(asked=9, answers={Answer.HAS_FOOTAGE: 3, Answer.NO: 1}, exhibits=2)


def texts(payload: Any) -> Iterator[str]:
    if isinstance(payload, dict):
        for name, value in payload.items():
            if name == "text" and isinstance(value, str):
                yield value
            else:
                yield from texts(value)
    elif isinstance(payload, list):
        for item in payload:
            yield from texts(item)


def test_it_counts_answers_and_files() -> None:
    shown = "\n".join(texts(board_payload(builders.a_request(owners=10), TALLY, AGENCY)))

    for line in ("Owners asked: 9 of 10. Answers: 4.", "Have footage: 3", "No: 1", "Files received: 2", "BCDF",
                 "26-01234", "Within 300 m of 1000 block of Roxleigh Rd"):  # fmt: skip
        assert line in shown
    assert "Nothing there" not in shown


def test_it_speaks_the_agencys_first_language() -> None:
    agency = builders.an_agency(languages=("es", "en"))
    request = builders.a_request(owners=10)

    shown = "\n".join(texts([board_payload(request, TALLY, agency), approval_payload(request, ["radius"], agency)]))

    for line in ("Solicitud BCDF: robo en inmueble, caso 26-01234", "Tienen video: 3", "Archivos recibidos: 2",
                 "A 300 m o menos de cuadra 1000 de Roxleigh Rd", "viernes 20 de nov. de 2026", "Aprobar y enviar",
                 "La distancia es de más de"):  # fmt: skip
        assert line in shown
    assert not any(word in shown.split() for word in ("the", "Owners", "Request", "of"))


@pytest.mark.parametrize(
    ("state", "words"), [("open", "/footage close BCDF"), ("closed", "Closed."), ("awaiting_approval", "Waits for")]
)
def test_it_says_how_the_request_stands(state: str, words: str) -> None:
    payload = board_payload(builders.a_request(state=state), TALLY, AGENCY)

    assert words in payload["blocks"][-1]["elements"][0]["text"]


def test_it_names_the_block_and_never_the_door() -> None:
    assert "1009" not in json.dumps(board_payload(builders.a_request(), TALLY, AGENCY))


@given(typed=st.text(alphabet="<>&!@#|*_~`:channelhereUS0 ", max_size=200))
def test_nothing_typed_can_mention_link_or_format(typed: str) -> None:
    question = builders.a_question(look_for=typed, place=builders.an_address(street=typed))
    request = builders.a_request(question=question)

    for payload in (board_payload(request, TALLY, AGENCY), approval_payload(request, ["radius"], AGENCY)):
        assert '"mrkdwn"' not in json.dumps(payload)
        assert not any("<" in text or ">" in text for text in texts(payload))


@given(typed=st.text(max_size=400), most=st.integers(75, 300))
def test_a_text_is_cut_to_its_place_without_cutting_an_escape(typed: str, most: int) -> None:
    shown = plain(typed, most=most)["text"]

    assert len(shown) <= most
    assert escaped(typed).startswith(shown)
    assert shown.count("&") == shown.count("&amp;") + shown.count("&lt;") + shown.count("&gt;")
