"""The token that leaves: made from a contact, read back whatever happened to its case, never made by others."""

from __future__ import annotations

import pytest

from chalicelib.domain.leave_token import LeaveTokens
from chalicelib.domain.owner import ContactKey

TOKENS = LeaveTokens(key="a key", domain="mail.example.gov", base_url="https://cameras.example.gov")
CONTACT = ContactKey("0123456789abcdef0123456789abcdef")


def test_a_token_comes_back_as_its_contact_in_any_case():
    token = TOKENS.of(CONTACT)

    assert TOKENS.read(token.upper()) == TOKENS.read(f" {token}\n") == CONTACT
    assert TOKENS.read_address(TOKENS.mailbox(CONTACT).upper()) == CONTACT


@pytest.mark.parametrize("change", [lambda t: t[:-2], lambda t: "a" * 52, lambda t: t[26:] + t[:26], lambda t: "é" * 52,
                                    lambda t: "", lambda t: t.replace(t[3], "1"), lambda t: t + "a"])  # fmt: skip
def test_what_we_did_not_make_is_nobodys(change):
    assert TOKENS.read(change(TOKENS.of(CONTACT))) is None


def test_a_token_of_another_deployment_is_nobodys():
    other = LeaveTokens(key="another key", domain=TOKENS.domain, base_url=TOKENS.base_url)

    assert TOKENS.read(other.of(CONTACT)) is None


@pytest.mark.parametrize("address", ["leave+x@mail.example.gov", "desk@mail.example.gov", "leave+", ""])
def test_other_addresses_are_nobodys(address):
    assert TOKENS.read_address(address) is None


def test_a_token_for_another_domain_is_not_taken():
    assert TOKENS.read_address(f"leave+{TOKENS.of(CONTACT)}@mail.example.com") is None
