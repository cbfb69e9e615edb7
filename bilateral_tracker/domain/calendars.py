"""What a day is in one capital: worked, weekend, holiday or make-up day, and how far that is certain.

What the register's people say in a file goes before what is shipped with the project, and that before the library.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import chain

from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.public_holidays import ListedDay, is_listed, listed_day
from bilateral_tracker.domain.span import following, preceding


class DayKind(Enum):
    """What a day is for the offices of a capital. A make-up day is a weekend day worked for a day off elsewhere."""

    WORKING = "working"
    MAKE_UP = "make_up"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


class Certainty(Enum):
    """How far a day is known. Estimated: it hangs on the moon. Unconfirmed: its year's calendar is not published."""

    CONFIRMED = "confirmed"
    ESTIMATED = "estimated"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class CapitalDay:
    """One day in one capital."""

    kind: DayKind
    certainty: Certainty
    names: tuple[str, ...] = ()
    exchanged_for: date | None = None
    """Of a day off, the make-up day worked for it; of a make-up day, the day off."""

    @property
    def is_working(self) -> bool:
        """Whether offices work."""
        return self.kind in (DayKind.WORKING, DayKind.MAKE_UP)

    @property
    def is_provisional(self) -> bool:
        """Whether it may still turn out otherwise."""
        return self.certainty is not Certainty.CONFIRMED


@dataclass(frozen=True, slots=True)
class WorkingWeek:
    """The weekdays worked (Monday is 0) from a day on, until the next one takes its place."""

    since: date
    works: frozenset[int]


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day of which somebody has told whether offices work, and why."""

    is_working: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class CalendarRules:
    """What is told of a party's calendar beyond the library: weeks, breaks, single days, the years confirmed."""

    weeks: tuple[WorkingWeek, ...] = ()
    """In order; none leaves the week to the library."""
    confirmed_from: int = 0
    confirmed_until: int = 0
    """The first and the last year whose calendar is official and complete. Without a first, the last alone."""
    breaks: Mapping[int, str] = field(default_factory=dict)
    """By weekday, a break in the working day that a sitting should know of."""
    days: Mapping[date, ToldDay] = field(default_factory=dict)

    def refined_by(self, later: "CalendarRules") -> "CalendarRules":
        """These rules where the later ones say nothing; single days and breaks are added."""
        return CalendarRules(
            weeks=later.weeks or self.weeks,
            confirmed_from=later.confirmed_from or self.confirmed_from,
            confirmed_until=later.confirmed_until or self.confirmed_until,
            breaks={**self.breaks, **later.breaks},
            days={**self.days, **later.days},
        )


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working calendar of a party's capital. It answers for any day; what it cannot know is provisional."""

    party: Party
    rules: CalendarRules = CalendarRules()

    def day(self, on: date) -> CapitalDay:
        """What a day is. The first question loads the library of holidays."""
        listed = listed_day(self.party.code, on)
        told = self.rules.days.get(on)
        if told:
            return self._as_told(told, self._is_weekend(on, listed))
        kind = self._kind(on, listed)
        return CapitalDay(kind, self._certainty(on, kind, listed), listed.names, listed.exchanged_for)

    def is_confirmed(self, year: int) -> bool:
        """Whether the official calendar of a year is known. After `confirmed_until`, it is not published yet."""
        first, last = self.rules.confirmed_from or self.rules.confirmed_until, self.rules.confirmed_until
        return first <= year <= last

    @property
    def has_holidays(self) -> bool:
        """Whether any holidays are known; if not, only weekends close it, and every day is provisional."""
        return is_listed(self.party.code) or bool(self.rules.days)

    def _as_told(self, told: ToldDay, is_weekend: bool) -> CapitalDay:
        working = DayKind.MAKE_UP if is_weekend else DayKind.WORKING
        kind = working if told.is_working else DayKind.HOLIDAY
        return CapitalDay(kind, Certainty.CONFIRMED, (told.why,) if told.why else ())

    def _kind(self, on: date, listed: ListedDay) -> DayKind:
        if listed.is_make_up:
            return DayKind.MAKE_UP
        if listed.is_off:
            return DayKind.HOLIDAY
        return DayKind.WEEKEND if self._is_weekend(on, listed) else DayKind.WORKING

    def _is_weekend(self, on: date, listed: ListedDay) -> bool:
        week = next((week for week in reversed(self.rules.weeks) if week.since <= on), None)
        return on.weekday() not in week.works if week else listed.is_weekend

    def _certainty(self, on: date, kind: DayKind, listed: ListedDay) -> Certainty:
        # The moon may be seen a day sooner or later than estimated: a working day beside an estimate hangs on it too.
        if listed.is_estimated or (kind is DayKind.WORKING and self._is_beside_estimate(on)):
            return Certainty.ESTIMATED
        return Certainty.CONFIRMED if self.is_confirmed(on.year) else Certainty.UNCONFIRMED

    def _is_beside_estimate(self, on: date) -> bool:
        beside = (day for day in chain(preceding(on, 1), following(on, 1)) if day not in self.rules.days)
        return any(listed_day(self.party.code, day).is_estimated for day in beside)
