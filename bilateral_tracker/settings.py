"""Where the register lies, who writes in it, and whose side is ours: what was typed, else the environment."""

import os
import pwd
import sys

REGISTER = "BILATERAL_REGISTER"
AUTHOR = "BILATERAL_AUTHOR"
WE = "BILATERAL_WE"
CONFIG = "BILATERAL_CONFIG"


def register_place(typed: str | None) -> str:
    """The register's path or URL; by default a file in the user's data folder."""
    return typed or os.environ.get(REGISTER) or f"{_data_folder()}/bilateral/register.db"


def absolute_place(place: str) -> str:
    """The same place for whoever works in another folder; what is a link stays one."""
    return os.path.abspath(place)  # noqa: PTH100  # pathlib takes 4 ms to load, and keeps `..`


def _data_folder() -> str:
    """Where programs keep a user's data: as platformdirs finds it, which takes 7 ms to load, a seventh of a run.

    XDG Base Directory Specification 0.8, which has relative paths ignored; Apple's File System Programming Guide.
    """
    named = os.environ.get("XDG_DATA_HOME", "")
    if named.startswith("/"):
        return named.rstrip("/")
    usual = "~/Library/Application Support" if sys.platform == "darwin" else "~/.local/share"
    return os.path.expanduser(usual)  # noqa: PTH111  # pathlib takes 4 ms to load


def author(typed: str | None) -> str:
    """The name written into the journal; by default the login name, which cron knows too."""
    return typed or os.environ.get(AUTHOR) or os.environ.get("LOGNAME") or pwd.getpwuid(os.getuid()).pw_name


def our_code(typed: str | None) -> str:
    """The code of the party on whose side the reader sits; empty if nothing says, then it is the register's home."""
    return typed or os.environ.get(WE, "").upper()
