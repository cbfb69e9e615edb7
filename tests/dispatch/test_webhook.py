"""A web address gets one signed request for a message, and its answer says what became of it."""

import json
import socket
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from hmac import new
from time import monotonic

import pytest

from bilateral_tracker.dispatch.channels import channel
from bilateral_tracker.dispatch.message import ChannelDown, Message, Undelivered
from bilateral_tracker.dispatch.signature import signature, signing_key
from bilateral_tracker.domain.channel_settings import WebhookSettings
from tests.dispatch.letters import REMINDER
from tests.dispatch.receivers import receiver
from tests.dispatch.servers import drip, free_port, hang, mumbling, served

KEY = b"0123456789abcdef0123456789abcdef"
GIVES_SECRET = (sys.executable, "-c", f"print('whsec_{b64encode(KEY).decode()}')")


def post(port: int, message: Message = REMINDER, scheme: str = "http", **said) -> None:
    host = "localhost" if scheme == "https" else "127.0.0.1"
    settings = WebhookSettings("hook", f"{scheme}://{host}:{port}/in/s3cret?of=pk", timeout_seconds=5)
    channel(replace(settings, **said)).send(message)


def test_the_message_is_posted_as_json():
    with receiver() as server:
        post(server.server_port, replace(REMINDER, subject="逾期", to_name="a\ud800\0"))
    [(path, headers, body)] = server.requests
    assert "/in/s3cret?of=pk" == path
    assert "application/json" == headers["content-type"]
    assert "webhook-signature" not in headers
    assert json.loads(body) == {
        "type": "reminder",
        "timestamp": "2026-11-24T08:00:00+05:00",
        "data": {
            "message_id": "<0f1e2d3c@bilateral.example>",
            "register": "register.db",
            "to": {"name": "a\ud800\0", "address": "li.wei@example.org"},
            "subject": "逾期",
            "text": REMINDER.text,
            "html": REMINDER.html,
        },
    }


def test_the_request_is_signed_over_id_moment_and_body():
    with receiver() as server:
        post(server.server_port, secret_command=GIVES_SECRET)
    [(_, headers, body)] = server.requests
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    assert "1795489200" == headers["webhook-timestamp"]
    assert f"v1,{b64encode(new(KEY, signed, sha256).digest()).decode()}" == headers["webhook-signature"]
    assert "." not in headers["webhook-id"] + headers["webhook-timestamp"]


