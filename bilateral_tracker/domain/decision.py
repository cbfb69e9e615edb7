"""What the parties decided about a promise itself: to change it, to pause it, to give it up, to make it again.

Decisions are facts with a day. They change what is due from their effective day on, and nothing before it.
"""

from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.commitment import Commitment
from bilateral_tracker.domain.source import Citation


class Amendment(NamedTuple):
    """New terms from an effective day on; what fell due before it keeps the terms it had."""

    from_on: date
    terms: Commitment
    decided_on: date
    both_agreed: bool
    """Whether all parties agreed to it; else one side has said so."""
    reason: str = ""
    entry: int = 0


class Pause(NamedTuple):
    """A time in which nothing is chased. Once it is over, what fell due in it is put off by its length, or forgiven."""

    from_on: date
    both_agreed: bool
    reason: str = ""
    entry: int = 0
    resumed_on: date | None = None
    shifts: bool = False
    """Whether it put off what was to come, day by day; else what fell due in it is forgiven."""

    @property
    def days(self) -> int:
        """How long it lasted; 0 while it lasts."""
        return (self.resumed_on - self.from_on).days if self.resumed_on else 0


class Withdrawal(NamedTuple):
    """From its effective day on nothing is owed any more; what was missed before it stays missed."""

    from_on: date
    decided_on: date
    both_agreed: bool
    reason: str = ""
    superseded_by: str = ""
    """The reference of the commitment that took its place."""
    entry: int = 0


class Restatement(NamedTuple):
    """The promise, announced once more: nothing new is due, but somebody keeps count."""

    on: date
    citation: Citation
    entry: int = 0
