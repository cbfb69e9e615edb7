"""The due times of one commitment in their order: when each begins and ends, however far away.

Some are known for ever: a grid, one in each period, a single day. Others become known one by one: counted from the
last sitting, from a request, from an event that is still to come.
"""

from bisect import bisect_right
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.period import Period
from bilateral_tracker.domain.span import shifted
from bilateral_tracker.domain.window import Window


class Dues(Protocol):
    """Due times, numbered from 1. They follow each other: none begins or ends before the one with a lower number."""

    def window(self, number: int) -> Window | None:
        """The `number`-th due time; None if there is none, or none yet."""

    def opened(self, day: date) -> int:
        """How many due times have begun by `day`."""

    def over(self, day: date) -> int:
        """How many due times have ended by `day`: their last day is over or is that day."""


class EventDue(NamedTuple):
    """A due time hung on an event: six months after entry into force, on the margins of an assembly.

    Without a period it is the day of the event itself, or the day before it. It does not run until the event's day is
    on record.
    """

    event: str
    period: Period | None = None
    before: bool = False

    def window(self, event_on: date, agreed_on: date) -> Window:
        """The due time, once the event's day is known. OverflowError beyond the year 9999."""
        if self.before:
            latest = self.period.after(event_on, -1) if self.period else event_on - timedelta(1)
            return Window(min(agreed_on, latest), latest, str(self))
        return Window(event_on, self.period.after(event_on) if self.period else event_on, str(self))

    def __str__(self) -> str:
        if self.period is None:
            return f"before {self.event}" if self.before else f"on {self.event}"
        return f"{self.period} {'before' if self.before else 'after'} {self.event}"


class Listed(NamedTuple):
    """Due times that are known one by one."""

    windows: tuple[Window, ...] = ()

    def window(self, number: int) -> Window | None:
        """The `number`-th due time, if it is known."""
        return self.windows[number - 1] if 1 <= number <= len(self.windows) else None

    def opened(self, day: date) -> int:
        """How many have begun by `day`."""
        return bisect_right(self.windows, day, key=lambda one: one.earliest)

    def over(self, day: date) -> int:
        """How many have ended by `day`."""
        return bisect_right(self.windows, day, key=lambda one: one.latest)


class Regular(NamedTuple):
    """The due times of a grid or of one period after another, in closed form."""

    cadence: Cadence

    def window(self, number: int) -> Window | None:
        """The `number`-th due time; None after the last one, and beyond the year 9999."""
        last = self.cadence.last_number
        if last is not None and number > last:
            return None
        try:
            return self.cadence.window(number)
        except OverflowError:
            return None

    def opened(self, day: date) -> int:
        """How many have begun by `day`."""
        return self._at_most(self.cadence.last_due(day))

    def over(self, day: date) -> int:
        """How many have ended by `day`."""
        return self._at_most(self.cadence.last_over(day))

    def _at_most(self, number: int) -> int:
        last = self.cadence.last_number
        return number if last is None else min(number, last)


class Rolling(NamedTuple):
    """Each counted from the one before it, once that was kept, or from its due day, once it was released."""

    cadence: Cadence
    known: Listed

    def window(self, number: int) -> Window | None:
        """The `number`-th due time, if the one before it is closed."""
        return self.known.window(number)

    def opened(self, day: date) -> int:
        """How many have begun by `day`."""
        return self.known.opened(day)

    def over(self, day: date) -> int:
        """How many have ended by `day`."""
        return self.known.over(day)

    def counted_from(self, number: int, day: date) -> "Rolling":
        """The due times up to a number, and one more: from `day` to one period after it, if there was to be another."""
        cadence, known = self.cadence, self.known.windows[:number]
        try:
            latest = cadence.period.after(day)
        except OverflowError:
            return Rolling(cadence, Listed(known))
        if (cadence.times is not None and number >= cadence.times) or (cadence.until and latest > cadence.until):
            return Rolling(cadence, Listed(known))
        return Rolling(cadence, Listed((*known, Window(day, latest))))