def test_the_signature_is_that_of_the_published_example():
    """The vector of the specification's own libraries."""
    key = signing_key("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "hook")
    said = {"webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330"}
    expected = {"webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}
    assert expected == signature(key, said, b'{"test": 2432232314}')


def test_a_retry_has_the_same_id_and_its_own_moment():
    with receiver() as server:
        post(server.server_port)
        post(server.server_port, replace(REMINDER, sent_at="2026-11-25T08:00:00+05:00"))
    first, second = (headers for _, headers, _ in server.requests)
    assert first["webhook-id"] == second["webhook-id"]
    assert first["webhook-timestamp"] != second["webhook-timestamp"]


@pytest.mark.parametrize("text", ["whsec_", "hunter2", "whsec_c2hvcnQ=", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS外"])
def test_a_secret_that_is_none_is_refused_unseen(text):
    with pytest.raises(ChannelDown, match="The secret of the channel 'hook' is none") as refusal:
        signing_key(text, "hook")
    assert text not in str(refusal.value) or text == "whsec_"


def test_https_goes_to_a_server_whose_certificate_is_trusted(ca_file, server_context):
    with receiver(context=server_context) as server:
        post(server.server_port, scheme="https", ca_file=ca_file)
    assert 1 == len(server.requests)


def test_https_goes_to_no_other(server_context):
    with receiver(context=server_context) as server, pytest.raises(ChannelDown, match="certificate is not trusted"):
        post(server.server_port, scheme="https")
    assert [] == server.requests


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [
        (302, Undelivered, r"has moved \(302\), and redirects are not followed"),
        (400, Undelivered, r"answered 400 'bad \\x1b\[31mday'"),
        (401, Undelivered, "answered 401"),
        (410, Undelivered, "answered 410"),
        (429, ChannelDown, "answered 429"),
        (503, ChannelDown, "answered 503"),
    ],
)
def test_any_other_answer_says_that_it_was_not_delivered(status, kind, said):
    with receiver(status, b"bad \x1b[31mday", Location="http://127.0.0.1:9/") as server:
        with pytest.raises(Undelivered, match=said) as refusal:
            post(server.server_port)
        assert 1 == len(server.requests)
    assert type(refusal.value) is kind
    assert "s3cret" not in str(refusal.value)


def test_of_a_long_answer_only_the_beginning_is_read():
    def goes_on(caller: socket.socket, evening):
        caller.sendall(b"HTTP/1.0 400 no\r\n\r\n" + b"x" * 1000)
        evening.wait()

    with served(goes_on) as port, pytest.raises(Undelivered, match=f"answered 400 '{'x' * 300}'"):
        post(port)


def test_no_proxy_is_asked(monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    with receiver() as server:
        post(server.server_port)
    assert 1 == len(server.requests)


@pytest.mark.parametrize("talk", [hang, drip, mumbling(b"HTTP/1.0 400 no\r\n\r\n", b"")])
def test_a_server_that_does_not_come_to_an_end_is_left_in_time(talk):
    def endless(caller: socket.socket, evening):
        talk(caller, evening)
        drip(caller, evening)

    started = monotonic()
    with served(endless) as port, pytest.raises(Undelivered):
        post(port, timeout_seconds=0.3)
    assert monotonic() - started < 3


def test_a_server_that_hangs_up_or_speaks_otherwise_is_told_apart():
    with served(mumbling(b"SSH-2.0-OpenSSH\r\n")) as port, pytest.raises(ChannelDown, match="does not speak HTTP"):
        post(port)


def test_a_port_where_nobody_listens_is_said():
    with pytest.raises(ChannelDown, match="cannot be used: connection refused"):
        post(free_port())


@pytest.mark.parametrize(
    ("url", "end"),
    [
        ("http://[::1]/", ("::1", 80)),
        ("https://[::1]/", ("::1", 443)),
        ("https://example.org?a=b", ("example.org", 443)),
        ("https://example.org:8443/", ("example.org", 8443)),
    ],
)
def test_it_is_that_end_of_the_line_that_is_called(url, end, monkeypatch):
    called = []

    def refuses(address, *_, **__):
        called.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr("socket.create_connection", refuses)
    with pytest.raises(ChannelDown):
        channel(WebhookSettings("hook", url)).send(REMINDER)
    assert [end] == called


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://example.org/s3cret", "in the clear"),
        ("http://127.0.0.1.example.org/s3cret", "in the clear"),
        ("ftp://example.org/s3cret", "no web address"),
        ("https:///s3cret", "no web address"),
        ("https://user:s3cret@example.org/", "no web address"),
        ("https://example.org/s3cret\r\nX: y", "no web address"),
        ("https://example.org/s3cret x", "no web address"),
        ("https://example.org:99999/s3cret", "no web address"),
        ("https://[::1/s3cret", "no web address"),
        ("", "no web address"),
    ],
)
def test_a_url_that_messages_may_not_go_to_is_refused_unseen(url, said):
    with pytest.raises(ChannelDown, match=said) as refusal:
        channel(WebhookSettings("hook", url))
    assert "s3cret" not in str(refusal.value)


@pytest.mark.parametrize("url", ["http://localhost:8/", "http://[::1]/", "http://127.0.0.2", "https://example.org?a=b"])
def test_a_url_that_messages_may_go_to_is_taken(url):
    channel(WebhookSettings("hook", url)).close()
