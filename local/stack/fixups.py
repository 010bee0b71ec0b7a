"""Teaches MiniStack what its CloudFormation silently drops (research/emulator.md, gotcha 4), from the same template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from infra.account import Account
from infra.chalice_template import STAGE


@dataclass(frozen=True, kw_only=True)
class Deployed:
    """A template, and what the stack made of each of its resources."""

    account: Account
    template: Mapping[str, Any]
    stack: str

    def physical(self) -> dict[str, str]:
        """Give the physical id of every resource by its logical one."""
        pages = self.account.client("cloudformation").get_paginator("list_stack_resources")
        found = [row for page in pages.paginate(StackName=self.stack) for row in page["StackResourceSummaries"]]
        return {row["LogicalResourceId"]: row.get("PhysicalResourceId", "") for row in found}

    def of_type(self, kind: str) -> dict[str, Mapping[str, Any]]:
        """Give the properties of every resource of a type by its logical id."""
        resources: Mapping[str, Any] = self.template["Resources"]
        return {name: row["Properties"] for name, row in resources.items() if row["Type"] == kind}


def filled_in(template: Mapping[str, Any], parameters: Mapping[str, str]) -> dict[str, Any]:
    """Give the template with the numbers that its parameters stand for, where it names them."""
    numbers = {name: row for name, row in template["Parameters"].items() if row["Type"] == "Number"}
    days = {name: int(parameters.get(name, row["Default"])) for name, row in numbers.items()}
    filled: dict[str, Any] = _with_numbers(template, days)
    return filled


def teach(deployed: Deployed) -> None:
    """Put back what was dropped; doing it again changes nothing."""
    ids = deployed.physical()
    for name, properties in deployed.of_type("AWS::DynamoDB::Table").items():
        _table(deployed.account.client("dynamodb"), ids[name], properties, key=ids["Key"])
    for name, properties in deployed.of_type("AWS::S3::Bucket").items():
        _bucket(deployed.account.client("s3"), ids[name], properties, key=ids["Key"])
    _gateway_responses(deployed, ids["RestAPI"])


def _table(client: Any, table: str, properties: Mapping[str, Any], *, key: str) -> None:
    client.update_continuous_backups(
        TableName=table, PointInTimeRecoverySpecification=properties["PointInTimeRecoverySpecification"]
    )
    encryption = {"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key}
    client.update_table(TableName=table, SSESpecification=encryption)
    wanted = properties.get("TimeToLiveSpecification")
    stands = client.describe_time_to_live(TableName=table)["TimeToLiveDescription"]["TimeToLiveStatus"]
    if wanted and stands != "ENABLED":
        client.update_time_to_live(TableName=table, TimeToLiveSpecification=wanted)


def _bucket(client: Any, bucket: str, properties: Mapping[str, Any], *, key: str) -> None:
    wanted = properties["BucketEncryption"]["ServerSideEncryptionConfiguration"][0]["ServerSideEncryptionByDefault"]
    default = {**wanted, "KMSMasterKeyID": key} if "KMSMasterKeyID" in wanted else wanted
    rules = [{"ApplyServerSideEncryptionByDefault": default, "BucketKeyEnabled": "KMSMasterKeyID" in wanted}]
    client.put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": rules})
    lifecycle = [_lifecycle_rule(rule) for rule in properties["LifecycleConfiguration"]["Rules"]]
    client.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": lifecycle})
    if properties.get("ObjectLockEnabled"):
        client.put_object_lock_configuration(Bucket=bucket, ObjectLockConfiguration={"ObjectLockEnabled": "Enabled"})


def _lifecycle_rule(rule: Mapping[str, Any]) -> dict[str, Any]:
    """CloudFormation's words for a rule are not quite the API's."""
    told = {"ID": rule["Id"], "Status": rule["Status"], "Filter": {"Prefix": ""}}
    if "ExpirationInDays" in rule:
        told["Expiration"] = {"Days": rule["ExpirationInDays"]}
    if "ExpiredObjectDeleteMarker" in rule:
        told["Expiration"] = {"ExpiredObjectDeleteMarker": rule["ExpiredObjectDeleteMarker"]}
    same = ("AbortIncompleteMultipartUpload", "NoncurrentVersionExpiration")
    return told | {name: rule[name] for name in same if name in rule}


def _with_numbers(part: Any, numbers: Mapping[str, int]) -> Any:
    if isinstance(part, list):
        return [_with_numbers(each, numbers) for each in part]
    if not isinstance(part, dict):
        return part
    if [*part] == ["Ref"] and part["Ref"] in numbers:
        return numbers[part["Ref"]]
    return {name: _with_numbers(each, numbers) for name, each in part.items()}


def _gateway_responses(deployed: Deployed, api: str) -> None:
    client = deployed.account.client("apigateway")
    body = deployed.template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]
    for kind, response in body["x-amazon-apigateway-gateway-responses"].items():
        client.put_gateway_response(
            restApiId=api,
            responseType=kind,
            responseTemplates=response["responseTemplates"],
            responseParameters=response["responseParameters"],
            **({"statusCode": response["statusCode"]} if "statusCode" in response else {}),
        )
    # They count once deployed.
    client.create_deployment(restApiId=api, stageName=STAGE)
