"""Reply addresses: each answers one ask or one conversation, survives what mail programs do, and cannot be guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chalicelib.domain.incident import RequestId
from chalicelib.domain.mail_token import ReplyAddresses
from chalicelib.domain.owner import OwnerId

ADDRESSES = ReplyAddresses(key="a key", domain="mail.example.org")
REQUEST, OWNER = RequestId("Ev0ABC-123"), OwnerId("k7m2pq")


def test_the_address_of_an_ask_leads_back_to_it() -> None:
    token = ADDRESSES.token_in(ADDRESSES.of_ask(REQUEST, "KXTR", OWNER))

    assert token
    assert (token.of, token.code, token.owner_id) == ("ask", "KXTR", OWNER)
    assert ADDRESSES.opens(token, REQUEST)


def test_an_address_survives_being_written_in_capitals() -> None:
    token = ADDRESSES.token_in(ADDRESSES.of_ask(REQUEST, "KXTR", OWNER).upper())

    assert token
    assert ADDRESSES.opens(token, REQUEST)


def test_an_address_fits_into_what_mail_allows_before_the_at_sign() -> None:
    assert len(ADDRESSES.of_ask(REQUEST, "KXTR", OWNER).partition("@")[0]) <= 64


def test_an_address_opens_no_other_request_and_no_other_owner() -> None:
    token = ADDRESSES.token_in(ADDRESSES.of_ask(REQUEST, "KXTR", OWNER))

    assert token
    assert not ADDRESSES.opens(token, RequestId("another"))
    assert not ADDRESSES.opens(replace(token, owner_id=OwnerId("k7m2pr")), REQUEST)


def test_an_address_made_with_another_key_opens_nothing() -> None:
    forged = ReplyAddresses(key="another key", domain="mail.example.org").of_ask(REQUEST, "KXTR", OWNER)
    token = ADDRESSES.token_in(forged)

    assert token
    assert not ADDRESSES.opens(token, REQUEST)


def test_the_address_of_a_conversation_gives_its_token_and_opens_no_ask() -> None:
    token = ADDRESSES.token_in(ADDRESSES.of_talk("a" * 26))

    assert token
    assert (token.of, token.secret) == ("talk", "a" * 26)
    assert not ADDRESSES.opens(token, REQUEST)


@pytest.mark.parametrize(
    "address",
    ["", "@", "reply+@mail.example.org", "reply@mail.example.org", "reply+a@mail.example.org", "hello@mail.example.org",
     "reply+t" + "é" * 26 + "@mail.example.org", "reply+a" + "a" * 500 + "@mail.example.org",
     "reply+t" + "a" * 26 + "@mail.example.org.evil.example", "reply+t" + "a" * 26],
)  # fmt: skip
def test_what_is_no_address_of_ours_holds_no_token(address: str) -> None:
    assert ADDRESSES.token_in(address) is None
