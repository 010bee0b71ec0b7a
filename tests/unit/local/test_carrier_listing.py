"""Twilio's message list: order, filters, pages."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.anyio


@pytest.fixture
async def five(twilio, parts, clock):
    """Five messages, an hour apart, from 17:00 GMT on; the last to another phone."""
    for number in range(1, 5):
        await twilio.create(Body=str(number))
        await parts.carrier.delivery.settle()
        clock.advance(3600)
    await twilio.create(Body="5", To="+14105550122")


@pytest.mark.usefixtures("five")
async def test_the_newest_stands_first(twilio):
    assert await twilio.bodies() == ["5", "4", "3", "2", "1"]


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize(
    ("query", "bodies"),
    [
        ({"To": "+14105550122"}, ["5"]),
        ({"From": "+14105550199"}, []),
        ({"DateSent": "2026-11-21"}, ["5", "4", "3", "2", "1"]),
        ({"DateSent": "2026-11-20"}, []),
        ({"DateSent>": "2026-11-21T19:30:00Z"}, ["5", "4"]),
        ({"DateSent<": "2026-11-21T17:30:00Z"}, ["1"]),
        ({"DateSent>": "2026-11-21T17:30:00Z", "DateSent<": "2026-11-21T18:30:00Z"}, ["2"]),
    ],
)
async def test_filters_narrow_the_list(twilio, query, bodies):
    assert await twilio.bodies(**query) == bodies


@pytest.mark.usefixtures("five")
async def test_following_the_pages_gives_each_message_once(vendors, twilio):
    page = (await twilio.list(PageSize="2", To="+14105550111")).json()
    found = [message["body"] for message in page["messages"]]
    while page["next_page_uri"]:
        page = (await vendors.get("/twilio" + page["next_page_uri"], auth=twilio.AUTH)).json()
        found += [message["body"] for message in page["messages"]]

    assert found == ["4", "3", "2", "1"]


@pytest.mark.usefixtures("five")
async def test_a_message_that_arrives_between_pages_moves_nothing(vendors, twilio):
    page = (await twilio.list(PageSize="2")).json()
    await twilio.create(Body="6")
    following = (await vendors.get("/twilio" + page["next_page_uri"], auth=twilio.AUTH)).json()

    assert [message["body"] for message in following["messages"]] == ["3", "2"]


@pytest.mark.usefixtures("five")
async def test_a_page_number_alone_works_too(twilio):
    assert await twilio.bodies(PageSize="2", Page="1") == ["3", "2"]


async def test_an_empty_list_has_no_next_page(twilio):
    page = (await twilio.list()).json()

    assert (page["messages"], page["next_page_uri"]) == ([], None)
