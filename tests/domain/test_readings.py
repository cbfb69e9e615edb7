"""The same facts under other readings of the same words."""

from datetime import date

import pytest
from hypothesis import given, settings

from bilateral_tracker.domain.readings import is_of_the_calendar, readings
from bilateral_tracker.domain.situation import situation
from tests.domain.conftest import RECURRING, histories_by_a_day, known_on, told

JWG = "2026-01-07 agreed JWG every 3 months"


def read(text: str, day: str) -> dict[str, tuple[object, ...]]:
    """By reading: when what matters is due, its standing, the next due date, how many were missed."""
    as_of = date.fromisoformat(day)
    found = readings(known_on(told(text), as_of), as_of)
    return {
        f"{'* ' if one.is_recorded else ''}{one.cadence.reading.value} {one.cadence.due(1)}": (
            str(one.now.due_on),
            one.now.standing,
            one.now.next_due_on and str(one.now.next_due_on),
            one.now.missed,
        )
        for one in found
    }


def test_three_months_after_a_late_first_sitting_depend_on_the_reading():
    expected = {
        "* grid 2026-04-07": ("2026-07-07", "upcoming", "2026-07-07", 0),
        "period 2026-01-01": ("2026-09-30", "upcoming", "2026-09-30", 1),
        "rolling 2026-04-07": ("2026-08-12", "upcoming", "2026-08-12", 0),
    }
    assert expected == read(f"{JWG}; 2026-05-12 held", "2026-05-13")


def test_counted_from_the_sitting_of_29_april_the_next_is_long_overdue():
    day = date(2026, 11, 24)
    *_, rolling = readings(told(f"{JWG}; 2026-04-29 held"), day)
    expected = (date(2026, 7, 29), "overdue", 118, None)
    assert expected == (rolling.now.due_on, rolling.now.standing, rolling.now.days_late, rolling.now.next_due_on)


def test_the_recorded_reading_is_the_history_as_it_is():
    history = told(f"{JWG}, reading rolling; 2026-04-29 held")
    recorded = [one for one in readings(history, date(2026, 11, 24)) if one.is_recorded]
    assert [(history, situation(history, date(2026, 11, 24)))] == [(one.history, one.now) for one in recorded]


def test_a_sitting_is_settled_anew_whatever_its_number_was():
    """On the grid it is #2 by its number; it lies in the third period."""
    found = read(f"{JWG}; 2026-09-28 held #2", "2026-09-29")
    assert ("2026-12-31", "upcoming", "2026-12-31", 2) == found["period 2026-01-01"]


def test_what_was_postponed_stays_postponed_under_every_reading():
    told_ = f"{JWG}; 2026-04-29 held; 2026-10-01 postponed #3 to 2026-12-15"
    assert {"2026-12-15"} == {next_due for _, _, next_due, _ in read(told_, "2026-11-24").values()}


def test_of_what_was_given_up_each_counts_once_under_the_other_reading():
    """Two waived sittings of a rolling cadence, due on 29 July and 29 October, are two on the grid."""
    told_ = f"{JWG}, reading rolling; 2026-04-29 held; 2026-08-01 waived #2; 2026-10-30 waived #3"
    assert ("2027-01-07", "upcoming", "2027-01-07", 0) == read(told_, "2026-11-24")["grid 2026-04-07"]


def test_two_sittings_given_up_on_the_grid_are_two_of_a_rolling_cadence():
    told_ = f"{JWG}; 2026-04-07 held; 2026-07-10 waived #2; 2026-10-10 waived #3"
    assert ("2027-01-07", "upcoming", "2027-01-07", 0) == read(told_, "2026-11-24")["rolling 2026-04-07"]


def test_years_that_begin_in_april_stand_beside_those_of_the_calendar():
    expected = {
        "grid 2027-01-07": ("2028-01-07", "upcoming", "2028-01-07", 0),
        "* period 2025-04-01": ("2028-03-31", "upcoming", "2028-03-31", 1),
        "period 2026-01-01": ("2027-12-31", "upcoming", "2027-12-31", 0),
        "rolling 2027-01-07": ("2027-04-29", "upcoming", "2027-04-29", 0),
    }
    told_ = "2026-01-07 agreed PIC every 1 year, reading period, year from 04-01; 2026-04-29 held"
    assert expected == read(told_, "2026-11-24")


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ("every 3 months, reading period", True),
        ("every 3 months, reading period, year from 04-01", True),
        ("every 6 months, reading period, year from 04-01", False),
        ("every 1 year, reading period, year from 07-01", False),
        ("every 1 week, reading period", True),
    ],
)
def test_quarters_of_a_year_from_april_are_those_of_the_calendar(terms, expected):
    cadence = told(f"2026-01-07 agreed JWG {terms}").commitment.cadence
    assert cadence is not None
    assert expected == is_of_the_calendar(cadence)


def test_a_first_due_date_is_a_first_due_date_under_every_reading_but_periods_hold_it():
    expected = ["* grid 2026-05-12", "period 2026-04-01", "rolling 2026-05-12"]
    assert expected == list(read(f"{JWG}, first due 2026-05-12", "2026-05-01"))


def test_a_month_of_the_year_is_read_as_a_year_and_as_its_last_day():
    expected = {
        "* grid 2026-11-01": ("2026-11-30", "due_soon", "2026-11-30", 0),
        "period 2026-01-01": ("2026-12-31", "upcoming", "2026-12-31", 0),
        "rolling 2026-11-30": ("2026-11-30", "due_soon", "2026-11-30", 0),
    }
    assert expected == read("2026-01-07 agreed JWG every 1 year, first due 2026-11-01, lasts 1 month", "2026-11-24")


def test_amended_terms_are_read_so_too_from_their_own_day():
    told_ = f"{JWG}; 2026-05-12 held; 2026-06-01 amended from 2026-07-01: every 6 months; 2026-08-01 held"
    assert ("2027-02-01", "upcoming", "2027-02-01", 0) == read(told_, "2026-11-24")["rolling 2027-01-01"]


def test_what_does_not_recur_and_what_falls_due_on_request_have_no_other_reading():
    day = date(2026, 11, 24)
    assert () == readings(told("2026-01-07 agreed deliverable, due 2026-09-30"), day)
    on_request = told("2026-01-07 agreed JWG every 30 days, reading on_request; 2026-11-01 requested")
    assert [("on_request", True, date(2026, 12, 1))] == [
        (one.cadence.reading.value, one.is_recorded, one.now.next_due_on) for one in readings(on_request, day)
    ]


def test_a_reading_that_leads_beyond_the_last_year_is_left_out():
    found = readings(told("9999-01-07 agreed JWG every 2 years"), date(9999, 2, 1))
    assert ["grid", "period"] == [one.cadence.reading.value for one in found]


@given(histories_by_a_day(RECURRING))
@settings(max_examples=150)
def test_every_history_can_be_read_in_every_way_and_nothing_happens_twice(history_by_a_day):
    history, day = history_by_a_day
    found = readings(history, day)
    assert [1 if history.commitment.cadence else 0] == [sum(one.is_recorded for one in found)]
    for one in found:
        assert len(one.history.outcomes) <= len(history.outcomes)
        assert history.follow_ups == one.history.follow_ups
