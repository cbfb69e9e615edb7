"""What an occurrence is on a day. Always derived, never stored."""

from datetime import date
from enum import Enum

from bilateral_tracker.domain.commitment import Arrears
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.outcome import OutcomeKind
from bilateral_tracker.domain.schedule import Occurrence, Schedule
from bilateral_tracker.domain.window import Window

SOON_DAYS = 30
"""The lead time: how many days before its date something is due soon."""


class Standing(Enum):
    """What an occurrence, a follow-up or an undated commitment is on a day."""

    UPCOMING = "upcoming"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    MISSED = "missed"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    POSTPONED = "postponed"
    DEFERRED = "deferred"
    CANCELLED = "cancelled"
    WAIVED = "waived"
    ON_HOLD = "on_hold"
    WITHDRAWN = "withdrawn"
    IN_FORCE = "in_force"
    """An instrument of which nothing is due to come, while it is valid."""
    EXPIRED = "expired"
    REVIEW_DUE = "review_due"
    UNDATED = "undated"
    ON_FILE = "on_file"


_CLOSED = {
    OutcomeKind.CANCELLED: Standing.CANCELLED,
    OutcomeKind.WAIVED: Standing.WAIVED,
    OutcomeKind.LAPSED: Standing.MISSED,
    OutcomeKind.DEFERRED: Standing.DEFERRED,
}


def standing(schedule: Schedule, occurrence: Occurrence, day: date) -> Standing:
    """What an occurrence is on `day`. A day that is due today, or within grace, is not overdue.

    A pause stops the clock, and so does a withdrawal: what was missed by then stays missed.
    """
    if occurrence.closed is not None:
        return _CLOSED.get(occurrence.closed.kind) or _kept(schedule, occurrence)
    chased_until, last_allowed = schedule.chased_until(day), schedule.last_allowed(occurrence)
    if last_allowed is not None and _is_given_up(schedule, occurrence, last_allowed, chased_until):
        return Standing.WAIVED if schedule.commitment.arrears is Arrears.NONE else Standing.MISSED
    if chased_until < day:
        return _stopped(schedule, day)
    return Standing.UNDATED if last_allowed is None else _open(occurrence, last_allowed, day)


def _stopped(schedule: Schedule, day: date) -> Standing:
    return Standing.WITHDRAWN if schedule.is_withdrawn(day) else Standing.ON_HOLD


def _open(occurrence: Occurrence, last_allowed: date, day: date) -> Standing:
    if day > last_allowed:
        return Standing.OVERDUE
    if occurrence.postponed_to or occurrence.due is None:
        return Standing.POSTPONED
    return _nearness(occurrence.due, day)


def _is_given_up(schedule: Schedule, occurrence: Occurrence, last_allowed: date, day: date) -> bool:
    """Whether by `day` nothing is owed for it any more: a later one took its place, or what has passed is over."""
    arrears = schedule.commitment.arrears
    if arrears is Arrears.EACH or (arrears is Arrears.LATEST and not schedule.is_overtaken(occurrence.number, day)):
        return False
    return day > last_allowed or schedule.last_kept > occurrence.number


def follow_up_standing(schedule: Schedule, follow_up: FollowUp, day: date) -> Standing:
    """What a follow-up is on `day`; nobody chases it while its commitment is paused, or once that was withdrawn."""
    due_on = schedule.follow_up_due(follow_up)
    if follow_up.done_on is not None:
        return Standing.KEPT_LATE if due_on and follow_up.done_on > due_on else Standing.KEPT
    if schedule.chased_until(day) < day:
        return _stopped(schedule, day)
    if due_on is None:
        return Standing.UNDATED
    return Standing.OVERDUE if day > due_on else _nearness(Window.day(due_on), day)


def days_late(occurrence: Occurrence, day: date) -> int:
    """Days between the agreed date and the day it was settled, or `day` while it is open; never negative."""
    if occurrence.due_on is None:
        return 0
    until = occurrence.closed.on if occurrence.closed and occurrence.closed.kind.fulfils else day
    return max(0, (until - occurrence.due_on).days)


def _kept(schedule: Schedule, occurrence: Occurrence) -> Standing:
    late = days_late(occurrence, date.max)
    return Standing.KEPT_LATE if late > schedule.commitment.grace_days else Standing.KEPT


def _nearness(due: Window, day: date) -> Standing:
    """How near a due time is that is not over; the days of grace after it count as due soon."""
    if day == due.latest:
        return Standing.DUE_TODAY
    return Standing.DUE_SOON if (due.latest - day).days <= SOON_DAYS else Standing.UPCOMING
