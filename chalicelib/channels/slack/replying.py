"""Turns what use cases say into Slack's messages: previews, outcomes, problems. Nothing about owners."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chalicelib.domain.agency import Agency
from chalicelib.domain.draft import Unclear
from chalicelib.usecases.preview_request import Preview
from chalicelib.usecases.request_status import Standing
from chalicelib.usecases.send_request import Sent
from chalicelib.words import blocks, board, naming
from chalicelib.words.blocks import Block

from .speech import language, say

Payload = dict[str, Any]


def preview_message(preview: Preview, agency: Agency) -> Payload:
    """Show a preview with its buttons; where nobody would be asked, there is none to send it."""
    question, plan = preview.question, preview.plan
    category = naming.category(question.category, language())
    title = say("slack.preview.title", category=category, case_number=question.case_number)
    counts = say(
        "slack.preview.counts",
        cameras=plan.cameras, owners=plan.owners, asked=len(plan.addressees), overwritten=plan.overwritten,
    )  # fmt: skip
    return blocks.message(
        title,
        blocks.header(title),
        blocks.facts(
            board.where(question, language()),
            naming.window(question.window, agency.zone(), language(), year=True),
        ),
        blocks.section(counts),
        *([blocks.context(say("slack.preview.listed", count=plan.listed))] if plan.listed else []),
        *([blocks.context(say("slack.preview.unconfirmed", count=plan.unconfirmed))] if plan.unconfirmed else []),
        *(_what_is_sent(preview, agency) if plan.addressees else [blocks.section(say("slack.preview.nobody"))]),
        _buttons(preview),
    )


def problems_message(unclear: Unclear, draft_id: str) -> Payload:
    """Say why a draft cannot be asked, with a button that opens the form on it."""
    said = [say(problem.reason, **problem.values) for problem in unclear.problems]
    text = "\n".join([say("slack.preview.problems"), *said])
    return blocks.message(text, blocks.section(text), blocks.buttons(_edit(draft_id)))


def sent_message(sent: Sent, agency: Agency) -> Payload:
    """Say what became of pressing Send."""
    if sent.request.state == "open":
        return blocks.message(_outcome(sent, agency, at_once="slack.sent", later="slack.sent.quiet"))
    outcome = "waiting" if sent.request.state == "awaiting_approval" else "closed"
    return blocks.message(say(f"slack.sent.{outcome}", code=sent.request.code))


def approved_message(sent: Sent, agency: Agency) -> Payload:
    """Say, in place of the message with the button, that the request was approved."""
    return blocks.message(_outcome(sent, agency, at_once="slack.approved", later="slack.approved.quiet"))


def status_message(standings: Sequence[Standing]) -> Payload:
    """Show how requests stand, each in a block."""
    if not standings:
        return blocks.message(say("slack.status.none"))
    title = say("slack.status.title")
    shown = [
        blocks.section("\n".join((board.title(standing.request, language()), _state(standing), _counts(standing))))
        for standing in standings
    ]
    return blocks.message(title, blocks.header(title), *shown)


def open_message(url: str) -> Payload:
    """Hand out a sign-in link as a button."""
    text = say("slack.open")
    link = blocks.link(say("slack.open.button"), action_id="open_desk", url=url)
    return blocks.message(text, blocks.section(text), blocks.buttons(link))


def said(msgid: str, **values: object) -> Payload:
    """Say one sentence."""
    return blocks.message(say(msgid, **values))


def help_message(agency: Agency) -> Payload:
    return said("slack.help", case_number=agency.case_number_example)


def _what_is_sent(preview: Preview, agency: Agency) -> list[Block]:
    asked = len(preview.plan.addressees)
    mails = sum(addressee.contact.channel == "email" for addressee in preview.plan.addressees)
    cost = say("slack.preview.cost", asked=asked - mails, segments=preview.segments, cost=f"{preview.cost_usd:.2f}")
    shown = [blocks.section(say("slack.preview.text")), blocks.section(preview.text), blocks.context(cost)]
    if mails:
        shown.append(blocks.context(say("slack.preview.mails", count=mails)))
    if preview.sends_at > preview.now:
        shown.append(
            blocks.section(say("slack.preview.quiet", time=naming.moment(preview.sends_at, agency.zone(), language())))
        )
    if preview.beyond:
        shown.append(blocks.section(board.beyond_limits(asked, preview.beyond, agency)))
    return shown


def _buttons(preview: Preview) -> Block:
    say_send = "slack.button.send_for_approval" if preview.beyond else "slack.button.send"
    send = blocks.button(say(say_send), action_id="send_request", value=preview.draft_id, style="primary")
    cancel = blocks.button(say("slack.button.cancel"), action_id="cancel_request", value=preview.draft_id)
    return blocks.buttons(*([send] if preview.plan.addressees else []), _edit(preview.draft_id), cancel)


def _edit(draft_id: str) -> Block:
    return blocks.button(say("slack.button.edit"), action_id="edit_request", value=draft_id)


def _outcome(sent: Sent, agency: Agency, *, at_once: str, later: str) -> str:
    if sent.sends_at > sent.now:
        time = naming.moment(sent.sends_at, agency.zone(), language())
        return say(later, code=sent.request.code, asked=sent.asked, time=time)
    return say(at_once, code=sent.request.code, asked=sent.asked)


def _state(standing: Standing) -> str:
    return say(f"slack.state.{standing.request.state}")


def _counts(standing: Standing) -> str:
    return board.standing(standing.request, standing.tally, language())
