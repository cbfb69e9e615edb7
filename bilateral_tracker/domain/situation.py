"""How a commitment stands on a day: the occurrence that matters, what was missed before it, what comes next.

A situation is one row of every list. What matters is the overdue occurrence, else the one expected next.
"""

from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.arrears import by_expectation, expected, missed, next_expected, overdue
from bilateral_tracker.domain.commitment import Commitment
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.reference import split_reference
from bilateral_tracker.domain.review import review_on
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.standing import Standing, days_late, follow_up_standing, standing


class Situation(NamedTuple):
    """One row: the public columns, in their published order. Days are counted from the agreed date."""

    ref: str
    title: str
    kind: str
    strength: str
    parties: str
    owed_by: str
    lead: str
    number: int | None
    due_on: date | None
    latest_on: date | None
    """The last day on which it is not overdue: grace and postponement counted in."""
    standing: str
    days_late: int | None
    days_left: int | None
    missed: int
    next_due_on: date | None
    last_held_on: date | None
    source: str
    postponed_to: date | None
    review_on: date | None

    @property
    def order(self) -> tuple[date, tuple[str, int, int]]:
        """The published order of rows: by due date, those without one last, then by reference."""
        return (self.due_on or date.max, reference_order(self.ref))


def reference_order(ref: str) -> tuple[str, int, int]:
    """References in the order a person expects: `PK-CN-2` before `PK-CN-10`, follow-ups after their commitment."""
    commitment, _, follow_up = ref.partition(".")
    return (*split_reference(commitment), int(follow_up or 0))


def situation(history: History, day: date) -> Situation:
    """How the commitment stands on `day`. The history must already be cut at that day."""
    plan = schedule(history)
    if not history.commitment.strength.is_chased:
        return _row(history, plan, None, Standing.ON_FILE, day)
    matter = what_matters(plan, day)
    if matter is None or standing(plan, matter, day) is Standing.DEFERRED:
        return _row(history, plan, matter, _without_date(history, matter, day), day)
    return _row(history, plan, matter, standing(plan, matter, day), day)


def overdue_situations(history: History, day: date) -> list[Situation]:
    """A row for each occurrence and each follow-up that is overdue on `day`."""
    plan = schedule(history)
    owed = overdue(plan, day) if history.commitment.strength.is_chased else ()
    rows = [_row(history, plan, one, Standing.OVERDUE, day) for one in owed]
    return rows + [row for row in follow_up_situations(history, day) if row.standing == Standing.OVERDUE.value]


def coming_situation(history: History, day: date) -> Situation | None:
    """The row of the occurrence expected next on or after `day`, whatever is overdue before it; None if none is."""
    plan = schedule(history)
    coming = next_expected(plan, day) if history.commitment.strength.is_chased else None
    return _row(history, plan, coming, standing(plan, coming, day), day) if coming else None


def follow_up_situations(history: History, day: date) -> list[Situation]:
    """A row for each follow-up, open or done."""
    plan = schedule(history)
    return [_follow_up_row(history.commitment, one, plan.follow_up_due(one), day) for one in history.follow_ups]


def what_matters(plan: Schedule, day: date) -> Occurrence | None:
    """The occurrence that matters on `day`: the oldest overdue one, else the one expected first."""
    late = overdue(plan, day)
    if late:
        return late[0]
    return min(expected(plan, day), key=by_expectation, default=plan.recorded.get(1))


def _without_date(history: History, deferred: Occurrence | None, day: date) -> Standing:
    """What a promise is for which no date is set: it waits for its review."""
    due = review_on(history)
    if due is not None and day >= due:
        return Standing.REVIEW_DUE
    return Standing.DEFERRED if deferred else Standing.UNDATED


def _row(history: History, plan: Schedule, one: Occurrence | None, now: Standing, day: date) -> Situation:
    commitment = history.commitment
    coming = next_expected(plan, day) if now is not Standing.ON_FILE else None
    due_on = one.due_on if one else None
    return Situation(
        ref=commitment.ref,
        title=commitment.title,
        kind=commitment.kind.value,
        strength=commitment.strength.value,
        parties=commitment.relationship,
        owed_by=commitment.owed_by,
        lead=commitment.lead,
        number=one.number if one else None,
        due_on=due_on,
        latest_on=plan.last_allowed(one) if one else None,
        standing=now.value,
        days_late=days_late(one, day) if one and now in (Standing.OVERDUE, Standing.KEPT_LATE) else None,
        days_left=_days_until(one.expected_on, day) if one and one.closed is None else None,
        missed=missed(plan, day) if now is not Standing.ON_FILE else 0,
        next_due_on=coming.expected_on if coming else None,
        last_held_on=max((kept.on for kept in history.outcomes if kept.kind.fulfils), default=None),
        source=commitment.citations[0].source if commitment.citations else "",
        postponed_to=one.postponed_to[-1] if one and one.postponed_to else None,
        review_on=review_on(history) if now in _REVIEWED else None,
    )


def _follow_up_row(commitment: Commitment, one: FollowUp, due_on: date | None, day: date) -> Situation:
    now = follow_up_standing(one, due_on, day)
    until = one.done_on or day
    late = now in (Standing.OVERDUE, Standing.KEPT_LATE) and due_on is not None
    return Situation(
        ref=f"{commitment.ref}.{one.number}",
        title=one.text,
        kind="follow_up",
        strength=commitment.strength.value,
        parties=commitment.relationship,
        owed_by=one.owner if one.owner in commitment.parties else commitment.owed_by,
        lead="" if one.owner in commitment.parties else one.owner,
        number=None,
        due_on=due_on,
        latest_on=due_on,
        standing=now.value,
        days_late=(until - due_on).days if late and due_on else None,
        days_left=_days_until(due_on, day) if one.done_on is None else None,
        missed=0,
        next_due_on=due_on if one.done_on is None and due_on and due_on >= day else None,
        last_held_on=one.done_on,
        source=commitment.citations[0].source if commitment.citations else "",
        postponed_to=None,
        review_on=None,
    )


_REVIEWED = (Standing.UNDATED, Standing.DEFERRED, Standing.REVIEW_DUE)


def _days_until(due_on: date | None, day: date) -> int | None:
    return (due_on - day).days if due_on and due_on >= day else None
