"""Brings a template to an account by a CloudFormation change set, and waits until it stands."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from botocore.exceptions import ClientError

from infra.account import Account
from infra.failure import CannotGoOnError, say

CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]
_NOTHING_NEW = ("didn't contain changes", "No updates are to be performed")
_LONGEST_S = 45 * 60
_Seen = TypeVar("_Seen")


@dataclass(frozen=True, kw_only=True)
class Stack:
    """One stack by name; `template_url` lies in a bucket of the account, since it is too long to send along."""

    account: Account
    name: str
    poll_s: float = 5

    def deploy(self, template_url: str, parameters: Mapping[str, str]) -> dict[str, str]:
        """Create or update; give the outputs. Raises CannotGoOnError with CloudFormation's reason."""
        state = self.state()
        if state in ("ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS", "ROLLBACK_FAILED"):
            self._delete_what_never_stood()
            state = ""
        change_set = self._propose(template_url, parameters, kind="UPDATE" if state else "CREATE")
        if change_set:
            say(f"CloudFormation is {'changing' if state else 'making'} {self.name}")
            self._cloudformation.execute_change_set(ChangeSetName=change_set)
            self._wait_until_it_stands()
        return self.outputs()

    def state(self) -> str:
        """The stack's status, empty where there is none."""
        found = self._described()
        return str(found["StackStatus"]) if found else ""

    def outputs(self) -> dict[str, str]:
        """Raises CannotGoOnError where there is no such stack."""
        found = self._described()
        if found is None:
            raise CannotGoOnError(f"there is no stack {self.name} in {self.account.region}: deploy it first")
        return {output["OutputKey"]: output["OutputValue"] for output in found.get("Outputs", [])}

    def parameters(self) -> dict[str, str]:
        """What it was last deployed with; nothing where there is no such stack."""
        found = self._described() or {}
        return {told["ParameterKey"]: told["ParameterValue"] for told in found.get("Parameters", [])}

    @property
    def _cloudformation(self) -> Any:
        return self.account.client("cloudformation")

    def _described(self) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = self._cloudformation.describe_stacks(StackName=self.name)["Stacks"][0]
        except ClientError as error:
            if "does not exist" in str(error):
                return None
            raise
        return None if found["StackStatus"] == "DELETE_COMPLETE" else found

    def _propose(self, template_url: str, parameters: Mapping[str, str], *, kind: str) -> str | None:
        """Make a change set; give its ARN, or none where nothing would change."""
        made = self._cloudformation.create_change_set(
            StackName=self.name,
            ChangeSetName=f"porchlight-{int(time.time())}",
            ChangeSetType=kind,
            TemplateURL=template_url,
            Parameters=[{"ParameterKey": name, "ParameterValue": value} for name, value in parameters.items()],
            Capabilities=CAPABILITIES,
        )
        change_set: str = made["Id"]
        seen = self._until(lambda: self._cloudformation.describe_change_set(ChangeSetName=change_set), _proposed)
        if seen["Status"] == "FAILED":
            reason = seen.get("StatusReason", "")
            self._cloudformation.delete_change_set(ChangeSetName=change_set)
            if any(words in reason for words in _NOTHING_NEW):
                return None
            raise CannotGoOnError(f"CloudFormation refuses the template of {self.name}: {reason}")
        return change_set

    def _wait_until_it_stands(self) -> None:
        state = self._until(self.state, lambda found: not found.endswith("IN_PROGRESS"))
        if state not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
            raise CannotGoOnError(f"CloudFormation could not deploy {self.name} ({state}): {self._first_failure()}")

    def _first_failure(self) -> str:
        events = self._cloudformation.describe_stack_events(StackName=self.name)["StackEvents"]
        failed = [event for event in reversed(events) if event["ResourceStatus"].endswith("FAILED")]
        reasons = [event for event in failed if "cancelled" not in event.get("ResourceStatusReason", "")]
        if not reasons:
            return "it gives no reason"
        return f"{reasons[0]['LogicalResourceId']}: {reasons[0].get('ResourceStatusReason', 'no reason given')}"

    def _delete_what_never_stood(self) -> None:
        self._cloudformation.delete_stack(StackName=self.name)
        self._until(self.state, lambda found: not found.endswith("IN_PROGRESS"))

    def _until(self, look: Callable[[], _Seen], done: Callable[[_Seen], bool]) -> _Seen:
        deadline = time.monotonic() + _LONGEST_S
        while not done(seen := look()):
            if time.monotonic() > deadline:
                raise CannotGoOnError(f"CloudFormation has worked on {self.name} for 45 minutes: look at its events")
            time.sleep(self.poll_s)
        return seen


def _proposed(change_set: Mapping[str, Any]) -> bool:
    return change_set["Status"] in ("CREATE_COMPLETE", "FAILED")


def with_code(template: Mapping[str, Any], *, bucket: str, key: str) -> dict[str, Any]:
    """Give the template with every function's code at its place in the bucket."""
    ready: dict[str, Any] = json.loads(json.dumps(template))
    for resource in ready["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = {"Bucket": bucket, "Key": key}
    return ready
