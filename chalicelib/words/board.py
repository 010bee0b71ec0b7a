"""What the agency's channel sees of a request: its count of answers, or the wish for an approval. No owner in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.asking import Beyond
from chalicelib.domain.incident import Answer, Request, Tally
from chalicelib.domain.times import in_words

from . import blocks


def board_payload(request: Request, tally: Tally, agency: Agency) -> dict[str, Any]:
    """Give text and blocks of the message that keeps count, for a request open or closed."""
    return blocks.message(
        title(request),
        blocks.header(title(request)),
        blocks.facts(*_about(request, agency)),
        blocks.section(standing(request, tally)),
        blocks.context(words.say(f"slack.board.{request.state}", code=request.code)),
    )


def approval_payload(request: Request, beyond: Iterable[Beyond], agency: Agency) -> dict[str, Any]:
    """Give the message that asks another officer to approve a request beyond the limits; its button holds its id."""
    text = words.say("slack.approval.title", code=request.code, case_number=request.question.case_number)
    return blocks.message(
        text,
        blocks.header(text),
        blocks.facts(*_about(request, agency)),
        blocks.section(beyond_limits(request.owners, beyond, agency)),
        blocks.section(_look_for(request)),
        blocks.buttons(
            blocks.button(
                words.say("slack.button.approve"),
                action_id="approve_request",
                value=request.request_id,
                style="primary",
            )
        ),
        blocks.context(words.say("slack.approval.who")),
    )


def title(request: Request) -> str:
    """Name a request in one line."""
    question = request.question
    return words.say(
        "slack.board.title", code=request.code, category=question.category, case_number=question.case_number
    )


def standing(request: Request, tally: Tally) -> str:
    """Say how many were asked, how many gave each answer, and how many files came."""
    answered = sum(tally.answers.values())
    lines = [words.say("slack.board.asked", asked=tally.asked, owners=request.owners, answered=answered)]
    lines += [
        words.say(f"slack.board.answer.{answer.value}", count=tally.answers[answer])
        for answer in Answer
        if tally.answers.get(answer)
    ]
    lines.append(words.say("slack.board.files", count=tally.exhibits))
    return "\n".join(lines)


def beyond_limits(owners: int, beyond: Iterable[Beyond], agency: Agency) -> str:
    """Say which limits a request passes, one in a line."""
    limits = agency.limits
    values = {
        "radius": limits.radius_m,
        "area": limits.area_km2,
        "window": limits.window_hours,
        "owners": limits.owners,
    }
    lines = [words.say(f"slack.beyond.{name}", limit=f"{values[name]:g}", owners=owners) for name in beyond]
    return "\n".join([words.say("slack.beyond"), *lines])


def where(request_place: str, radius_m: float) -> str:
    """Say the area in words: never a door, only its block."""
    return words.say("slack.where", place=request_place, radius=f"{radius_m:.0f}")


def _about(request: Request, agency: Agency) -> tuple[str, str]:
    question = request.question
    return where(question.place.block(), question.radius_m), in_words(question.window, agency.zone(), year=True)


def _look_for(request: Request) -> str:
    look_for = request.question.look_for
    return words.say("slack.look_for", look_for=look_for) if look_for else words.say("slack.look_for.none")
