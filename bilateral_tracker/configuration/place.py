"""Where the configuration lies, and whether there is one: asked at every run, so that nothing else is loaded for it."""

import os

from bilateral_tracker.folders import configuration_folder

CONFIG = "BILATERAL_CONFIG"


def place_named() -> str:
    """The place that the environment names; empty if it names none."""
    return os.environ.get(CONFIG, "")


def usual_place() -> str:
    """Where the file lies if nobody says otherwise."""
    return f"{configuration_folder()}/bilateral/config.toml"


def is_configured() -> bool:
    """Whether there is something to read, or should be, as the environment names it."""
    return bool(place_named()) or os.path.lexists(usual_place())
