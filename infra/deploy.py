"""`./porchlight deploy`: everything, to an AWS account: secrets, application, agency, first administrator, edge."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from chalicelib.domain.edge_mark import edge_mark
from infra import officers
from infra.account import Account, real_account
from infra.answers import parameters_of, secrets_of
from infra.city import bucket_days, load_city, read_agency
from infra.deployment import bring_up
from infra.failure import CannotGoOnError, exit_with, say
from infra.names import configuration_set_name, edge_name, secret_name, stack_name, topic_name
from infra.package import build
from infra.places import EDGE_TEMPLATE, LOCAL
from infra.secret import put_secret, read_secret
from infra.stack import Stack
from infra.stage import Stage
from infra.staging import Staging
from infra.targets import aws_lambda
from infra.template import read_template

EDGE_REGION = "us-east-1"


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    name = stack_name(options.stage)
    if options.city:
        read_agency(options.city)
    package = build(aws_lambda())
    account = real_account(options.region)
    if account.region != EDGE_REGION:
        raise CannotGoOnError(
            f"deploy to {EDGE_REGION}: CloudFront takes certificates from there, and SES mail comes in"
        )
    told = parameters_of(LOCAL / "deploy" / f"{options.stage}.json")
    say(f"deploying {name} to account {account.number} in {account.region}")
    secret = secrets_of(read_secret(account, secret_name(name)))
    arn = put_secret(account, secret_name(name), secret)
    parameters = _parameters(account, name, told, stage=options.stage, secret=arn)
    parameters |= _mail_events(Stack(account=account, name=name), made=not options.no_edge)
    parameters |= bucket_days(options.city) if options.city else _days_before(Stack(account=account, name=name))
    outputs = bring_up(account, package, name=name, parameters=parameters)
    furnish(
        Stage(account=account, outputs=outputs, contact_key=secret["contact_key"]),
        city=options.city,
        administrator=options.administrator,
        team=told["SlackTeamId"],
    )
    zones = {"zone": options.hosted_zone, "mail_zone": options.mail_zone}
    mark = edge_mark(secret["contact_key"])
    edge = None if options.no_edge else deploy_edge(account, name, outputs, told, mark=mark, **zones)
    _tell({"stack": name, "address": told["BaseUrl"], "outputs": outputs, "edge": edge}, as_json=options.json)
    return 0


def furnish(stage: Stage, *, city: Path | None, administrator: str | None, team: str) -> None:
    """Give the stack its city and its first administrator, where they are named."""
    if city:
        load_city(stage, city)
    if administrator:
        officers.put_officer(stage, administrator, team_id=team, name="First administrator", role="administrator")


def deploy_edge(
    account: Account,
    name: str,
    outputs: dict[str, str],
    told: dict[str, str],
    *,
    mark: str,
    zone: str | None,
    mail_zone: str | None = None,
) -> dict[str, str]:
    """Deploy infra/edge.yaml, and let mail come in by its rules unless other rules are in use."""
    parameters = {
        "ApiId": outputs["RestAPIId"],
        "EdgeMark": mark,
        "MailBucket": outputs["MailBucket"],
        "KeyArn": outputs["KeyArn"],
        "Domain": told["BaseUrl"].removeprefix("https://"),
        "HostedZoneId": zone or "",
        "MailDomain": told["MailFrom"].partition("@")[2],
        "AlarmEmail": told["AlarmEmail"],
        "TopicName": topic_name(name),
        "MailZoneId": mail_zone or "",
        "MailQueueArn": outputs["MailQueueArn"],
        "MailConfigurationSet": configuration_set_name(name),
    }
    if not zone:
        say("the certificate waits until its DNS record stands: see it in the Certificate Manager console")
    address = Staging(account).ready().put_template(edge_name(name), read_template(EDGE_TEMPLATE))
    edge = Stack(account=account, name=edge_name(name)).deploy(address, parameters)
    ses = account.client("ses")
    if "Metadata" not in ses.describe_active_receipt_rule_set():
        ses.set_active_receipt_rule_set(RuleSetName=edge["MailRuleSet"])
    return edge


def _parameters(account: Account, name: str, told: dict[str, str], *, stage: str, secret: str) -> dict[str, str]:
    given = {key: value for key, value in told.items() if key != "AlarmEmail"}
    topic = f"arn:aws:sns:{account.region}:{account.number}:{topic_name(name)}"
    domain = told["MailFrom"].partition("@")[2]
    return {**given, "Stage": stage, "SecretArn": secret, "MailDomain": domain, "AlarmTopicArn": topic}


def _mail_events(stack: Stack, *, made: bool) -> dict[str, str]:
    """Name the configuration set that the edge makes; without an edge, none but the one that it made before."""
    before = stack.parameters().get("MailConfigurationSet", "")
    return {"MailConfigurationSet": configuration_set_name(stack.name) if made else before}


def _days_before(stack: Stack) -> dict[str, str]:
    """Without a city the buckets keep things as long as they did."""
    return {name: days for name, days in stack.parameters().items() if name in ("ExhibitsDays", "MailDays")}


def _tell(told: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(told))
        return
    print(f"Deployed. Twilio: {told['address']}/sms/inbound   Slack: {told['address']}/slack/events")
    print("What is left to do by hand stands in docs/deploy.md.")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="porchlight deploy", description=__doc__)
    parser.add_argument("--stage", required=True, help="a name of your own: prod")
    parser.add_argument("--city", type=Path, help="the agency's folder: agency.toml, addresses, boundary")
    parser.add_argument("--administrator", metavar="SLACK_ID", help="the first administrator, U...")
    parser.add_argument("--hosted-zone", help="the Route 53 zone of the address, if Route 53 holds it")
    parser.add_argument("--mail-zone", help="the Route 53 zone of the mail domain, if its records are to be made")
    parser.add_argument("--no-edge", action="store_true", help="the application only")
    parser.add_argument("--region", help=f"the region ({EDGE_REGION})", default=EDGE_REGION)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    exit_with(main)
