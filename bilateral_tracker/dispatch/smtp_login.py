"""How a connection to a mail server is opened: found, encrypted where that is asked, and logged in."""

import smtplib
from base64 import b64encode
from typing import Any

from bilateral_tracker.dispatch.connection import is_this_machine, trusted
from bilateral_tracker.dispatch.deadline import deadline
from bilateral_tracker.dispatch.message import ChannelDown
from bilateral_tracker.dispatch.refusal import too_slow, unreachable
from bilateral_tracker.dispatch.secret import secret
from bilateral_tracker.domain.channel_settings import Security, SmtpSettings
from bilateral_tracker.errors import quoted

_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}
_LAST_PORT = 65535


def place(settings: SmtpSettings) -> str:
    """Which server is meant, for messages."""
    return f"{quoted(settings.host, 100)} (port {port(settings)})"


def port(settings: SmtpSettings) -> int:
    """The port said, or the usual one (RFC 8314 3.3, RFC 6409 3.1, RFC 5321 4.5.4.2)."""
    return _PORTS[settings.security] if settings.port is None else settings.port


def check(settings: SmtpSettings) -> None:
    """ChannelDown if no server could be used as it is said here."""
    if not settings.host.isprintable() or not settings.host.strip() or not 0 < port(settings) <= _LAST_PORT:
        raise _unusable(settings, f"has no usable server {place(settings)}. Give `host`, and `port` if it is unusual")
    if bool(settings.username) != bool(settings.password_command):
        raise _unusable(settings, "has only one of `username` and `password_command`. Give both, or none")
    if settings.username and settings.security is Security.NONE and not is_this_machine(settings.host):
        raise _unusable(settings, 'would send the password in the clear. Say `security = "starttls"` or "tls"')


def opened(settings: SmtpSettings) -> smtplib.SMTP:
    """A connection over which letters can go. ChannelDown if there is none to be had."""
    password = _password(settings)  # before the server is kept waiting
    server = _connected(settings)
    with deadline(settings.timeout_seconds, lambda: server.sock) as limit:
        try:
            _prepare(server, settings, password)
            if limit.passed:  # an answer cut off is one, to smtplib
                raise TimeoutError
        except (smtplib.SMTPException, OSError) as problem:
            server.close()
            # from None: what the server was told stays out of a traceback
            raise (too_slow(place(settings)) if limit.passed else unreachable(problem, place(settings))) from None
    return server


def _password(settings: SmtpSettings) -> str:
    if not settings.username:
        return ""
    password = secret(settings.password_command, settings.name, settings.timeout_seconds)
    if not (settings.username + password).isascii():
        raise _unusable(settings, "has a user name or password beyond ASCII, which cannot be sent. Choose another")
    return password


class _Server(smtplib.SMTP):
    """One whose greeting is waited for no longer than its answers."""

    def connect(self, host: str = "localhost", port: int = 0, source_address: Any = None) -> tuple[int, bytes]:
        with deadline(self.timeout, lambda: self.sock) as limit:
            try:
                answer = super().connect(host, port, source_address)
            except smtplib.SMTPServerDisconnected:
                if not limit.passed:
                    raise
        if limit.passed:
            self.close()
            raise TimeoutError
        return answer


class _TlsServer(_Server, smtplib.SMTP_SSL):
    """The same, encrypted from the first octet."""


def _connected(settings: SmtpSettings) -> smtplib.SMTP:
    try:
        if settings.security is Security.TLS:
            context = trusted(settings.ca_file, settings.name)
            return _TlsServer(settings.host, port(settings), timeout=settings.timeout_seconds, context=context)
        return _Server(settings.host, port(settings), timeout=settings.timeout_seconds)
    except (smtplib.SMTPException, OSError, UnicodeError) as problem:
        raise unreachable(problem, place(settings)) from problem


def _prepare(server: smtplib.SMTP, settings: SmtpSettings, password: str) -> None:
    if settings.security is Security.STARTTLS:
        server.starttls(context=trusted(settings.ca_file, settings.name))
    server.ehlo_or_helo_if_needed()
    if settings.username:
        _log_in(server, settings.username, password)


def _log_in(server: smtplib.SMTP, username: str, password: str) -> None:
    """What the server repeats of what it was told is taken out of its answer."""
    try:
        server.login(username, password)
    except smtplib.SMTPAuthenticationError as refusal:
        words = refusal.smtp_error if isinstance(refusal.smtp_error, bytes) else refusal.smtp_error.encode()
        for told in (f"\0{username}\0{password}", password):
            words = words.replace(b64encode(told.encode()), b"...").replace(told.encode(), b"...")
        raise smtplib.SMTPAuthenticationError(refusal.smtp_code, words) from None


def _unusable(settings: SmtpSettings, what: str) -> ChannelDown:
    return ChannelDown(f"The channel {quoted(settings.name)} {what}.")
