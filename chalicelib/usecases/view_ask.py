"""Show an owner what is asked, to whoever holds the link that was sent to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.domain.errors import NotFound
from chalicelib.domain.exhibit import Exhibit
from chalicelib.domain.incident import Ask, Request

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True)
class AskView:
    """An ask, its request, and the files that came for it, in the order in which they were announced."""

    ask: Ask
    request: Request
    exhibits: tuple[Exhibit, ...]

    def is_open(self) -> bool:
        """Say whether it can still be answered."""
        return not self.ask.closed and self.request.state == "open"


def view_ask(token: str, *, requests: ports.Requests, exhibits: ports.Exhibits, clock: ports.Clock) -> AskView:
    """Give the ask that this link opens; raises NotFound where it opens none, for whatever reason."""
    ask = requests.ask_by_token(token, now=clock.now())
    request = requests.request(ask.request_id) if ask else None
    if ask is None or request is None:
        raise NotFound
    files = sorted(exhibits.of_ask(ask.request_id, ask.owner_id), key=lambda each: each.announced_at)
    return AskView(ask, request, tuple(files))
