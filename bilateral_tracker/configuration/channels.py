"""What the file says of channels: each kind has the keys that its settings have fields."""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from bilateral_tracker.configuration.problem import shown
from bilateral_tracker.configuration.table import Table
from bilateral_tracker.domain.channel_settings import (
    SETTINGS_OF,
    AppriseSettings,
    ChannelKind,
    ChannelSettings,
    Security,
    SmtpSettings,
)
from bilateral_tracker.domain.mail_address import read_address
from bilateral_tracker.errors import WrongUsage, quoted

MOST_SECONDS = 600.0
"""The longest that a channel may take; cron starts the next run soon enough."""

_EXAMPLES = {
    "name": "mail",
    "host": "mail.example.org",
    "sender": "desk@example.org",
    "path": "/home/you/Mail",
    "url": "https://example.org/reminders",
}


def read_channels(tables: Iterable[Table]) -> tuple[ChannelSettings, ...]:
    """The channels, in the order of the file."""
    found: dict[str, ChannelSettings] = {}
    for table in tables:
        one = _channel(table)
        if one is None:
            continue
        if one.name in found:
            table.complain("name", f"another channel is called {one.name} too. Give each a name of its own.")
        found[one.name] = one
    return tuple(found.values())


def _channel(table: Table) -> ChannelSettings | None:
    kind = table.choice("kind", ChannelKind)
    if kind is None:
        if "kind" not in table.said:
            table.complain("kind", f"it is missing. There are: {', '.join(one.value for one in ChannelKind)}")
        return None
    settings = SETTINGS_OF[kind]
    table.only(["kind", *(one.name for one in fields(settings))])
    values = {one.name: _value(table, one) for one in fields(settings)}
    said = {name: value for name, value in values.items() if value is not None}
    if any(one.default is MISSING and one.name not in said for one in fields(settings)):
        return None
    channel: ChannelSettings = settings(**said)
    _check(table, channel)
    return channel


def _value(table: Table, one: Field[Any]) -> Any:
    """What is said of a field; None if nothing is, or nothing that can be read."""
    if one.name not in table.said:
        if one.default is MISSING:
            table.complain(one.name, f'it is missing. Write it like: {one.name} = "{_EXAMPLES[one.name]}"')
        return None
    value = _READERS[one.type](table, one.name)
    narrower = _NARROWER.get(one.name)
    return narrower(table, one.name, value) if narrower and isinstance(value, str) else value


_READERS: Mapping[object, Callable[[Table, str], object]] = {
    str: Table.text,
    float: lambda table, key: table.seconds(key, MOST_SECONDS),
    int | None: lambda table, key: table.whole(key, 1, 65_535, "587"),
    tuple[str, ...]: Table.words,
    Security: lambda table, key: table.choice(key, Security),
}
"""How a field is read, by its type; the only number that is no time is a port."""


def _absolute(table: Table, key: str, value: str) -> str | None:
    """A path from the root: cron does not start where its user stands."""
    path = os.path.expanduser(value)  # noqa: PTH111  # the settings hold text
    if path.startswith("/"):
        return path
    table.complain(key, f'{shown(key, value)} does not begin at the root. Write it like: {key} = "/home/you/Mail"')
    return None


def _address(table: Table, key: str, value: str) -> str | None:
    try:
        return read_address(value)
    except WrongUsage as problem:
        table.complain(key, str(problem))
        return None


def _web_address(table: Table, key: str, value: str) -> str | None:
    if value.startswith(("https://", "http://")):
        return value
    table.complain(key, f'it is no web address. Write it like: {key} = "{_EXAMPLES["url"]}"')
    return None


def _short_name(table: Table, key: str, value: str) -> str | None:
    if re.fullmatch(_NAME, value):
        return value
    table.complain(key, f"{quoted(value)} is no short name: small letters, digits, - and . make one, like: mail")
    return None


_NAME = r"[a-z0-9][a-z0-9.-]{0,39}"
_NARROWER: Mapping[str, Callable[[Table, str, str], str | None]] = {
    "name": _short_name,
    "sender": _address,
    "url": _web_address,
    **dict.fromkeys(("path", "program", "ca_file", "url_file"), _absolute),
}
"""What the text of a key has to be besides."""


def _check(table: Table, channel: ChannelSettings) -> None:
    """Takes down what does not go together."""
    if channel.name == ChannelKind.STDOUT.value and channel.kind is not ChannelKind.STDOUT:
        table.complain("name", f"{channel.name} is the name of standard output. Give this channel another.")
    if isinstance(channel, SmtpSettings) and bool(channel.username) != bool(channel.password_command):
        missing = "password_command" if channel.username else "username"
        table.complain(missing, "it is missing: a login takes username and password_command, both or neither.")
    if isinstance(channel, AppriseSettings) and bool(channel.url_command) == bool(channel.url_file):
        table.complain("url_command", "a channel of kind apprise takes url_command or url_file, one of the two.")
