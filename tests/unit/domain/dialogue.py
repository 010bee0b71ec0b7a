"""Plays a conversation by text as one reads a chat, against the pure engine alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from chalicelib.domain.conversation import Context, Describe, Effect, Leave, Register, Remove, Rename, State, Wish
from chalicelib.domain.conversation_record import from_record, to_record
from chalicelib.domain.owner import Household
from chalicelib.domain.place import Address, Exact, Located, Outside, Point, Several, Unknown
from chalicelib.domain.script import take_turn
from chalicelib.domain.sms import is_gsm7, segments
from chalicelib.words.texting import compose
from tests import builders

AGENCY = builders.an_agency()
NOW = datetime(2026, 11, 21, 15, tzinfo=UTC)
"""A Saturday, 10 AM in New York."""
HOME = builders.an_address()
NEIGHBOR = builders.an_address(number="1011", point=Point(39.4009, -76.5862))
ACROSS = builders.an_address(number="1008", point=Point(39.4012, -76.5866))
OTHER_TOWN = builders.an_address(city="PARKVILLE", postcode="21234", point=Point(39.37, -76.53))
FAR = builders.an_address(number="1", street="FAR AWAY RD", city="ELSEWHERE", point=Point(38.0, -75.0))
TOWN: dict[str, Located] = {
    "1009 roxleigh rd": Exact(HOME),
    "1009 roxleigh rd towson": Exact(HOME),
    "1009 roxleigh rd towson 21286": Exact(HOME),
    "1011 roxleigh rd towson 21286": Exact(NEIGHBOR),
    "1008 roxleigh rd towson 21286": Exact(ACROSS),
    "1010 roxleigh rd towson 21286": Exact(replace(ACROSS, number="1010")),
    "1009 roxleigh": Several((HOME, OTHER_TOWN)),
    "1009 rocksly rd": Unknown((HOME, NEIGHBOR)),
    "1 far away rd": Outside(FAR),
}


def locate(text: str) -> Located:
    """Know the few doors of a small town."""
    return TOWN.get(" ".join(text.lower().replace(",", " ").split()), Unknown())


class Dialogue:
    """`says("...")` gives the reply; `cameras` are those that count. Checks every reply for length and opening."""

    def __init__(
        self,
        household: Household | None = None,
        *,
        ask_open: bool = False,
        find: Callable[[str], Located] = locate,
        language: str = "en",
    ) -> None:
        self.household, self.ask_open, self._find = household, ask_open, find
        self.language, self.stale = language, False
        self.state = State()
        self.effects: list[Effect] = []
        self.understood = True

    def says(self, text: str) -> str:
        context = Context(
            locate=self._find, household=self.household, ask_open=self.ask_open, now=NOW, zone=AGENCY.zone(),
            stale=self.stale,
        )  # fmt: skip
        self.stale = False
        turn = take_turn(self.state, text, context)
        self.understood = turn.understood
        self.state = from_record(to_record(turn.state))
        assert self.state == turn.state
        if turn.effect:
            self._write(turn.effect)
        reply = compose(turn.replies, agency=AGENCY, language=self.language)
        assert reply.startswith("Example Police: ")
        assert is_gsm7(reply)
        assert segments(reply) <= 2
        return reply

    def waits_a_day(self) -> None:
        """Let the next message come after a day of silence."""
        self.stale = True

    @property
    def cameras(self) -> tuple:
        return self.household.cameras if self.household else ()

    def _write(self, effect: Effect) -> None:
        self.effects.append(effect)
        home = self.household or replace(builders.a_household(), cameras=(), owner=builders.an_owner(name=""))
        if isinstance(effect, Register):
            owner = replace(home.owner, name=home.owner.name or effect.name)
            self.household = replace(home, owner=owner, cameras=home.cameras + effect.cameras)
        elif isinstance(effect, Describe):
            changed = {camera.camera_id: camera for camera in effect.cameras}
            kept = tuple(changed.get(camera.camera_id, camera) for camera in home.cameras)
            self.household = replace(home, cameras=kept)
        elif isinstance(effect, Rename):
            self.household = replace(home, owner=replace(home.owner, name=effect.name))
        elif isinstance(effect, Wish):
            self.household = replace(home, owner=replace(home.owner, wishes=effect.wishes))
        elif isinstance(effect, Remove):
            kept = tuple(camera for camera in home.cameras if camera.camera_id not in effect.cameras)
            self.household = replace(home, cameras=kept)
        elif isinstance(effect, Leave):
            self.household = None


def an_address_of(street: str) -> Address:
    """A door on a street of this name."""
    return replace(HOME, street=street)
