"""On which days a commitment next wants attention if nothing more is recorded.

The days do not depend on today, so that a register can index them and find what is due without reading the rest. They
may come early, never late: whoever finds a commitment by them asks its situation.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from bilateral_tracker.domain.commitment import Arrears
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.review import review_on, waits_for_review
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.validity import expires_on


class Agenda(NamedTuple):
    """The days of a commitment; None where there is no such day."""

    expected_from: date | None = None
    """The first day on which an open occurrence is expected or was arranged for, or past; or an instrument ends."""
    overdue_from: date | None = None
    """The first day on which an occurrence is overdue."""
    review_on: date | None = None
    follow_up_on: date | None = None
    """When the first open follow-up falls due, or since when a date that was proposed waits for an answer."""


def agenda(history: History) -> Agenda:
    """The days on which the commitment wants attention; for what is only kept on file, its follow-ups.

    None for what was withdrawn: until that takes effect it is found by the day of its latest fact.
    """
    plan = schedule(history)
    follow_up_on = _first(plan.follow_up_due(one) for one in history.follow_ups if not one.done_on)
    if history.withdrawal:
        return Agenda()
    if plan.paused_from:
        return Agenda(review_on=review_on(history))
    if not history.commitment.strength.is_chased:
        return Agenda(follow_up_on=follow_up_on)
    waiting, nothing_owed = _waiting(plan), history.commitment.arrears is Arrears.NONE
    return Agenda(
        expected_from=_first(
            (expires_on(plan), *(day for one in waiting for day in (one.expected_on, one.arranged_for)))
        ),
        overdue_from=None if nothing_owed else _first(_day_after(plan.last_allowed(one)) for one in waiting),
        review_on=review_on(history) if waits_for_review(plan) else None,
        follow_up_on=_first((follow_up_on, *(_proposed_on(one) for one in waiting))),
    )


def _proposed_on(one: Occurrence) -> date | None:
    return one.planned.on if one.planned and one.proposed_for else None


def _waiting(plan: Schedule) -> list[Occurrence]:
    """The first open occurrence that was not moved, and every open one that was."""
    after = plan.released_through
    first = plan.first_open(after)
    moved = [one for one in plan.recorded.values() if one.number > after and one.is_moved]
    return moved + ([first] if first else [])


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day), default=None)


def _day_after(day: date | None) -> date | None:
    return day + timedelta(1) if day and day < date.max else None
