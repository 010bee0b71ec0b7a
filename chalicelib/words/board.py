"""What the agency's channel sees of a request: its count of answers, or the wish for an approval. No owner in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.asking import Beyond
from chalicelib.domain.incident import Answer, Question, Request, Tally

from . import blocks, naming


def board_payload(request: Request, tally: Tally, agency: Agency) -> dict[str, Any]:
    """Give text and blocks of the message that keeps count, for a request open or closed."""
    language = agency.spoken()
    named = title(request, language)
    return blocks.message(
        named,
        blocks.header(named),
        blocks.facts(*_about(request, agency)),
        blocks.section(standing(request, tally, language)),
        blocks.context(words.say(f"slack.board.{request.state}", language, code=request.code)),
    )


def approval_payload(request: Request, beyond: Iterable[Beyond], agency: Agency) -> dict[str, Any]:
    """Give the message that asks another officer to approve a request beyond the limits; its button holds its id."""
    language = agency.spoken()
    text = words.say("slack.approval.title", language, code=request.code, case_number=request.question.case_number)
    return blocks.message(
        text,
        blocks.header(text),
        blocks.facts(*_about(request, agency)),
        blocks.section(beyond_limits(request.owners, beyond, agency)),
        blocks.section(_look_for(request, language)),
        blocks.buttons(
            blocks.button(
                words.say("slack.button.approve", language),
                action_id="approve_request",
                value=request.request_id,
                style="primary",
            )
        ),
        blocks.context(words.say("slack.approval.who", language)),
    )


def title(request: Request, language: str) -> str:
    """Name a request in one line."""
    question = request.question
    category = naming.category(question.category, language)
    values = {"code": request.code, "category": category, "case_number": question.case_number}
    return words.say("slack.board.title", language, **values)


def standing(request: Request, tally: Tally, language: str) -> str:
    """Say how many were asked, how many gave each answer, and how many files came."""
    answered = sum(tally.answers.values())
    lines = [words.say("slack.board.asked", language, asked=tally.asked, owners=request.owners, answered=answered)]
    lines += [
        words.say(f"slack.board.answer.{answer.value}", language, count=tally.answers[answer])
        for answer in Answer
        if tally.answers.get(answer)
    ]
    lines.append(words.say("slack.board.files", language, count=tally.exhibits))
    return "\n".join(lines)


def beyond_limits(owners: int, beyond: Iterable[Beyond], agency: Agency) -> str:
    """Say which limits a request passes, one in a line."""
    limits, language = agency.limits, agency.spoken()
    values = {
        "radius": limits.radius_m,
        "area": limits.area_km2,
        "window": limits.window_hours,
        "owners": limits.owners,
    }
    lines = [words.say(f"slack.beyond.{name}", language, limit=f"{values[name]:g}", owners=owners) for name in beyond]
    return "\n".join([words.say("slack.beyond", language), *lines])


def where(question: Question, language: str) -> str:
    """Say the area in words: never a door, only its block."""
    place = naming.block(question.place, language)
    return words.say("slack.where", language, place=place, radius=f"{question.radius_m:.0f}")


def _about(request: Request, agency: Agency) -> tuple[str, str]:
    question, language = request.question, agency.spoken()
    return where(question, language), naming.window(question.window, agency.zone(), language, year=True)


def _look_for(request: Request, language: str) -> str:
    look_for = request.question.look_for
    msgid = "slack.look_for" if look_for else "slack.look_for.none"
    return words.say(msgid, language, look_for=look_for)
