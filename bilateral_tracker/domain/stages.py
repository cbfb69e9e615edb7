"""When somebody is reminded of something: the days before, how often while overdue, and who hears of it when.

A **stage** is a number of days from the day that something is expected: -30 is thirty days before, 0 the day itself.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:

    class Change(Protocol):
        """What is set for a kind or a commitment: `stages_change`, which nobody loads who has set nothing."""

        def of(self, usual: "Stages") -> "Stages":
            """The usual stages with what is set in their place."""


class Counts(Enum):
    """Which days a lead time counts."""

    CALENDAR = "calendar"
    WORKING = "working"
    """Days on which every capital of the relationship works."""


class Stages(NamedTuple):
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


_NONE: "Mapping[str, Change]" = MappingProxyType({})


class RemindSettings(NamedTuple):
    """The stages that hold for everything, with those of a kind or of one commitment instead of them."""

    default: Stages = Stages()
    kinds: "Mapping[str, Change]" = _NONE
    """What differs for a kind, by its name."""
    commitments: "Mapping[str, Change]" = _NONE
    """What differs for a commitment, by its reference."""
    lease_minutes: int = 15
    """Minutes after which a claim by a run that did not say it was sent may be taken over by another."""

    def stages(self, kind: str, ref: str) -> Stages:
        """The stages of an item of that kind under that commitment; what is said of the commitment comes first."""
        of_kind = self.kinds[kind].of(self.default) if kind in self.kinds else self.default
        return self.commitments[ref].of(of_kind) if ref in self.commitments else of_kind
