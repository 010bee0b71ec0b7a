"""Contract: what Slack is asked, and what each of its answers means."""

from __future__ import annotations

import io
import json
import urllib.error
import urllib.request
from email.message import Message

import pytest

from chalicelib.domain.errors import ProviderBusy, ProviderRefused, ProviderSilent, Refused
from chalicelib.outbound.chat import SlackChat
from tests.fakes import NOON


class Wire:
    """Stands in for urllib's opener, which Slack's client and response URLs both go through."""

    def __init__(self, *answers):
        self.answers, self.asked = list(answers), []

    def __call__(self, request, **options):
        body = json.loads(request.data) if request.data else {}
        self.asked.append((request.full_url, body, options))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return _Answer(answer)


class _Answer(io.BytesIO):
    status = code = 200

    def __init__(self, body):
        super().__init__(json.dumps(body).encode())
        self.headers = HEADERS


HEADERS = Message()
HEADERS["Content-Type"] = "application/json; charset=utf-8"


@pytest.fixture
def slack(monkeypatch):
    def make(*answers):
        wire = Wire(*answers)
        # Slack's client first: this may import it, and what it imports must be the real opener.
        monkeypatch.setattr("slack_sdk.web.base_client.urlopen", wire)
        monkeypatch.setattr(urllib.request, "urlopen", wire)
        chat = SlackChat(
            token="xoxb-not-a-token", api_url="http://127.0.0.1:9/api/",
            response_url="http://127.0.0.1:9/response", timeout_s=10,
        )  # fmt: skip
        return chat, wire

    return make


OK = {"ok": True, "ts": "1.2"}


def test_a_message_carries_its_id_where_nobody_sees_it_and_unfurls_nothing(slack):
    chat, wire = slack(OK)

    assert chat.post("C1", {"text": "hello"}, message_id="message1") == "1.2"

    url, body, options = wire.asked[0]
    assert url == "http://127.0.0.1:9/api/chat.postMessage"
    assert body["metadata"] == {"event_type": "porchlight", "event_payload": {"message": "message1"}}
    assert (body["channel"], body["text"], body["unfurl_links"], body["unfurl_media"]) == ("C1", "hello", False, False)
    assert options["timeout"] == 10


def test_updates_views_and_messages_to_one_person_go_to_their_methods(slack):
    chat, wire = slack(OK, OK, OK)
    chat.update("C1", "1.2", {"text": "new"})
    chat.open_view("trigger", {"type": "modal"})
    chat.post_ephemeral("C1", "U1", {"text": "for you"})

    assert [url.rpartition("/")[2] for url, _, _ in wire.asked] == ["chat.update", "views.open", "chat.postEphemeral"]


def http_error(status):
    return urllib.error.HTTPError("http://x", status, "no", HEADERS, io.BytesIO(b"{}"))


@pytest.mark.parametrize(("answer", "error"), [
    ({"ok": False, "error": "channel_not_found"}, ProviderRefused),
    ({"ok": False, "error": "ratelimited"}, ProviderBusy),
    ({"ok": False, "error": "token_revoked"}, ProviderBusy),
    ({"ok": False, "error": "internal_error"}, ProviderSilent),
    (http_error(429), ProviderBusy),
    (http_error(503), ProviderSilent),
    (urllib.error.URLError(ConnectionRefusedError()), ProviderBusy),
    (urllib.error.URLError(TimeoutError()), ProviderSilent),
    (TimeoutError(), ProviderSilent),
])  # fmt: skip
def test_each_failure_says_whether_the_message_may_have_been_taken(slack, answer, error):
    chat, _ = slack(answer)

    with pytest.raises(error):
        chat.post("C1", {"text": "hello"}, message_id="message1")


def message(ts, message_id=None):
    metadata = {"event_type": "porchlight", "event_payload": {"message": message_id}}
    return {"ts": ts} | ({"metadata": metadata} if message_id else {})


def test_a_message_is_found_by_its_id_on_a_later_page(slack):
    first = {"ok": True, "messages": [message("9.0")], "response_metadata": {"next_cursor": "next"}}
    chat, wire = slack(first, {"ok": True, "messages": [message("1.2", "message1")]})

    assert chat.look("C1", "message1", since=NOON) == "1.2"
    assert wire.asked[0][1]["include_all_metadata"] is True
    assert wire.asked[1][1]["cursor"] == "next"


def test_a_message_that_is_not_there_is_not_found(slack):
    chat, _ = slack({"ok": True, "messages": [message("1.2", "another")]})

    assert chat.look("C1", "message1", since=NOON) is None


def test_a_message_in_a_thread_is_looked_for_in_its_thread(slack):
    chat, wire = slack({"ok": True, "messages": [message("1.3", "message1")]})

    assert chat.look("C1", "message1", since=NOON, thread_ts="1.2") == "1.3"
    assert wire.asked[0][0].endswith("conversations.replies")
    assert wire.asked[0][1]["ts"] == "1.2"


def test_an_answer_goes_to_slacks_response_urls_and_nowhere_else(slack):
    chat, wire = slack({"ok": True})
    chat.respond("http://127.0.0.1:9/response/T1/2", {"text": "hello"})
    for elsewhere in ["http://169.254.169.254/", "http://127.0.0.1:9/response.evil.example/", "file:///etc/passwd"]:
        with pytest.raises(Refused):
            chat.respond(elsewhere, {"text": "hello"})

    assert [url for url, _, _ in wire.asked] == ["http://127.0.0.1:9/response/T1/2"]
