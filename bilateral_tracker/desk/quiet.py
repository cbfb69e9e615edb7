"""Asking to hear no more of something for a while: that it is known, or that one wants to be told later."""

from datetime import date
from typing import NamedTuple

from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.fold import quiet_body
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.quiet import Quiet
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.reminder import about_on, item_of
from bilateral_tracker.domain.round import rows_of
from bilateral_tracker.domain.situation import Situation, situation
from bilateral_tracker.errors import Conflict, WrongUsage


class Hushed(NamedTuple):
    """What nothing is said of for a while, and the wish that was written."""

    row: Situation
    quiet: Quiet


def hush(desk: Desk, reference: Reference, until: date | None = None) -> Hushed:
    """Records that nothing is to be said until a day, or without one until the item comes to its next phase.

    Conflict if there is nothing to be reminded of.
    """
    if until and until <= desk.today:
        raise WrongUsage("Name a day to come, on which to be reminded again, like: --until +14d")
    with desk.writing():
        row = _named_row(desk.history(reference.commitment), reference, desk.today)
        day = about_on(row, desk.today) if row else None
        if row is None or day is None:
            raise Conflict(
                f"Nothing of {reference} is waited for today, so no reminder is to come. Nothing was changed. "
                f"See how it stands with: bilateral show {reference.commitment}"
            )
        quiet = Quiet(item_of(row), day, desk.today, until)
        entry = desk.record(Act.SNOOZED if until else Act.ACKNOWLEDGED, reference.commitment, quiet_body(quiet))
        return Hushed(row, quiet._replace(entry=entry.number))


def _named_row(history: History, reference: Reference, day: date) -> Situation | None:
    """The row that was named: of a commitment, the one that matters; None if it is closed."""
    if reference.number is None and reference.follow_up is None:
        return situation(history, day)
    return next((row for row in rows_of(history, day) if str(reference) in (item_of(row), row.ref)), None)
