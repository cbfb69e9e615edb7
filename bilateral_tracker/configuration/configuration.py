"""What the user has set, all of it: when reminders are due, the channels, and which of them is the usual one."""

from typing import TYPE_CHECKING, NamedTuple

from bilateral_tracker.configuration.file import content, not_there
from bilateral_tracker.configuration.place import place_named, usual_place
from bilateral_tracker.domain.reminder import STDOUT
from bilateral_tracker.domain.stages import RemindSettings
from bilateral_tracker.errors import NotFound, quoted

if TYPE_CHECKING:
    from bilateral_tracker.configuration.table import Table
    from bilateral_tracker.domain.channel_settings import ChannelSettings


class Configuration(NamedTuple):
    """The settings of one file; without any, the usual ones."""

    remind: RemindSettings = RemindSettings()
    channels: "tuple[ChannelSettings, ...]" = ()
    default_channel: str = STDOUT
    place: str = ""
    """The file; where it would lie, if there is none."""

    def channel(self, name: str) -> "ChannelSettings":
        """The channel of that name; NotFound names those there are. Standard output is always one."""
        if name == STDOUT:
            from bilateral_tracker.domain.channel_settings import StdoutSettings  # 3 ms

            return StdoutSettings()
        found = next((one for one in self.channels if one.name == name), None)
        if found is None:
            there_are = ", ".join(self.channel_names)
            raise NotFound(f"There is no channel {quoted(name)} in {self.place}. There are: {there_are}")
        return found

    @property
    def channel_names(self) -> list[str]:
        """The names of all channels, standard output among them."""
        return sorted({STDOUT, *(one.name for one in self.channels)})


def read_configuration() -> Configuration:
    """The configuration of this user. Misconfigured lists all that is wrong with it, and how to mend it."""
    place = place_named() or usual_place()
    found = content(place)
    if found is None and place_named():
        raise not_there(place)
    return _read(place, found) if found else Configuration(place=place)


def _read(place: str, found: bytes) -> Configuration:
    from bilateral_tracker.configuration.channels import read_channels
    from bilateral_tracker.configuration.file import parsed
    from bilateral_tracker.configuration.problem import refusal
    from bilateral_tracker.configuration.reminding import read_remind
    from bilateral_tracker.configuration.table import Table

    table = Table(parsed(place, found))
    table.only(("default_channel", "remind", "channel"))
    read = Configuration(
        remind=read_remind(table.table("remind")),
        channels=read_channels(table.tables("channel")),
        default_channel=table.text("default_channel") or STDOUT,
        place=place,
    )
    _check_default(table, read)
    if table.problems:
        raise refusal(place, table.problems)
    return read


def _check_default(table: "Table", read: Configuration) -> None:
    """Takes down a usual channel that is none; where a channel could not be read, it may have been that one."""
    if read.default_channel not in read.channel_names and not any(
        one.where.startswith("channel.") for one in table.problems
    ):
        names = ", ".join(read.channel_names)
        table.complain("default_channel", f"{quoted(read.default_channel)} is no channel. There are: {names}")
