"""An officer looks at requests, or at one with its answers and exhibits; the look is on record before it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.domain.audit import AuditEntry, Deed
from chalicelib.domain.camera import Camera
from chalicelib.domain.errors import NotFound
from chalicelib.domain.exhibit import Exhibit, HistoryEntry
from chalicelib.domain.incident import Answer, Ask, Request, RequestId, Tally
from chalicelib.domain.officer import Officer
from chalicelib.domain.owner import Household, OwnerId

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True)
class CameraSeen:
    """One camera as the desk sees it: the block, never the house; which way it looks, in degrees.

    `block` is what `Address.block_parts` gives.
    """

    block: tuple[int | None, str]
    heading: int | None
    indoor: bool
    camera_id: str = ""
    has_photo: bool = False


@dataclass(frozen=True, slots=True)
class AnswerSeen:
    """What one owner said, without who said it; `number` stands for the owner within this request."""

    number: int
    answer: Answer | None
    answered_at: datetime | None
    cameras: tuple[CameraSeen, ...]


@dataclass(frozen=True, slots=True)
class ExhibitSeen:
    """A file with its history; `number` is that of the answer it belongs to, 0 where its ask is gone."""

    exhibit: Exhibit
    history: tuple[HistoryEntry, ...]
    number: int


@dataclass(frozen=True, slots=True)
class RequestView:
    """Everything about one request that an officer may see."""

    request: Request
    tally: Tally
    answers: tuple[AnswerSeen, ...]
    exhibits: tuple[ExhibitSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskViews:
    """Reads for officers. The record of the look is written first: where it cannot be, nothing is given."""

    requests: ports.Requests
    exhibits: ports.Exhibits
    registry: ports.Registry
    audit: ports.AuditLog
    clock: ports.Clock

    def list(self, officer: Officer) -> list[tuple[Request, Tally]]:
        """Give the latest requests, newest first, each with how it stands."""
        found = self.requests.recent(limit=50)
        self._record(officer, "status", subject="desk", count=len(found))
        return [(request, self.requests.tally(request.request_id)) for request in found]

    def view(self, officer: Officer, request_id: str) -> RequestView:
        """Give one request with its answers and exhibits; raises NotFound where there is none."""
        request = self.requests.request(RequestId(request_id))
        if request is None:
            raise NotFound
        asks = in_order(self.requests.asks(request.request_id))
        files = self.exhibits.of_request(request.request_id)
        self._record(officer, "view_request", request=request, count=1)
        self._record(officer, "view_answers", request=request, count=sum(ask.answer is not None for ask in asks))
        if files:
            self._record(officer, "view_exhibit", request=request, count=len(files))
        households = self.registry.households([ask.owner_id for ask in asks])
        numbers = {ask.owner_id: number for number, ask in enumerate(asks, 1)}
        return RequestView(
            request=request,
            tally=self.requests.tally(request.request_id),
            answers=tuple(_answer(numbers[ask.owner_id], ask, households.get(ask.owner_id)) for ask in asks),
            exhibits=self._exhibits(files, numbers),
        )

    def _exhibits(self, files: Sequence[Exhibit], numbers: Mapping[OwnerId, int]) -> tuple[ExhibitSeen, ...]:
        return tuple(
            ExhibitSeen(
                each, tuple(self.exhibits.history(each.request_id, each.exhibit_id)), numbers.get(each.owner_id, 0)
            )
            for each in sorted(files, key=lambda each: each.announced_at)
        )

    def _record(
        self, officer: Officer, deed: Deed, *, count: int, request: Request | None = None, subject: str = ""
    ) -> None:
        entry = AuditEntry(
            deed=deed,
            actor=officer.officer_id,
            at=self.clock.now(),
            case_number=request.question.case_number if request else "",
            subject=request.request_id if request else subject,
            count=count,
        )
        self.audit.write(entry)


def in_order(asks: Iterable[Ask]) -> list[Ask]:
    """Give the asks of a request in the order by which their owners are numbered."""
    return sorted(asks, key=lambda ask: (ask.created_at, ask.owner_id))


def _answer(number: int, ask: Ask, household: Household | None) -> AnswerSeen:
    asked = set(ask.camera_ids)
    cameras = household.cameras if household else ()
    seen = tuple(_camera(camera) for camera in cameras if camera.camera_id in asked)
    return AnswerSeen(number, ask.answer, ask.answered_at, seen)


def _camera(camera: Camera) -> CameraSeen:
    block = camera.address.block_parts()
    return CameraSeen(block, camera.heading, camera.indoor, camera.camera_id, bool(camera.photo))
