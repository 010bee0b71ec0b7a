"""Brings the application to an account: to a real one and to the local one by the same steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from infra.account import Account
from infra.package import Package
from infra.stack import Stack, with_code
from infra.staging import Staging
from infra.template import read_template

Change = Callable[[Mapping[str, Any]], Mapping[str, Any]]


def bring_up(
    account: Account,
    package: Package,
    *,
    name: str,
    parameters: Mapping[str, str],
    change: Change = lambda template: template,
    poll_s: float = 5,
) -> dict[str, str]:
    """Upload the package, deploy the template as `change` leaves it, and give the stack's outputs."""
    staging = Staging(account).ready()
    template = change(read_template(package.template))
    ready = with_code(template, bucket=staging.bucket, key=staging.put_archive(package.archive))
    address = staging.put_template(name, ready)
    return Stack(account=account, name=name, poll_s=poll_s).deploy(address, parameters)
