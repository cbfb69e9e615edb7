"""What is said once: one message owed to one recipient at one stage of one item.

Stages are days from the day something is expected: 30, 14, 7 and 1 days before, the day, then every week while it is
overdue. Whoever asks on a later day, after an outage say, is told the latest stage reached and not those passed over.

Once the parties have arranged a date, the stages are counted from that one. If it passes and nothing is recorded, one
message asks whether the sitting took place; then the stages of the day by which it is due go on.
"""

from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.standing import Standing

BEFORE = (-30, -14, -7, -1, 0)
EVERY_DAYS = 7

WAS_IT_HELD = 1
"""The stage, in days from the date arranged, at which it is asked whether the sitting took place."""


class Reminder(NamedTuple):
    """The identity of a message is its content: said once, it is never owed again."""

    item: str
    """What it is about: `PK-CN-1#3`, `PK-CN-1.2` or, for a review, `PK-CN-1`."""
    about_on: date
    """The day it reminds of; a postponement makes it another reminder, and so does a date arranged."""
    stage: int
    recipient: str = ""
    channel: str = "stdout"


_REMINDED = (Standing.DUE_SOON, Standing.DUE_TODAY, Standing.OVERDUE, Standing.POSTPONED, Standing.UPCOMING)


def reminder_for(situation: Situation, day: date) -> Reminder | None:
    """The reminder owed on `day` for what the row is about; None if no stage is reached."""
    now = Standing(situation.standing)
    if now is Standing.REVIEW_DUE and situation.review_on:
        return Reminder(situation.ref, situation.review_on, 0)
    if now not in _REMINDED:
        return None
    about_on, reached = _reached(situation, day)
    item = situation.ref if situation.number is None else f"{situation.ref}#{situation.number}"
    return None if about_on is None or reached is None else Reminder(item, about_on, reached)


def stage(expected_on: date, latest_on: date, day: date) -> int | None:
    """The latest stage reached by `day`, in days from the day expected; None more than 30 days before.

    The weekly stages are counted from the last allowed day: days of grace are not nagged about.
    """
    if day > latest_on:
        return (latest_on - expected_on).days + (day - latest_on).days // EVERY_DAYS * EVERY_DAYS
    return max((before for before in BEFORE if before <= (day - expected_on).days), default=None)


def _reached(situation: Situation, day: date) -> tuple[date | None, int | None]:
    """The day that the latest stage is counted from, and that stage."""
    arranged_for, expected_on = situation.arranged_for, situation.postponed_to or situation.due_on
    if arranged_for and arranged_for >= day:
        return arranged_for, stage(arranged_for, arranged_for, day)
    reached = stage(expected_on, situation.latest_on or expected_on, day) if expected_on else None
    if arranged_for and not _came_later(expected_on, reached, arranged_for):
        return arranged_for, WAS_IT_HELD
    return expected_on, reached


def _came_later(expected_on: date | None, reached: int | None, arranged_for: date) -> bool:
    """Whether a stage of the day expected was reached only after the question was."""
    if expected_on is None or reached is None:
        return False
    return expected_on.toordinal() + reached > arranged_for.toordinal() + WAS_IT_HELD
