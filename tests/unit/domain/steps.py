"""How to get to each step of a conversation, for tests that try something in all of them."""

from __future__ import annotations

from tests import builders
from tests.unit.domain.dialogue import Dialogue

ALL_IN_ONE = "REGISTER 1009 Roxleigh Rd, 2 cameras, keeps 14 days"
WAYS: dict[str, tuple[str, ...]] = {
    "idle": (),
    "address": ("REGISTER",),
    "choose": ("REGISTER 1009 Roxleigh",),
    "count": ("REGISTER 1009 Roxleigh Rd",),
    "days": ("REGISTER 1009 Roxleigh Rd, 2 cameras",),
    "confirm": (ALL_IN_ONE,),
    "look": (ALL_IN_ONE, "OK"),
    "indoor": (ALL_IN_ONE, "OK", "OK"),
    "name": ("REGISTER 1009 Roxleigh Rd, 1 doorbell, keeps 14 days", "OK", "OK"),
    "remove_which": ("REMOVE",),
    "remove_sure": ("REMOVE ALL",),
    "delete_sure": ("DELETE ME",),
    "change_sure": ("they keep 10 days now",),
    "change_which": ("one of them is broken",),
    "moved": ("we moved",),
    "removing_meanwhile": (ALL_IN_ONE, "REMOVE 1"),
}
"""By step; `moved` asks for an address as well, and `removing_meanwhile` breaks into a registration."""
OF_OWNERS = ("remove_which", "remove_sure", "delete_sure", "change_which", "change_sure", "moved", "removing_meanwhile")


def at(name: str, *, language: str = "en", owner: bool = False) -> Dialogue:
    """Play a dialogue up to there; `owner` has two cameras already, as whoever removes one has to."""
    registered = owner or name in OF_OWNERS
    dialogue = Dialogue(builders.a_household(cameras=2) if registered else None, language=language)
    for text in WAYS[name]:
        dialogue.says(text)
    expected = {"moved": "address", "removing_meanwhile": "remove_sure"}.get(name, name)
    assert dialogue.state.step == expected, f"{name}: {dialogue.state.step}"
    return dialogue
