"""Builds each adapter once, on first use, and hands it out as its port. The only reader of the settings."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from . import settings
from .domain.agency import Agency, Keep
from .store import clients

if TYPE_CHECKING:
    from chalicelib import ports

    from .domain.camera import Camera
    from .domain.leave_token import LeaveTokens
    from .domain.mail_token import ReplyAddresses
    from .domain.place import Point
    from .domain.place_names import PlaceNames
    from .ports.geocoder import Geocoder
    from .ports.mail import RawMails
    from .store.evidence import Evidence
    from .store.gazetteer import SqliteGazetteer
    from .usecases.talking import Talking

VENDOR_TIMEOUT_S = 10


@lru_cache(maxsize=1)
def configuration() -> settings.Settings:
    return settings.settings()


@lru_cache(maxsize=1)
def secrets() -> settings.Secrets:
    found = _client("secretsmanager").get_secret_value(SecretId=configuration().secret_id)
    return settings.secrets_from(found["SecretString"])


@lru_cache(maxsize=8)
def _client(service: str, endpoint_url: str | None = None) -> Any:
    return clients.client(service, endpoint_url=endpoint_url)


@lru_cache(maxsize=1)
def transactions() -> ports.Transactions:
    from .store.transactions import DynamoTransactions

    return DynamoTransactions(_client("dynamodb"))


@lru_cache(maxsize=1)
def registry() -> ports.Registry:
    from .store.registry import DynamoRegistry

    key = secrets().contact_key
    return DynamoRegistry(_client("dynamodb"), configuration().table_registry, key=key, kept_out=_kept_out)


def _kept_out(camera: Camera) -> bool:
    """Say whether a camera stands at a place that is kept off the map."""
    from .domain.protected import Protected

    return Protected(secrets().contact_key, agency().protected).covers(camera)


@lru_cache(maxsize=1)
def cameras() -> ports.Cameras:
    from .store.camera_index import CameraIndex

    return CameraIndex(_client("dynamodb"), configuration().table_registry)


@lru_cache(maxsize=1)
def requests() -> ports.Requests:
    from .store.requests import DynamoRequests

    return DynamoRequests(_client("dynamodb"), configuration().table_requests, kept=_kept)


@lru_cache(maxsize=1)
def exhibits() -> ports.Exhibits:
    from .store.exhibits import DynamoExhibits

    return DynamoExhibits(_client("dynamodb"), configuration().table_requests)


@lru_cache(maxsize=1)
def evidence_files() -> ports.EvidenceFiles:
    return _evidence()


@lru_cache(maxsize=1)
def _evidence() -> Evidence:
    from .store.evidence import Evidence

    return Evidence(_client("s3"), configuration().bucket_evidence)


@lru_cache(maxsize=1)
def photos() -> ports.Photos:
    from .store.photos import S3Photos

    return S3Photos(_client("s3"), configuration().bucket_photos)


@lru_cache(maxsize=1)
def outbox() -> ports.Outbox:
    from .store.outbox import DynamoOutbox

    return DynamoOutbox(_client("dynamodb"), configuration().table_outbox, kept=_kept)


@lru_cache(maxsize=1)
def audit() -> ports.AuditLog:
    from .store.audit import DynamoAuditLog

    return DynamoAuditLog(_client("dynamodb"), configuration().table_audit, kept=_kept, clock=clock())


@lru_cache(maxsize=1)
def scratch() -> ports.Scratch:
    from .store.scratch import DynamoScratch

    return DynamoScratch(_client("dynamodb"), configuration().table_scratch, clock=clock())


@lru_cache(maxsize=1)
def agencies() -> ports.Agencies:
    from .store.agencies import DynamoAgencies

    return DynamoAgencies(_client("dynamodb"), configuration().table_agency)


def agency() -> Agency:
    return agencies().agency()


def _kept() -> Keep:
    return agency().keep


def gazetteer() -> ports.Gazetteer:
    """The gazetteer that the agency's configuration names; a new one is fetched when the name changes."""
    return _gazetteer(agency().gazetteer_key)


def places() -> ports.Gazetteer:
    """The same for whoever registers; where it knows nothing, an outside geocoder is asked if one is switched on."""
    own, choice = _gazetteer(agency().gazetteer_key), agency().geocoder
    if not choice.use:
        return own
    from .usecases.ask_outside import AskOutside

    geocoder, key = _geocoder(choice.use, own.middle()), secrets().contact_key
    return AskOutside(
        gazetteer=own, geocoder=geocoder, audit=audit(), scratch=scratch(), clock=clock(), agency=agency(), key=key
    )


