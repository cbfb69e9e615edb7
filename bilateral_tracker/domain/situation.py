"""How a commitment stands on a day: the occurrence that matters, what was missed before it, what comes next.

A situation is one row of every list. What matters is the overdue occurrence, else the one expected next.
"""

from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.arrears import by_expectation, expected, missed, next_expected, overdue
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.hosting import next_host, next_session
from bilateral_tracker.domain.reference import split_reference
from bilateral_tracker.domain.review import review_on, waits_for_review
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.standing import Standing, days_late, follow_up_standing, standing
from bilateral_tracker.domain.validity import at_rest, validity
from bilateral_tracker.domain.waiting import waits_for

FOLLOW_UP, MILESTONE = "follow_up", "milestone"
"""The kinds of rows that are about no commitment itself."""


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
    waits_for: str
    """Who is waited on: a party's code, `joint`, or `date` where a date is to be proposed; empty if nobody is."""
    proposed_for: date | None
    arranged_for: date | None
    """The date that the parties agreed on for the sitting; not later than `latest_on`."""
    slips: int
    """How often its occurrences were postponed, and by how many days in all."""
    slip_days: int
    is_soft: bool
    """Whether the words leave room: a delay has slipped then, and breaks no promise."""
    next_session: int | None
    next_host: str
    valid_until: date | None
    """The last day on which an instrument is certainly valid."""

    @property
    def order(self) -> tuple[date, tuple[str, int, int]]:
        """The published order of rows: by due date, those without one last, then by reference."""
        return (self.due_on or date.max, reference_order(self.ref))

    def coming_on(self, day: date) -> date | None:
        """The day it is looked forward to on `day`: the date arranged, unless that has passed, else the day expected.

        That is the new date of a postponement or the agreed one; None without a date.
        """
        return _still_to_come(self.arranged_for, day) or self.postponed_to or self.due_on

    def awaits_record(self, day: date) -> bool:
        """Whether the date arranged for it has passed, and nobody has said whether it took place."""
        return self.arranged_for is not None and self.arranged_for < day


def reference_order(ref: str) -> tuple[str, int, int]:
    """References in the order a person expects: `PK-CN-2` before `PK-CN-10`, follow-ups after their commitment."""
    commitment, _, follow_up = ref.partition(".")
    return (*split_reference(commitment), int(follow_up or 0))


def situation(history: History, day: date) -> Situation:
    """How the commitment stands on `day`. The history must already be cut at that day."""
    plan = schedule(history)
    if not history.commitment.strength.is_chased:
        return _row(history, plan, None, Standing.ON_FILE, day)
    if plan.is_withdrawn(day):
        return _row(history, plan, None, Standing.WITHDRAWN, day)
    matter = what_matters(plan, day)
    if plan.is_paused(day):
        return _row(history, plan, matter, _until_review(history, plan, Standing.ON_HOLD, day), day)
    if matter is None or (matter.due is None and matter.closed is None):
        ends = plan.withdrawn_from and not history.commitment.life
        rest = Standing.WITHDRAWN if ends else at_rest(plan, day)
        return _row(history, plan, None, _until_review(history, plan, rest, day), day)
    now = standing(plan, matter, day)
    now = _until_review(history, plan, now, day) if now is Standing.DEFERRED else now
    return _row(history, plan, matter, now, day)


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
    """A row for each follow-up and milestone, open or done."""
    plan = schedule(history)
    return [_follow_up_row(plan, one, day) for one in history.follow_ups]


def what_matters(plan: Schedule, day: date) -> Occurrence | None:
    """The occurrence that matters on `day`: the oldest overdue one, else the one expected first."""
    late = overdue(plan, day)
    if late:
        return late[0]
    last = plan.recorded.get(max(plan.recorded, default=0))
    return min(expected(plan, day), key=by_expectation, default=last)