class Chained(NamedTuple):
    """Due times up to the number `through` from one rule, the later ones from another in force `since` a day.

    A year that has begun before that day begins with it: until then nothing of the second rule is due.
    """

    first: Dues
    through: int
    second: Dues
    since: date

    def window(self, number: int) -> Window | None:
        """The `number`-th due time, by the rule that it falls under."""
        if number <= self.through:
            return self.first.window(number)
        due = self.second.window(number - self.through)
        if due is None or due.earliest >= self.since:
            return due
        return Window(min(self.since, due.latest), due.latest, due.words)

    def opened(self, day: date) -> int:
        """How many have begun by `day`."""
        later = self.second.opened(day) if day >= self.since else 0
        return self.through + later if later else min(self.through, self.first.opened(day))

    def over(self, day: date) -> int:
        """How many have ended by `day`."""
        later = self.second.over(day)
        return self.through + later if later else min(self.through, self.first.over(day))


class Shifted(NamedTuple):
    """Due times of which those after the number `through` come so many days later."""

    dues: Dues
    through: int
    days: int

    def window(self, number: int) -> Window | None:
        """The `number`-th due time, later if it is to be."""
        window = self.dues.window(number)
        return window.shifted(self.days) if window and number > self.through else window

    def opened(self, day: date) -> int:
        """How many have begun by `day`."""
        return max(min(self.dues.opened(day), self.through), self.dues.opened(self._earlier(day)))

    def over(self, day: date) -> int:
        """How many have ended by `day`."""
        return max(min(self.dues.over(day), self.through), self.dues.over(self._earlier(day)))

    def _earlier(self, day: date) -> date:
        return shifted(day, -self.days)


def under_new_rule(dues: Dues, rule: Dues) -> Dues:
    """The due times if those under the rule in force are told by another."""
    return dues._replace(second=rule) if isinstance(dues, Chained) else rule


def dues_of(cadence: Cadence | None, due: Window | None, since: date) -> Dues:
    """The due times of terms in force `since` a day, as far as the terms alone tell."""
    if cadence is None:
        return Listed((due,) if due else ())
    if cadence.reading is Reading.ON_REQUEST:
        return Listed()
    if cadence.reading is Reading.ROLLING:
        return Rolling(cadence, Listed((Window(min(since, cadence.due(1)), cadence.due(1)),)))
    return Regular(cadence)


def once_closed(dues: Dues, number: int, counted_from: date) -> Dues:
    """The due times once an occurrence is kept or released, and none after it; the next is `counted_from` that day."""
    match dues:
        case Chained() if number > dues.through:
            return dues._replace(second=once_closed(dues.second, number - dues.through, counted_from))
        case Rolling():
            return dues.counted_from(number, counted_from)
    return dues


def with_window(dues: Dues, window: Window, instead: bool = False) -> Dues:
    """The due times with one more, or with this one `instead` of what was known: after a request, after an event."""
    match dues:
        case Chained():
            return dues._replace(second=with_window(dues.second, window, instead))
        case Listed():
            return Listed((window,) if instead else (*dues.windows, window))
    return dues


def put_off(dues: Dues, from_on: date, days: int) -> Dues:
    """The due times if those not over before `from_on` come so many days later."""
    match dues:
        case Chained():
            return dues._replace(second=put_off(dues.second, from_on, days))
        case Rolling():
            return dues._replace(known=put_off_each(dues.known, from_on, days))
        case Listed():
            return put_off_each(dues, from_on, days)
    return Shifted(dues, dues.over(shifted(from_on, -1)), days)


def put_off_each(listed: Listed, from_on: date, days: int) -> Listed:
    """The listed due times, those not over before `from_on` so many days later."""
    return Listed(tuple(one if one.latest < from_on else one.shifted(days) for one in listed.windows))
