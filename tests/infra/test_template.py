"""The template: what it promises about data, queues, rights and secrets."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from chalicelib.domain.agency import Keep
from chalicelib.settings import Settings
from infra.package import Package
from infra.places import EDGE_TEMPLATE
from local.stack.fixups import filled_in
from tests.tables import EXPIRING, TABLES

Resources = dict[str, dict[str, Any]]
FUNCTIONS = ("APIHandler", "SmsWebhook", "SlackWebhook", "SlackWorker", "Sender", "Sweeper", "Ingest", "MailInbound")
BUCKETS = ("EvidenceBucket", "MailBucket", "DataBucket", "PhotosBucket", "LogBucket")


def of_type(resources: Resources, kind: str) -> Resources:
    return {name: resource for name, resource in resources.items() if resource["Type"] == kind}


def statements(resources: Resources, role: str) -> Iterator[dict[str, Any]]:
    for policy in resources[role]["Properties"].get("Policies", []):
        for statement in policy["PolicyDocument"]["Statement"]:
            yield statement["Fn::If"][1] if "Fn::If" in statement else statement


def actions(statement: dict[str, Any]) -> list[str]:
    found = statement["Action"]
    return [found] if isinstance(found, str) else found


def roles(resources: Resources) -> dict[str, str]:
    """The role of each function."""
    return {name: resources[name]["Properties"]["Role"]["Fn::GetAtt"][0] for name in FUNCTIONS}


def test_cfn_lint_finds_nothing(package: Package) -> None:
    lint = Path(sys.executable).parent / "cfn-lint"
    ran = subprocess.run([lint, package.template, EDGE_TEMPLATE], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_tables_have_the_keys_that_the_stores_use(resources: Resources) -> None:
    for name, described in TABLES.items():
        properties = resources[f"{name.capitalize()}Table"]["Properties"]
        assert properties["KeySchema"] == described["KeySchema"], name
        assert properties["AttributeDefinitions"] == described["AttributeDefinitions"], name
        assert properties.get("GlobalSecondaryIndexes") == described.get("GlobalSecondaryIndexes"), name


def test_the_tables_whose_items_expire_have_a_time_to_live(resources: Resources) -> None:
    expiring = {
        name for name in TABLES if "TimeToLiveSpecification" in resources[f"{name.capitalize()}Table"]["Properties"]
    }
    assert expiring == set(EXPIRING)


def test_every_table_can_be_restored_is_encrypted_with_our_key_and_outlives_the_stack(resources: Resources) -> None:
    tables = of_type(resources, "AWS::DynamoDB::Table")
    assert len(tables) == len(TABLES)
    for table in tables.values():
        assert table["DeletionPolicy"] == "RetainExceptOnCreate"
        assert table["Properties"]["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
        assert table["Properties"]["SSESpecification"]["KMSMasterKeyId"] == {"Fn::GetAtt": ["Key", "Arn"]}


def test_every_queue_ends_in_a_dead_letter_queue_with_an_alarm(resources: Resources) -> None:
    queues = of_type(resources, "AWS::SQS::Queue")
    dead = {name for name in queues if name.endswith("Dead")}
    alarmed = {
        alarm["Properties"]["Dimensions"][0]["Value"]["Fn::GetAtt"][0]
        for alarm in of_type(resources, "AWS::CloudWatch::Alarm").values()
        if alarm["Properties"]["Namespace"] == "AWS/SQS"
    }
    assert dead <= alarmed
    for name in set(queues) - dead:
        assert queues[name]["Properties"]["RedrivePolicy"]["deadLetterTargetArn"]["Fn::GetAtt"][0] in dead


def test_a_queue_hides_a_message_six_times_as_long_as_its_function_may_take(resources: Resources) -> None:
    mappings = of_type(resources, "AWS::Lambda::EventSourceMapping").values()
    assert len(mappings) == 5
    for mapping in mappings:
        properties = mapping["Properties"]
        queue = resources[properties["EventSourceArn"]["Fn::GetAtt"][0]]["Properties"]
        function = resources[properties["FunctionName"]["Ref"]]["Properties"]
        assert queue["VisibilityTimeout"] >= 6 * function["Timeout"]
        assert properties["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


@pytest.mark.parametrize("bucket", BUCKETS)
def test_buckets_are_closed_versioned_and_refuse_plain_http(resources: Resources, bucket: str) -> None:
    properties = resources[bucket]["Properties"]
    assert set(properties["PublicAccessBlockConfiguration"].values()) == {True}
    if bucket != "PhotosBucket":  # what an owner removes there is gone
        assert properties["VersioningConfiguration"] == {"Status": "Enabled"}
    denied = resources[f"{bucket}Policy"]["Properties"]["PolicyDocument"]["Statement"][0]
    assert denied["Effect"] == "Deny"
    assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_raw_mail_is_encrypted_and_read_by_its_own_function_alone(resources: Resources) -> None:
    encryption = resources["MailBucket"]["Properties"]["BucketEncryption"]["ServerSideEncryptionConfiguration"][0]
    assert encryption["ServerSideEncryptionByDefault"]["SSEAlgorithm"] == "aws:kms"
    reads = {
        name
        for name, role in roles(resources).items()
        for statement in statements(resources, role)
        if "-mail-" in str(statement["Resource"])
    }
    assert reads == {"MailInbound"}


def test_evidence_can_be_locked_and_nobody_may_lift_a_lock(resources: Resources) -> None:
    assert resources["EvidenceBucket"]["Properties"]["ObjectLockEnabled"] is True
    assert "ObjectLockConfiguration" not in resources["EvidenceBucket"]["Properties"]
    for role in of_type(resources, "AWS::IAM::Role"):
        beyond_photos = (each for each in statements(resources, role) if "-photos-" not in str(each["Resource"]))
        allowed = {action for statement in beyond_photos for action in actions(statement)}
        assert not {"s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion"} & allowed, role


def test_nobody_may_change_or_delete_an_audit_row(resources: Resources) -> None:
    for role in of_type(resources, "AWS::IAM::Role"):
        for statement in statements(resources, role):
            if statement["Resource"] == {"Fn::GetAtt": ["AuditTable", "Arn"]}:
                assert set(actions(statement)) <= {"dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:Query"}, role


def test_no_function_may_do_anything_to_everything(resources: Resources) -> None:
    for role in of_type(resources, "AWS::IAM::Role"):
        for statement in statements(resources, role):
            assert statement["Resource"] != "*", role
            assert not [action for action in actions(statement) if action.endswith("*")], role


def test_every_function_has_a_role_and_a_log_of_its_own(resources: Resources) -> None:
    assert len(set(roles(resources).values())) == len(FUNCTIONS)
    named = {log["Properties"]["LogGroupName"]["Fn::Sub"] for log in of_type(resources, "AWS::Logs::LogGroup").values()}
    assert {f"/aws/lambda/${{AWS::StackName}}-{name}" for name in FUNCTIONS} <= named
    assert set(of_type(resources, "AWS::Serverless::Function")) == set(FUNCTIONS)


def test_functions_get_exactly_the_settings_that_the_code_reads(template: dict[str, Any]) -> None:
    given = template["Globals"]["Function"]["Environment"]["Variables"]
    assert set(given) == {field.name.upper() for field in fields(Settings)}


def test_no_secret_passes_through_the_template(template: dict[str, Any]) -> None:
    assert not [name for name in template["Parameters"] if any(word in name for word in ("Token", "Password", "Key"))]
    assert template["Globals"]["Function"]["Environment"]["Variables"]["SECRET_ID"] == {"Ref": "SecretArn"}


def test_webhooks_reach_functions_of_their_own(resources: Resources) -> None:
    paths = resources["RestAPI"]["Properties"]["DefinitionBody"]["paths"]
    for path, function in (
        ("/sms/inbound", "SmsWebhook"),
        ("/sms/status/{message}", "SmsWebhook"),
        ("/slack/events", "SlackWebhook"),
    ):
        assert function in paths[path]["post"]["x-amazon-apigateway-integration"]["uri"]["Fn::Sub"]


@pytest.mark.parametrize(("bucket", "days"), [("EvidenceBucket", "ExhibitsDays"), ("MailBucket", "MailDays")])
def test_buckets_forget_what_the_agency_does_not_keep(
    template: dict[str, Any], resources: Resources, bucket: str, days: str
) -> None:
    rules = resources[bucket]["Properties"]["LifecycleConfiguration"]["Rules"]
    assert [rule["ExpirationInDays"] for rule in rules if "ExpirationInDays" in rule] == [{"Ref": days}]
    assert [rule["NoncurrentVersionExpiration"]["NoncurrentDays"] <= 7 for rule in rules[:1]] == [True]
    assert any(rule.get("ExpiredObjectDeleteMarker") for rule in rules)
    field = {"ExhibitsDays": "exhibits_days", "MailDays": "mail_days"}[days]
    assert template["Parameters"][days]["Default"] == getattr(Keep(), field)


def test_the_local_aws_is_taught_the_days_of_its_city(template: dict[str, Any]) -> None:
    filled = filled_in(template, {"ExhibitsDays": "7"})
    rules = filled["Resources"]["EvidenceBucket"]["Properties"]["LifecycleConfiguration"]["Rules"]
    assert rules[0]["ExpirationInDays"] == 7
    rules = filled["Resources"]["MailBucket"]["Properties"]["LifecycleConfiguration"]["Rules"]
    assert rules[0]["ExpirationInDays"] == Keep().mail_days
