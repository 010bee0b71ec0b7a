"""Preview a request: who lies inside, who would be asked, the exact text, what it costs. Audited before it is shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.domain.asking import Beyond, Plan, beyond_limits, plan_asks
from chalicelib.domain.incident import Question
from chalicelib.domain.inventory import is_public
from chalicelib.domain.officer import Officer
from chalicelib.domain.owner import OwnerId
from chalicelib.domain.sms import cost_usd, segments
from chalicelib.words.ask_text import ask_text

from .desk import Desk, entry
from .keep_draft import kept_draft
from .prepare_question import prepare_question

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an officer sees before sending; `sends_at` lies after `now` where quiet hours hold the texts back."""

    draft_id: str
    question: Question
    code: str
    plan: Plan
    text: str
    segments: int
    cost_usd: float
    beyond: tuple[Beyond, ...]
    now: datetime
    sends_at: datetime


def preview_request(
    draft_id: str, *, officer: Officer, desk: Desk, gazetteer: ports.Gazetteer, cameras: ports.Cameras
) -> Preview:
    """Give the preview of a draft; raises Unclear where it cannot be asked as it is, NotFound where it expired.

    Where the audit row cannot be written, the error of that is raised, and nothing is given.
    """
    kept = kept_draft(draft_id, officer_id=officer.officer_id, scratch=desk.scratch, now=desk.now)
    question = prepare_question(kept.draft, agency=desk.agency, gazetteer=gazetteer, now=desk.now)
    plan = plan_question(question, desk=desk, cameras=cameras)
    row = entry("preview", officer, desk, count=plan.cameras)
    desk.audit.write(replace(row, case_number=question.case_number, subject=draft_id))
    text = ask_text(question, code=kept.code, agency=desk.agency, language=desk.agency.spoken(), now=desk.now)
    return Preview(
        draft_id=draft_id,
        question=question,
        code=kept.code,
        plan=plan,
        text=text,
        segments=segments(text),
        cost_usd=_cost(question, kept.code, plan, desk),
        beyond=beyond_limits(question, len(plan.addressees), desk.agency.limits),
        now=desk.now,
        sends_at=desk.agency.sending_time(desk.now),
    )


def plan_question(question: Question, *, desk: Desk, cameras: ports.Cameras, as_of: datetime | None = None) -> Plan:
    """Look up the cameras and their owners, and plan whom to ask at the time when texts may next go out.

    Of owners that registered after `as_of`, none is asked: a request that is run again asks nobody that its officer
    was not shown.
    """
    matches = cameras.find(question.geofence())
    owners = {OwnerId(match.owner_id) for match in matches if match.working and not is_public(match.owner_id)}
    households = desk.registry.households(sorted(owners))
    if as_of:
        households = {key: each for key, each in households.items() if each.owner.registered_at <= as_of}
    at = desk.agency.sending_time(desk.now)
    return plan_asks(matches, households, window=question.window, at=at, zone=desk.agency.zone())


def _cost(question: Question, code: str, plan: Plan, desk: Desk) -> float:
    """Sum what the carrier takes; mail costs nothing worth counting."""
    texted = [addressee for addressee in plan.addressees if addressee.contact.channel == "sms"]
    return sum(
        cost_usd(ask_text(question, code=code, agency=desk.agency, language=language, now=desk.now)) * count
        for language, count in Counter(addressee.language for addressee in texted).items()
    )
