"""Whether an instrument is in force on a day, in which of its terms, and until when it is certain to be valid."""

from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.schedule import Schedule
from bilateral_tracker.domain.span import shifted
from bilateral_tracker.domain.standing import Standing


class Validity(NamedTuple):
    """What is true of an instrument on a day. Days are None where it says nothing of them, or is not in force yet."""

    in_force_on: date | None = None
    """The day on which it entered into force, or is to."""
    term: int = 0
    """The number of the term that runs, counted from 1; of what has expired the last one, 0 before it is in force."""
    term_until: date | None = None
    """The last day of that term."""
    valid_until: date | None = None
    """The last day on which it is certainly valid: that of the first term for which notice can still be given."""
    notice_by: date | None = None
    """The last day to give notice, where it says so and that is still to come."""
    expired_on: date | None = None
    """Its last day, if that is over."""


def validity(plan: Schedule, day: date) -> Validity:
    """What is true of an instrument on `day`; of anything else, nothing."""
    life, since = plan.commitment.life, plan.in_force_on
    if life is None or since is None:
        return Validity()
    last_term = None if life.renews_for else 1
    running = _at_most(1 + life.terms_over(since, shifted(day, -1)), last_term)
    open_to_notice = _at_most(1 + life.notices_over(since, shifted(day, -1)), last_term)
    valid_until, notice_by = life.valid_until(since, open_to_notice), life.notice_by(since, open_to_notice)
    if plan.withdrawn_from:
        end = shifted(plan.withdrawn_from, -1)
        valid_until, notice_by = min(end, valid_until or end), None
    return Validity(
        since,
        running if day >= since else 0,
        life.valid_until(since, running),
        valid_until,
        notice_by if notice_by and notice_by >= day and life.notice else None,
        valid_until if valid_until and valid_until < day else None,
    )


def expires_on(plan: Schedule) -> date | None:
    """The last day of an instrument in force that does not renew itself; None for anything else."""
    life, since = plan.commitment.life, plan.in_force_on
    return life.valid_until(since, 1) if life and since and not life.renews_for else None


def at_rest(plan: Schedule, day: date) -> Standing:
    """What is so of a commitment of which nothing is due or to come on `day`."""
    now = validity(plan, day)
    if now.expired_on:
        return Standing.EXPIRED
    return Standing.IN_FORCE if now.term else Standing.UNDATED


def _at_most(number: int, most: int | None) -> int:
    return number if most is None else min(number, most)
