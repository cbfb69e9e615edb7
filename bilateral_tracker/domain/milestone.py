"""Steps on the way to a deliverable or report, each with a day of its own, numbered together with follow-ups."""

from datetime import date

from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.schedule import Schedule, schedule
from bilateral_tracker.errors import Conflict, WrongUsage

_ON_THE_WAY_TO = (Kind.DELIVERABLE, Kind.REPORT)


def milestones(history: History) -> tuple[FollowUp, ...]:
    """The milestones of a commitment, by number; none of what has none."""
    return tuple(one for one in history.follow_ups if one.is_milestone)


def last_day(plan: Schedule) -> date | None:
    """The last allowed day of the last time it falls due; None if that has no day, or it falls due for ever."""
    cadence = plan.commitment.cadence
    if cadence is None:
        number = plan.began_with
    elif cadence.last_number and cadence.reading in (Reading.GRID, Reading.PERIOD):
        number = plan.began_with - 1 + cadence.last_number
    else:
        return None
    return plan.last_allowed(plan.occurrence(number))


def refuse_milestone(history: History, due_on: date) -> None:
    """Refuses a milestone of what is no deliverable or report, or on a day outside its time.

    WrongUsage for a day before the agreement, Conflict for one after the last allowed day.
    """
    commitment, last = history.commitment, last_day(schedule(history))
    ref, agreed_on = commitment.ref, commitment.agreed_on
    if commitment.kind not in _ON_THE_WAY_TO:
        raise WrongUsage(
            f"{ref} is {commitment.kind.noun}; milestones lead to a deliverable or a report. "
            f'Raise an action point instead: bilateral follow-up add {ref} "TEXT"'
        )
    if due_on < agreed_on:
        raise WrongUsage(
            f"{ref} was agreed only on {say_day(agreed_on)}; no milestone of it can be due on {say_day(due_on)}. "
            "Check --due."
        )
    if last and due_on > last:
        raise Conflict(
            f"{ref} itself is due by {say_day(last)}; a milestone on {say_day(due_on)} would come after it. Give a day "
            f"up to {say_day(last)}, or move {ref} first: bilateral postpone {ref} --to {due_on.isoformat()}"
        )
