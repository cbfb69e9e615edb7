"""A window has its days in order and keeps the words it was read from."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.window import Window

FIRST_HALF_OF_2027 = Window(date(2027, 1, 1), date(2027, 6, 30), "in the first half of 2027")


def test_a_window_keeps_both_days_and_the_words_of_the_promise():
    """The words are what a later reader checks the days against."""
    kept = (FIRST_HALF_OF_2027.earliest, FIRST_HALF_OF_2027.latest, FIRST_HALF_OF_2027.words)
    assert (date(2027, 1, 1), date(2027, 6, 30), "in the first half of 2027") == kept


def test_a_window_of_several_days_is_not_one_day():
    """Two days are already several."""
    assert [False, False] == [
        FIRST_HALF_OF_2027.is_one_day,
        Window(date(2026, 10, 7), date(2026, 10, 8)).is_one_day,
    ]


@given(st.dates())
def test_the_window_of_a_day_is_that_day_alone_and_has_no_words(day):
    """Every day has such a window, 1 January 0001 as well as 31 December 9999."""
    window = Window.day(day)
    assert (Window(day, day, ""), True) == (window, window.is_one_day)


@given(st.dates(), st.dates())
def test_a_window_never_ends_before_it_begins(one, other):
    """Swapped days are a bug in the caller, hence a ValueError and not a TrackerError."""
    earliest, latest = sorted((one, other))
    assert latest == Window(earliest, latest).latest
    if earliest < latest:
        with pytest.raises(ValueError, match=f"cannot end on {earliest} when it begins on {latest}"):
            Window(latest, earliest)


def test_a_window_cannot_be_changed():
    """A value is replaced, never altered; and it carries no other fact than its three."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        FIRST_HALF_OF_2027.latest = date(2027, 12, 31)  # type: ignore[misc]
    assert not hasattr(FIRST_HALF_OF_2027, "__dict__")
