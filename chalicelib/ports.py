"""What use cases need from outside. Stores return changes, which one transaction commits together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from .domain.agency import Agency
from .domain.audit import AuditEntry
from .domain.camera import Camera, CameraId, Match
from .domain.exhibit import Exhibit, ExhibitId, HistoryEntry
from .domain.geofence import Circle
from .domain.incident import Ask, Request, RequestId, Tally
from .domain.officer import Officer, OfficerId
from .domain.outbox import Message, MessageId
from .domain.owner import Channel, Consent, Contact, ContactKey, Household, Owner, OwnerId, StoppedBy
from .domain.place import Located, Point


class Change(Protocol):
    """One conditional write, made by a store and committed with others. `label` names it in a Conflict."""

    @property
    def label(self) -> str: ...


class Transactions(Protocol):
    """Writes what must be true together, together."""

    def commit(self, changes: Sequence[Change]) -> None:
        """Write all of 1 to 100 changes or none; raises Conflict with the labels of those whose condition failed."""


class Clock(Protocol):
    def now(self) -> datetime:
        """Give the time, aware, in UTC."""


class Ids(Protocol):
    """Chance. Ids open nothing; tokens do."""

    def short(self, length: int) -> str:
        """Give a random id of lower-case letters and digits, five bits a character."""

    def request_code(self) -> str:
        """Give four capital consonants, by which owner and desk name a request to each other."""

    def token(self) -> str:
        """Give a random token of 132 bits in 22 URL-safe characters."""

    def digits(self, length: int) -> str:
        """Give random decimal digits."""


class Registry(Protocol):
    """Owners, contacts and cameras."""

    def key_of(self, channel: Channel, address: str) -> ContactKey:
        """Give the keyed hash that stands for this address."""

    def contact(self, key: ContactKey) -> Contact | None: ...

    def household(self, owner_id: OwnerId) -> Household | None: ...

    def households(self, owner_ids: Sequence[OwnerId]) -> dict[OwnerId, Household]:
        """Read many at once; owners deleted meanwhile are left out."""

    def add_contact(self, contact: Contact) -> Change:
        """Label `contact`; conflicts where the key exists already."""

    def attach_contact(self, key: ContactKey, owner_id: OwnerId, *, consent_at: datetime) -> Change:
        """Give a contact its owner and consent; label `contact`; conflicts where it stopped or has an owner."""

    def set_consent(
        self, key: ContactKey, consent: Consent, *, at: datetime, by: StoppedBy = "", cause: str = ""
    ) -> Change:
        """Label `consent`; conflicts where a later change stands, or where `cause` (a delivery's id) was used before."""

    def check_consent(self, key: ContactKey, *, allowed: Sequence[Consent]) -> Change:
        """Write nothing; label `consent`; conflicts where the contact's consent is none of `allowed`."""

    def add_owner(self, owner: Owner) -> Change:
        """Label `owner`; conflicts where the id is taken."""

    def change_owner(self, owner: Owner) -> Change:
        """Write name, language and contacts; label `owner`; conflicts unless `owner.version` follows the stored one."""

    def add_camera(self, owner_id: OwnerId, camera: Camera) -> Change:
        """Label `camera`; conflicts where the id is taken."""

    def change_camera(self, owner_id: OwnerId, camera: Camera) -> Change:
        """Label `camera`; conflicts where it is gone."""

    def remove_camera(self, owner_id: OwnerId, camera_id: CameraId) -> Change:
        """Label `camera`; removing what is gone is no conflict."""

    def remove_household(self, household: Household, *, at: datetime) -> list[Change]:
        """Remove owner, cameras and addresses; contacts that stopped leave their key and the STOP behind."""

    def figures(self) -> dict[str, int]:
        """Count `owners` and `cameras`."""


class Cameras(Protocol):
    """The camera index."""

    def find(self, geofence: Circle) -> list[Match]:
        """Find every camera inside, nearest first."""


class Gazetteer(Protocol):
    """The agency's own address points and boundary."""

    def find(self, text: str) -> Located:
        """Find an address, a crossing or coordinates as people write them. Never raises, whatever the text."""

    def inside(self, point: Point) -> bool:
        """Say whether the point lies within the agency's boundary."""


class Requests(Protocol):
    """Cases, requests, asks and answers."""

    def request(self, request_id: RequestId) -> Request | None: ...

    def by_code(self, code: str) -> Request | None: ...

    def recent(self, *, limit: int = 50) -> list[Request]:
        """Newest first."""

    def add_request(self, request: Request) -> list[Change]:
        """Labels `request` and `code`; conflicts where either exists."""

    def move_request(self, request: Request, *, was: str) -> Change:
        """Write its new state (and approver); label `request`; conflicts unless the stored state is `was`."""

    def set_slack_ts(self, request_id: RequestId, ts: str) -> None: ...

    def add_ask(self, ask: Ask) -> Change:
        """Label `ask`; conflicts where this owner was asked already."""

    def ask(self, request_id: RequestId, owner_id: OwnerId) -> Ask | None: ...

    def asks(self, request_id: RequestId) -> list[Ask]: ...

    def open_asks(self, owner_id: OwnerId, *, now: datetime) -> list[Ask]:
        """An owner's asks that are neither closed nor expired, answered or not, newest first."""

    def change_ask(self, ask: Ask) -> Change:
        """Write answer and state; label `ask`; conflicts unless `ask.version` follows the stored one."""

    def add_link(self, token: str, ask: Ask) -> Change:
        """Let `token` (stored as a hash) open this ask until it expires; label `link`."""

    def ask_by_token(self, token: str, *, now: datetime) -> Ask | None:
        """None where the token never existed, expired, or was taken back: all alike."""

    def tally(self, request_id: RequestId) -> Tally: ...

    def figures(self) -> dict[str, int]:
        """Count `requests`, `asks` and `answers`."""


class Exhibits(Protocol):
    """Files handed in, their history, and the bucket that holds them."""

    def announce(self, exhibit: Exhibit, entry: HistoryEntry) -> list[Change]: ...

    def of_request(self, request_id: RequestId) -> list[Exhibit]: ...

    def of_ask(self, request_id: RequestId, owner_id: OwnerId) -> list[Exhibit]: ...

    def exhibit(self, request_id: RequestId, exhibit_id: ExhibitId) -> Exhibit | None: ...

    def change(self, exhibit: Exhibit, entry: HistoryEntry, *, was: str) -> list[Change]:
        """Write the exhibit and add to its history; label `exhibit`; conflicts unless the stored state is `was`."""

    def add_history(self, request_id: RequestId, exhibit_id: ExhibitId, entry: HistoryEntry) -> Change: ...

    def history(self, request_id: RequestId, exhibit_id: ExhibitId) -> list[HistoryEntry]: ...

    def figures(self) -> dict[str, int]:
        """Count `exhibits` that arrived."""


class EvidenceFiles(Protocol):
    """The bucket: uploads in parts straight to it, hashing, locking, reading. Never rewriting."""

    def start_upload(self, exhibit: Exhibit) -> str:
        """Begin a multipart upload; give its upload id."""

    def part_urls(self, exhibit: Exhibit, part_numbers: Sequence[int]) -> dict[int, str]:
        """Presign the upload of these parts for 15 minutes."""

    def parts(self, exhibit: Exhibit) -> dict[int, int]:
        """Give the size in bytes of every part that has arrived."""

    def finish_upload(self, exhibit: Exhibit) -> None:
        """Put the parts together. Doing it again is no error. Raises Refused where the sum is not what was announced."""

    def abandon_upload(self, exhibit: Exhibit) -> None: ...

    def form_fields(self, exhibit: Exhibit, *, done_url: str) -> tuple[str, dict[str, str]]:
        """Presign a plain form's POST: its action and its hidden fields; S3 sends the browser on to `done_url`."""

    def digest(self, object_key: str, version_id: str) -> tuple[str, int]:
        """Read the whole object; give SHA-256 in hex and the size in bytes."""

    def lock(self, object_key: str, version_id: str, *, until: datetime) -> None:
        """Set retention in governance mode. Doing it again is no error."""

    def download_url(self, exhibit: Exhibit) -> str:
        """Presign a download as an attachment for 60 seconds."""


class Outbox(Protocol):
    """Messages owed, and their delivery."""

    def owe(self, message: Message) -> Change:
        """Label `message`; conflicts where the id exists already."""

    def message(self, message_id: MessageId) -> Message | None: ...

    def claim(self, message: Message, *, now: datetime, lease: timedelta) -> Change:
        """Label `message`; conflicts unless it is owed, or claimed (and never attempted) with its lease run out."""

    def attempt(self, message: Message, *, now: datetime) -> None:
        """Write down that the provider will now be called; raises Conflict where the lease ran out meanwhile."""

    def move(self, message_id: MessageId, to: str, *, provider_id: str = "", reason: str = "") -> bool:
        """Move forward by RANK; False where it stands there or further already. Final states stay."""

    def put_back(self, message: Message, *, due_at: datetime) -> None:
        """From claimed, attempted or unknown back to owed, since the provider has surely not taken it."""

    def due(self, *, now: datetime, limit: int = 100) -> list[Message]:
        """Those owed and due, and those stuck in claimed, attempted or unknown with their lease run out."""


class Queue(Protocol):
    def send(self, bodies: Sequence[dict[str, Any]]) -> None:
        """Put each on the queue; bodies hold ids only, and get their version `v`."""


class AuditLog(Protocol):
    def record(self, entry: AuditEntry) -> Change:
        """Label `audit`; conflicts where somebody else wrote this shard's next row first: commit again with a new one."""

    def write(self, entry: AuditEntry) -> None:
        """Record by itself, trying again where shards collide."""

    def rows(self, day: str) -> list[tuple[AuditEntry, str]]: ...

    def broken_links(self, day: str) -> list[str]:
        """Name every row of the day whose hash does not follow from the row before it."""


class Scratch(Protocol):
    """What expires: every reader checks the expiry itself."""

    def get(self, kind: str, name: str, *, now: datetime) -> dict[str, Any] | None:
        """None where there is none or it expired."""

    def put(
        self, kind: str, name: str, value: dict[str, Any], *, expires_at: datetime, version: int | None = None
    ) -> Change:
        """Label = kind. `version` None: conflicts where it exists unexpired. 0: whatever stands there. n: conflicts
        unless the stored `version` is n; the new one becomes n + 1, readable as value["version"]."""

    def remove(self, kind: str, name: str) -> Change: ...

    def take(self, kind: str, name: str, *, now: datetime) -> dict[str, Any] | None:
        """Read and delete in one step, so that only one taker gets it."""

    def count(self, kind: str, name: str, *, now: datetime, expires_at: datetime) -> int:
        """Add one to a counter that expires, and give its new value."""


class Agencies(Protocol):
    """The agency's configuration and its officers."""

    def agency(self) -> Agency:
        """Cached for a minute."""

    def officer(self, officer_id: OfficerId) -> Officer | None:
        """None where the id is not listed; a disabled officer is returned as disabled."""

    def officers(self) -> list[Officer]: ...

    def put_officer(self, officer: Officer) -> Change: ...


class Texts(Protocol):
    """The carrier."""

    def send(self, message_id: MessageId, to: str, body: str) -> str:
        """Send one text; give the provider's id. Raises ProviderBusy, ProviderRefused, ProviderSilent."""

    def look(self, to: str, body: str, *, since: datetime) -> str | None:
        """Give the provider's id of this very text if it was taken since then."""


class Emails(Protocol):
    def send(self, message_id: MessageId, to: str, subject: str, body: str) -> str: ...


class Chat(Protocol):
    """Slack, as we call it."""

    def post(self, channel: str, payload: dict[str, Any], *, message_id: str) -> str:
        """Post a message; give its ts. The id goes along as metadata, so that it can be looked for."""

    def update(self, channel: str, ts: str, payload: dict[str, Any]) -> None: ...

    def look(self, channel: str, message_id: str, *, since: datetime) -> str | None:
        """Give the ts of the message that carries this id, if it was taken since then."""

    def open_view(self, trigger_id: str, view: dict[str, Any]) -> None: ...

    def respond(self, response_url: str, payload: dict[str, Any]) -> None:
        """Answer on a response URL. Raises Refused where it is not one of Slack's."""
