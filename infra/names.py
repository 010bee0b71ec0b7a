"""What a deployment's stacks and its secret are called."""

from __future__ import annotations

import re

from infra.failure import CannotGoOnError


def stack_name(stage: str) -> str:
    """The stack of a stage; raises CannotGoOnError for a name that a bucket could not bear."""
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,19}", stage):
        raise CannotGoOnError(
            f"{stage!r} cannot name a stage: up to 20 small letters, digits and dashes, a letter first"
        )
    return f"porchlight-{stage}"


def edge_name(stack: str) -> str:
    """The stack in front of it."""
    return f"{stack}-edge"


def secret_name(stack: str) -> str:
    """The one secret of a stack."""
    return f"porchlight/{stack}"


def topic_name(stack: str) -> str:
    """The topic of its alarms, which the edge makes."""
    return f"{stack}-alarms"


def configuration_set_name(stack: str) -> str:
    """SES's configuration set, and the rule that brings its events; the edge makes both, roles and queues name them."""
    return f"{stack}-mail"
