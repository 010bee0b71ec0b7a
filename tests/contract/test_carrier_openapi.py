"""The local carrier's answers against Twilio's own OpenAPI description."""

from __future__ import annotations

import asyncio
import json
import warnings
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest

from commands.larger_data import LARGER_DATA, sources
from local.vendors.carrier.creating import KNOWN
from local.vendors.carrier.listing import FILTERS, PAGING
from local.vendors.config import Officer, VendorConfig
from local.vendors.parts import Parts

pytestmark = pytest.mark.anyio
ROOT = Path(__file__).resolve().parents[2]
EXTRACT = ROOT / "tests" / "payloads" / "twilio" / "messages.json"
WHOLE = "payloads/twilio_openapi/twilio_api_v2010.json"
PATH = "/2010-04-01/Accounts/{AccountSid}/Messages.json"
MESSAGE = "api.v2010.account.message"
ACCOUNT, TOKEN = "AC" + "0" * 32, "example-auth-token"
AGENCY, PHONE = "+14105550100", "+14105550111"
URL = f"http://vendors.test/twilio/2010-04-01/Accounts/{ACCOUNT}/Messages"


def from_extract() -> dict[str, Any]:
    return json.loads(EXTRACT.read_text())


def from_whole() -> dict[str, Any]:
    document = json.loads((LARGER_DATA / WHOLE).read_text())
    reading = document["paths"][PATH]["get"]
    writing = document["paths"][PATH]["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]
    return {
        "schemas": document["components"]["schemas"],
        "list": reading["responses"]["200"]["content"]["application/json"]["schema"],
        "list_parameters": [parameter["name"] for parameter in reading["parameters"] if parameter["in"] == "query"],
        "create_fields": list(writing["schema"]["properties"]),
    }


@pytest.fixture(params=sources(WHOLE))
def twilio(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Twilio's description: the part that the project carries, and the whole one where it is at hand."""
    return from_whole() if request.param == "whole" else from_extract()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def parts(tmp_path):
    config = VendorConfig(
        state_dir=tmp_path, base_url="http://front.test", port=8001, front_port=8000, smtp_port=8025,
        account_sid=ACCOUNT, auth_token=TOKEN, agency_number=AGENCY, slack_signing_secret="x", slack_bot_token="x",
        slack_team_id="T0", slack_channel_id="C0", slack_detective=Officer(id="U0", name="Dana Example"),
        slack_supervisor=Officer(id="U1", name="Sam Example"), mail_domain="mail.example.org",
    )  # fmt: skip
    web = httpx.AsyncClient(transport=httpx.MockTransport(application))
    made = Parts(config, web=web, sleep=lambda _: asyncio.sleep(0))
    yield made
    await made.close()


@pytest.fixture
async def client(parts):
    transport = httpx.ASGITransport(app=parts.vendors_app())
    async with httpx.AsyncClient(transport=transport, auth=(ACCOUNT, TOKEN)) as client:
        yield client


def application(_: httpx.Request) -> httpx.Response:
    twiml = "<Response><Message>Example PD: welcome</Message></Response>"
    return httpx.Response(200, headers={"Content-Type": "text/xml"}, text=twiml)


async def create(client: httpx.AsyncClient) -> dict[str, Any]:
    form = {
        "To": PHONE,
        "From": AGENCY,
        "Body": "Example PD: hello",
        "StatusCallback": "http://front.test/sms/status/1",
    }
    return (await client.post(f"{URL}.json", data=form)).json()


def check(value: Any, schema: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Check a value and insist on every property: Twilio sends each of them, if only as null."""
    whole = strict({**schema, "components": {"schemas": schemas}})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        jsonschema.validate(value, whole, jsonschema.Draft202012Validator)


def strict(schema: Any) -> Any:
    """Return JSON Schema for OpenAPI 3.0: `nullable` spelled out, no property missing, none beside."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: strict(part) for name, part in schema.items() if name not in ("nullable", "format")}
    if schema.get("nullable") and "type" in made:
        made["type"] = [made["type"], "null"]
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        made |= {"required": list(schema["properties"]), "additionalProperties": False}
    return made


async def test_a_created_message_is_twilios_message(client, twilio):
    check(await create(client), twilio["schemas"][MESSAGE], twilio["schemas"])


async def test_messages_of_every_kind_are_listed_as_twilio_lists_them(client, parts, twilio):
    await create(client)
    await client.post(f"http://vendors.test/phones/{PHONE}/messages", json={"body": "hello", "media": ["image/png"]})
    await parts.carrier.delivery.settle()
    parts.carrier.faults.ask_for({"outcome": "undelivered"})
    await create(client)
    await parts.carrier.delivery.settle()

    page = (await client.get(f"{URL}.json", params={"PageSize": "3"})).json()
    assert {message["direction"] for message in page["messages"]} == {"inbound", "outbound-api", "outbound-reply"}
    assert page["messages"][0]["error_code"] == 30003
    check(page, twilio["list"], twilio["schemas"])


async def test_a_fetched_message_is_twilios_message(client, twilio):
    sid = (await create(client))["sid"]

    check((await client.get(f"{URL}/{sid}.json")).json(), twilio["schemas"][MESSAGE], twilio["schemas"])


def test_the_check_itself_can_fail(twilio):
    schemas = twilio["schemas"]
    with pytest.raises(jsonschema.ValidationError):
        check({"sid": "SM1"}, schemas[MESSAGE], schemas)


def test_the_carrier_knows_no_field_that_twilio_does_not(twilio):
    assert set(twilio["create_fields"]) >= KNOWN
    assert set(twilio["list_parameters"]) >= FILTERS | PAGING


def test_the_extract_says_what_the_description_says(twilio):
    extract = from_extract()

    assert set(extract["create_fields"]) == set(twilio["create_fields"])
    for name, schema in extract["schemas"].items():
        assert bare(twilio["schemas"][name]) == schema
    assert bare(twilio["list"]) == extract["list"]


def bare(schema: Any) -> Any:
    """Return a schema without its prose."""
    if isinstance(schema, list):
        return [bare(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    prose = ("description", "x-twilio", "example", "examples")
    return {name: bare(part) for name, part in schema.items() if name not in prose}
