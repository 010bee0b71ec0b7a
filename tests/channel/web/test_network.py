"""Where a visitor comes from, as far as limits need to know."""

from __future__ import annotations

import pytest

from chalicelib.channels.http import HttpRequest
from chalicelib.channels.web.reading import Visit


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
    request = HttpRequest(
        method="GET", path="/", path_parameters={}, headers=headers, query={}, body=b"", source_ip=source
    )

    assert Visit(request=request, path={}, cookies={}, secure=True).network() == network
