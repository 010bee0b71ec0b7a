"""Whoever names a mailbox of theirs is understood, and nothing else is taken for it."""

from __future__ import annotations

import pytest

from chalicelib.domain.mailbox_words import instead_of_here, mailbox_in, phone_in


@pytest.mark.parametrize("text", [
    "my email is A@example.com", "a@example.com", "My e-mail address is a@example.com.",
    "Add a@example.com please",
    "Please use this email too: a@example.com", "Mi correo es a@example.com",
    "mi correo electrónico es <a@example.com>",
    "Agregue a@example.com, por favor", "Hi, here is my new email: a@example.com! Thanks",
    "send them to a@example.com instead", "Please send it to a@example.com", "you can reach me at a@example.com",
    "write to a@example.com please", "use a@example.com instead of this number", "only by email to a@example.com",
    "envíelos a a@example.com", "mándelos a a@example.com en vez de aquí",
])  # fmt: skip
def test_a_mailbox_is_named(text):
    assert mailbox_in(text) == "a@example.com"


@pytest.mark.parametrize("text", [
    "", "my email", "a@example.com and b@example.com", "Do not write to a@example.com", "stop mailing a@example.com",
    "remove a@example.com", "The man sold it as a@example.com", "a@b", "2 cameras, a@example.com, keeps 14 days",
    "ya no use a@example.com", "my neighbor is a@example.com", "it is from a@example.com",
    "they sent it to a@example.com", "my email is a@example.com " + "x" * 500,
])  # fmt: skip
def test_anything_else_is_not_taken_for_it(text):
    assert mailbox_in(text) is None


@pytest.mark.parametrize("text", [
    "my phone is 410-555-0134", "(410) 555-0134", "Please add my cell phone: +1 410 555 0134.",
    "you can text me at 410.555.0134, thanks", "send them to 410-555-0134 instead",
    "Mi teléfono es 4105550134", "Agregue mi número de celular 410-555-0134",
])  # fmt: skip
def test_a_phone_is_named(text):
    assert phone_in(text) == "+14105550134"


@pytest.mark.parametrize("text", [
    "", "my phone", "410-555-0134 or 410-555-0135", "do not call 410-555-0134", "2 cameras, 14 days, 410-555-0134",
    "1009 Roxleigh Rd, 410-555-0134", "3", "my phone is 123", "410-555-0134 " + "x" * 500,
])  # fmt: skip
def test_anything_else_is_not_taken_for_a_phone(text):
    assert phone_in(text) is None


@pytest.mark.parametrize(("text", "instead"), [
    ("send them to a@example.com instead", True), ("only by email to a@example.com", True),
    ("mándelos a a@example.com en vez de aquí", True), ("my email is a@example.com", False),
])  # fmt: skip
def test_who_wants_to_be_written_to_there_and_not_here_is_heard(text, instead):
    assert instead_of_here(text) is instead
