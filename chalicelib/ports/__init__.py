"""What use cases need from outside, as Protocols. Stores return changes, which one transaction commits together."""

from .records import Agencies, AuditLog, Outbox, Queue, Scratch
from .registry import Cameras, Gazetteer, Registry
from .requests import EvidenceFiles, Exhibits, Photos, Requests
from .transactions import Change, Clock, Ids, Transactions
from .vendors import Chat, Emails, Texts

__all__ = [
    "Agencies",
    "AuditLog",
    "Cameras",
    "Change",
    "Chat",
    "Clock",
    "Emails",
    "EvidenceFiles",
    "Exhibits",
    "Gazetteer",
    "Ids",
    "Outbox",
    "Photos",
    "Queue",
    "Registry",
    "Requests",
    "Scratch",
    "Texts",
    "Transactions",
]
