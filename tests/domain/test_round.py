"""The rows that can be reminded of are drawn up without drawing up all there are."""

from hypothesis import given

from bilateral_tracker.domain.reminder import reminder_for
from bilateral_tracker.domain.round import rows_of
from bilateral_tracker.domain.situation import (
    coming_situation,
    follow_up_situations,
    overdue_situations,
    situation,
)
from bilateral_tracker.domain.standing import Standing
from tests.domain.conftest import histories_by_a_day


@given(histories_by_a_day())
def test_no_reminder_is_lost_by_drawing_up_few_rows(history_and_day):
    """But for what is on hold or given up: nothing of that is owed."""
    known, day = history_and_day
    now, coming = situation(known, day), coming_situation(known, day)
    all_there_are = [*overdue_situations(known, day), now, *follow_up_situations(known, day)]
    all_there_are += [coming] if coming else []
    if now.standing in (Standing.ON_HOLD.value, Standing.WITHDRAWN.value):
        all_there_are = [now, *follow_up_situations(known, day)]
    assert {reminder_for(row, day) for row in all_there_are} - {None} == {
        reminder_for(row, day) for row in rows_of(known, day)
    } - {None}
