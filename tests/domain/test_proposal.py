"""Which sitting dates are suggested near a due day, in what order, and what speaks against them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.calendars import CalendarRules, WorkingCalendar
from bilateral_tracker.domain.proposal import (
    MOST_A_SIDE,
    Caution,
    Leeway,
    Reservation,
    leeway,
    occurrence_to_place,
    reservations,
    suggestions,
)
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.workdays import closure_around, is_working_day
from bilateral_tracker.errors import Conflict
from tests.domain.capitals import BOTH, CN, FIRST, NEVER, PAKISTAN, PK, SPAN_DAYS, capitals
from tests.domain.conftest import told

DUE = date(2026, 10, 7)
OCTOBER = Leeway(None, DUE, DUE)


def dates(found):
    """Months and days of the suggestions, in their order."""
    return [(one.on.month, one.on.day) for one in found]


def cautions(found):
    """What speaks against each suggestion."""
    return [[one.caution for one in suggestion.reservations] for suggestion in found]


# Near a due day


def test_7_october_2026_is_proposed_earlier_and_the_eve_of_national_day_last():
    found = suggestions(BOTH, OCTOBER, date(2026, 8, 1))
    assert [(9, 29), (9, 28), (9, 24), (9, 23), (9, 22), (9, 30)] == dates(found)
    assert [[], [], [], [], [], [Caution.BESIDE_CLOSURE]] == cautions(found)


def test_a_suggestion_says_how_far_it_is_from_the_due_day_and_how_much_notice_it_leaves():
    first = suggestions(BOTH, OCTOBER, date(2026, 9, 1))[0]
    assert (date(2026, 9, 29), -8, 28) == (first.on, first.days_from_due, first.notice_days)
    assert (False, False) == (first.is_late, first.is_provisional)


def test_the_due_day_itself_comes_first_if_all_work():
    found = suggestions(BOTH, Leeway(None, date(2026, 7, 7), date(2026, 7, 7)), date(2026, 5, 1))
    assert [(7, 7), (7, 6), (7, 2), (7, 1), (6, 30), (7, 3)] == dates(found)


def test_days_of_grace_are_proposed_on_the_other_side_up_to_the_last_of_them():
    found = suggestions(BOTH, Leeway(None, DUE, date(2026, 10, 12)), date(2026, 8, 1))
    assert [(10, 12), (9, 29), (9, 28), (9, 24), (9, 23), (9, 22), (10, 8), (10, 9), (9, 30)] == dates(found)
    assert not any(one.is_late for one in found)


def test_a_window_is_not_left_at_its_beginning_either():
    window = Leeway(date(2026, 9, 28), date(2026, 9, 30), date(2026, 9, 30))
    assert [(9, 29), (9, 28), (9, 30)] == dates(suggestions(BOTH, window, date(2026, 8, 1)))


def test_short_notice_in_time_goes_before_enough_notice_too_late():
    found = suggestions(BOTH, Leeway(None, date(2026, 11, 30), date(2026, 11, 30)), date(2026, 11, 24))
    assert [(11, 30), (11, 27), (11, 26), (11, 25)] == dates(found)
    assert [Caution.SHORT_NOTICE] * 4 == [each[0] for each in cautions(found)]


# After the last day


def test_what_is_overdue_gets_the_first_days_that_leave_a_fortnight_fridays_last():
    found = suggestions(BOTH, OCTOBER, date(2026, 11, 24))
    assert [(12, 8), (12, 9), (12, 10), (12, 14), (12, 15), (12, 11)] == dates(found)
    assert ({True}, [62, 63]) == ({one.is_late for one in found}, [one.days_from_due for one in found[:2]])
    assert [Reservation(Caution.BREAK, PAKISTAN, words="prayer break 12:30 to 14:30")] == list(found[-1].reservations)


def test_more_notice_moves_the_first_day():
    assert (2026, 12, 24) == suggestions(BOTH, OCTOBER, date(2026, 11, 24), notice_days=30)[0].on.timetuple()[:3]


def test_what_is_due_today_can_only_be_late():
    found = suggestions(BOTH, Leeway(None, date(2026, 11, 24), date(2026, 11, 24)), date(2026, 11, 24))
    assert (date(2026, 12, 8), True) == (found[0].on, found[0].is_late)


def test_a_last_day_in_the_middle_of_a_closure_leaves_only_later_days():
    window = Leeway(date(2026, 10, 2), DUE, DUE)
    found = suggestions(BOTH, window, date(2026, 9, 1))
    assert (date(2026, 10, 12), True) == (found[0].on, found[0].is_late)


def test_without_a_date_the_first_days_are_proposed_and_none_is_late():
    found = suggestions(BOTH, Leeway(), date(2026, 11, 24))
    assert [(12, 8), (12, 9), (12, 10), (12, 14), (12, 15), (12, 11)] == dates(found)
    assert ({None}, {False}) == ({one.days_from_due for one in found}, {one.is_late for one in found})


def test_the_last_day_there_is_ends_the_search():
    assert [] == [one for one in suggestions(BOTH, Leeway(), date.max) if one.on < date.max]


# What speaks against a day


def test_7_october_2027_is_proposed_only_after_days_that_are_not_usually_off():
    found = suggestions(BOTH, Leeway(None, date(2027, 10, 7), date(2027, 10, 7)), date(2026, 11, 24))
    assert [(9, 29), (9, 28), (9, 27), (9, 23), (9, 22), (10, 7), (10, 6), (9, 30), (9, 24)] == dates(found)
    assert (2024, 2025, 2026) == found[5].reservations[0].years
    assert all(one.is_provisional for one in found)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 9, 29), []),
        (date(2026, 10, 8), [Caution.BESIDE_CLOSURE]),
        (date(2027, 3, 9), [Caution.ESTIMATED, Caution.BESIDE_CLOSURE]),
        (date(2022, 5, 7), [Caution.MAKE_UP_DAY]),
        (date(2026, 11, 27), [Caution.BREAK]),
        (date(2026, 6, 24), []),
    ],
    ids=["plain", "after National Day", "eve of Eid", "Saturday worked in both", "Friday", "before four days off"],
)
def test_what_speaks_against_a_day(on, expected):
    assert is_working_day(BOTH, on)
    assert expected == [one.caution for one in reservations(BOTH, on)]


def test_a_day_beside_a_long_closure_names_it():
    [reservation] = reservations(BOTH, date(2026, 9, 30))
    assert closure_around(BOTH, DUE) == reservation.closure


def test_if_nothing_but_days_with_reservations_is_left_five_of_them_are_proposed():
    fridays = WorkingCalendar(PK.party, CalendarRules(PK.rules.weeks, breaks=dict.fromkeys(range(5), "prayers")))
    assert MOST_A_SIDE == len(suggestions((fridays,), Leeway(), date(2026, 11, 24)))


# Of an occurrence


def between(text, number, day):
    """The leeway of an occurrence of a history."""
    plan = schedule(told(text))
    return leeway(plan, occurrence_to_place(plan, number, day))


def test_the_overdue_occurrence_is_placed_before_the_next_one():
    text = "2026-01-07 agreed JWG every 3 months, grace 14 days"
    assert Leeway(None, DUE, date(2026, 10, 21)) == between(text, None, date(2026, 11, 24))
    assert Leeway(None, date(2027, 1, 7), date(2027, 1, 21)) == between(text, 4, date(2026, 11, 24))


def test_a_window_leaves_all_its_days():
    text = "2026-01-07 agreed JWG, due 2027-01-01/2027-06-30"
    expected = Leeway(date(2027, 1, 1), date(2027, 6, 30), date(2027, 6, 30))
    assert expected == between(text, None, date(2026, 11, 24))


def test_a_postponement_leaves_nothing_of_the_window_but_its_new_day():
    text = "2026-01-07 agreed JWG, due 2026-01-08/2026-06-30; 2026-05-01 postponed #1 to 2026-09-15"
    assert Leeway(None, date(2026, 9, 15), date(2026, 9, 15)) == between(text, 1, date(2026, 6, 1))


def test_what_was_deferred_has_no_date_to_keep():
    assert Leeway() == between("2026-01-07 agreed JWG every 3 months; 2026-04-01 deferred #1", 1, date(2026, 4, 2))


def test_what_has_no_date_has_no_date_to_keep():
    assert Leeway() == between("2026-01-07 agreed standing", None, date(2026, 11, 24))


def test_no_date_is_sought_for_what_was_held():
    plan = schedule(told("2026-01-07 agreed JWG every 3 months; 2026-04-29 held"))
    with pytest.raises(Conflict, match="PK-CN-1#1 is recorded as held on 29 April 2026"):
        occurrence_to_place(plan, 1, date(2026, 11, 24))


# What holds for any capitals


@given(
    capitals,
    st.integers(1, SPAN_DAYS - 1),
    st.integers(0, 20),
    st.integers(-30, SPAN_DAYS),
    st.integers(0, 30),
)
def test_suggestions_are_ranked_common_working_days_in_time_unless_none_is_left(calendars, due, grace, today, notice):
    wanted_on, today_on = FIRST + timedelta(due), FIRST + timedelta(today)
    latest_on = wanted_on + timedelta(grace)
    found = suggestions(calendars, Leeway(None, wanted_on, latest_on), today_on, notice)
    assert all(is_working_day(calendars, one.on) and (one.on > today_on or notice == 0) for one in found)
    assert sorted(found, key=lambda one: one.order) == list(found)
    days_left = [today_on + timedelta(n) for n in range(1, (latest_on - today_on).days + 1)]
    in_time = any(is_working_day(calendars, on) and abs((on - wanted_on).days) <= 60 for on in days_left)
    assert {not in_time} == {one.is_late for one in found}
    before = [one for one in found if one.on <= wanted_on and not one.reservations]
    assert len(before) <= MOST_A_SIDE
    assert len(found) <= 3 * MOST_A_SIDE


def test_a_capital_that_is_closed_all_the_time_leaves_nothing_to_suggest():
    assert () == suggestions((NEVER, CN), Leeway(), FIRST)
