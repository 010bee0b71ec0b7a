"""What can go wrong, as one tree.

RegistryError
  Refused                 what was asked for breaks a rule: `reason` names a sentence, `field` says where
    NotAnOfficer
  NotFound                there is none, or it is none of yours: both look alike on purpose
  Conflict                somebody else was first; `labels` name the changes whose condition failed
  ProviderError           a vendor did not do what we asked
    ProviderBusy          not taken: try again later
    ProviderRefused       not taken and never will be: do not try again; `code` is the vendor's
    ProviderSilent        nobody knows whether it was taken: ask before sending again
"""

from __future__ import annotations


class RegistryError(Exception):
    """Root of everything that this registry raises on purpose."""


class Refused(RegistryError):
    """What was asked for breaks a rule.

    `reason` is a msgid of the catalogue, never a sentence; `field` is the form field it belongs to, or empty.
    """

    def __init__(self, reason: str, *, field: str = "", **values: object) -> None:
        super().__init__(reason)
        self.reason, self.field, self.values = reason, field, values


class NotAnOfficer(Refused):
    """The person is not on the agency's list, or was taken off it, or may not do this."""

    def __init__(self) -> None:
        super().__init__("slack.not_an_officer")


class NotFound(RegistryError):
    """There is no such thing, or it belongs to somebody else."""


class Conflict(RegistryError):
    """A transaction was refused because the conditions of the changes named in `labels` did not hold."""

    def __init__(self, *labels: str) -> None:
        super().__init__(", ".join(labels))
        self.labels = frozenset(labels)


class ProviderError(RegistryError):
    """A vendor did not do what we asked."""


class ProviderBusy(ProviderError):
    """The vendor has surely not taken it (refused to connect, 429): try again later."""


class ProviderRefused(ProviderError):
    """The vendor has not taken it and never will: do not try again."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ProviderSilent(ProviderError):
    """The vendor may have taken it (time-out, 5xx): ask it before sending again."""
