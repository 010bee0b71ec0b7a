"""The Slack put together, and what the playground sees of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any

import httpx

from local.vendors.config import VendorConfig
from local.vendors.journal import Journal
from local.vendors.slack.endpoints import Endpoints
from local.vendors.slack.people import People
from local.vendors.slack.responses import Responses
from local.vendors.slack.space import Space
from local.vendors.slack.views import Views
from local.vendors.slack.web_api import WebAPI
from local.vendors.unknown import Unknown


class Slack:
    """One workspace with one channel."""

    def __init__(
        self,
        *,
        config: VendorConfig,
        journal: Journal,
        unknown: Unknown,
        web: httpx.AsyncClient,
        now: Callable[[], datetime],
    ) -> None:
        self.space = Space(config=config, journal=journal, now=now)
        views = Views(space=self.space, unknown=unknown)
        responses = Responses(space=self.space, unknown=unknown)
        api = WebAPI(space=self.space, views=views, unknown=unknown)
        self.endpoints = Endpoints(space=self.space, api=api, responses=responses)
        self.people = People(space=self.space, views=views, responses=responses, web=web)

    def picture(self) -> dict[str, Any]:
        """Return what the playground draws: people, messages oldest first, open forms."""
        config = self.space.config
        return {
            "channel": config.slack_channel_name,
            "users": [asdict(officer) for officer in self.space.users.values()],
            "messages": [asdict(post) for post in sorted(self.space.posts.values(), key=lambda post: post.ts)],
            "views": [{"user": view.user, "view": view.body} for view in self.space.views.values()],
        }
