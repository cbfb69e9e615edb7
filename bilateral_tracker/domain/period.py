"""A length of civil time, and how people write one.

Months are counted from an anchor and clamped to the month's end: 31 January and three months is 30 April, and six
months 31 July.
"""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import Enum

from bilateral_tracker.errors import WrongUsage, quoted


class Unit(Enum):
    """What a period is counted in; the value is its letter in ISO 8601 durations."""

    DAY = "D"
    WEEK = "W"
    MONTH = "M"
    YEAR = "Y"


LONGEST_YEARS = 100
"""A longer period is taken for a typing mistake."""

_UNITS_A_YEAR = {Unit.DAY: 366, Unit.WEEK: 53, Unit.MONTH: 12, Unit.YEAR: 1}


@dataclass(frozen=True, slots=True)
class Period:
    """A length of civil time: `Period(3, Unit.MONTH)`. At least one unit, at most a hundred years."""

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if not 1 <= self.count <= LONGEST_YEARS * _UNITS_A_YEAR[self.unit]:
            raise WrongUsage(
                f"A period of {self.count} {self.unit.name.lower()}s cannot be kept. "
                f"Give at least one and at most {LONGEST_YEARS} years, for example: 3 months"
            )

    def after(self, anchor: date, times: int = 1) -> date:
        """`times` periods after `anchor`, clamped to the month's end. OverflowError beyond the year 9999."""
        if self.months:
            return _months_after(anchor, self.months * times)
        return anchor + timedelta(days=self._days * times)

    def times_between(self, anchor: date, day: date) -> int:
        """How many whole periods lie between `anchor` and `day`; negative before the anchor."""
        if not self.months:
            return (day - anchor).days // self._days
        months = 12 * (day.year - anchor.year) + day.month - anchor.month
        times = months // self.months
        # In the anchor's month of the year the clamped due date may still lie ahead of `day`.
        return times - (months % self.months == 0 and self.after(anchor, times) > day)

    def __str__(self) -> str:
        noun = self.unit.name.lower()
        return f"{self.count} {noun}s" if self.count > 1 else f"1 {noun}"

    @property
    def months(self) -> int:
        """How many months it is; 0 for one that is counted in days or weeks."""
        if self.unit is Unit.MONTH:
            return self.count
        return 12 * self.count if self.unit is Unit.YEAR else 0

    @property
    def _days(self) -> int:
        return 7 * self.count if self.unit is Unit.WEEK else self.count


_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _months_after(anchor: date, months: int) -> date:
    """As relativedelta does it, in a sixth of its time: every due date passes here."""
    years, month = divmod(anchor.month - 1 + months, 12)
    year = anchor.year + years
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"year {year} is out of range")
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    length = 29 if month == 1 and is_leap else _MONTH_LENGTHS[month]
    return date(year, month + 1, min(anchor.day, length))


_WORDS = {
    "daily": Period(1, Unit.DAY),
    "weekly": Period(1, Unit.WEEK),
    "fortnightly": Period(2, Unit.WEEK),
    "monthly": Period(1, Unit.MONTH),
    "quarterly": Period(3, Unit.MONTH),
    "half-yearly": Period(6, Unit.MONTH),
    "semi-annually": Period(6, Unit.MONTH),
    "twice a year": Period(6, Unit.MONTH),
    "yearly": Period(1, Unit.YEAR),
    "annually": Period(1, Unit.YEAR),
    "once a year": Period(1, Unit.YEAR),
    "every other year": Period(2, Unit.YEAR),
    "biennially": Period(2, Unit.YEAR),
}

_AMBIGUOUS = {"biannually", "biannual", "bi-annually", "bimonthly", "bi-monthly", "biweekly", "bi-weekly"}

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()

_COUNTED = r"(?:every |each )?(?:([0-9]{1,9}|[a-z]+) )?(day|week|month|year|quarter)s?"


def read_period(text: str) -> Period:
    """A period as people write it: `3 months`, `every three months`, `quarterly`, `every 2 weeks`, `annually`."""
    words = " ".join(text.lower().split())
    if words in _WORDS:
        return _WORDS[words]
    if words in _AMBIGUOUS:
        raise WrongUsage(f"'{words}' has two meanings. Say which: every 6 months or every 2 years, for example.")
    counted = re.fullmatch(_COUNTED, words)
    count = _count(counted[1]) if counted else None
    if counted is None or count is None:
        raise WrongUsage(f"{quoted(text)} is not a period. Write it like: 3 months, 2 weeks, 1 year, quarterly")
    if counted[2] == "quarter":
        return Period(3 * count, Unit.MONTH)
    return Period(count, Unit[counted[2].upper()])


def _count(word: str | None) -> int | None:
    if word is None:
        return 1
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else None
