"""Each kind of channel has its module, loaded when it is used."""

import subprocess
import sys
from pathlib import Path

import pytest

from bilateral_tracker.dispatch.channels import channel
from bilateral_tracker.domain.channel_settings import (
    SETTINGS_OF,
    AppriseSettings,
    ChannelKind,
    MaildirSettings,
    MboxSettings,
    SendmailSettings,
    SmtpSettings,
    StdoutSettings,
    WebhookSettings,
)

ONE_OF_EACH = [
    StdoutSettings(),
    SmtpSettings("mail", "mail.example", "desk@example.org"),
    SendmailSettings("local", "desk@example.org"),
    MaildirSettings("dir", "/nowhere", "desk@example.org"),
    MboxSettings("box", "/nowhere", "desk@example.org"),
    WebhookSettings("hook", "https://example.org/"),
    AppriseSettings("chat", url_file="/nowhere"),
]


def test_each_kind_has_its_settings():
    assert set(ChannelKind) == set(SETTINGS_OF)
    assert all(kind is settings.kind for kind, settings in SETTINGS_OF.items())
    assert set(map(type, ONE_OF_EACH)) == set(SETTINGS_OF.values())


@pytest.mark.parametrize("settings", ONE_OF_EACH, ids=lambda settings: settings.kind.value)
def test_each_kind_has_its_channel_which_needs_nobody_until_it_is_used(settings):
    channel(settings).close()


def test_printing_loads_no_mail_and_no_network():
    loads = (
        "import sys; before = set(sys.modules); from bilateral_tracker.dispatch.channels import channel; "
        "from bilateral_tracker.domain.channel_settings import StdoutSettings; channel(StdoutSettings()); "
        "heavy = {'email', 'http', 'smtplib', 'socket', 'ssl', 'subprocess', 'apprise'}; "
        "print(*sorted(heavy & (set(sys.modules) - before)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", loads], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert "" == run.stdout.strip()
