"""The whole house on this machine: the local AWS, the deployed application, the vendors, the city."""

from __future__ import annotations

import hashlib
import json
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from commands.camera_import import import_cameras
from infra import officers
from infra.archive import digest_of
from infra.city import bucket_days, load_city
from infra.deployment import bring_up
from infra.failure import CannotGoOnError, say
from infra.names import configuration_set_name, secret_name
from infra.package import build
from infra.secret import put_secret
from infra.stack import Stack
from infra.stage import Stage
from infra.targets import laptop
from infra.template import read_template
from local.stack import fixups, overlay, retention, state
from local.stack.emulator import KEY_ID, REGION, SECRET, MiniStack
from local.vendors import Cloud, Officer, PortInUseError, RunningVendors, VendorConfig, run_keys, serve

STACK = "porchlight-local"
MAIL_DOMAIN = "cameras.example.org"
DETECTIVE = Officer(id="U0DETECTIVE", name="Example Detective")
SUPERVISOR = Officer(id="U0SUPERVISOR", name="Example Supervisor")


@dataclass(kw_only=True)
class House:
    """`folder` holds all state; `city` is the folder of the agency. A context manager that stops everything."""

    ports: state.Ports
    city: Path
    folder: Path

    def __post_init__(self) -> None:
        self._open = ExitStack()
        self._identity = state.identity(self.folder)
        self._aws = MiniStack(folder=self.folder / "aws", port=self.ports.aws)

    def start(self) -> dict[str, str | int]:
        """Start everything; give what run.json holds. Raises CannotGoOnError with one line for the person."""
        say("starting the local AWS (MiniStack)")
        self._open.callback(self._aws.stop)
        self._aws.start()
        vendors = self._serve_vendors()
        outputs = self._deploy()
        stage = Stage(account=self._aws.account(), outputs=outputs, contact_key=self._identity.contact_key)
        self._furnish(stage)
        vendors.attach(self._cloud(outputs))
        return self._run_keys()

    def stop(self) -> None:
        """Stop everything, in turn, and keep the state."""
        self._open.close()

    def alive(self) -> bool:
        """Say whether the local AWS still runs."""
        return self._aws.alive()

    @cached_property
    def _config(self) -> VendorConfig:
        return VendorConfig(
            state_dir=self.folder,
            base_url=f"http://127.0.0.1:{self.ports.base}",
            port=self.ports.vendors,
            front_port=self.ports.base,
            smtp_port=self.ports.smtp,
            account_sid=self._identity.account_sid,
            auth_token=self._identity.auth_token,
            agency_number="+14105550199",
            slack_signing_secret=self._identity.slack_signing_secret,
            slack_bot_token=self._identity.slack_bot_token,
            slack_team_id="T0PORCHLIGHT",
            slack_channel_id="C0FOOTAGE",
            slack_detective=DETECTIVE,
            slack_supervisor=SUPERVISOR,
            mail_domain=MAIL_DOMAIN,
        )

    def _serve_vendors(self) -> RunningVendors:
        say("starting the carrier, the Slack and the mail server")
        try:
            return self._open.enter_context(serve(self._config))
        except PortInUseError as error:
            raise CannotGoOnError(f"{error}: stop it, or give another port with --port") from error

    def _deploy(self) -> dict[str, str]:
        account, package = self._aws.account(), build(laptop())
        secret = put_secret(account, secret_name(STACK), self._secrets())
        parameters = self._parameters(secret)
        wanted = _fingerprint(package.template.read_text(), digest_of(package.archive), parameters, _own_code())
        stack = Stack(account=account, name=STACK)
        if state.remembered(self.folder).get("deployed") == wanted and stack.state().endswith("_COMPLETE"):
            return stack.outputs()
        outputs = bring_up(
            account, package, name=STACK, parameters=parameters, change=overlay.for_ministack, poll_s=0.2
        )
        template = fixups.filled_in(read_template(package.template), parameters)
        fixups.teach(fixups.Deployed(account=account, template=template, stack=STACK))
        state.remember(self.folder, deployed=wanted)
        return outputs

    def _furnish(self, stage: Stage) -> None:
        """Officers and city, where they are not here already; and the locks that MiniStack forgets."""
        files = sorted(path for path in self.city.iterdir() if path.is_file())
        wanted = _fingerprint(*map(digest_of, files))
        load_city(stage, self.city)
        for officer, role in ((DETECTIVE, "detective"), (SUPERVISOR, "supervisor")):
            officers.put_officer(stage, officer.id, team_id=self._config.slack_team_id, name=officer.name, role=role)
        cameras = self.city / "cameras.csv"
        if state.remembered(self.folder).get("city") != wanted:
            if cameras.exists():
                say(f"importing cameras: {import_cameras(stage, cameras).summary()}")
            state.remember(self.folder, city=wanted)
        retention.lock_again(stage)

    def _secrets(self) -> dict[str, str]:
        known = asdict(self._identity)
        names = ("slack_signing_secret", "slack_bot_token", "contact_key")
        twilio = {"twilio_account_sid": known["account_sid"], "twilio_auth_token": known["auth_token"]}
        return twilio | {name: known[name] for name in names}

    def _parameters(self, secret: str) -> dict[str, str]:
        told = run_keys(self._config)
        return {
            "Stage": "local",
            "BaseUrl": self._config.base_url,
            "AgencyNumber": self._config.agency_number,
            "SecretArn": secret,
            "SlackTeamId": self._config.slack_team_id,
            "SlackChannelId": self._config.slack_channel_id,
            "MailFrom": f"desk@{MAIL_DOMAIN}",
            "MailDomain": MAIL_DOMAIN,
            "TwilioApiUrl": self._config.twilio_api_url,
            "SlackApiUrl": str(told["slack_api_url"]),
            "SlackResponseUrl": self._config.slack_response_url,
            "SesEndpointUrl": self._config.ses_endpoint_url,
            "CensusUrl": f"{self._config.url}/geocoders/census",
            "LocationEndpointUrl": f"{self._config.url}/geocoders/location",
            "MailConfigurationSet": configuration_set_name(STACK),
            "ClockMayShift": "yes",
            "Protected": "no",
            **bucket_days(self.city),
        }

    def _cloud(self, outputs: dict[str, str]) -> Cloud:
        return Cloud(
            api_gateway_url=f"{self._aws.url}/restapis/{outputs['RestAPIId']}/app/_user_request_",
            s3_endpoint_url=self._aws.url,
            mail_bucket=outputs["MailBucket"],
            mail_queue_url=outputs["MailQueue"],
            access_key_id=KEY_ID,
            secret_access_key=SECRET,
            region=REGION,
        )

    def _run_keys(self) -> dict[str, str | int]:
        return run_keys(self._config) | {
            "aws_endpoint_url": self._aws.url,
            "aws_access_key_id": KEY_ID,
            "aws_secret_access_key": SECRET,
            "aws_region": REGION,
            "stack_name": STACK,
        }


def _fingerprint(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _own_code() -> str:
    files = [overlay.OVERLAY, Path(fixups.__file__), Path(overlay.__file__)]
    return _fingerprint(*(digest_of(path) for path in files))
