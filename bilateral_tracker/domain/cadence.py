"""How often something falls due. Every due date is counted from the anchor, never from the one before.

Counting from the one before drifts: 31 January, 30 April, 30 July, for ever. Counted from the anchor and clamped to
the month's end, the same promise falls due on 30 April, 31 July, 31 October, 31 January.
"""

from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.window import Window


class Reading(Enum):
    """Which of its meanings a cadence has."""

    GRID = "grid"
    """Due dates stand on a fixed grid; a late sitting moves none: "every three months"."""
    PERIOD = "period"
    """One in each period, due by its last day: "at least once a year", "in each quarter"."""
    ROLLING = "rolling"
    """Counted from the last one: "within six months of the last meeting"."""
    ON_REQUEST = "on_request"
    """Due so long after each request: "within 30 days of a request of either side"."""


class Cadence(NamedTuple):
    """Due again and again: the first time `first_step` periods after the anchor, then every period.

    The anchor is the day of the agreement (`first_step` 1), or the first due date itself (`first_step` 0), or the
    start of the year of which periods are counted; new bounds on an old rhythm count on from its anchor by a higher
    step. On request, the period is the time within which a request is to be met.
    """

    period: Period
    anchor_on: date
    first_step: int = 1
    reading: Reading = Reading.GRID
    words: str = ""
    """The words of the source that justify it."""
    lasts: Period | None = None
    """How long a due time on the grid lasts, where it is no single day: a month for "every year in November"."""
    until: date | None = None
    """No due time begins after this day: "during the first five years"."""
    times: int | None = None
    """How many due times there are in all; None for no end."""
    is_soft: bool = False
    """Whether the words leave room: "normally", "in principle". A delay has slipped then, and breaks no promise."""
    is_floor: bool = False
    """Whether more is welcome: "at least once a year". A sitting beyond it is an additional one."""

    def due(self, number: int) -> date:
        """The day on which the `number`-th due time begins, counted from 1. OverflowError beyond the year 9999."""
        return self.period.after(self.anchor_on, number - 1 + self.first_step)

    def last_due(self, day: date) -> int:
        """The number of the latest due time begun on or before `day`, `until` and `times` apart; 0 if none."""
        return max(0, self.period.times_between(self.anchor_on, day) + 1 - self.first_step)

    def last_over(self, day: date) -> int:
        """The number of the latest due time that ends on or before `day`, `until` and `times` apart; 0 if none."""
        begun = self.last_due(day)
        if begun == 0 or (self.reading is Reading.GRID and self.lasts is None):
            return begun
        return begun - (self._latest(begun) > day)

    def window(self, number: int) -> Window:
        """The days of the `number`-th due time. OverflowError beyond the year 9999."""
        return Window(self.due(number), self._latest(number))

    def without_first(self, count: int) -> "Cadence":
        """The same due times, counted on without the first so many."""
        times = None if self.times is None else max(0, self.times - count)
        return self._replace(first_step=self.first_step + count, times=times)

    @property
    def last_number(self) -> int | None:
        """The number of the last due time, if they ever end; it may be 0."""
        ends = [] if self.times is None else [self.times]
        ends += [] if self.until is None else [self.last_due(self.until)]
        return min(ends, default=None)

    def _latest(self, number: int) -> date:
        due_on = self.due(number)
        try:
            if self.reading is Reading.PERIOD:
                return self.due(number + 1) - timedelta(1)
            return self.lasts.after(due_on) - timedelta(1) if self.lasts else due_on
        except OverflowError:
            return date.max


def cadence_from(period: Period, agreed_on: date, first_due_on: date | None = None, words: str = "") -> Cadence:
    """A cadence anchored on the day of the agreement, unless the first due date says otherwise.

    A first due date exactly one period after the agreement keeps the agreement as anchor: agreed on 31 January and
    first due on 30 April, "every three months" means 31 July next.
    """
    if first_due_on is None or first_due_on == period.after(agreed_on):
        return Cadence(period, agreed_on, words=words)
    return Cadence(period, first_due_on, first_step=0, words=words)


def periods_from(period: Period, first_day: date, year_start: tuple[int, int] = (1, 1), words: str = "") -> Cadence:
    """The period reading: one in each period, the first being the one that holds `first_day`.

    Periods of months are counted from the start of the year, a month and a day, so that quarters and half-years are
    those of that year: the Permanent Indus Commission's begins on 1 April. Weeks begin on Mondays. What does not fit
    into a year begins with the year that holds the day; any number of days begins on the day itself.
    """
    start = _start_of_counting(period, first_day, year_start)
    return Cadence(period, start, max(0, period.times_between(start, first_day)), Reading.PERIOD, words)


def _start_of_counting(period: Period, day: date, year_start: tuple[int, int]) -> date:
    if period.unit is Unit.DAY:
        return day
    if period.unit is Unit.WEEK:
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    month, first = year_start
    year = day.year - ((month, first) > (day.month, day.day))
    return date(max(1, year), month, first)
