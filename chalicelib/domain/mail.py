"""A mail that came in, as far as anybody needs to know: who it is from, who says so, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["pass", "fail", "none"]
TakenInPart = Literal["", "too_deep", "too_many_parts", "too_many_headers", "too_long", "no_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """What the provider found, from headers that it wrote itself; `none` where it did not say.

    `dmarc` says that the domain of From is the one that signed or sent it; `aligned` that, without a policy, a DKIM
    signature or the envelope's sender is of that very domain.
    """

    spam: Verdict = "none"
    virus: Verdict = "none"
    dmarc: Verdict = "none"
    aligned: bool = False

    @property
    def authentic(self) -> bool:
        """Whether the mail comes from the domain that it says it comes from."""
        return self.dmarc == "pass" or (self.dmarc == "none" and self.aligned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came with a mail; `inline` where the text shows it in its midst, as signatures do their pictures.

    `content` decodes it, every time it is asked.
    """

    name: str
    content_type: str
    encoded_bytes: int
    inline: bool
    content: Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundMail:
    """One mail. `mail_id` is the provider's, the same however often its event comes; `message_id` is its own, in
    brackets, or empty.

    `sender` is the one address of From in small letters, empty where there is none, or more; `recipients` are those in
    small letters, wherever they stand. `automatic` says by what it shows that no person wrote it, empty where one did.
    """

    mail_id: str
    message_id: str
    sender: str
    recipients: tuple[str, ...]
    subject: str
    plain: str
    html: str
    verdicts: Verdicts
    automatic: str = ""
    attachments: tuple[Attachment, ...] = ()
    in_part: TakenInPart = ""
