"""When a promise without a date is looked at again: it is never overdue, and must not be forgotten."""

from datetime import date

from bilateral_tracker.domain.commitment import USUAL_REVIEW
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import OutcomeKind


def review_on(history: History) -> date | None:
    """One review rhythm after it was last looked at: agreed, deferred or reviewed. None beyond the year 9999."""
    looked_at = [history.commitment.agreed_on, *history.reviewed_on]
    looked_at += [one.on for one in history.outcomes if one.kind is OutcomeKind.DEFERRED]
    try:
        return (history.commitment.review_every or USUAL_REVIEW).after(max(looked_at))
    except OverflowError:
        return None