def place_names() -> PlaceNames:
    """What the agency's gazetteer calls its streets and towns; nothing as long as there is none."""
    from .domain.place_names import NO_NAMES

    key = agency().gazetteer_key
    return _gazetteer(key).names if key else NO_NAMES


@lru_cache(maxsize=1)
def _geocoder(use: str, near: Point) -> Geocoder:
    from .outbound.rested_geocoder import geocoder

    endpoint_url, census_url = configuration().location_endpoint_url or None, configuration().census_url
    client = partial(_client, "geo-places", endpoint_url)
    return geocoder(use, near=near, clock=clock(), census_url=census_url, amazon=client)


@lru_cache(maxsize=1)
def _gazetteer(key: str) -> SqliteGazetteer:
    from .store.gazetteer import fetch_gazetteer

    return fetch_gazetteer(_client("s3"), configuration().bucket_data, key)


@lru_cache(maxsize=1)
def outbox_queue() -> ports.Queue:
    from .store.queues import WakingQueue

    return WakingQueue(_client("sqs"), configuration().queue_outbox)


@lru_cache(maxsize=1)
def slack_queue() -> ports.Queue:
    from .store.queues import SqsQueue

    return SqsQueue(_client("sqs"), configuration().queue_slack)


@lru_cache(maxsize=1)
def texts() -> ports.Texts:
    from .outbound.texts import TwilioTexts

    return TwilioTexts(
        account_sid=secrets().twilio_account_sid,
        auth_token=secrets().twilio_auth_tokens[0],
        sender=configuration().agency_number,
        api_url=configuration().twilio_api_url,
        callback_url=configuration().base_url + "/sms/status",
        timeout_s=VENDOR_TIMEOUT_S,
    )


@lru_cache(maxsize=1)
def raw_mails() -> RawMails:
    from .store.mails import S3Mails

    return S3Mails(_client("s3"))


@lru_cache(maxsize=1)
def emails() -> ports.Emails:
    from .outbound.emails import SesEmails

    return SesEmails(
        _client("sesv2", configuration().ses_endpoint_url or None),
        sender=configuration().mail_from,
        replies=reply_addresses(),
        leaving=leave_tokens(),
        configuration_set=configuration().mail_configuration_set,
    )


@lru_cache(maxsize=1)
def reply_addresses() -> ReplyAddresses:
    from .domain.mail_token import ReplyAddresses

    return ReplyAddresses(key=secrets().contact_key, domain=_mail_domain())


@lru_cache(maxsize=1)
def leave_tokens() -> LeaveTokens:
    from .domain.leave_token import LeaveTokens

    key, base_url = secrets().contact_key, configuration().base_url
    return LeaveTokens(key=key, domain=_mail_domain(), base_url=base_url)


def _mail_domain() -> str:
    """Where mail to us goes: the domain that ours comes from."""
    return configuration().mail_from.rpartition("@")[2].rstrip(">")


@lru_cache(maxsize=1)
def chat() -> ports.Chat:
    from .outbound.chat import SlackChat

    return SlackChat(
        token=secrets().slack_bot_token,
        api_url=configuration().slack_api_url,
        response_url=configuration().slack_response_url,
        timeout_s=VENDOR_TIMEOUT_S,
    )


@lru_cache(maxsize=1)
def clock() -> ports.Clock:
    from .outbound.system import SystemClock

    return SystemClock(_shift if configuration().clock_may_shift else None)


def _shift() -> timedelta:
    """How far a laptop's clock was moved: scratch `clock`, `shift`, {"seconds": n}. Never read in the cloud."""
    from .outbound.system import SystemClock
    from .store.scratch import DynamoScratch

    real = SystemClock()
    moved = DynamoScratch(_client("dynamodb"), configuration().table_scratch, clock=real)
    return timedelta(seconds=(moved.get("clock", "shift", now=real.now()) or {"seconds": 0})["seconds"])


@lru_cache(maxsize=1)
def ids() -> ports.Ids:
    from .outbound.system import SystemIds

    return SystemIds()


def talking() -> Talking:
    """Give what every talk with an owner works on."""
    from .usecases.talking import Talking

    return Talking(
        registry=registry(), requests=requests(), scratch=scratch(), outbox=outbox(), outbox_queue=outbox_queue(),
        audit=audit(), transactions=transactions(), clock=clock(), ids=ids(), agency=agency(),
        locate=lambda text: places().find(text), names=place_names, base_url=configuration().base_url,
    )  # fmt: skip
