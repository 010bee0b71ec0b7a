"""What the Slack workspace holds: messages, open forms, triggers, response addresses, and a log of all calls."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from local.vendors.config import VendorConfig
from local.vendors.journal import Journal
from local.vendors.slack.blocks import Block, with_ids
from local.vendors.slack.errors import SlackError

MESSAGE, CALL = "slack-message", "slack-call"
BOT_ID, BOT_USER_ID, APP_ID = "B0PORCHLIGHT", "U0PORCHLIGHT", "A0PORCHLIGHT"
# Slack gives 3 seconds; a laptop needs longer to start its first process.
TRIGGER_LIFE = 10.0
RESPONSE_LIFE, RESPONSE_USES = 1800.0, 5


@dataclass(frozen=True, kw_only=True)
class Post:
    """A message in the channel; `visible_to` names the one user who sees an ephemeral one."""

    ts: str
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    metadata: dict[str, Any] | None = None
    thread_ts: str = ""
    visible_to: str = ""
    is_edited: bool = False
    author: str = BOT_USER_ID


@dataclass(kw_only=True)
class Trigger:
    user: str
    expires: float
    is_used: bool = False


@dataclass(kw_only=True)
class Origin:
    """Where a response address came from. `ts` is the message that it may replace."""

    user: str
    expires: float
    uses: int = 0
    ts: str = ""


@dataclass(kw_only=True)
class View:
    """An open form and who looks at it."""

    user: str
    body: dict[str, Any]


class Space:
    """The one workspace, written through to the journal. Forms do not outlive a restart, as in a closed window."""

    def __init__(self, *, config: VendorConfig, journal: Journal, now: Callable[[], datetime]) -> None:
        self.config = config
        self.users = {
            config.slack_detective.id: config.slack_detective,
            config.slack_supervisor.id: config.slack_supervisor,
        }
        self.posts = {row["ts"]: Post(**row) for row in journal.load(MESSAGE)}
        self.calls = journal.load(CALL)
        self.views: dict[str, View] = {}
        self.triggers: dict[str, Trigger] = {}
        self.origins: dict[str, Origin] = {}
        self._journal = journal
        self._now = now
        self._last = max((int(post.replace(".", "")) for post in self.posts), default=0)

    def time(self) -> float:
        return self._now().timestamp()

    def next_ts(self) -> str:
        """Return a timestamp that no message has yet."""
        self._last = max(self._last + 1, int(self.time() * 1_000_000))
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def log(self, method: str, payload: dict[str, Any], *, ts: str, **more: Any) -> None:
        """Keep a call for `slack_messages_url`."""
        entry = {"method": method, "payload": payload, "ts": ts, "at": self._now().isoformat(), **more}
        self.calls.append(entry)
        self._journal.put(CALL, str(len(self.calls)), entry)

    def write(self, post: Post) -> Post:
        self.posts[post.ts] = post
        self._journal.put(MESSAGE, post.ts, asdict(post))
        return post

    def add(self, *, text: str, blocks: Sequence[Block], **more: Any) -> Post:
        return self.write(Post(ts=self.next_ts(), text=text, blocks=with_ids(blocks), **more))

    def edit(self, post: Post, *, text: str, blocks: Sequence[Block]) -> Post:
        return self.write(replace(post, text=text, blocks=with_ids(blocks), is_edited=True))

    def delete(self, ts: str) -> None:
        if self.posts.pop(ts, None):
            self._journal.drop(MESSAGE, ts)

    def touch(self) -> None:
        """Say that a form changed, which the journal does not hold."""
        self._journal.version += 1

    def new_trigger(self, user: str) -> str:
        name = f"{secrets.randbelow(10**13)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self.triggers[name] = Trigger(user=user, expires=self.time() + TRIGGER_LIFE)
        return name

    def use_trigger(self, name: str) -> str:
        """Return the user of a trigger; one that another tool made up opens a form before the detective."""
        trigger = self.triggers.get(name)
        if trigger is None:
            return self.config.slack_detective.id
        if trigger.is_used:
            raise SlackError("exchanged_trigger_id")
        if self.time() > trigger.expires:
            raise SlackError("expired_trigger_id")
        trigger.is_used = True
        return trigger.user

    def new_response_url(self, kind: str, *, user: str, ts: str = "") -> str:
        """Return a fresh address; `kind` is commands or actions, as in Slack's own addresses."""
        suffix = f"{kind}/{self.config.slack_team_id}/{secrets.randbelow(10**13)}/{secrets.token_urlsafe(18)}"
        self.origins[suffix] = Origin(user=user, expires=self.time() + RESPONSE_LIFE, ts=ts)
        return f"{self.config.slack_response_url}/{suffix}"

    def use_response_url(self, suffix: str) -> Origin:
        """Return the origin of a response address, counting its use; one that was made up is taken once and for all."""
        fresh = Origin(user=self.config.slack_detective.id, expires=float("inf"), uses=-(10**9))
        origin = self.origins.setdefault(suffix, fresh)
        if self.time() > origin.expires:
            raise SlackError("expired_url")
        if origin.uses >= RESPONSE_USES:
            raise SlackError("used_url")
        origin.uses += 1
        return origin
