"""What reminders ask of the capitals of parties."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol


class Capitals(Protocol):
    """On which days the capitals of parties work."""

    def works(self, party: str, day: date) -> bool:
        """Whether the party's capital works on a day."""

    def left(self, parties: Sequence[str], day: date, until: date) -> int:
        """How many days after `day`, up to `until`, all of these capitals work."""