def _until_review(history: History, plan: Schedule, now: Standing, day: date) -> Standing:
    """What a promise is that does not come up by itself: so it stands until its review is due."""
    due = review_on(history) if waits_for_review(plan) else None
    return Standing.REVIEW_DUE if due is not None and day >= due else now


def _row(history: History, plan: Schedule, one: Occurrence | None, now: Standing, day: date) -> Situation:
    commitment = history.commitment
    coming = next_expected(plan, day) if now is not Standing.ON_FILE else None
    due_on = one.due_on if one else None
    arranged_for = one.arranged_for if one else None
    is_open = now in _WAITED_FOR and (one is None or one.closed is None or now in _REVIEWED)
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
        days_left=_days_until(_coming_on(one, arranged_for, day), day) if one and one.closed is None else None,
        missed=missed(plan, day) if now is not Standing.ON_FILE else 0,
        next_due_on=coming.expected_on if coming else None,
        last_held_on=history.last_kept_on,
        source=commitment.citations[0].source if commitment.citations else "",
        postponed_to=one.postponed_to[-1] if one and one.postponed_to else None,
        review_on=review_on(history) if now in _REVIEWED and waits_for_review(plan) else None,
        waits_for=waits_for(commitment, one) if is_open else "",
        proposed_for=one.proposed_for if one else None,
        arranged_for=arranged_for,
        slips=sum(len(moved.postponed_to) for moved in plan.recorded.values()),
        slip_days=sum(moved.slip_days for moved in plan.recorded.values()),
        is_soft=commitment.is_soft,
        next_session=next_session(history),
        next_host=next_host(history),
        valid_until=validity(plan, day).valid_until,
    )


def _follow_up_row(plan: Schedule, one: FollowUp, day: date) -> Situation:
    commitment, due_on = plan.commitment, plan.follow_up_due(one)
    now = follow_up_standing(plan, one, day)
    until = one.done_on or day
    late = now in (Standing.OVERDUE, Standing.KEPT_LATE) and due_on is not None
    return Situation(
        ref=f"{commitment.ref}.{one.number}",
        title=one.text,
        kind=MILESTONE if one.is_milestone else FOLLOW_UP,
        strength=commitment.strength.value,
        parties=commitment.relationship,
        owed_by=one.owner if one.owner in commitment.parties else commitment.owed_by,
        lead="" if one.owner in commitment.parties else one.owner,
        number=None,
        due_on=due_on,
        latest_on=due_on,
        standing=now.value,
        days_late=(until - due_on).days if late and due_on else None,
        days_left=_days_until(due_on, day) if now in _COMING else None,
        missed=0,
        next_due_on=due_on if now in _COMING else None,
        last_held_on=one.done_on,
        source=commitment.citations[0].source if commitment.citations else "",
        postponed_to=None,
        review_on=None,
        waits_for="" if one.done_on else one.owner if one.owner in commitment.parties else commitment.owed_by,
        proposed_for=None,
        arranged_for=None,
        slips=0,
        slip_days=0,
        is_soft=False,
        next_session=None,
        next_host="",
        valid_until=None,
    )


_COMING = (Standing.UPCOMING, Standing.DUE_SOON, Standing.DUE_TODAY)

_REVIEWED = (Standing.UNDATED, Standing.DEFERRED, Standing.REVIEW_DUE, Standing.ON_HOLD)

_WAITED_FOR = frozenset(Standing) - {Standing.ON_FILE, Standing.WITHDRAWN, Standing.IN_FORCE, Standing.EXPIRED}


def _coming_on(one: Occurrence, arranged_for: date | None, day: date) -> date | None:
    """The day it is looked forward to: the date arranged, unless that has passed, else the day it is expected."""
    return _still_to_come(arranged_for, day) or one.expected_on


def _still_to_come(arranged_for: date | None, day: date) -> date | None:
    return arranged_for if arranged_for and arranged_for >= day else None


def _days_until(due_on: date | None, day: date) -> int | None:
    return (due_on - day).days if due_on and due_on >= day else None
