"""Files that came with the answer to an ask: handed in as every file from outside, and kept by the same hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.errors import Conflict
from chalicelib.domain.exhibit import MAX_FILES, Exhibit, ExhibitId, HistoryEntry, is_given_up, tidy_name
from chalicelib.domain.incident import Ask
from chalicelib.domain.mail import Attachment, InboundMail
from chalicelib.domain.token import hashed

if TYPE_CHECKING:
    from chalicelib import ports

_BESIDE = frozenset({
    "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "application/pgp-signature",
    "application/pkcs7-signature", "application/x-pkcs7-signature", "message/delivery-status", "text/rfc822-headers",
})  # fmt: skip
"""What programs add of their own accord."""
_LOGO_BYTES = 100_000
"""Encoded: pictures in signatures are smaller, and what a camera took is larger."""
_LOSES_FILES = frozenset({"too_long", "too_many_parts", "too_deep"})


@dataclass(frozen=True, slots=True)
class HandedIn:
    """How many files of a mail were taken in, and how many there was no room for; `lost`: some came in part, or not
    at all.
    """

    taken: int = 0
    too_many: int = 0
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepAttachments:
    """Puts files into the evidence bucket, untouched; what watches the bucket hashes, locks and acknowledges them."""

    exhibits: ports.Exhibits
    files: ports.EvidenceFiles
    transactions: ports.Transactions
    agency: Agency

    def keep(self, mail: InboundMail, name: str, ask: Ask, *, now: datetime) -> HandedIn:
        """Take in what a mail brings to an open ask; `name` is the mail's, so that the same again adds nothing.

        What may have been cut off is not taken in: it would be locked as if it were whole.
        """
        standing = {each.exhibit_id: each for each in self.exhibits.of_ask(ask.request_id, ask.owner_id)}
        room = MAX_FILES - sum(not is_given_up(each, now) for each in standing.values())
        taken = too_many = 0
        for number, attachment in files_in(mail):
            exhibit_id = ExhibitId(hashed(f"{name}/{number}")[:16])
            known = standing.get(exhibit_id)
            if known is None and room <= 0:
                too_many += 1
                continue
            room -= known is None
            taken += self._hand_in(known, exhibit_id, attachment, ask, now)
        return HandedIn(taken, too_many, lost=mail.in_part in _LOSES_FILES)

    def _hand_in(
        self, known: Exhibit | None, exhibit_id: ExhibitId, attachment: Attachment, ask: Ask, now: datetime
    ) -> bool:
        """Say whether there is a file: one without a byte is none."""
        content = attachment.content()
        if not content:
            return False
        exhibit = known or Exhibit(
            exhibit_id=exhibit_id,
            request_id=ask.request_id,
            owner_id=ask.owner_id,
            file_name=tidy_name(attachment.name),
            size=len(content),
            announced_at=now,
            keep_until=now + timedelta(days=self.agency.keep.exhibits_days),
        )
        if known is None:
            try:
                self.transactions.commit(self.exhibits.announce(exhibit, HistoryEntry("announced", now, "owner")))
            except Conflict:  # the same mail, taken in beside us
                return True
        if exhibit.state == "receiving":
            self.files.put_once(exhibit, content)
        return True


def files_in(mail: InboundMail) -> Iterator[tuple[int, Attachment]]:
    """Give what somebody attached, numbered by its place in the mail; not what programs add, nor small pictures
    that stand within the text, as those of signatures do.
    """
    whole = mail.attachments[:-1] if mail.in_part == "too_long" else mail.attachments
    for number, each in enumerate(whole):
        is_logo = each.inline and each.content_type.startswith("image/") and each.encoded_bytes < _LOGO_BYTES
        if each.content_type not in _BESIDE and not is_logo:
            yield number, each
