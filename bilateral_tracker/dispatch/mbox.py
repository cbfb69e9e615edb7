"""Letters added to an mbox: one file for all, locked while it is written (RFC 4155).

Python's own `mailbox` locks it; it does not write, since it reads the whole file first and leaves half a letter behind
when the disk is full. No line of a letter of ours begins with "From ", so that none has to be quoted.
"""

import mailbox
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC
from pathlib import Path
from time import monotonic, sleep

from bilateral_tracker.dispatch.letter import letter, sender_address
from bilateral_tracker.dispatch.local_path import local_path
from bilateral_tracker.dispatch.message import ChannelDown, Message
from bilateral_tracker.domain.channel_settings import MboxSettings
from bilateral_tracker.errors import quoted

_PAUSE_SECONDS = 0.05


class MboxChannel:
    """The file; a new one is the owner's alone. A retry adds a second letter, with the same Message-ID."""

    def __init__(self, settings: MboxSettings) -> None:
        self._settings = settings
        self._sender = sender_address(settings.name, settings.sender)
        self._path = local_path(settings.path, settings.name)

    def send(self, message: Message) -> None:
        """Deliver it, having waited for whoever holds the file."""
        octets = letter(message, self._sender, self._settings.sender_name).replace(b"\r\n", b"\n")
        try:
            self._add(_envelope(self._sender, message) + octets + b"\n")
        except mailbox.ExternalClashError as problem:
            lock = quoted(f"{self._settings.path}.lock", 200)
            raise self._down(f"is held by another program. If none is running, remove {lock}") from problem
        except OSError as problem:
            raise self._down(f"cannot be written to: {problem.strerror}. Make room, or allow it") from problem

    def close(self) -> None:
        """Nothing was held open."""

    def _add(self, octets: bytes) -> None:
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        try:
            with _locked(self._path, self._settings.timeout_seconds):
                _append(descriptor, octets)
        finally:
            os.close(descriptor)

    def _down(self, what: str) -> ChannelDown:
        return ChannelDown(f"The mailbox {quoted(self._settings.path, 200)} {what}.")


def _envelope(sender: str, message: Message) -> bytes:
    """The line before a letter, its moment in UTC (RFC 4155 appendix A)."""
    return f"From {sender} {message.moment.astimezone(UTC).ctime()}\n".encode()


@contextmanager
def _locked(path: Path, seconds: float) -> Iterator[None]:
    """The file is ours, by fcntl and by its .lock. ExternalClashError if it is another's for so long."""
    box = mailbox.mbox(path, create=False)
    try:
        _lock(box, monotonic() + seconds)
        yield
    finally:
        box.close()


def _lock(box: mailbox.Mailbox[mailbox.mboxMessage], until: float) -> None:
    while monotonic() < until:
        with suppress(mailbox.ExternalClashError):
            return box.lock()
        sleep(_PAUSE_SECONDS)
    return box.lock()


def _append(descriptor: int, octets: bytes) -> None:
    """All of it or nothing, after whatever line end the letter before may lack."""
    end = os.lseek(descriptor, 0, os.SEEK_END)
    if end and os.pread(descriptor, 1, end - 1) != b"\n":
        octets = b"\n\n" + octets
    try:
        while octets:
            octets = octets[os.write(descriptor, octets) :]
        os.fsync(descriptor)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, end)
        raise
