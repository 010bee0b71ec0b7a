"""A change set is proposed, carried out and waited for; CloudFormation's own reason is what the person reads."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from infra.account import Account
from infra.failure import CannotGoOnError
from infra.stack import Stack, with_code


class FakeCloudFormation:
    """As much of CloudFormation as a deployment talks to."""

    def __init__(self, *states: str, change_set: str = "CREATE_COMPLETE", reason: str = "") -> None:
        self.states, self.change_set, self.reason = list(states), change_set, reason
        self.did: list[str] = []

    def describe_stacks(self, StackName: str) -> dict[str, Any]:  # noqa: N803  (boto3's own name)
        state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        if not state:
            told = {"Error": {"Code": "ValidationError", "Message": f"Stack {StackName} does not exist"}}
            raise ClientError(told, "DescribeStacks")  # type: ignore[arg-type]
        parameters = [{"ParameterKey": "MailDays", "ParameterValue": "7"}]
        outputs = [{"OutputKey": "Api", "OutputValue": "a1"}]
        return {"Stacks": [{"StackStatus": state, "Outputs": outputs, "Parameters": parameters}]}

    def create_change_set(self, **asked: Any) -> dict[str, Any]:
        self.did.append(f"propose {asked['ChangeSetType']}")
        return {"Id": "arn:change-set"}

    def describe_change_set(self, **_: Any) -> dict[str, Any]:
        return {"Status": self.change_set, "StatusReason": self.reason}

    def execute_change_set(self, **_: Any) -> None:
        self.did.append("execute")

    def delete_change_set(self, **_: Any) -> None:
        self.did.append("drop")

    def delete_stack(self, **_: Any) -> None:
        self.did.append("delete")

    def describe_stack_events(self, **_: Any) -> dict[str, Any]:
        failed = {"LogicalResourceId": "Key", "ResourceStatus": "CREATE_FAILED", "ResourceStatusReason": "no such user"}
        last = {"LogicalResourceId": "x", "ResourceStatus": "ROLLBACK_COMPLETE"}
        return {"StackEvents": [last, failed]}


class FakeAccount(Account):
    """An account that has CloudFormation alone."""

    def __init__(self, cloudformation: FakeCloudFormation) -> None:
        super().__init__(boto3.session.Session(region_name="us-east-1"))
        object.__setattr__(self, "fake", cloudformation)

    def client(self, service: str) -> Any:
        return self.fake  # type: ignore[attr-defined]


def stack(cloudformation: FakeCloudFormation) -> Stack:
    return Stack(account=FakeAccount(cloudformation), name="porchlight-x", poll_s=0)


def test_a_new_stack_is_created_and_its_outputs_come_back() -> None:
    fake = FakeCloudFormation("", "CREATE_IN_PROGRESS", "CREATE_COMPLETE")
    assert stack(fake).deploy("https://template", {}) == {"Api": "a1"}
    assert fake.did == ["propose CREATE", "execute"]


def test_a_standing_stack_is_updated() -> None:
    fake = FakeCloudFormation("CREATE_COMPLETE", "UPDATE_COMPLETE")
    stack(fake).deploy("https://template", {})
    assert fake.did == ["propose UPDATE", "execute"]


def test_where_nothing_changed_nothing_is_executed() -> None:
    fake = FakeCloudFormation("CREATE_COMPLETE", change_set="FAILED", reason="It didn't contain changes.")
    assert stack(fake).deploy("https://template", {}) == {"Api": "a1"}
    assert fake.did == ["propose UPDATE", "drop"]


def test_a_refused_template_is_told_with_the_reason() -> None:
    fake = FakeCloudFormation("CREATE_COMPLETE", change_set="FAILED", reason="Template error: unresolved Key")
    with pytest.raises(CannotGoOnError, match="unresolved Key"):
        stack(fake).deploy("https://template", {})


def test_a_failed_deployment_names_the_resource_that_failed_first() -> None:
    fake = FakeCloudFormation("", "ROLLBACK_COMPLETE")
    with pytest.raises(CannotGoOnError, match="Key: no such user"):
        stack(fake).deploy("https://template", {})


def test_a_stack_that_never_stood_is_removed_first() -> None:
    fake = FakeCloudFormation("ROLLBACK_COMPLETE", "DELETE_IN_PROGRESS", "", "CREATE_COMPLETE")
    stack(fake).deploy("https://template", {})
    assert fake.did == ["delete", "propose CREATE", "execute"]


def test_every_function_gets_the_uploaded_code() -> None:
    template = {"Resources": {"F": {"Type": "AWS::Serverless::Function", "Properties": {"CodeUri": "./x.zip"}}}}
    ready = with_code(template, bucket="b", key="k")
    assert ready["Resources"]["F"]["Properties"]["CodeUri"] == {"Bucket": "b", "Key": "k"}
    assert template["Resources"]["F"]["Properties"]["CodeUri"] == "./x.zip"


def test_what_a_stack_was_last_told_is_known_and_nothing_of_one_that_is_not_there() -> None:
    there, nowhere = FakeCloudFormation("CREATE_COMPLETE"), FakeCloudFormation("")

    assert Stack(account=FakeAccount(there), name="porchlight-x").parameters() == {"MailDays": "7"}
    assert Stack(account=FakeAccount(nowhere), name="porchlight-x").parameters() == {}
