"""An email address is read as people write it, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from chalicelib.domain.email_address import email_address


@pytest.mark.parametrize(("typed", "read"), [
    ("Neighbor@Example.COM", "neighbor@example.com"),
    (" <n.o'neill+cameras@mail.example.co.uk> ", "n.o'neill+cameras@mail.example.co.uk"),
    ("mailto:a@example.com", "a@example.com"),
    ("x_1@sub-domain.example.org", "x_1@sub-domain.example.org"),
])  # fmt: skip
def test_an_address_is_kept_in_small_letters_without_what_is_around_it(typed, read):
    assert email_address(typed) == read


@pytest.mark.parametrize("typed", [
    "", "neighbor", "@example.com", "a@", "a@b", "a@example", "a b@example.com", "a@exa mple.com", "a@@example.com",
    "a@example.com, b@example.com", "a@example.com\nb@example.com", "a..b@example.com", ".a@example.com",
    "a@-example.com", "a@example-.com", "ñ@example.com", "a@" + "x" * 300 + ".com", "a" * 65 + "@example.com",
    "a@example.1", "a" * 100_000,
    "=?utf-8?q?a=0d=0abcc=3ax=40y.example?=@example.com",
])  # fmt: skip
def test_what_is_none_is_none(typed):
    assert email_address(typed) is None
