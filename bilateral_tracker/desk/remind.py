"""What is to be said today, and saying it once."""

from collections.abc import Callable
from datetime import date, timedelta

from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.reminder import Reminder, reminder_for
from bilateral_tracker.domain.situation import (
    Situation,
    coming_situation,
    follow_up_situations,
    overdue_situations,
    situation,
)
from bilateral_tracker.domain.standing import SOON_DAYS
from bilateral_tracker.store.register import Register, View

Owed = list[tuple[Reminder, Situation]]


def owed_reminders(register: Register, view: View) -> Owed:
    """The reminders that are owed under the view and were not said yet, in the published order of their rows."""
    day = view.as_of
    near = register.wanting_attention(view, day + timedelta(SOON_DAYS))
    owed = {reminder: row for history in near for reminder, row in _of(history, day)}
    unsaid = set(register.unsaid(list(owed)))
    return sorted(((one, row) for one, row in owed.items() if one in unsaid), key=lambda pair: pair[1].order)


def say_owed(register: Register, view: View, said_at: str, say: Callable[[list[Situation]], None]) -> None:
    """Claims what is owed and says it, or neither: if it cannot be said, the claim is taken back."""
    with register.writing():
        owed = dict(owed_reminders(register, view))
        claimed = register.claim(owed, said_at)
        if claimed:
            say([owed[one] for one in claimed])


def _of(history: History, day: date) -> Owed:
    """The reminders of one commitment: what is overdue, what comes next, its review, its follow-ups."""
    rows = [*overdue_situations(history, day), situation(history, day), *follow_up_situations(history, day)]
    coming = coming_situation(history, day)
    reminders = ((reminder_for(row, day), row) for row in [*rows, *([coming] if coming else [])])
    return [(reminder, row) for reminder, row in reminders if reminder]
