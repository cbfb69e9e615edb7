"""What is to be done under a commitment: action points that arise from it, milestones on the way to it. `PK-CN-1.3`."""

import re
from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.period import Period, read_period


class RelativeDue(NamedTuple):
    """A due date hung on an occurrence: 14 days before the day it is expected, or 30 days after it was held."""

    period: Period
    before: bool
    after_held: bool
    """Counted from the day it was held: not running until then."""
    number: int

    def counted_from(self, day: date) -> date:
        """The due date if the occurrence is expected, or was held, on `day`."""
        return self.period.after(day, -1 if self.before else 1)

    def __str__(self) -> str:
        what = f"#{self.number} was held" if self.after_held else f"#{self.number} is expected"
        return f"{self.period} {'before' if self.before else 'after'} {what}"


class FollowUp(NamedTuple):
    """One action point or milestone: what, who, by when. Both are numbered in one row."""

    number: int
    text: str
    raised_on: date
    owner: str = ""
    due_on: date | None = None
    relative: RelativeDue | None = None
    done_on: date | None = None
    is_milestone: bool = False
    """Whether it is a step towards a deliverable or report, and not an action point beside it."""


class RelativeWords(NamedTuple):
    """A relative due date as typed, before it is known which occurrence it hangs on."""

    period: Period
    before: bool
    after_held: bool

    def on(self, number: int) -> RelativeDue:
        """The same, hung on the `number`-th occurrence."""
        return RelativeDue(self.period, self.before, self.after_held, number)


_SHAPE = (
    r"(?P<period>[a-z0-9]+ [a-z]+) (?P<side>before|after) "
    r"(?:(?P<held>it (?:was|is) held)|(?:the |its )?(?:next )?(?:sitting|meeting|session|due date))"
)


def read_relative(text: str) -> RelativeWords | None:
    """`14 days before the next sitting`, `30 days after it was held`; None if `text` is no such phrase."""
    match = re.fullmatch(_SHAPE, " ".join(text.lower().split()))
    if match is None or (match["held"] and match["side"] == "before"):
        return None
    return RelativeWords(read_period(match["period"]), match["side"] == "before", bool(match["held"]))
