"""Messages to whatever Apprise reaches: chats, telephones, paging services.

An address of Apprise holds the secret that opens it, so that no address is shown, by us or in Apprise's own words.
"""

import logging
from pathlib import Path
from stat import S_IRWXG, S_IRWXO
from typing import TYPE_CHECKING

from bilateral_tracker.dispatch.local_path import local_path
from bilateral_tracker.dispatch.message import ChannelDown, Message, Undelivered
from bilateral_tracker.dispatch.secret import secret_lines
from bilateral_tracker.domain.channel_settings import AppriseSettings
from bilateral_tracker.errors import quoted

if TYPE_CHECKING:
    from apprise import Apprise


class AppriseChannel:
    """The services behind the addresses; a message counts as delivered when all of them took it."""

    def __init__(self, settings: AppriseSettings) -> None:
        self._settings = settings
        self._services = _no_services(settings.name)

    def send(self, message: Message) -> None:
        """Deliver it as plain text."""
        from apprise import NotifyFormat

        if not len(self._services):  # bool() says something else
            self._add_services()
        body = message.text if message.text.strip() else message.subject
        if not self._services.notify(body=body, title=message.subject, body_format=NotifyFormat.TEXT):
            raise Undelivered(
                f"The channel {quoted(self._settings.name)} could not deliver to all its Apprise services. To see why, "
                "try its address with: apprise -vv -b test URL"
            )

    def close(self) -> None:
        """Nothing was held open."""

    def _add_services(self) -> None:
        for number, url in enumerate(_urls(self._settings), start=1):
            if not self._services.add(url):
                self._services.clear()
                raise ChannelDown(
                    f"Line {number} of the addresses of the channel {quoted(self._settings.name)} is none that Apprise "
                    "knows. See the forms with: apprise --details"
                )


def _no_services(channel: str) -> "Apprise":
    """An Apprise that keeps nothing on disk and says nothing. ChannelDown if it is not installed."""
    try:
        from apprise import Apprise, AppriseAsset, PersistentStoreMode
    except ModuleNotFoundError as problem:
        raise ChannelDown(
            f"The channel {quoted(channel)} needs Apprise. Install it with: pip install 'bilateral-tracker[notify]'"
        ) from problem
    logging.getLogger("apprise").disabled = True
    return Apprise(asset=AppriseAsset(storage_mode=PersistentStoreMode.MEMORY))


def _urls(settings: AppriseSettings) -> list[str]:
    """The addresses, at least one."""
    if settings.url_command:
        return secret_lines(settings.url_command, settings.name, settings.timeout_seconds)
    if not settings.url_file:
        raise ChannelDown(f"The channel {quoted(settings.name)} has no addresses. Give `url_command` or `url_file`.")
    try:
        text = _private_text(local_path(settings.url_file, settings.name), settings)
    except (OSError, UnicodeDecodeError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else "it is not UTF-8"
        raise _unreadable(settings, f"cannot be read: {why}") from None
    urls = [line.strip() for line in text.splitlines() if line.strip()]
    if not urls:
        raise _unreadable(settings, "is empty. Put one address on each line")
    return urls


def _private_text(path: Path, settings: AppriseSettings) -> str:
    if path.stat().st_mode & (S_IRWXG | S_IRWXO):
        raise _unreadable(settings, f"is open to others. Close it with: chmod 600 {quoted(settings.url_file, 200)}")
    return path.read_text(encoding="utf-8")


def _unreadable(settings: AppriseSettings, what: str) -> ChannelDown:
    return ChannelDown(
        f"The file {quoted(settings.url_file, 200)} with the addresses of the channel {quoted(settings.name)} {what}."
    )
