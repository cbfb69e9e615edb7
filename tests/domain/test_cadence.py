"""Due dates are counted from the anchor and clamped; periods are read in one way or refused."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.cadence import Cadence, Reading, cadence_from
from bilateral_tracker.domain.period import Period, Unit, read_period
from bilateral_tracker.errors import WrongUsage
from tests.domain.conftest import anchors, cadences, periods

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


@given(periods, anchors, DAYS)
def test_whole_periods_are_counted_backwards_as_they_are_forwards(period, anchor, day):
    times = period.times_between(anchor, day)
    assert period.after(anchor, times) <= day < period.after(anchor, times + 1)


def test_nothing_has_fallen_due_before_the_first_due_date():
    cadence = Cadence(QUARTER, date(2026, 1, 31))
    days = [date(2020, 1, 1), date(2026, 1, 31), date(2026, 4, 29), date(2026, 4, 30)]
    assert [0, 0, 0, 1] == [cadence.last_due(day) for day in days]


@pytest.mark.parametrize("period", [Period(100, Unit.YEAR), Period(1, Unit.MONTH), Period(1, Unit.DAY)])
def test_beyond_the_year_9999_there_is_no_due_date(period):
    with pytest.raises(OverflowError):
        period.after(date(9999, 12, 31))


@pytest.mark.parametrize(
    ("count", "unit"),
    [
        (0, Unit.MONTH),
        (-1, Unit.DAY),
        (101, Unit.YEAR),
        (1201, Unit.MONTH),
        (5301, Unit.WEEK),
        (36601, Unit.DAY),
        (10**30, Unit.DAY),
    ],
)
def test_a_period_lasts_at_least_one_unit_and_at_most_a_century(count, unit):
    with pytest.raises(WrongUsage, match="at least one and at most 100 years"):
        Period(count, unit)


@pytest.mark.parametrize(
    ("count", "unit"), [(100, Unit.YEAR), (1200, Unit.MONTH), (5300, Unit.WEEK), (36600, Unit.DAY)]
)
def test_a_century_is_a_period(count, unit):
    assert count == Period(count, unit).count


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
    ("text", "expected"),
    [
        ("3 months", Period(3, Unit.MONTH)),
        ("every three months", Period(3, Unit.MONTH)),
        ("Every  THREE\tmonths ", Period(3, Unit.MONTH)),
        ("quarterly", Period(3, Unit.MONTH)),
        ("each quarter", Period(3, Unit.MONTH)),
        ("2 quarters", Period(6, Unit.MONTH)),
        ("half-yearly", Period(6, Unit.MONTH)),
        ("twice a year", Period(6, Unit.MONTH)),
        ("1 month", Period(1, Unit.MONTH)),
        ("monthly", Period(1, Unit.MONTH)),
        ("every 2 weeks", Period(2, Unit.WEEK)),
        ("fortnightly", Period(2, Unit.WEEK)),
        ("weekly", Period(1, Unit.WEEK)),
        ("day", Period(1, Unit.DAY)),
        ("daily", Period(1, Unit.DAY)),
        ("twelve days", Period(12, Unit.DAY)),
        ("annually", Period(1, Unit.YEAR)),
        ("once a year", Period(1, Unit.YEAR)),
        ("every year", Period(1, Unit.YEAR)),
        ("every other year", Period(2, Unit.YEAR)),
        ("biennially", Period(2, Unit.YEAR)),
    ],
)
def test_a_period_is_read_as_people_write_it(text, expected):
    assert expected == read_period(text)


@pytest.mark.parametrize("text", ["biannually", "Bi-Monthly", "biweekly", "bimonthly", "biannual"])
def test_a_period_with_two_meanings_is_refused(text):
    with pytest.raises(WrongUsage, match="has two meanings"):
        read_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "months 3",
        "3",
        "3 moons",
        "a month",
        "thirteen days",
        "-3 months",
        "+3 months",
        "1.5 years",
        "٣ months",
    ],
)
def test_what_is_no_period_is_refused_with_the_remedy(text):
    with pytest.raises(WrongUsage, match=r"is not a period\. Write it like: 3 months, 2 weeks, 1 year, quarterly"):
        read_period(text)


@pytest.mark.parametrize("text", ["0 months", "every 101 years", "401 quarters", "999999999 days"])
def test_a_period_that_cannot_be_kept_is_refused(text):
    with pytest.raises(WrongUsage, match="cannot be kept"):
        read_period(text)


@given(periods)
def test_a_period_is_read_again_from_its_own_words(period):
    assert period == read_period(str(period))
    assert period == read_period(f"every {period}")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)), st.integers(-2000, 2000))
def test_months_are_counted_as_dateutil_counts_them(anchor, months):
    assert anchor + relativedelta(months=months) == Period(1, Unit.MONTH).after(anchor, months)
