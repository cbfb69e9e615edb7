"""Sitting dates to suggest: days near a due day on which all capitals work, and what speaks against any of them.

Holidays move no deadline. A day with a reservation is suggested after all days without one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from bilateral_tracker.domain.calendars import Certainty, DayKind, WorkingCalendar
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.outcome import OutcomeKind
from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.schedule import Occurrence, Schedule
from bilateral_tracker.domain.situation import what_matters
from bilateral_tracker.domain.span import following, preceding, shifted
from bilateral_tracker.domain.workdays import (
    Calendars,
    Closure,
    closure_around,
    is_provisional,
    is_working_day,
    years_usually_closed,
)
from bilateral_tracker.errors import Conflict

NOTICE_DAYS = 14
"""How long invitations, agenda and travel take at least."""

MOST_A_SIDE = 5
"""How many days without reservations are suggested on either side of the due day."""

FURTHEST_DAYS = 60
"""How far from the due day a day is looked for."""


class Caution(Enum):
    """What speaks against a day on which all capitals work."""

    SHORT_NOTICE = "short_notice"
    USUALLY_CLOSED = "usually_closed"
    ESTIMATED = "estimated"
    BESIDE_CLOSURE = "beside_closure"
    MAKE_UP_DAY = "make_up_day"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Reservation:
    """One thing that speaks against a day: in which capital, and the closure, years or words it rests on."""

    caution: Caution
    party: Party | None = None
    closure: Closure | None = None
    years: tuple[int, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Leeway:
    """Between which days an occurrence may be held, and the day it is expected; None for what was never set."""

    earliest_on: date | None = None
    wanted_on: date | None = None
    latest_on: date | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A day on which all capitals work. Days from the due day are negative before it; None where no day is set."""

    on: date
    days_from_due: int | None
    notice_days: int
    is_late: bool
    is_provisional: bool
    reservations: tuple[Reservation, ...] = ()

    @property
    def order(self) -> tuple[bool, int, date]:
        """Without reservations first, then the nearest to the due day, then the earlier."""
        distance = self.notice_days if self.days_from_due is None else abs(self.days_from_due)
        return (bool(self.reservations), distance, self.on)


def occurrence_to_place(plan: Schedule, number: int | None, day: date) -> Occurrence:
    """The occurrence of a number, else the one that matters on `day`. Conflict if nobody waits for it any more."""
    occurrence = plan.occurrence(number) if number else what_matters(plan, day) or plan.occurrence(1)
    closed = occurrence.closed
    if closed and closed.kind is not OutcomeKind.DEFERRED:
        ref = plan.commitment.ref
        raise Conflict(
            f"{ref}#{occurrence.number} is recorded as {closed.kind.value} on {say_day(closed.on)}; no date is wanted "
            f"for it. See what is: bilateral show {ref}"
        )
    return occurrence


def leeway(plan: Schedule, occurrence: Occurrence) -> Leeway:
    """The leeway of an occurrence: none while it is deferred, and after a postponement nothing of its first window."""
    if occurrence.closed:
        return Leeway()
    window = None if occurrence.postponed_to else occurrence.due
    earliest = None if window is None or window.is_one_day else window.earliest
    return Leeway(earliest, occurrence.expected_on, plan.last_allowed(occurrence))


def suggestions(
    calendars: Calendars, between: Leeway, today: date, notice_days: int = NOTICE_DAYS
) -> tuple[Suggestion, ...]:
    """The days to suggest, the best first: on each side of the due day up to five without reservations.

    Days after the last allowed one are suggested only where none is left before it: then the first ones that leave
    `notice_days`, as for what is overdue already or has no date.
    """

    def nearest(candidates: Iterable[date]) -> list[Suggestion]:
        working = (on for on in candidates if is_working_day(calendars, on))
        return _up_to_clear(_suggestion(calendars, on, between, today, notice_days) for on in working)

    sides = _sides_in_time(between, today)
    found = [one for side in sides for one in nearest(side)] or nearest(_late(between, today, notice_days))
    ordered = sorted(found, key=lambda one: one.order)
    clear = sum(not one.reservations for one in ordered)
    return tuple(ordered[: clear + MOST_A_SIDE])


def _sides_in_time(between: Leeway, today: date) -> tuple[Iterable[date], ...]:
    """The days left until the last allowed one, from the day wanted outwards; from tomorrow, if that has passed."""
    if between.wanted_on is None or between.latest_on is None:
        return ()
    first, last = max(shifted(today, 1), between.earliest_on or date.min), between.latest_on
    middle = max(between.wanted_on, first)
    upwards = (day for day in following(middle, FURTHEST_DAYS) if day <= last)
    downwards = (day for day in (middle, *preceding(middle, FURTHEST_DAYS)) if first <= day <= last)
    return (downwards, upwards)


def _late(between: Leeway, today: date, notice_days: int) -> Iterable[date]:
    """The days that leave enough notice, all of them after the last allowed one."""
    start = max(shifted(today, notice_days), shifted(between.latest_on or today, 1))
    return (start, *following(start, FURTHEST_DAYS))


def _up_to_clear(candidates: Iterable[Suggestion]) -> list[Suggestion]:
    """The candidates up to the fifth without reservations."""
    found: list[Suggestion] = []
    clear = 0
    for one in candidates:
        found.append(one)
        clear += not one.reservations
        if clear == MOST_A_SIDE:
            break
    return found


def _suggestion(calendars: Calendars, on: date, between: Leeway, today: date, notice_days: int) -> Suggestion:
    notice = (on - today).days
    short = (Reservation(Caution.SHORT_NOTICE),) if notice < notice_days else ()
    return Suggestion(
        on=on,
        days_from_due=(on - between.wanted_on).days if between.wanted_on else None,
        notice_days=notice,
        is_late=between.latest_on is not None and on > between.latest_on,
        is_provisional=is_provisional(calendars, on),
        reservations=(*short, *reservations(calendars, on)),
    )


def reservations(calendars: Calendars, on: date) -> tuple[Reservation, ...]:
    """What speaks against a common working day: in a capital, or because a long closure begins or ends beside it."""
    in_capitals = [one for calendar in calendars for one in _in_capital(calendar, on)]
    around = (closure_around(calendars, day) for day in (*preceding(on, 1), *following(on, 1)))
    beside = [Reservation(Caution.BESIDE_CLOSURE, closure=one) for one in around if one and one.is_long]
    return (*in_capitals, *beside)


def _in_capital(calendar: WorkingCalendar, on: date) -> Iterator[Reservation]:
    day, party = calendar.day(on), calendar.party
    if day.kind is DayKind.MAKE_UP:
        yield Reservation(Caution.MAKE_UP_DAY, party)
    if day.certainty is Certainty.ESTIMATED:
        yield Reservation(Caution.ESTIMATED, party)
    if years := years_usually_closed(calendar, on):
        yield Reservation(Caution.USUALLY_CLOSED, party, years=years)
    if words := calendar.rules.breaks.get(on.weekday()):
        yield Reservation(Caution.BREAK, party, words=words)
