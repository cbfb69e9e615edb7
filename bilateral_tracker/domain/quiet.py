"""That the desk wants to hear no more of an item for a while: it knows, or it asked to be told later."""

from datetime import date
from typing import NamedTuple


class Quiet(NamedTuple):
    """An acknowledgement, or a snooze. It is about one day: a new date, agreed or arranged, is told of all the same."""

    item: str
    about_on: date
    on: date
    """The day on which it was said."""
    until: date | None = None
    """The day on which to be told again; None: acknowledged, so not in this phase any more."""
    entry: int = 0
