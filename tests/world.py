"""Everything that a use case may need, real where it can be: all stores on moto, and fakes for what lies outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from chalicelib.domain.agency import Agency, Keep
from chalicelib.domain.camera import Camera
from chalicelib.domain.owner import Channel, Contact, Household, OwnerId
from chalicelib.domain.place_names import NO_NAMES
from chalicelib.domain.protected import Protected
from chalicelib.settings import Secrets, Settings
from chalicelib.store.agencies import DynamoAgencies
from chalicelib.store.audit import DynamoAuditLog
from chalicelib.store.evidence import Evidence
from chalicelib.store.exhibits import DynamoExhibits
from chalicelib.store.outbox import DynamoOutbox
from chalicelib.store.photos import S3Photos
from chalicelib.store.registry import DynamoRegistry
from chalicelib.store.requests import DynamoRequests
from chalicelib.store.scratch import DynamoScratch
from chalicelib.store.transactions import DynamoTransactions
from tests import builders
from tests.fakes import FakeChat, FakeClock, FakeEmails, FakeGazetteer, FakeIds, FakeQueue, FakeTexts

CONTACT_KEY = "a contact key for tests"
EVIDENCE_BUCKET = "evidence"
PHOTOS_BUCKET = "photos"


@dataclass
class World:
    """`ports("registry", "clock", ...)` gives keyword arguments for a use case; `queue` is the outbox's."""

    dynamodb: Any
    s3: Any
    agency: Agency = field(default_factory=builders.an_agency)
    clock: FakeClock = field(default_factory=FakeClock)
    ids: FakeIds = field(default_factory=FakeIds)
    queue: FakeQueue = field(default_factory=FakeQueue)
    slack_queue: FakeQueue = field(default_factory=FakeQueue)
    emails: FakeEmails = field(default_factory=FakeEmails)
    gazetteer: FakeGazetteer = field(default_factory=FakeGazetteer)
    base_url: str = "https://porchlight.example"

    def __post_init__(self) -> None:
        self.texts, self.chat = FakeTexts(self.clock), FakeChat(self.clock)
        self.transactions = DynamoTransactions(self.dynamodb)
        self.registry = DynamoRegistry(self.dynamodb, "registry", key=CONTACT_KEY, kept_out=self._kept_out)
        self.requests = DynamoRequests(self.dynamodb, "requests", kept=self._kept)
        self.exhibits = DynamoExhibits(self.dynamodb, "requests")
        self.outbox = DynamoOutbox(self.dynamodb, "outbox", kept=self._kept)
        self.audit = DynamoAuditLog(self.dynamodb, "audit", kept=self._kept, clock=self.clock)
        self.scratch = DynamoScratch(self.dynamodb, "scratch", clock=self.clock)
        self.agencies = DynamoAgencies(self.dynamodb, "agency")
        self.files = Evidence(self.s3, EVIDENCE_BUCKET)
        self.photos = S3Photos(self.s3, PHOTOS_BUCKET)

    @cached_property
    def cameras(self) -> Any:
        from chalicelib.store.camera_index import CameraIndex

        return CameraIndex(self.dynamodb, "registry")

    def _kept_out(self, camera: Camera) -> bool:
        return Protected(CONTACT_KEY, self.agency.protected).covers(camera)

    def _kept(self) -> Keep:
        return self.agency.keep

    def ports(self, *names: str) -> dict[str, Any]:
        return {name: getattr(self, name) for name in names}

    def commit(self, *changes: Any) -> None:
        self.transactions.commit(changes)

    def contact(self, address: str = builders.PHONE, *, channel: Channel = "sms", **changes: Any) -> Contact:
        """Add a contact under its real key."""
        key = self.registry.key_of(channel, address)
        contact = builders.a_contact(key, channel=channel, address=address, **changes)
        self.commit(self.registry.add_contact(contact))
        return contact

    def household(self, phone: str = builders.PHONE, *, cameras: Sequence[Any] = (), **owner: Any) -> Household:
        """Register an owner with one contact that gave consent, and one camera unless told which."""
        owner_id = OwnerId(owner.pop("owner_id", self.ids.short(6)))
        contact = self.contact(phone, owner_id=owner_id, consent="given")
        owned = builders.an_owner(owner_id, contact_keys=(contact.key,), **owner)
        kept = tuple(cameras) or (builders.a_camera(),)
        added = [self.registry.add_camera(owner_id, camera) for camera in kept]
        self.commit(self.registry.add_owner(owned), *added)
        return Household(owned, kept, (contact,))

    def officers(self) -> None:
        """Put a detective and a supervisor on the list."""
        supervisor = builders.an_officer(builders.SUPERVISOR, role="supervisor", name="Example Supervisor")
        self.commit(self.agencies.put_officer(builders.an_officer()), self.agencies.put_officer(supervisor))

    def fall_back(self) -> Any:
        """What gives up on messages, and asks an owner's other contact."""
        from chalicelib.usecases.fall_back import FallBack

        names = ("registry", "requests", "outbox", "transactions", "clock", "ids", "agency", "base_url")
        return FallBack(**self.ports(*names))

    def mail_health(self) -> Any:
        from chalicelib.usecases.mail_health import MailHealth

        return MailHealth(**self.ports("scratch", "transactions", "clock"))

    def deliver(self) -> list[str]:
        """Let the sender work off the outbox queue; give what became of each message, in order."""
        from chalicelib.usecases.deliver_message import deliver_message

        needed = self.ports(
            "outbox",
            "registry",
            "requests",
            "scratch",
            "transactions",
            "texts",
            "emails",
            "chat",
            "agency",
            "clock",
            "ids",
            "base_url",
        )
        return [deliver_message(body["message"], **needed) for body in self.queue.take()]


SETTINGS = Settings(
    stage="test",
    base_url="https://porchlight.example",
    agency_number="+14105550100",
    secret_id="porchlight-test",
    table_registry="registry",
    table_requests="requests",
    table_outbox="outbox",
    table_audit="audit",
    table_scratch="scratch",
    table_agency="agency",
    queue_outbox="https://sqs.example/outbox",
    queue_slack="https://sqs.example/slack",
    bucket_evidence=EVIDENCE_BUCKET,
    bucket_data="data",
    bucket_photos=PHOTOS_BUCKET,
    slack_team_id=builders.TEAM,
    slack_channel_id=builders.CHANNEL,
    mail_from="cameras@porchlight.example",
)
SECRETS = Secrets(
    twilio_account_sid="AC" + "0" * 32,
    twilio_auth_tokens=("a carrier token for tests", "the token before it"),
    slack_signing_secrets=("a signing secret for tests", "the secret before it"),
    slack_bot_token="xoxb-not-a-token",
    contact_key=CONTACT_KEY,
)


def wire(world: World, put: Any) -> None:
    """Put the world's adapters into wiring, by `put(module, name, value)`: the one place where handlers find them."""
    from chalicelib import wiring

    adapters = {
        **world.ports("transactions", "registry", "requests", "exhibits", "outbox", "audit", "scratch", "agencies",
                      "agency", "gazetteer", "slack_queue", "texts", "emails", "chat", "clock", "ids", "photos"),
        "evidence_files": world.files, "outbox_queue": world.queue, "places": world.gazetteer,
        "place_names": NO_NAMES,
        "configuration": SETTINGS, "secrets": SECRETS,
    }  # fmt: skip
    for name, adapter in adapters.items():
        put(wiring, name, _always(adapter))
    put(wiring, "cameras", lambda: world.cameras)


def _always(adapter: Any) -> Any:
    return lambda: adapter
