"""Letters put into a maildir: one file each, that is there whole or not at all, and once however often it is tried."""

import os
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp

from bilateral_tracker.dispatch.letter import letter, sender_address
from bilateral_tracker.dispatch.local_path import local_path
from bilateral_tracker.dispatch.message import ChannelDown, Message
from bilateral_tracker.domain.channel_settings import MaildirSettings
from bilateral_tracker.errors import quoted

_FLAGS = ":"
"""A mail program moves what it has seen from new/ to cur/, and writes flags after this."""


class MaildirChannel:
    """The folders tmp/, new/ and cur/; they are made in a folder that is there, or in a new one beside others."""

    def __init__(self, settings: MaildirSettings) -> None:
        self._settings = settings
        self._sender = sender_address(settings.name, settings.sender)
        self._folder = local_path(settings.path, settings.name)

    def send(self, message: Message) -> None:
        """Deliver it, unless a letter with this Message-ID lies there already."""
        octets = letter(message, self._sender, self._settings.sender_name).replace(b"\r\n", b"\n")
        name = _file_name(message)
        try:
            self._make_folders()
            if not self._holds(name):
                self._put(name, octets)
        except OSError as problem:
            raise ChannelDown(
                f"The maildir {quoted(self._settings.path, 200)} cannot be written to: {problem.strerror}. "
                "Make room or allow it; what is owed is tried again at the next run."
            ) from problem

    def close(self) -> None:
        """Nothing was held open."""

    def _make_folders(self) -> None:
        for folder in (self._folder, *map(self._folder.joinpath, ("tmp", "new", "cur"))):
            folder.mkdir(mode=0o700, exist_ok=True)

    def _holds(self, name: str) -> bool:
        return (self._folder / "new" / name).exists() or any(
            entry.partition(_FLAGS)[0] == name
            for entry in os.listdir(self._folder / "cur")  # noqa: PTH208  # of 100,000
        )

    def _put(self, name: str, octets: bytes) -> None:
        """Write it beside its place, then move it there in one step."""
        descriptor, beside = mkstemp(dir=self._folder / "tmp", prefix=f"{name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(octets)
                file.flush()
                os.fsync(file.fileno())
            Path(beside).rename(self._folder / "new" / name)
        except OSError:
            Path(beside).unlink(missing_ok=True)
            raise
        _make_durable(self._folder / "new")


def _file_name(message: Message) -> str:
    """Unlike the usual name, which tells one attempt from another, this tells one message from another."""
    return f"{sha256(message.id.encode()).hexdigest()[:32]}.bilateral"


def _make_durable(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
