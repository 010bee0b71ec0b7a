"""Where a visitor comes from, as far as limits need to know."""

from __future__ import annotations

import pytest

from chalicelib.channels.http import HttpRequest
from chalicelib.channels.web.reading import Visit
from chalicelib.domain.edge_mark import HEADER, edge_mark
from infra.places import EDGE_TEMPLATE
from infra.template import read_template

MARK = edge_mark("a contact key for tests")


@pytest.mark.parametrize(
    ("forwarded", "source", "network"),
    [
        ("", "203.0.113.77", "203.0.113.0/24"),
        ("203.0.113.77, 198.51.100.9", "198.51.100.9", "203.0.113.0/24"),
        ("1.2.3.4, 203.0.113.77, 198.51.100.9", "198.51.100.9", "203.0.113.0/24"),
        ("2001:db8:1:2::3, 198.51.100.9", "198.51.100.9", "2001:db8:1::/48"),
        ("rubbish, 198.51.100.9", "198.51.100.9", ""),
        ("", "", ""),
    ],
)
def test_the_address_that_the_edge_saw_counts(forwarded: str, source: str, network: str) -> None:
    headers = {"x-forwarded-for": forwarded} if forwarded else {}

    assert network_of({**headers, HEADER: MARK}, source) == network


@pytest.mark.parametrize("mark", ["", "0" * 32, MARK.upper(), MARK[:-1], "\u00e9"])
def test_who_comes_past_the_edge_is_known_by_their_own_address_whatever_they_say(mark: str) -> None:
    headers = {"x-forwarded-for": "1.2.3.4, 203.0.113.77, 198.51.100.9", HEADER: mark}

    assert network_of(headers, "198.51.100.9") == "198.51.100.0/24"


def network_of(headers: dict[str, str], source: str) -> str:
    request = HttpRequest(
        method="GET", path="/", path_parameters={}, headers=headers, query={}, body=b"", source_ip=source
    )
    return Visit(request=request, path={}, cookies={}, secure=True).network(MARK)


def test_the_edge_sends_the_mark_and_nobody_elses_reaches_us() -> None:
    origin = read_template(EDGE_TEMPLATE)["Resources"]["Distribution"]["Properties"]["DistributionConfig"]["Origins"][0]

    assert origin["OriginCustomHeaders"] == [{"HeaderName": HEADER, "HeaderValue": {"Ref": "EdgeMark"}}]
