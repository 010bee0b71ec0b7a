"""Whoever names a mailbox of theirs is understood, and nothing else is taken for it."""

from __future__ import annotations

import pytest

from chalicelib.domain.mailbox_words import mailbox_in, phone_in


@pytest.mark.parametrize("text", [
    "my email is A@example.com", "a@example.com", "My e-mail address is a@example.com.",
    "Add a@example.com please",
    "Please use this email too: a@example.com", "Mi correo es a@example.com",
    "mi correo electrónico es <a@example.com>",
    "Agregue a@example.com, por favor", "Hi, here is my new email: a@example.com! Thanks",
])  # fmt: skip
def test_a_mailbox_is_named(text):
    assert mailbox_in(text) == "a@example.com"


@pytest.mark.parametrize("text", [
    "", "my email", "a@example.com and b@example.com", "Do not write to a@example.com", "stop mailing a@example.com",
    "remove a@example.com", "The man sold it as a@example.com", "a@b", "2 cameras, a@example.com, keeps 14 days",
    "ya no use a@example.com", "my email is a@example.com " + "x" * 500,
])  # fmt: skip
def test_anything_else_is_not_taken_for_it(text):
    assert mailbox_in(text) is None


@pytest.mark.parametrize("text", [
    "my phone is 410-555-0134", "(410) 555-0134", "Please add my cell phone: +1 410 555 0134.",
    "you can text me at 410.555.0134, thanks", "Mi teléfono es 4105550134", "Agregue mi número de celular 410-555-0134",
])  # fmt: skip
def test_a_phone_is_named(text):
    assert phone_in(text) == "+14105550134"


@pytest.mark.parametrize("text", [
    "", "my phone", "410-555-0134 or 410-555-0135", "do not call 410-555-0134", "2 cameras, 14 days, 410-555-0134",
    "1009 Roxleigh Rd, 410-555-0134", "3", "my phone is 123", "410-555-0134 " + "x" * 500,
])  # fmt: skip
def test_anything_else_is_not_taken_for_a_phone(text):
    assert phone_in(text) is None
