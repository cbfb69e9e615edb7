"""On which days a commitment next wants attention if nothing more is recorded.

The days do not depend on today, so that a register can index them and find what is due without reading the rest. They
may come early, never late: whoever finds a commitment by them asks its situation.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import OutcomeKind
from bilateral_tracker.domain.review import review_on
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule


class Agenda(NamedTuple):
    """The days of a commitment; None where there is no such day."""

    expected_from: date | None = None
    """The first day on which an open occurrence can be expected."""
    overdue_from: date | None = None
    """The first day on which an occurrence is overdue."""
    review_on: date | None = None
    follow_up_on: date | None = None
    """When the first open follow-up falls due."""


def agenda(history: History) -> Agenda:
    """The days on which the commitment wants attention; for what is only kept on file, its follow-ups."""
    plan = schedule(history)
    follow_up_on = _first(plan.follow_up_due(one) for one in history.follow_ups if not one.done_on)
    if not history.commitment.strength.is_chased:
        return Agenda(follow_up_on=follow_up_on)
    waiting = _waiting(plan)
    return Agenda(
        expected_from=_first(_earliest(one) for one in waiting),
        overdue_from=_first(_day_after(plan.last_allowed(one)) for one in waiting),
        review_on=review_on(history) if _waits_for_review(plan) else None,
        follow_up_on=follow_up_on,
    )


def _waiting(plan: Schedule) -> list[Occurrence]:
    """The first open occurrence that was not moved, and every open one that was."""
    after = plan.released_through
    first = plan.first_open(after)
    moved = [one for one in plan.recorded.values() if one.number > after and one.is_moved]
    return moved + ([first] if first else [])


def _earliest(occurrence: Occurrence) -> date | None:
    """The first day on which an open occurrence may take place."""
    if occurrence.postponed_to or occurrence.due is None:
        return occurrence.expected_on
    return occurrence.due.earliest


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day), default=None)


def _day_after(day: date | None) -> date | None:
    return day + timedelta(1) if day and day < date.max else None


def _waits_for_review(plan: Schedule) -> bool:
    """Whether no occurrence will come up by itself: it has no date, or its only date was deferred."""
    if plan.commitment.cadence is not None:
        return False
    only = plan.occurrence(1)
    return only.due is None if only.closed is None else only.closed.kind is OutcomeKind.DEFERRED
