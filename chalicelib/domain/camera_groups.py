"""Which of the cameras that a message names belong together: those singled out of some, those that come on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .camera import MAX_CAMERAS
from .camera_mention import Mention
from .camera_nouns import OUTDOORS
from .view import View
from .view_words import hangs_at, view_of, views_of


@dataclass(slots=True)
class Group:
    """Cameras named together, what is said about them, and those singled out of them."""

    head: Mention
    said: str
    members: list[tuple[Mention, str]] = field(default_factory=list)
    whole: bool = False
    """The members are all of them."""

    def add_part(self, mention: Mention, said: str) -> None:
        """Add one of those that are all of them together."""
        self.members.append((mention, said))
        self.whole = True

    def full(self) -> bool:
        """Say whether all of some cameras were singled out, so that what follows is no camera."""
        all_told = 1 < self.head.count == sum(member.count for member, _ in self.members)
        return all_told and not self.differs() and not self.hang_elsewhere()

    def views(self) -> list[View] | None:
        """Give a view for each camera; none where nobody knows how many they are."""
        own = kept(self.head, self.said)
        if self.whole:
            return [view.over(_plain(_common(own))) for view in self._singled()]
        if self.head.kind == "numbered" or any(member.kind == "numbered" for member, _ in self.members):
            return self._by_number(own)
        if self.head.count == 0:
            return self._of_unsaid(_common(own))
        return self._of_counted(own, self._singled())

    def _of_counted(self, own: list[View], singled: list[View]) -> list[View]:
        common = _common(own)
        if not singled:
            return own
        if self._again(own, singled):
            return [singled[0].over(own[0])]
        if self.head.count == 1 or self.on_top():
            return own + singled
        rest = [common] * (len(own) - len(singled))
        if not rest:
            return [view.over(common) for view in singled]
        first = [view for member, said in self.members if not member.late for view in self._of(member, said)]
        last = [view for member, said in self.members if member.late for view in self._of(member, said)]
        return [view.over(common) for view in first] + rest + [view.over(common) for view in last]

    def _of_unsaid(self, common: View) -> list[View] | None:
        """Count cameras of which nobody said how many by those that are told of one by one."""
        singled = self._singled()
        certain = len(singled) > 1 or any(member.kind == "spot" or member.had for member, _ in self.members)
        return [view.over(common) for view in singled] if certain else None

    def _singled(self) -> list[View]:
        return [view for member, said in self.members for view in self._of(member, said)]

    def _of(self, member: Mention, said: str) -> list[View]:
        """Give the views of one or more singled out; `the others` are as many as are left."""
        if member.kind != "rest" or member.count:
            return kept(member, said) if member.count else []
        left = self.head.count - sum(other.count for other, _ in self.members)
        left = 1 if self.head.count == 1 else left
        return kept(replace(member, count=left), said) if left > 0 else []

    def _again(self, own: list[View], singled: list[View]) -> bool:
        """Say whether what follows one camera is that camera: `one camera, one that faces north`."""
        alone = self.members[0][0]
        plain = own == [View()] and not hangs_at(self.said) and alone.kind == "one" and not alone.joined
        return plain and len(singled) == 1

    def differs(self) -> bool:
        """Say whether what is said of those singled out cannot be true of the others: front and back, in and out."""
        common = _common(kept(self.head, self.said))
        return any(_differ(common, view) for view in self._singled())

    def hang_elsewhere(self) -> bool:
        """Say whether all those singled out hang elsewhere: `2 in front, one in the garage and one on the gate`."""
        here, theirs = hangs_at(self.said), [hangs_at(said) for _, said in self.members]
        return bool(here) and all(places and not here & places for places in theirs)

    def on_top(self) -> bool:
        """Say whether those singled out come on top: `8 inside, 2 outside`, not `6 cameras, 4 of them outside`."""
        own, singled = kept(self.head, self.said), self._singled()
        common = _common(own)
        first = self.members[0][0]
        listed = self.head.bell and (first.joined or first.listed)
        if listed or self.differs() or self.hang_elsewhere():
            return True
        if len(singled) == len(own) and len(self.members) > 1:
            return False
        if common.indoor and any(not OUTDOORS.isdisjoint(hangs_at(said)) for _, said in self.members):
            return True
        return first.joined or first.listed

    def _by_number(self, own: list[View]) -> list[View] | None:
        numbers = {member.number: view_of(said) for member, said in self.members if member.number}
        if self.head.kind == "numbered":
            numbers[self.head.number] = view_of(self.said)
            own = []
        count = max(len(own), *numbers)
        if self.head.count == 0:
            own, count = [], max(numbers)
        if not own and (sorted(numbers) != list(range(1, count + 1))):
            return None
        base = [*own, *[View()] * (count - len(own))]
        singled = [view for member, said in self.members if not member.number for view in kept(member, said)]
        return [numbers.get(at, View()).over(view) for at, view in enumerate(base, 1)] + singled


def kept(mention: Mention, said: str) -> list[View]:
    """Give a view for each camera of a mention, of what is said about it."""
    count = max(min(mention.count, MAX_CAMERAS), 1)
    views = views_of(said, count) or (View(),) * count
    return [_kind(view, mention) for view in views]


def _kind(view: View, mention: Mention) -> View:
    """Give a view the kind that its mention names: words about a bell nearby do not make it one."""
    if mention.bell:
        return replace(view, kind="doorbell")
    return replace(view, kind="unknown") if view.kind == "doorbell" else view


def _common(views: Sequence[View]) -> View:
    """Give what is said of all of them alike."""
    return views[0] if views and all(view == views[0] for view in views) else View()


def _plain(view: View) -> View:
    """Give what may be said of all, doorbells among them."""
    return replace(view, kind="unknown") if view.kind == "doorbell" else view


def _differ(one: View, other: View) -> bool:
    return bool(
        (one.way and other.way and one.way != other.way)
        or ("unknown" not in (one.kind, other.kind) and one.kind != other.kind)
        or (one.indoor is not None and other.indoor is not None and one.indoor != other.indoor)
    )
