"""An owner names a mailbox or a phone in a message: it is theirs only once its holder has shown that."""

from __future__ import annotations

from dataclasses import dataclass

from chalicelib.domain.errors import Refused
from chalicelib.domain.mailbox_words import instead_of_here, mailbox_in, phone_in
from chalicelib.domain.owner import Household

from .offer_mailbox import OfferMailbox
from .talk import Outcome, Writer, say
from .talking import Talking


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedContact(Talking):
    """See `talking.Talking` for the fields."""

    def outcome(self, body: str, household: Household, writer: Writer) -> Outcome | None:
        """Give what follows from a message that names one of theirs, and says nothing else; none for any other."""
        if address := mailbox_in(body):
            return self._mailbox(address, household, writer, instead=instead_of_here(body))
        return Outcome(replies=say("sms.phone_how", link=self._own_page())) if phone_in(body) else None

    def _mailbox(self, address: str, household: Household, writer: Writer, *, instead: bool) -> Outcome:
        """Write to a mailbox that an owner names; what is said here never depends on whose it is."""
        offers = OfferMailbox(
            registry=self.registry, scratch=self.scratch, outbox=self.outbox, ids=self.ids, agency=self.agency,
            base_url=self.base_url, now=writer.now,
        )  # fmt: skip
        try:
            made = offers.make(household, address, language=writer.known().language)
        except Refused:
            return Outcome(replies=say("sms.mailbox_not"))
        said = say("sms.mailbox_instead", link=self._own_page()) if instead else say("sms.mailbox")
        return Outcome(replies=said, changes=made.changes, owed=made.owed)

    def _own_page(self) -> str:
        return f"{self.base_url}/me"
