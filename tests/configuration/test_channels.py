"""A channel has the keys of its kind, and no secret among them."""

import pytest

from bilateral_tracker.domain.channel_settings import (
    AppriseSettings,
    MaildirSettings,
    Security,
    SendmailSettings,
    SmtpSettings,
    StdoutSettings,
    WebhookSettings,
)

MAIL = 'name = "mail"\nkind = "smtp"\nhost = "mail.example.org"\nsender = "desk@example.org"\n'
HOOK = 'name = "hook"\nkind = "webhook"\nurl = "https://example.org/reminders"\n'


def channel(*lines):
    return "[[channel]]\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('kind = "stdout"', StdoutSettings()),
        (MAIL, SmtpSettings("mail", "mail.example.org", "desk@example.org")),
        (
            f'{MAIL}security = "none"\nport = 2525\nusername = "desk"\npassword_command = ["pass", "mail"]\n'
            'ca_file = "/etc/ca.pem"\ntimeout_seconds = 5\nsender_name = "پاکستان\u200cڈیسک"',
            SmtpSettings(
                "mail",
                "mail.example.org",
                "desk@example.org",
                "پاکستان\u200cڈیسک",
                Security.NONE,
                2525,
                "desk",
                ("pass", "mail"),
                "/etc/ca.pem",
                5.0,
            ),
        ),
        (
            'name = "local"\nkind = "sendmail"\nsender = "desk@bücher.example"',
            SendmailSettings("local", "desk@xn--bcher-kva.example"),
        ),
        (
            'name = "box"\nkind = "maildir"\nsender = "desk@example.org"\npath = "~/Mail"',
            MaildirSettings("box", "/home/you/Mail", "desk@example.org"),
        ),
        (
            f'{HOOK}secret_command = ["pass", "hook"]\ntimeout_seconds = 0.5',
            WebhookSettings("hook", "https://example.org/reminders", ("pass", "hook"), timeout_seconds=0.5),
        ),
        ('name = "chat"\nkind = "apprise"\nurl_file = "/etc/chat"', AppriseSettings("chat", url_file="/etc/chat")),
    ],
)
def test_a_channel_of_each_kind_is_read(read, monkeypatch, text, expected):
    monkeypatch.setenv("HOME", "/home/you")
    assert (expected,) == read(channel(text)).channels


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ('name = "x"', "kind", "it is missing. There are: stdout, smtp, sendmail, maildir, mbox, webhook, apprise"),
        ('kind = "smpt"', "kind", "'smpt' is not one of its words. Did you mean smtp?"),
        (MAIL.replace("host", "hots"), "hots", "no such key here. Did you mean host?"),
        (f"{MAIL}port = 0", "port", "'0' is no whole number from 1 to 65,535. Write it like: port = 587"),
        (f"{MAIL}port = 65536", "port", "'65536' is no whole number from 1 to 65,535. Write it like: port = 587"),
        (f'{MAIL}security = "ssl"', "security", "'ssl' is not one of its words. There are: starttls, tls, none"),
        (f'{MAIL}ca_file = "ca.pem"', "ca_file", "'ca.pem' does not begin at the root. Write it like: "),
        (f"{MAIL}timeout_seconds = 0", "timeout_seconds", "'0' is no number of seconds above 0, up to 600. Write "),
        (f"{MAIL}timeout_seconds = nan", "timeout_seconds", "'nan' is no number of seconds above 0, up to 600. "),
        (f"{MAIL}timeout_seconds = true", "timeout_seconds", "'true' is no number of seconds above 0, up to 600. "),
        (f"{MAIL}sender_name = 3", "sender_name", "'3' is no text. Write it in quotation marks: sender_name ="),
        (f'{MAIL}sender_name = ""', "sender_name", "'' is empty, longer than 1,000 characters, or holds what cannot"),
        (f'{MAIL}sender_name = "a\\nb"', "sender_name", r"'a\nb' is empty, longer than 1,000 characters, or holds"),
        (MAIL.replace("desk@", "desk"), "sender", "The mail address 'deskexample.org' does not have exactly one @."),
        (MAIL.replace('"mail"', '"My mail"'), "name", "'My mail' is no short name: small letters, digits, - and . "),
        (
            MAIL.replace('"mail"', '"stdout"'),
            "name",
            "stdout is the name of standard output. Give this channel",
        ),
        (f'{MAIL}username = "desk"', "password_command", "it is missing: a login takes username and password_command"),
        (f'{MAIL}password_command = ["x"]', "username", "it is missing: a login takes username and password_command"),
        (HOOK.replace("https:", "ftp:"), "url", "it is no web address. Write it like: url = "),
        ('name = "a"\nkind = "apprise"', "url_command", "a channel of kind apprise takes url_command or url_file"),
    ],
)
def test_what_a_channel_cannot_have_is_told_with_its_key(wrong, text, key, expected):
    problems = wrong(channel(text))
    assert any(problem.startswith(f"channel.1.{key}: {expected}") for problem in problems), problems


def test_what_a_channel_needs_is_told_with_an_example(wrong):
    assert [
        'channel.1.name: it is missing. Write it like: name = "mail"',
        'channel.1.host: it is missing. Write it like: host = "mail.example.org"',
        'channel.1.sender: it is missing. Write it like: sender = "desk@example.org"',
    ] == wrong(channel('kind = "smtp"'))


def test_two_channels_have_two_names(wrong):
    expected = "channel.2.name: another channel is called mail too. Give each a name of its own."
    assert [expected] == wrong(channel(MAIL) + channel(MAIL))


@pytest.mark.parametrize("text", [f"[channel]\n{MAIL}", "channel = 3", "channel = [3]"])
def test_channels_are_tables_of_their_own(wrong, text):
    assert ["channel: each of them is a table of its own. Write it like: [[channel]]"] == wrong(text)


HUSHED = "hunter2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'{MAIL}password = "{HUSHED}"', "password: a secret is not kept in this file. Name a command that prints it"),
        (f'{HOOK}secret = "{HUSHED}"', "secret: a secret is not kept in this file. Name a command that prints it"),
        (f'name = "a"\nkind = "apprise"\nurl = "{HUSHED}"', "url: a secret is not kept in this file. Name a command"),
        (f'{MAIL}password_command = "{HUSHED}"', "password_command: what stands there is no list of words. Write it"),
        (f'{HOOK}secret_command = ["", "{HUSHED}"]', "secret_command: what stands there is no list of words. Write"),
        (f'name = "a"\nkind = "apprise"\nurl_file = "x://{HUSHED}"', "url_file: what stands there does not begin at"),
        (HOOK.replace("https://", HUSHED), "url: it is no web address. Write it like: url = "),
    ],
)
def test_a_secret_is_refused_kindly_and_never_repeated(wrong, text, expected):
    problems = wrong(channel(text))
    assert any(problem.startswith(f"channel.1.{expected}") for problem in problems), problems
    assert HUSHED not in "".join(problems)
