"""Finds the stack that an operator means: the one that runs here, or a deployed one."""

from __future__ import annotations

import json
from typing import Any

from infra.account import local_account, real_account
from infra.failure import CannotGoOnError
from infra.names import secret_name, stack_name
from infra.places import LOCAL
from infra.secret import read_secret
from infra.stack import Stack
from infra.stage import Stage

RUN_FILE = LOCAL / "run.json"


def local_stage() -> Stage:
    """The stack that runs from this checkout; raises CannotGoOnError where none does."""
    if not RUN_FILE.exists():
        raise CannotGoOnError("nothing runs here: start ./porchlight run first, or name a deployed --stage")
    told: dict[str, Any] = json.loads(RUN_FILE.read_text())
    account = local_account(
        told["aws_endpoint_url"],
        key_id=told["aws_access_key_id"],
        secret=told["aws_secret_access_key"],
        region=told["aws_region"],
    )
    return stage_of(account_stack=Stack(account=account, name=told["stack_name"]))


def real_stage(name: str, *, region: str | None) -> Stage:
    """A deployed stack, with the rights of whoever runs this."""
    return stage_of(account_stack=Stack(account=real_account(region), name=stack_name(name)))


def stage_of(*, account_stack: Stack) -> Stage:
    """Put the stack's outputs and its secret together."""
    outputs = account_stack.outputs()
    secret = read_secret(account_stack.account, secret_name(account_stack.name))
    if secret is None:
        raise CannotGoOnError(f"the secret of {account_stack.name} is gone: ./porchlight deploy makes it again")
    return Stage(account=account_stack.account, outputs=outputs, contact_key=secret["contact_key"])
