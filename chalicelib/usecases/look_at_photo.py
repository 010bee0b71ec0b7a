"""An officer looks at the photo of a view that a request asked about: on record before there is an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.domain.audit import AuditEntry
from chalicelib.domain.errors import NotFound
from chalicelib.domain.incident import Ask, Request, RequestId
from chalicelib.domain.officer import Officer
from chalicelib.domain.photo import PhotoId

from .view_request import in_order

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAtPhoto:
    """Gives addresses of photos, of cameras that were asked about and no others."""

    requests: ports.Requests
    registry: ports.Registry
    photos: ports.Photos
    audit: ports.AuditLog
    clock: ports.Clock

    def address(self, officer: Officer, request_id: str, number: str, camera_id: str) -> str:
        """Give an address good for five minutes; `number` is the owner's within the request. Raises NotFound."""
        request = self.requests.request(RequestId(request_id))
        asks = in_order(self.requests.asks(RequestId(request_id))) if request else []
        if request is None or not (number.isascii() and number.isdecimal() and 1 <= int(number[:6]) <= len(asks)):
            raise NotFound
        photo = self._photo(asks[int(number) - 1], camera_id)
        self._record(officer, request)
        return self.photos.url(photo)

    def _photo(self, ask: Ask, camera_id: str) -> PhotoId:
        household = self.registry.household(ask.owner_id) if camera_id in ask.camera_ids else None
        for camera in household.cameras if household else ():
            if camera.camera_id == camera_id and camera.photo:
                return PhotoId(camera.photo)
        raise NotFound

    def _record(self, officer: Officer, request: Request) -> None:
        entry = AuditEntry(
            deed="view_photo",
            actor=officer.officer_id,
            at=self.clock.now(),
            case_number=request.question.case_number,
            subject=request.request_id,
            count=1,
        )
        self.audit.write(entry)
