"""Where the register lies, who writes in it, and whose side is ours: what was typed, else the environment."""

import os
import pwd

from bilateral_tracker.folders import data_folder

REGISTER = "BILATERAL_REGISTER"
AUTHOR = "BILATERAL_AUTHOR"
WE = "BILATERAL_WE"
CALENDARS = "BILATERAL_CALENDARS"


def register_place(typed: str | None) -> str:
    """The register's path or URL; by default a file in the user's data folder."""
    return typed or os.environ.get(REGISTER) or f"{data_folder()}/bilateral/register.db"


def absolute_place(place: str) -> str:
    """The same place for whoever works in another folder; what is a link stays one."""
    return os.path.abspath(place)  # noqa: PTH100  # pathlib takes 4 ms to load, and keeps `..`


def author(typed: str | None) -> str:
    """The name written into the journal; by default the login name, which cron knows too."""
    return typed or os.environ.get(AUTHOR) or os.environ.get("LOGNAME") or pwd.getpwuid(os.getuid()).pw_name


def our_code(typed: str | None) -> str:
    """The code of the party on whose side the reader sits; empty if nothing says, then it is the register's home."""
    return typed or os.environ.get(WE, "").upper()


def calendars_file() -> str:
    """The path of the user's own file of calendars; empty if there is none."""
    return os.environ.get(CALENDARS, "")
