"""Letters handed to a mail server (RFC 5321), all of a run over one connection."""

import smtplib
import socket
from contextlib import suppress

from bilateral_tracker.dispatch.deadline import deadline
from bilateral_tracker.dispatch.letter import letter, recipient_address, sender_address
from bilateral_tracker.dispatch.message import Message, Undelivered
from bilateral_tracker.dispatch.refusal import CLOSING_DOWN, code, explained, too_slow
from bilateral_tracker.dispatch.smtp_login import check, opened, place
from bilateral_tracker.domain.channel_settings import SmtpSettings

_FAREWELL_SECONDS = 5.0


class SmtpChannel:
    """A mail server, connected when the first letter is sent, and again if it hangs up between two letters."""

    def __init__(self, settings: SmtpSettings) -> None:
        check(settings)
        self._settings = settings
        self._sender = sender_address(settings.name, settings.sender)
        self._server: smtplib.SMTP | None = None

    def send(self, message: Message) -> None:
        """Deliver it. A letter whose answer was lost is not sent again here: the server may have taken it."""
        to, octets = recipient_address(message), letter(message, self._sender, self._settings.sender_name)
        was_open = self._is_open()
        try:
            try:
                self._hand_over(to, octets)
            except smtplib.SMTPException as problem:
                # some servers take so many letters over one connection, and say so when the next begins
                if not was_open or code(problem) != CLOSING_DOWN:
                    raise
                self._drop()
                self._hand_over(to, octets)
        except (smtplib.SMTPException, OSError) as problem:
            raise explained(problem, place(self._settings), to) from problem

    def close(self) -> None:
        """Take leave of the server, if it is quick about it."""
        if self._server is not None:
            seconds = min(self._settings.timeout_seconds, _FAREWELL_SECONDS)
            with deadline(seconds, self._socket), suppress(smtplib.SMTPException, OSError):
                self._server.quit()
            self._drop()

    def _is_open(self) -> bool:
        """Whether the connection of the letter before still stands: asked before a letter is at stake."""
        if self._server is None:
            return False
        with deadline(self._settings.timeout_seconds, self._socket), suppress(smtplib.SMTPException, OSError):
            if self._server.noop()[0] == 250:
                return True
        self._drop()
        return False

    def _hand_over(self, to: str, octets: bytes) -> None:
        if self._server is None:
            self._server = opened(self._settings)
        options = self._options(self._server, to)
        with deadline(self._settings.timeout_seconds, self._socket) as limit:
            try:
                self._server.sendmail(self._sender, [to], octets, options)
            except (smtplib.SMTPException, OSError) as problem:
                if limit.passed:
                    raise too_slow(place(self._settings)) from problem
                raise

    def _options(self, server: smtplib.SMTP, to: str) -> tuple[str, ...]:
        """What the server is told about addresses (RFC 6531 3.4). Undelivered if it cannot take them."""
        if (self._sender + to).isascii():
            return ()
        if not server.has_extn("smtputf8"):
            raise Undelivered(
                f"The mail server {place(self._settings)} takes no letter from {self._sender} to {to}, since an "
                "address holds letters beyond ASCII. Use another address."
            )
        return ("SMTPUTF8", "BODY=8BITMIME")

    def _socket(self) -> socket.socket | None:
        return None if self._server is None else self._server.sock

    def _drop(self) -> None:
        if self._server is not None:
            self._server.close()
        self._server = None
