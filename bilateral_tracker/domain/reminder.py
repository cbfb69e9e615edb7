"""What is said once: one message owed to one recipient at one stage of one item.

Stages are days from the day something is expected: some before, the day, and then one after another while it is
overdue (`stages`). Whoever asks on a later day, after an outage say, is told the latest stage reached and not those
passed over.

Once the parties have arranged a date, the stages are counted from that one. If it passes and nothing is recorded, one
message asks whether the sitting took place; then the stages of the day by which it is due go on.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from bilateral_tracker.domain.quiet import Quiet
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.stages import Stages
from bilateral_tracker.domain.standing import Standing
from bilateral_tracker.domain.waiting import DATE

WAS_IT_HELD = 1
"""The stage, in days from the date arranged, at which it is asked whether the sitting took place."""

STDOUT = "stdout"
"""The channel that is always there: standard output, which cron mails to the owner of its table."""

DaysLeft = Callable[[date, date], int]
"""How many days after the first day, up to the second, count for a lead time."""


class Reminder(NamedTuple):
    """The identity of a message is its content: said once, it is never owed again."""

    item: str
    """What it is about: `PK-CN-1#3`, `PK-CN-1.2` or, for a review, `PK-CN-1`."""
    about_on: date
    """The day it reminds of; a postponement makes it another reminder, and so does a date arranged."""
    stage: int
    recipient: str = ""
    channel: str = STDOUT


class Reckoning(NamedTuple):
    """How stages are counted: which there are, from which rung of the ladder, in which days."""

    stages: Stages = Stages()
    rung: int | None = None
    """The days overdue from which on it is said; None: everything is, what is to come as well."""
    left: DaysLeft = lambda day, until: (until - day).days


USUAL = Reckoning()
"""The stages there are where nothing else is set."""


_REMINDED = (Standing.DUE_SOON, Standing.DUE_TODAY, Standing.OVERDUE, Standing.POSTPONED, Standing.UPCOMING)


def reminder_for(row: Situation, day: date, reckoning: Reckoning = USUAL) -> Reminder | None:
    """The reminder owed on `day` for what the row is about; None if no stage is reached."""
    now = Standing(row.standing)
    if now is Standing.REVIEW_DUE and row.review_on:
        return Reminder(row.ref, row.review_on, 0) if reckoning.rung is None else None
    if now not in _REMINDED:
        return None
    counted_from, reached = _reached(row, day, reckoning)
    return None if counted_from is None or reached is None else Reminder(item_of(row), counted_from, reached)


def item_of(row: Situation) -> str:
    """What a reminder of the row is about."""
    return row.ref if row.number is None else f"{row.ref}#{row.number}"


def about_on(row: Situation, day: date) -> date | None:
    """The day that reminders of the row are about, whether or not a stage is reached; None if there are none."""
    owed = reminder_for(row, day)
    if owed:
        return owed.about_on
    return row.coming_on(day) if Standing(row.standing) in _REMINDED else None


def stage(
    expected_on: date, latest_on: date, day: date, reckoning: Reckoning = USUAL, proposing: bool = False
) -> int | None:
    """The latest stage reached by `day`, in days from the day expected; None before the first.

    The stages of what is overdue are counted from the last allowed day: days of grace are not nagged about. With
    `proposing` there is one more, at which the date should be proposed.
    """
    if day > latest_on:
        return _overdue(latest_on, expected_on, day, reckoning)
    if reckoning.rung is not None:
        return None
    before, propose = reckoning.stages.before, reckoning.stages.propose_before
    left = reckoning.left(day, expected_on) if day < expected_on else 0
    leads = (*before, propose) if proposing and propose is not None else before
    return max((-lead for lead in leads if left <= lead), default=None)


def _overdue(latest_on: date, expected_on: date, day: date, reckoning: Reckoning) -> int | None:
    over, rung, every = (day - latest_on).days, reckoning.rung or 0, reckoning.stages.every_days
    return None if over < rung else (latest_on - expected_on).days + rung + (over - rung) // every * every


def _reached(row: Situation, day: date, reckoning: Reckoning) -> tuple[date | None, int | None]:
    """The day that the latest stage is counted from, and that stage."""
    arranged_for, expected_on = row.arranged_for, row.postponed_to or row.due_on
    if arranged_for and arranged_for >= day:
        return arranged_for, stage(arranged_for, arranged_for, day, reckoning)
    if expected_on is None:
        return arranged_for, WAS_IT_HELD if arranged_for and reckoning.rung is None else None

    def reached_by(on: date) -> int | None:
        return stage(expected_on, row.latest_on or expected_on, on, reckoning, row.waits_for == DATE)

    reached = reached_by(day)
    if arranged_for and reckoning.rung is None and reached == reached_by(arranged_for + timedelta(WAS_IT_HELD)):
        return arranged_for, WAS_IT_HELD
    return expected_on, reached


def heard(
    reminder: Reminder, quiets: Iterable[Quiet], latest_on: date | None, day: date, stages: Stages
) -> Reminder | None:
    """The reminder as far as the officer may hear it: None in a time of quiet, a stage of its own at its end.

    Of several wishes about an item, the latest counts. Those further up the ladder are told on their days.
    """
    own = [one for one in quiets if (one.item, one.about_on) == (reminder.item, reminder.about_on) and one.on <= day]
    if not own:
        return reminder
    last = max(own, key=lambda one: one.entry)
    if last.until is None:
        return None if phase(latest_on, last.on, stages) == phase(latest_on, day, stages) else reminder
    if day < last.until:
        return None
    return reminder._replace(stage=max(reminder.stage, (last.until - last.about_on).days))


def phase(latest_on: date | None, day: date, stages: Stages) -> int:
    """How far an item has come: 0 to come, 1 overdue, then one more for each further rung of the ladder."""
    over = (day - latest_on).days if latest_on else 0
    return sum(over >= first for first in phases(stages))


def phases(stages: Stages) -> list[int]:
    """The days overdue with which a phase begins, after the first, in which an item is still to come."""
    rungs = (after for after in (stages.director_after, stages.head_after) if after is not None)
    return sorted({1, *rungs})
