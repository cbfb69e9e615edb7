"""Months are counted from an anchor and clamped; periods are read in one way or refused."""

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.period import Period, Unit, read_period
from bilateral_tracker.errors import WrongUsage
from tests.domain.conftest import anchors, periods

DAYS = st.dates(date(2015, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("period", "anchor", "times", "expected"),
    [
        (Period(3, Unit.MONTH), date(2026, 1, 31), 1, date(2026, 4, 30)),
        (Period(3, Unit.MONTH), date(2026, 1, 31), 2, date(2026, 7, 31)),
        (Period(1, Unit.MONTH), date(2028, 1, 31), 1, date(2028, 2, 29)),
        (Period(1, Unit.MONTH), date(2100, 1, 31), 1, date(2100, 2, 28)),
        (Period(1, Unit.YEAR), date(2024, 2, 29), 4, date(2028, 2, 29)),
        (Period(2, Unit.WEEK), date(2026, 12, 24), 1, date(2027, 1, 7)),
        (Period(10, Unit.DAY), date(2028, 2, 20), 1, date(2028, 3, 1)),
        (Period(3, Unit.MONTH), date(2026, 5, 31), -1, date(2026, 2, 28)),
        (Period(1, Unit.YEAR), date(2026, 1, 7), 0, date(2026, 1, 7)),
    ],
)
def test_so_many_periods_after_a_day_and_before_it(period, anchor, times, expected):
    assert expected == period.after(anchor, times)


@pytest.mark.parametrize(
    ("period", "anchor", "day", "expected"),
    [
        (Period(1, Unit.MONTH), date(2026, 1, 31), date(2026, 2, 27), 0),
        (Period(1, Unit.MONTH), date(2026, 1, 31), date(2026, 2, 28), 1),
        (Period(1, Unit.MONTH), date(2016, 6, 16), date(2019, 7, 2), 36),
        (Period(1, Unit.YEAR), date(2024, 2, 29), date(2025, 2, 28), 1),
        (Period(3, Unit.MONTH), date(2026, 1, 7), date(2026, 1, 6), -1),
        (Period(1, Unit.WEEK), date(2026, 1, 7), date(2026, 1, 13), 0),
        (Period(1, Unit.WEEK), date(2026, 1, 7), date(2026, 1, 6), -1),
    ],
)
def test_whole_periods_between_two_days_are_counted(period, anchor, day, expected):
    assert expected == period.times_between(anchor, day)


@given(periods, anchors, DAYS)
def test_whole_periods_are_counted_backwards_as_they_are_forwards(period, anchor, day):
    times = period.times_between(anchor, day)
    assert period.after(anchor, times) <= day < period.after(anchor, times + 1)


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
