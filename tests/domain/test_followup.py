"""A follow-up may hang on an occurrence; the phrase is read in one way or not at all."""

from datetime import date

import pytest

from bilateral_tracker.domain.followup import RelativeDue, RelativeWords, read_relative
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.errors import WrongUsage

FORTNIGHT, MONTH = Period(14, Unit.DAY), Period(1, Unit.MONTH)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 days before the next sitting", RelativeWords(FORTNIGHT, before=True, after_held=False)),
        ("14 days before next meeting", RelativeWords(FORTNIGHT, before=True, after_held=False)),
        ("14 days before the session", RelativeWords(FORTNIGHT, before=True, after_held=False)),
        ("1 month after its due date", RelativeWords(MONTH, before=False, after_held=False)),
        ("One  Month AFTER the meeting ", RelativeWords(MONTH, before=False, after_held=False)),
        ("1 month after it was held", RelativeWords(MONTH, before=False, after_held=True)),
        ("one month after it is held", RelativeWords(MONTH, before=False, after_held=True)),
    ],
)
def test_a_relative_due_date_is_read_as_people_write_it(text, expected):
    assert expected == read_relative(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-05-29",
        "soon",
        "14 days",
        "before the next sitting",
        "14 days before it was held",
        "14 days before Eid",
    ],
)
def test_any_other_phrase_is_no_relative_due_date(text):
    assert None is read_relative(text)


@pytest.mark.parametrize("text", ["14 moons before the next sitting", "0 days before the next sitting"])
def test_a_phrase_without_a_period_that_can_be_kept_is_refused(text):
    with pytest.raises(WrongUsage):
        read_relative(text)


def test_the_words_are_hung_on_an_occurrence():
    words = RelativeWords(FORTNIGHT, before=True, after_held=False)
    assert RelativeDue(FORTNIGHT, before=True, after_held=False, number=3) == words.on(3)


@pytest.mark.parametrize(
    ("period", "before", "day", "expected"),
    [
        (FORTNIGHT, True, date(2026, 7, 7), date(2026, 6, 23)),
        (FORTNIGHT, False, date(2026, 7, 7), date(2026, 7, 21)),
        (MONTH, True, date(2026, 3, 31), date(2026, 2, 28)),
        (MONTH, False, date(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_a_relative_due_date_is_counted_from_the_day_it_hangs_on(period, before, day, expected):
    assert expected == RelativeDue(period, before, after_held=False, number=1).counted_from(day)


@pytest.mark.parametrize(
    ("before", "after_held", "expected"),
    [
        (True, False, "14 days before #2 is expected"),
        (False, False, "14 days after #2 is expected"),
        (False, True, "14 days after #2 was held"),
    ],
)
def test_a_relative_due_date_is_worded(before, after_held, expected):
    assert expected == str(RelativeDue(FORTNIGHT, before, after_held, number=2))
