"""Days one after another, without stepping over the first or the last day there is."""

from collections.abc import Iterator
from datetime import date


def days(first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last`, both included."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def following(day: date, most: int) -> Iterator[date]:
    """At most so many days after `day`, the nearest first."""
    return map(date.fromordinal, range(day.toordinal() + 1, min(day.toordinal() + most, date.max.toordinal()) + 1))


def preceding(day: date, most: int) -> Iterator[date]:
    """At most so many days before `day`, the nearest first."""
    return map(date.fromordinal, range(day.toordinal() - 1, max(day.toordinal() - most, date.min.toordinal()) - 1, -1))


def shifted(day: date, by_days: int) -> date:
    """The day so many days later, or earlier if negative; at most the last, at least the first day there is."""
    return date.fromordinal(max(1, min(day.toordinal() + by_days, date.max.toordinal())))
