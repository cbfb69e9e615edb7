"""Where on this machine a channel finds or puts something: a whole path, since nobody knows from where cron starts."""

from pathlib import Path

from bilateral_tracker.dispatch.message import ChannelDown
from bilateral_tracker.errors import quoted


def local_path(text: str, channel: str) -> Path:
    """The path, `~` being the user's home. ChannelDown if it is not a whole one."""
    try:
        path = Path(text).expanduser()
    except RuntimeError:  # nobody has that home
        path = Path()
    if not path.is_absolute() or "\0" in text:
        raise ChannelDown(
            f"The channel {quoted(channel)} has the path {quoted(text, 200)}, which is not a whole one. "
            "Begin it with / or ~/"
        )
    return path
