"""Where the register lies and who writes in it: what was typed, else the environment, else the usual."""

import os
import pwd

REGISTER = "BILATERAL_REGISTER"
AUTHOR = "BILATERAL_AUTHOR"


def register_place(typed: str | None) -> str:
    """The register's path or URL; by default a file in the user's data folder."""
    told = typed or os.environ.get(REGISTER)
    if told:
        return told
    from platformdirs import user_data_path

    return str(user_data_path("bilateral") / "register.db")


def author(typed: str | None) -> str:
    """The name written into the journal; by default the login name, which cron knows too."""
    return typed or os.environ.get(AUTHOR) or os.environ.get("LOGNAME") or pwd.getpwuid(os.getuid()).pw_name
