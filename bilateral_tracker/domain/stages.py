"""When somebody is reminded of something: the days before, how often while overdue, and who hears of it when.

A **stage** is a number of days from the day that something is expected: -30 is thirty days before, 0 the day itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum


class Counts(Enum):
    """Which days a lead time counts."""

    CALENDAR = "calendar"
    WORKING = "working"
    """Days on which every capital of the relationship works."""


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of one item, and the ladder up which it climbs while it is overdue."""

    before: tuple[int, ...] = (30, 14, 7, 1, 0)
    """Days before the day expected, the earliest first; 0 is the day itself."""
    every_days: int = 7
    """Days between two stages while something is overdue."""
    director_after: int | None = 30
    """Days overdue after which the director hears of it too; None: never."""
    head_after: int | None = 60
    """Days overdue after which the head hears of it too; None: never."""
    counts: Counts = Counts.CALENDAR
    propose_before: int | None = 45
    """Days before a sitting is due by which its date should be proposed; None: nobody is told."""


@dataclass(frozen=True, slots=True)
class RemindSettings:
    """The stages that hold for everything, with those of a kind or of one commitment instead of them."""

    default: Stages = Stages()
    kinds: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """What differs for a kind: fields of `Stages` by name."""
    commitments: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """What differs for a commitment, by reference."""
    lease_minutes: int = 15
    """Minutes after which a claim by a run that did not say it was sent may be taken over by another."""

    def stages(self, kind: str, ref: str) -> Stages:
        """The stages of an item of that kind under that commitment; what is said of the commitment comes first."""
        said = {**self.kinds.get(kind, {}), **self.commitments.get(ref, {})}
        return replace(self.default, **said) if said else self.default  # type: ignore[arg-type]
