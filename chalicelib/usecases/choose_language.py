"""In which language to write to whoever writes: decided anew by every text, kept together with its reply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib.domain.agency import Agency
from chalicelib.domain.checking import silent
from chalicelib.domain.errors import Refused
from chalicelib.domain.language import Choice, choose, hear
from chalicelib.domain.owner import Contact, ContactKey, Household
from chalicelib.words.tongues import offers, tongues

if TYPE_CHECKING:
    from chalicelib import ports

LEANING, LEANING_LIFE = "leaning", timedelta(hours=24)
"""What the message before was clearly in, where that is not what is kept."""
HEARD_AGAIN = timedelta(days=30)
_CONTACT = {"contact", "consent", "noted"}
"""Labels of the changes that write the contact already: one transaction cannot write one item twice."""
_SHOWS_OWNER = {"owner", "camera", "ask"}
"""Labels of what its owner does. After a year of silence, `who is this?` may come from whoever has the number now."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The language to answer in (empty: the agency's first), whether it was asked for, and what is remembered."""

    choice: Choice
    was: str
    leant: str

    @property
    def language(self) -> str:
        return self.choice.kept


def choose_language(
    body: str, key: ContactKey, contact: Contact | None, *, scratch: ports.Scratch, agency: Agency, now: datetime
) -> Spoken:
    """Decide by this message, what is kept, and what the message before was leaning to."""
    kept = contact.language if contact else ""
    heard = hear(body, tongues(agency))
    held = scratch.get(LEANING, key, now=now) if heard.clear and kept else None
    leant = str(held["language"]) if held else ""
    return Spoken(choose(heard, kept=kept, leaning=leant), kept, leant)


def remember(
    spoken: Spoken,
    key: ContactKey,
    contact: Contact | None,
    others: list[ports.Change],
    *,
    registry: ports.Registry,
    scratch: ports.Scratch,
    now: datetime,
) -> list[ports.Change]:
    """Give the changes that keep it, beside the `others` of the same transaction.

    A new contact is written with its language. Where the others write the contact already, the next message keeps it.
    That somebody wrote is noted once a month, for numbers are handed on; of a phone that was silent for a year, only
    where they show by what they do that it is still its owner's.
    """
    changes: list[ports.Change] = []
    if spoken.choice.leaning and spoken.choice.leaning != spoken.leant:
        value, until = {"language": spoken.choice.leaning}, now + LEANING_LIFE
        changes += [scratch.put(LEANING, key, value, expires_at=until, version=0),
                    scratch.trace(key, LEANING, key, expires_at=until)]  # fmt: skip
    if spoken.leant and not spoken.choice.leaning:
        changes.append(scratch.remove(LEANING, key))
    language = spoken.choice.kept if spoken.choice.kept != spoken.was else ""
    labels = {change.label for change in others}
    again = contact is not None and now >= (contact.heard_at or contact.consent_at) + HEARD_AGAIN
    heard_at = now if again and contact and (not silent(contact, now) or labels & _SHOWS_OWNER) else None
    free = not _CONTACT & labels
    if contact and contact.address and free and (language or heard_at):
        changes.append(registry.note_contact(key, language=language, heard_at=heard_at))
    return changes


def unheard(spoken: Spoken, agency: Agency) -> str:
    """Give what tells a newcomer, whose first message told no language, how to get the others; else nothing."""
    return "" if spoken.language else offers(agency)


def speak_with(
    household: Household, language: str, *, registry: ports.Registry, transactions: ports.Transactions, agency: Agency
) -> None:
    """Write to an owner in this language from now on, by every contact; one that the agency does not speak is refused.

    Raises Refused for field `language`.
    """
    if language not in agency.languages:
        raise Refused("web.error.language", field="language")
    transactions.commit([registry.note_contact(contact.key, language=language) for contact in household.contacts])
