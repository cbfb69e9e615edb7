"""What is set for a kind or a commitment in place of the usual stages."""

from enum import Enum
from typing import NamedTuple, TypeVar

from bilateral_tracker.domain.stages import Counts, Stages

T = TypeVar("T")


class Never(Enum):
    """That nobody is told, where to say nothing means: as usual."""

    NEVER = "never"


class StagesChange(NamedTuple):
    """What is said of a kind or a commitment in place of the usual stages; None: as usual."""

    before: tuple[int, ...] | None = None
    every_days: int | None = None
    director_after: int | Never | None = None
    head_after: int | Never | None = None
    counts: Counts | None = None
    propose_before: int | Never | None = None

    def of(self, usual: Stages) -> Stages:
        """The usual stages with what is said here in their place."""
        return Stages(
            _said(self.before, usual.before),
            _said(self.every_days, usual.every_days),
            _days(self.director_after, usual.director_after),
            _days(self.head_after, usual.head_after),
            _said(self.counts, usual.counts),
            _days(self.propose_before, usual.propose_before),
        )


def _said(said: T | None, usual: T) -> T:
    return usual if said is None else said


def _days(said: int | Never | None, usual: int | None) -> int | None:
    return None if isinstance(said, Never) else _said(said, usual)
