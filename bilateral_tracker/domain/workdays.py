"""The days on which several capitals work, and the runs of days on which at least one of them is closed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bilateral_tracker.domain.calendars import CapitalDay, DayKind, WorkingCalendar
from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.span import days, following, preceding

LONG_CLOSURE_DAYS = 5
"""From here on a closure is long: a weekend with two holidays, or more."""

_FURTHEST_DAYS = 366
"""How far a common working day, or the end of a closure, is looked for."""

_YEARS_BACK = 3

Calendars = Sequence[WorkingCalendar]


@dataclass(frozen=True, slots=True)
class NearestDays:
    """The common working days next to a day; None where there is none within a year."""

    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Occasion:
    """What closes a capital: a holiday, under the name that most of its days have."""

    party: Party
    name: str


@dataclass(frozen=True, slots=True)
class Closure:
    """A run of days, both ends included, on each of which at least one capital is closed."""

    first: date
    last: date
    occasions: tuple[Occasion, ...]
    """None where only weekends meet."""

    @property
    def length_days(self) -> int:
        """How many days it lasts."""
        return (self.last - self.first).days + 1

    @property
    def is_long(self) -> bool:
        """Whether it lasts so long that work stops before it and starts slowly after it."""
        return self.length_days >= LONG_CLOSURE_DAYS


def is_working_day(calendars: Calendars, on: date) -> bool:
    """Whether all the capitals work."""
    return all(calendar.day(on).is_working for calendar in calendars)


def is_provisional(calendars: Calendars, on: date) -> bool:
    """Whether any of the capitals may still decide otherwise."""
    return any(calendar.day(on).is_provisional for calendar in calendars)


def why_closed(calendars: Calendars, on: date) -> list[tuple[Party, CapitalDay]]:
    """The parties whose capital is closed, with what the day is there."""
    found = ((calendar.party, calendar.day(on)) for calendar in calendars)
    return [(party, day) for party, day in found if not day.is_working]


def common_working_days(calendars: Calendars, first: date, last: date) -> list[date]:
    """The days from `first` to `last`, both included, on which all the capitals work."""
    return [on for on in days(first, last) if is_working_day(calendars, on)]


def nearest_common_days(calendars: Calendars, day: date) -> NearestDays:
    """The last common working day before `day` and the first after it, whether or not `day` is one itself."""
    return NearestDays(
        before=_first_common(calendars, preceding(day, _FURTHEST_DAYS)),
        after=_first_common(calendars, following(day, _FURTHEST_DAYS)),
    )


def closure_around(calendars: Calendars, on: date) -> Closure | None:
    """The closure that holds a day; None on a common working day."""
    if is_working_day(calendars, on):
        return None
    first = min(_closed_run(calendars, preceding(on, _FURTHEST_DAYS)), default=on)
    last = max(_closed_run(calendars, following(on, _FURTHEST_DAYS)), default=on)
    return Closure(first, last, tuple(_occasions(calendars, first, last)))


def closures(calendars: Calendars, first: date, last: date) -> list[Closure]:
    """The closures that touch the days from `first` to `last`, whole, the longest first, weekends among them."""
    found: list[Closure] = []
    for on in days(first, last):
        if not found or on > found[-1].last:
            around = closure_around(calendars, on)
            found += [around] if around else []
    return sorted(found, key=lambda closure: -closure.length_days)


def years_usually_closed(calendar: WorkingCalendar, on: date) -> tuple[int, ...]:
    """The last three confirmed years, if in each of them holidays closed the date of a day not yet confirmed.

    China's calendar of 2027 is not published, but 7 October was off in 2024, 2025 and 2026. Empty for a day that is
    confirmed or closed anyway.
    """
    if calendar.is_confirmed(on.year) or not calendar.day(on).is_working:
        return ()
    last = min(calendar.rules.confirmed_until, on.year - 1)
    years = tuple(range(last - _YEARS_BACK + 1, last + 1))
    alike = all(calendar.is_confirmed(year) and _is_within_holidays(calendar, _same_date(on, year)) for year in years)
    return years if alike else ()


def _first_common(calendars: Calendars, candidates: Iterable[date]) -> date | None:
    return next((on for on in candidates if is_working_day(calendars, on)), None)


def _closed_run(calendars: Calendars, candidates: Iterable[date]) -> Iterator[date]:
    for on in candidates:
        if is_working_day(calendars, on):
            return
        yield on


def _occasions(calendars: Calendars, first: date, last: date) -> Iterator[Occasion]:
    for calendar in calendars:
        closed = (day for day in map(calendar.day, days(first, last)) if day.kind is DayKind.HOLIDAY)
        names = Counter(name.removesuffix(" (observed)") for day in closed for name in day.names)
        if names:
            yield Occasion(calendar.party, names.most_common(1)[0][0])


def _same_date(on: date, year: int) -> date:
    """The same day of the month in another year; 28 February for the 29th."""
    is_leap_day = (on.month, on.day) == (2, 29)
    return (on - timedelta(1)).replace(year=year) if is_leap_day else on.replace(year=year)


def _is_within_holidays(calendar: WorkingCalendar, on: date) -> bool:
    """Whether a day is a holiday, or lies among the days of a long one."""
    if calendar.day(on).kind is DayKind.HOLIDAY:
        return True
    around = closure_around((calendar,), on)
    return around is not None and around.is_long and bool(around.occasions)
