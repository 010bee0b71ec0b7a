"""Someone of the agency who may sign in, and what each role may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

OfficerId = NewType("OfficerId", str)
"""The officer's Slack user id, within the agency's one workspace."""
Role = Literal["detective", "supervisor", "administrator"]
ROLES: tuple[Role, ...] = ("detective", "supervisor", "administrator")


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """A person on the agency's list; a disabled one may do nothing."""

    officer_id: OfficerId
    team_id: str
    name: str
    role: Role
    disabled: bool = False

    def may_approve(self) -> bool:
        """Say whether this officer may let a request beyond the limits go out."""
        return not self.disabled and self.role in ("supervisor", "administrator")
