"""Takes a message that the application sends through the REST API, or says why not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from local.vendors.carrier.behaviour import Behaviour, Faults
from local.vendors.carrier.delivery import Delivery
from local.vendors.carrier.ledger import Ledger
from local.vendors.carrier.messages import BY_API, Message
from local.vendors.carrier.refusals import RefusalError
from local.vendors.unknown import Unknown

NUMBER = re.compile(r"\+[1-9]\d{6,14}")
KNOWN = {"To", "From", "Body", "StatusCallback"}
REFUSED_BEFORE = {"500": 20500, "429": 20429}


class Creating:
    """Creation of messages, with the faults that were asked for."""

    def __init__(
        self, *, ledger: Ledger, delivery: Delivery, faults: Faults, unknown: Unknown, agency_number: str
    ) -> None:
        self._ledger = ledger
        self._delivery = delivery
        self._faults = faults
        self._unknown = unknown
        self._agency_number = agency_number

    def create(self, form: Mapping[str, str]) -> tuple[Message, Behaviour]:
        """Accept a message; raise RefusalError. The behaviour says how the answer is to be given."""
        for name in set(form) - KNOWN:
            self._unknown.record("twilio", f"Messages.json field {name}")
        check(form, agency_number=self._agency_number)
        behaviour = self._faults.take(form["To"])
        if behaviour.create in REFUSED_BEFORE or behaviour.create.isdigit():
            raise RefusalError(REFUSED_BEFORE.get(behaviour.create) or int(behaviour.create))
        if self._ledger.is_stopped(form["To"]):
            raise RefusalError(21610)
        draft = self._ledger.draft(
            sender=form["From"], to=form["To"], body=form["Body"], direction=BY_API,
            status_callback=form.get("StatusCallback", ""),
        )  # fmt: skip
        message = self._ledger.write(draft)
        self._delivery.begin(message, behaviour)
        return message, behaviour


def check(form: Mapping[str, str], *, agency_number: str) -> None:
    """Refuse what Twilio refuses, in its order."""
    to, sender, body = form.get("To", ""), form.get("From", ""), form.get("Body", "")
    callback = form.get("StatusCallback", "")
    rules = (
        (not to, 21604, ""),
        (not NUMBER.fullmatch(to), 21211, to),
        (not sender, 21603, ""),
        (sender != agency_number, 21606, ""),
        (not body.strip(), 21602, ""),
        (len(body) > 1600, 21617, ""),
        (bool(callback) and not callback.startswith(("http://", "https://")), 21609, ""),
    )
    for is_broken, code, detail in rules:
        if is_broken:
            raise RefusalError(code, detail)
