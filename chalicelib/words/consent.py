"""What somebody agrees to when they register: the agency's own text or the catalogue's, with what tells it later."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from chalicelib import words
from chalicelib.domain.agency import Agency
from chalicelib.domain.owner import Channel

_KINDS: dict[Channel, str] = {"sms": "sms.", "email": "mail.talk."}


@dataclass(frozen=True, slots=True)
class ConsentText:
    """A text as it was shown, its version (agency.toml's `consent_version`) and its language."""

    text: str
    version: str
    language: str

    @property
    def sha256(self) -> str:
        """Give what is kept with a registration to tell the exact wording later."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def consent_text(agency: Agency, language: str) -> ConsentText:
    """Give the text that stands beside the box on the form: the agency's own, where it has one in this language."""
    spoken = agency.spoken(language)
    text = agency.consent.get(spoken) or words.say("consent.text", spoken, agency=agency.name)
    return ConsentText(text.strip(), agency.consent_version, spoken)


def consent_by_message(agency: Agency, language: str, channel: Channel) -> ConsentText:
    """Give the sentences that an OK by this channel agrees to, before they are filled.

    A text is too short for the agency's own; a mail says what a text does, in words of its own.
    """
    spoken, kind = agency.spoken(language), _KINDS[channel]
    text = " ".join(words.sentences(spoken)[f"{kind}{msgid}"] for msgid in ("address", "confirm"))
    return ConsentText(text, agency.consent_version, spoken)
