"""Milestones in words: how far a deliverable has come, and what was set or reached."""

from datetime import date

from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.milestone import milestones
from bilateral_tracker.domain.situation import MILESTONE, follow_up_situations
from bilateral_tracker.reports.counting import counted
from bilateral_tracker.reports.listing import FOLLOW_UPS, Reader, listing
from bilateral_tracker.reports.wording import say_follow_up


def say_progress(history: History) -> str:
    """`2 of 4 milestones done`; nothing where none was set."""
    steps = milestones(history)
    done = sum(one.done_on is not None for one in steps)
    return f"{done} of {counted(len(steps), 'milestone')} done" if steps else ""


def say_milestone(history: History, milestone: FollowUp, day: date) -> str:
    """A milestone that was set or reached, when it is due, and how many of all are done."""
    ref = history.commitment.ref
    row = next(row for row in follow_up_situations(history, day) if row.ref == f"{ref}.{milestone.number}")
    return say_follow_up(ref, milestone, row, f" {say_progress(history)}.")


def milestones_table(history: History, day: date, width: int) -> str:
    """How many are done, and each with its standing; nothing where none was set."""
    rows = [row for row in follow_up_situations(history, day) if row.kind == MILESTONE]
    return f"{say_progress(history)}\n{listing(FOLLOW_UPS, rows, Reader(day), width)}" if rows else ""
