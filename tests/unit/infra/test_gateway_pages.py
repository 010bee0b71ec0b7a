"""What API Gateway answers by itself: pages that people can read, in every language, and nothing but a style sheet."""

from __future__ import annotations

import re

import pytest

from chalicelib import words
from chalicelib.channels.web import assets
from infra.chalice_template import our_template
from infra.gateway_pages import RESPONSES, gateway_responses, page

EVERY = sorted({reason for reason, _ in RESPONSES.values()})


@pytest.mark.parametrize("reason", EVERY)
def test_a_page_says_it_in_every_language(reason: str) -> None:
    html = page(reason)

    for language in words.languages():
        assert f'<section lang="{language}">' in html
        assert words.say(f"web.sorry.{reason}.title", language) in html
    assert html.count("<h1>") == 1


@pytest.mark.parametrize("reason", EVERY)
def test_a_page_asks_for_our_style_sheet_and_runs_nothing(reason: str) -> None:
    html = page(reason)

    assert re.findall(r'(?:src|href)="([^"]+)"', html)
    assert all(address.startswith(("/static/", "/?lang=")) for address in re.findall(r'(?:src|href)="([^"]+)"', html))
    name = re.search(r"/static/([^\"]+)", html)
    assert name
    assert assets.asset(name[1])
    assert "<script" not in html
    assert "style=" not in html


@pytest.mark.parametrize("kind", sorted(RESPONSES))
def test_nothing_in_a_page_is_a_variable_to_api_gateway(kind: str) -> None:
    templates = gateway_responses()[kind]["responseTemplates"]

    assert set(templates) == {"text/html", "application/json"}
    assert not any("$" in html for html in templates.values())


def test_an_unknown_path_is_not_found_and_a_large_body_is_too_large() -> None:
    responses = gateway_responses()

    assert responses["MISSING_AUTHENTICATION_TOKEN"]["statusCode"] == "404"
    assert responses["REQUEST_TOO_LARGE"]["statusCode"] == "413"
    assert "4 MB" in responses["REQUEST_TOO_LARGE"]["responseTemplates"]["text/html"]
    assert "statusCode" not in responses["DEFAULT_4XX"]


def test_whoever_asks_for_anything_gets_html() -> None:
    for response in gateway_responses().values():
        headers = response["responseParameters"]
        assert headers["gatewayresponse.header.Content-Type"] == "'text/html; charset=utf-8'"
        assert headers["gatewayresponse.header.Cache-Control"] == "'no-store'"


def test_the_template_has_them() -> None:
    body = our_template()["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]

    assert body["x-amazon-apigateway-gateway-responses"] == gateway_responses()
