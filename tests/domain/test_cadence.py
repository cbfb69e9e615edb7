"""Due dates are counted from the anchor and clamped; due times that last begin and end as their reading says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.cadence import Cadence, Reading, cadence_from, periods_from
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.window import Window
from tests.domain.conftest import cadences

QUARTER, YEAR = Period(3, Unit.MONTH), Period(1, Unit.YEAR)
DAYS = st.dates(date(2015, 1, 1), date(2060, 12, 31))


def due_dates(cadence: Cadence, count: int) -> list[date]:
    """The first `count` due dates."""
    return [cadence.due(number) for number in range(1, count + 1)]


def test_a_month_without_the_day_is_due_on_its_last_and_the_next_is_not_drawn_after_it():
    expected = [date(2026, 4, 30), date(2026, 7, 31), date(2026, 10, 31), date(2027, 1, 31), date(2027, 4, 30)]
    assert expected == due_dates(Cadence(QUARTER, date(2026, 1, 31)), 5)


def test_thirty_november_is_due_in_february_and_again_on_the_thirtieth():
    expected = [date(2026, 2, 28), date(2026, 5, 30), date(2026, 8, 30), date(2026, 11, 30), date(2027, 2, 28)]
    assert expected == due_dates(Cadence(QUARTER, date(2025, 11, 30)), 5)


def test_a_leap_day_comes_back_every_fourth_year():
    expected = [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]
    assert expected == due_dates(Cadence(YEAR, date(2024, 2, 29)), 4)


def test_ninety_days_are_not_three_months():
    expected = [date(2026, 4, 7), date(2026, 7, 6), date(2026, 10, 4)]
    assert expected == due_dates(Cadence(Period(90, Unit.DAY), date(2026, 1, 7)), 3)


def test_a_week_has_seven_days():
    assert [date(2026, 1, 21), date(2026, 2, 4)] == due_dates(Cadence(Period(2, Unit.WEEK), date(2026, 1, 7)), 2)


@given(cadences, DAYS)
def test_the_last_due_date_is_the_latest_that_is_not_after_the_day(cadence, day):
    last = cadence.last_due(day)
    assert last == 0 or cadence.due(last) <= day
    assert day < cadence.due(last + 1)


@given(cadences, st.integers(1, 300))
def test_due_dates_strictly_increase(cadence, number):
    assert cadence.due(number) < cadence.due(number + 1)


@given(cadences, st.integers(1, 300))
def test_each_due_date_is_the_last_one_on_its_own_day(cadence, number):
    assert number == cadence.last_due(cadence.due(number))
    assert number - 1 == cadence.last_due(cadence.due(number) - timedelta(1))


@given(cadences, st.integers(1, 100))
def test_a_due_date_keeps_the_anchors_day_or_is_the_months_last(cadence, number):
    due_on = cadence.due(number)
    if cadence.period.unit in (Unit.MONTH, Unit.YEAR) and due_on.day != cadence.anchor_on.day:
        assert due_on.day < cadence.anchor_on.day
        assert 1 == (due_on + timedelta(1)).day


def test_nothing_has_fallen_due_before_the_first_due_date():
    cadence = Cadence(QUARTER, date(2026, 1, 31))
    days = [date(2020, 1, 1), date(2026, 1, 31), date(2026, 4, 29), date(2026, 4, 30)]
    assert [0, 0, 0, 1] == [cadence.last_due(day) for day in days]


@pytest.mark.parametrize(
    ("agreed_on", "first_due_on", "expected"),
    [
        (date(2026, 1, 7), None, [date(2026, 4, 7), date(2026, 7, 7)]),
        (date(2026, 1, 7), date(2026, 4, 7), [date(2026, 4, 7), date(2026, 7, 7)]),
        (date(2026, 1, 7), date(2026, 5, 12), [date(2026, 5, 12), date(2026, 8, 12)]),
        (date(2026, 1, 7), date(2026, 1, 7), [date(2026, 1, 7), date(2026, 4, 7)]),
        (date(2026, 1, 31), date(2026, 4, 30), [date(2026, 4, 30), date(2026, 7, 31)]),
        (date(2026, 1, 7), date(2026, 4, 30), [date(2026, 4, 30), date(2026, 7, 30)]),
    ],
)
def test_the_agreement_is_the_anchor_unless_the_first_due_date_says_otherwise(agreed_on, first_due_on, expected):
    assert expected == due_dates(cadence_from(QUARTER, agreed_on, first_due_on), 2)


def test_a_cadence_keeps_the_words_that_justify_it():
    assert "once a quarter" == cadence_from(QUARTER, date(2026, 1, 7), words="once a quarter").words
    assert "quarterly" == cadence_from(QUARTER, date(2026, 1, 7), date(2026, 5, 12), "quarterly").words


def test_a_cadence_is_a_grid_unless_its_words_say_otherwise():
    assert Reading.GRID is cadence_from(QUARTER, date(2026, 1, 7)).reading


@pytest.mark.parametrize(
    ("period", "day", "year_start", "expected"),
    [
        (QUARTER, date(2026, 1, 7), (1, 1), Window(date(2026, 1, 1), date(2026, 3, 31))),
        (QUARTER, date(2026, 11, 24), (1, 1), Window(date(2026, 10, 1), date(2026, 12, 31))),
        (QUARTER, date(2026, 1, 7), (2, 1), Window(date(2025, 11, 1), date(2026, 1, 31))),
        (YEAR, date(2026, 3, 31), (4, 1), Window(date(2025, 4, 1), date(2026, 3, 31))),
        (YEAR, date(2026, 4, 1), (4, 1), Window(date(2026, 4, 1), date(2027, 3, 31))),
        (YEAR, date(2026, 1, 7), (7, 1), Window(date(2025, 7, 1), date(2026, 6, 30))),
        (YEAR, date(2026, 12, 31), (12, 31), Window(date(2026, 12, 31), date(2027, 12, 30))),
        (Period(6, Unit.MONTH), date(2026, 9, 30), (4, 1), Window(date(2026, 4, 1), date(2026, 9, 30))),
        (Period(1, Unit.MONTH), date(2028, 2, 29), (1, 1), Window(date(2028, 2, 1), date(2028, 2, 29))),
        (Period(2, Unit.YEAR), date(2026, 5, 1), (4, 1), Window(date(2026, 4, 1), date(2028, 3, 31))),
        (Period(2, Unit.YEAR), date(2026, 4, 1), (4, 1), Window(date(2026, 4, 1), date(2028, 3, 31))),
        (Period(1, Unit.WEEK), date(2026, 1, 7), (1, 1), Window(date(2026, 1, 5), date(2026, 1, 11))),
        (Period(1, Unit.WEEK), date(2026, 1, 5), (4, 1), Window(date(2026, 1, 5), date(2026, 1, 11))),
        (Period(10, Unit.DAY), date(2026, 1, 7), (4, 1), Window(date(2026, 1, 7), date(2026, 1, 16))),
        (YEAR, date(1, 1, 7), (4, 1), Window(date(1, 4, 1), date(2, 3, 31))),
        (YEAR, date(9999, 5, 1), (4, 1), Window(date(9999, 4, 1), date(9999, 12, 31))),
    ],
)
def test_the_first_period_is_the_one_that_holds_the_day(period, day, year_start, expected):
    """The years 1 and 9999 are as long as the calendar lets them be."""
    assert expected == periods_from(period, day, year_start).window(1)


@given(st.integers(1, 12), DAYS, st.sampled_from([(1, 1), (4, 1), (7, 1), (12, 31)]))
def test_every_day_lies_in_the_first_period_counted_from_it(months, day, year_start):
    first = periods_from(Period(months, Unit.MONTH), day, year_start).window(1)
    assert first.earliest <= day <= first.latest


@given(st.sampled_from([1, 2, 3, 4, 6, 12]), DAYS, st.integers(1, 12))
def test_a_period_that_fits_into_a_year_begins_anew_with_each_year(months, day, month):
    cadence = periods_from(Period(months, Unit.MONTH), day, (month, 1))
    begins = [cadence.window(number).earliest for number in range(1, 12 // months + 1)]
    assert 1 == sum((one.month, one.day) == (month, 1) for one in begins)


def test_periods_keep_the_words_that_justify_them():
    assert "at least once a year" == periods_from(YEAR, date(2026, 1, 7), words="at least once a year").words


def test_a_due_time_that_lasts_a_month_ends_with_it():
    november = Cadence(YEAR, date(2026, 11, 1), 0, lasts=Period(1, Unit.MONTH))
    assert Window(date(2026, 11, 1), date(2026, 11, 30)) == november.window(1)
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 29), date(2026, 11, 30), date(2027, 11, 1)]
    assert [(0, 0), (1, 0), (1, 0), (1, 1), (2, 1)] == [
        (november.last_due(day), november.last_over(day)) for day in days
    ]


def test_what_lasts_beyond_the_calendar_ends_with_it():
    december = Cadence(YEAR, date(9999, 12, 1), 0, lasts=Period(1, Unit.MONTH))
    assert Window(date(9999, 12, 1), date(9999, 12, 31)) == december.window(1)


@pytest.mark.parametrize(
    ("until", "times", "expected"),
    [
        (None, None, None),
        (None, 5, 5),
        (date(2026, 10, 6), None, 2),
        (date(2026, 10, 7), None, 3),
        (date(2026, 10, 7), 2, 2),
        (date(2026, 10, 7), 5, 3),
        (date(2026, 4, 6), None, 0),
    ],
)
def test_due_times_end_with_a_day_or_a_number_whichever_comes_first(until, times, expected):
    """Due on 7 April, 7 July, 7 October."""
    assert expected == Cadence(QUARTER, date(2026, 1, 7), until=until, times=times).last_number


def test_a_period_that_has_begun_by_the_last_day_is_the_last():
    years = [
        Cadence(YEAR, date(2026, 1, 1), 0, Reading.PERIOD, until=day) for day in (date(2027, 12, 31), date(2028, 1, 1))
    ]
    assert [2, 3] == [one.last_number for one in years]
