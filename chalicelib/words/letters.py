"""Writes the letters that go out by mail: what each kind says, in which order. What it looks like is outbound's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.incident import Answer, Question
from chalicelib.domain.letter import Block, Letter
from chalicelib.words import naming


def ask_subject(code: str, *, agency: Agency, language: str) -> str:
    """Give the one subject of an ask and all that follows from it: the same each time, so that it stays one thread."""
    return words.say("mail.ask_subject", language, agency=agency.short_name, code=code)


def follow_up(subject: str) -> str:
    """Give the subject of a mail that follows another of this subject."""
    return subject if subject.startswith("Re: ") else f"Re: {subject}"


def ask_letter(question: Question, *, code: str, agency: Agency, language: str, now: datetime, link: str) -> Letter:
    """Ask an owner: what, where (a block and never a door), when, how to answer, how to check that it is real."""

    def say(msgid: str, **values: str) -> str:
        return words.say(msgid, language, agency=agency.name, desk=agency.desk(), code=code, **values)

    choices = tuple((str(answer.digit), say(f"mail.choice.{answer}")) for answer in Answer)
    facts = tuple(
        (say(f"mail.fact.{name}"), value) for name, value in _facts(question, code, agency, language, now) if value
    )
    blocks = (
        Block("heading", say("mail.ask.heading")),
        Block("text", say("mail.ask.lead")),
        Block("facts", rows=facts),
        Block("text", say("mail.ask.how")),
        Block("choices", rows=choices),
        Block("text", say("mail.ask.page")),
        Block("link", say("mail.ask.link"), url=link),
        Block("text", say("mail.ask.real")),
    )
    return Letter(language, blocks)


def receipt_letter(hashes: Sequence[str], *, code: str, agency: Agency, language: str, link: str = "") -> Letter:
    """Say that files came and are kept: with the SHA-256 of each, and where there is one, the page that shows them."""

    def say(msgid: str, **values: object) -> str:
        return words.say(msgid, language, code=code, desk=agency.desk(), **values)

    count = len(hashes)
    rows = tuple((say("mail.receipt.file", number=number), value) for number, value in enumerate(hashes, 1))
    blocks = [
        Block("heading", say("mail.receipt.heading")),
        Block("text", say("mail.receipt.one" if count == 1 else "mail.receipt.many", count=count)),
        Block("facts", rows=rows),
        Block("text", say("mail.receipt.keep")),
    ]
    shown = [Block("link", say("mail.receipt.link"), url=link)] if link else []
    return Letter(language, (*blocks, *shown))


def code_letter(code: str, *, agency: Agency, language: str) -> Letter:
    """Give six digits to whoever holds this mailbox."""
    values = {"agency": agency.name}
    blocks = (
        Block("heading", words.say("mail.code.heading", language)),
        Block("text", words.say("mail.code.lead", language, **values)),
        Block("code", code),
        Block("text", words.say("mail.code.ignore", language)),
    )
    return Letter(language, blocks)


def code_subject(*, agency: Agency, language: str) -> str:
    """Name a code's mail, without the code: subjects show on locked screens."""
    return words.say("mail.code.subject", language, agency=agency.short_name)


def confirm_letter(link: str, *, agency: Agency, language: str) -> Letter:
    """Ask whoever holds this mailbox whether it may be added; the link leads to a page with a button."""
    blocks = (
        Block("heading", words.say("mail.confirm.heading", language)),
        Block("text", words.say("mail.confirm.lead", language, agency=agency.name)),
        Block("link", words.say("mail.confirm.link", language), url=link),
        Block("text", words.say("mail.confirm.ignore", language)),
    )
    return Letter(language, blocks)


def confirm_subject(*, agency: Agency, language: str) -> str:
    """Name the mail that asks for a confirmation."""
    return words.say("mail.confirm.subject", language, agency=agency.short_name)


def taken_letter(*, agency: Agency, language: str) -> Letter:
    """Tell the holder of this mailbox that somebody wanted to add it elsewhere, and that nothing was changed."""
    blocks = (
        Block("heading", words.say("mail.taken.heading", language)),
        Block("text", words.say("mail.taken.lead", language, agency=agency.name)),
        Block("text", words.say("mail.taken.how", language, desk=agency.desk())),
    )
    return Letter(language, blocks)


def taken_subject(*, agency: Agency, language: str) -> str:
    """Name the mail that says so."""
    return words.say("mail.taken.subject", language, agency=agency.short_name)


def _facts(question: Question, code: str, agency: Agency, language: str, now: datetime) -> Sequence[tuple[str, str]]:
    zone, category = agency.zone(), naming.category(question.category, language)
    old = question.window.end.astimezone(zone).year != now.astimezone(zone).year
    return (
        ("code", code),
        ("category", category[:1].upper() + category[1:]),
        ("place", naming.block(question.place, language)),
        ("when", naming.window(question.window, zone, language, year=old)),
        ("look_for", question.look_for),
        ("desk", agency.desk()),
    )
