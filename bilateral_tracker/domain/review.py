"""When a promise that does not come up by itself is looked at again: it is never overdue, and must not be forgotten."""

from datetime import date

from bilateral_tracker.domain.commitment import USUAL_REVIEW
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import OutcomeKind
from bilateral_tracker.domain.schedule import Schedule


def review_on(history: History) -> date | None:
    """One review rhythm after it was last looked at: agreed, put off or reviewed. None beyond the year 9999."""
    try:
        return (history.commitment.review_every or USUAL_REVIEW).after(looked_at_on(history))
    except OverflowError:
        return None


def looked_at_on(history: History) -> date:
    """The last day on which somebody decided about it or reviewed it: reviews are counted from here."""
    days = [history.commitment.agreed_on, *history.reviewed_on]
    days += [one.on for one in history.outcomes if one.kind is OutcomeKind.DEFERRED]
    days += [one.resumed_on or one.from_on for one in history.pauses]
    return max(days)


def waits_for_review(plan: Schedule) -> bool:
    """Whether no occurrence comes up by itself: a pause lasts, there is no date yet, or what was left was deferred.

    Of an instrument: it is signed and not yet known to enter into force.
    """
    if plan.paused_from:
        return True
    if plan.commitment.life:
        return plan.in_force_on is None
    if plan.commitment.cadence is not None:
        return _ends_deferred(plan)
    only = plan.occurrence(plan.began_with)
    return only.due is None if only.closed is None else only.closed.kind is OutcomeKind.DEFERRED


def _ends_deferred(plan: Schedule) -> bool:
    """Whether what recurs has been put off without a date, and nothing comes after it."""
    after = plan.released_through
    owed = [one for one in plan.recorded.values() if one.number > after]
    deferred = any(one.closed and one.closed.kind is OutcomeKind.DEFERRED for one in owed)
    return deferred and plan.first_open(after) is None and not any(one.is_moved for one in owed)
