"""What the mail service tells us afterwards about one mail of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Happening = Literal["delivered", "hard_bounce", "soft_bounce", "complaint", "rejected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailEvent:
    """One happening to one mail; `provider_id` is the service's id of the mail.

    A hard bounce means that there is no such mailbox; a soft one that the service has given up for this time, after
    trying for hours. `counts` is false for bounces that the service itself does not hold against us.
    """

    happening: Happening
    message_id: str
    provider_id: str
    counts: bool = True
