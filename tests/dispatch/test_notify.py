"""Whatever Apprise reaches gets the message, and no address of it is ever shown."""

import json
import logging
import sys
from pathlib import Path

import pytest

from bilateral_tracker.dispatch.channels import channel
from bilateral_tracker.dispatch.message import ChannelDown, Undelivered
from bilateral_tracker.domain.channel_settings import AppriseSettings
from tests.dispatch.letters import REMINDER
from tests.dispatch.receivers import receiver
from tests.dispatch.servers import free_port

# Apprise asks for a module that left Python with 3.13, and makes do without
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")


def printing(*lines: str) -> tuple[str, ...]:
    return (sys.executable, "-c", f"print({chr(10).join(lines)!r})")


def address(port: int) -> str:
    return f"json://desk:s3cret@127.0.0.1:{port}/in"


def private(path: Path, text: str, mode: int = 0o600) -> str:
    path.write_text(text)
    path.chmod(mode)
    return str(path)


def test_the_message_reaches_every_service():
    with receiver(200) as server:
        ways = (address(server.server_port), f"xml://127.0.0.1:{server.server_port}/other")
        channel(AppriseSettings("chat", url_command=printing(*ways))).send(REMINDER)
    bodies = {path: body for path, _, body in server.requests}
    assert {"/in", "/other"} == {path.rstrip("/") for path in bodies}
    [told] = [json.loads(body) for path, body in bodies.items() if path.startswith("/in")]
    assert (REMINDER.subject, REMINDER.text.strip()) == (told["title"], told["message"].strip())


def test_addresses_may_lie_in_a_file_of_the_users_own(tmp_path):
    with receiver(200) as server:
        way = channel(
            AppriseSettings("chat", url_file=private(tmp_path / "urls", f"\n{address(server.server_port)}\n"))
        )
        way.send(REMINDER)
        way.send(REMINDER)
    assert 2 == len(server.requests)


def test_a_service_that_refuses_is_told_without_its_address(capfd, caplog):
    way = channel(AppriseSettings("chat", url_command=printing(address(free_port()))))
    with caplog.at_level(logging.DEBUG), pytest.raises(Undelivered) as refusal:
        way.send(REMINDER)
    assert type(refusal.value) is Undelivered
    assert "s3cret" not in str(refusal.value)
    assert [] == [record for record in caplog.records if record.name == "apprise"]
    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize("url", ["s3cret", "nosuch://s3cret", "json://"])
def test_an_address_that_apprise_does_not_know_is_told_by_its_line(url, capfd):
    with receiver(200) as server:
        way = channel(AppriseSettings("chat", url_command=printing(address(server.server_port), url)))
        for _ in range(2):
            with pytest.raises(ChannelDown, match=r"Line 2 of the addresses of the channel 'chat'") as refusal:
                way.send(REMINDER)
    assert "s3cret" not in str(refusal.value)
    assert [] == server.requests
    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize(
    ("text", "mode", "said"),
    [("json://s3cret", 0o644, "chmod 600"), ("\n", 0o600, "is empty"), ("", 0o600, "is empty")],
)
def test_a_file_that_cannot_serve_is_named(text, mode, said, tmp_path):
    with pytest.raises(ChannelDown, match=said):
        channel(AppriseSettings("chat", url_file=private(tmp_path / "urls", text, mode))).send(REMINDER)


def test_a_missing_file_and_none_at_all_are_told_apart(tmp_path):
    with pytest.raises(ChannelDown, match="No such file"):
        channel(AppriseSettings("chat", url_file=str(tmp_path / "urls"))).send(REMINDER)
    with pytest.raises(ChannelDown, match="has no addresses"):
        channel(AppriseSettings("chat")).send(REMINDER)


def test_without_apprise_it_is_said_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "apprise", None)
    with pytest.raises(ChannelDown, match=r"pip install 'bilateral-tracker\[notify\]'"):
        channel(AppriseSettings("chat", url_file="/nowhere"))
