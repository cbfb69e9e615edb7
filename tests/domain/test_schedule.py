"""Occurrences are computed when asked for; what is on record about them is sorted by their number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.schedule import Occurrence, schedule
from bilateral_tracker.domain.window import Window
from tests.changing import replace
from tests.domain.conftest import histories, told

JWG = "2026-01-07 agreed JWG every 3 months"
MOVED_TWICE = "2026-09-10 postponed #2 to 2026-09-29; 2026-06-20 postponed #2 to 2026-09-15"


def test_an_occurrence_nothing_is_on_record_about_has_its_due_date_alone():
    plan = schedule(told(JWG))
    assert Occurrence(3, Window.day(date(2026, 10, 7))) == plan.occurrence(3)
    assert {} == plan.recorded


def test_a_postponed_occurrence_keeps_its_agreed_date_and_every_new_one():
    one = schedule(told(f"{JWG}; {MOVED_TWICE}")).occurrence(2)
    assert (date(2026, 9, 15), date(2026, 9, 29)) == one.postponed_to
    assert (date(2026, 7, 7), date(2026, 9, 29)) == (one.due_on, one.expected_on)


def test_an_occurrence_is_due_on_the_last_day_of_its_window():
    one = schedule(told("2026-01-07 agreed deliverable, due 2027-01-01/2027-06-30")).occurrence(1)
    assert [date(2027, 6, 30)] * 2 == [one.due_on, one.expected_on]


def test_what_does_not_recur_has_no_second_occurrence():
    plan = schedule(told("2026-01-07 agreed deliverable, due 2026-09-30"))
    assert Occurrence(2, None) == plan.occurrence(2)


def test_beyond_the_year_9999_nothing_is_due():
    plan = schedule(told("2026-01-07 agreed JWG every 1 year, first due 9999-12-31"))
    assert date(9999, 12, 31) == plan.occurrence(1).due_on
    assert None is plan.occurrence(2).due_on
    assert None is plan.first_open(after=1)


@pytest.mark.parametrize(
    ("facts", "closed"),
    [
        ("2026-06-25 deferred #2", "deferred"),
        ("2026-06-25 deferred #2; 2026-08-01 postponed #2 to 2026-09-01", None),
        ("2026-08-01 postponed #2 to 2026-09-01; 2026-06-25 deferred #2", None),
        ("2026-06-20 postponed #2 to 2026-09-15; 2026-09-10 deferred #2", "deferred"),
        ("2026-06-25 deferred #2; 2026-06-25 postponed #2 to 2026-09-01", None),
        ("2026-06-25 postponed #2 to 2026-09-01; 2026-06-25 deferred #2", "deferred"),
        ("2026-06-25 deferred #2; 2026-07-09 held", "held"),
        ("2026-07-09 held; 2026-07-10 deferred #2", "held"),
        ("2026-06-25 deferred #2; 2026-07-09 waived #2", "waived"),
    ],
)
def test_a_deferral_is_in_force_until_a_new_date_is_found(facts, closed):
    """What is decided on one day is decided in the order of its entries."""
    one = schedule(told(f"{JWG}; {facts}")).occurrence(2)
    assert closed == (one.closed and one.closed.kind.value)
    assert (closed == "held") == one.is_kept


@pytest.mark.parametrize(
    ("terms", "number", "expected"),
    [
        ("", 1, date(2026, 4, 7)),
        (", grace 14 days", 1, date(2026, 4, 21)),
        (", grace 14 days", 2, date(2026, 10, 13)),
    ],
)
def test_an_occurrence_is_allowed_through_its_grace_counted_from_the_new_date(terms, number, expected):
    plan = schedule(told(f"{JWG}{terms}; {MOVED_TWICE}"))
    assert expected == plan.last_allowed(plan.occurrence(number))


def test_grace_ends_with_the_calendar():
    plan = schedule(told("2026-01-07 agreed deliverable, due 9999-12-31, grace 14 days"))
    assert date(9999, 12, 31) == plan.last_allowed(plan.occurrence(1))
    assert None is plan.last_allowed(plan.occurrence(2))


def test_an_occurrence_is_overtaken_on_the_day_the_next_falls_due():
    plan = schedule(told(JWG))
    assert [False, True] == [plan.is_overtaken(1, day) for day in (date(2026, 7, 6), date(2026, 7, 7))]


def test_an_occurrence_is_overtaken_when_a_later_one_was_kept():
    plan = schedule(told(f"{JWG}; 2026-06-01 held"))
    assert (2, True, False) == (
        plan.last_kept,
        plan.is_overtaken(1, date(2026, 6, 1)),
        plan.is_overtaken(2, date(2026, 6, 1)),
    )


def test_what_happens_once_is_never_overtaken():
    plan = schedule(told("2026-01-07 agreed deliverable, due 2026-09-30"))
    assert not plan.is_overtaken(1, date(2046, 1, 1))


def test_the_first_open_occurrence_is_neither_closed_nor_postponed():
    plan = schedule(told(f"{JWG}; 2026-04-07 held; {MOVED_TWICE}; 2026-10-01 waived #3"))
    found = [plan.first_open(after) for after in (0, 3, 4)]
    assert [4, 4, 5] == [one.number for one in found if one]


def test_a_later_sitting_releases_the_earlier_unless_each_is_owed():
    assert 2 == schedule(told(f"{JWG}; 2026-06-30 held")).released_through
    assert 0 == schedule(told(f"{JWG}, arrears each; 2026-06-30 held")).released_through


@pytest.mark.parametrize(
    ("due", "facts", "expected"),
    [
        ("", "", None),
        (", due 2026-05-29", "", date(2026, 5, 29)),
        (", due 14 days before #2", "", date(2026, 6, 23)),
        (", due 14 days before #2", "2026-06-20 postponed #2 to 2026-09-15", date(2026, 9, 1)),
        (", due 14 days before #2", "2026-06-20 deferred #2", None),
        (", due 14 days before #2", "2026-06-20 deferred #2; 2026-08-01 postponed #2 to 2026-09-15", date(2026, 9, 1)),
        (", due 14 days before #2", "2026-07-09 held", date(2026, 6, 23)),
        (", due 1 month after #2", "", date(2026, 8, 7)),
        (", due 30 days after #1 was held", "", None),
        (", due 30 days after #1 was held", "2026-04-29 held", date(2026, 5, 29)),
        (", due 30 days after #1 was held", "2026-04-29 cancelled #1", None),
        (", due 14 days before #7", "", date(2027, 9, 23)),
    ],
)
def test_a_follow_up_is_due_when_what_it_hangs_on_has_a_date(due, facts, expected):
    plan_of = told(f"{JWG}; 2026-03-01 raised .1 draft terms{due}; {facts}")
    assert expected == schedule(plan_of).follow_up_due(plan_of.follow_ups[0])


def test_a_follow_up_hung_on_an_undated_promise_is_not_running():
    plan_of = told("2026-01-07 agreed standing; 2026-03-01 raised .1 draft terms, due 14 days before #1")
    assert None is schedule(plan_of).follow_up_due(plan_of.follow_ups[0])


PAUSED, WITHDRAWN = "2026-06-01 paused", "2026-08-15 withdrawn"


@pytest.mark.parametrize(
    ("facts", "day", "expected"),
    [
        ("", date(2026, 9, 1), date(2026, 9, 1)),
        (PAUSED, date(2026, 5, 31), date(2026, 5, 31)),
        (PAUSED, date(2026, 6, 1), date(2026, 5, 31)),
        (PAUSED, date(2026, 9, 1), date(2026, 5, 31)),
        (WITHDRAWN, date(2026, 9, 1), date(2026, 8, 14)),
        (f"{PAUSED}; {WITHDRAWN}", date(2026, 9, 1), date(2026, 5, 31)),
        (f"{PAUSED}; 2026-07-01 resumed shifting; {WITHDRAWN}", date(2026, 9, 1), date(2026, 8, 14)),
    ],
)
def test_nothing_is_chased_from_the_first_day_of_a_pause_or_withdrawal_on(facts, day, expected):
    assert expected == schedule(told(f"{JWG}; {facts}")).chased_until(day)


def test_a_pause_and_a_withdrawal_begin_on_their_first_day():
    plan = schedule(told(f"{JWG}; {PAUSED}; {WITHDRAWN}"))
    assert [False, True] == [plan.is_paused(day) for day in (date(2026, 5, 31), date(2026, 6, 1))]
    assert [False, True] == [plan.is_withdrawn(day) for day in (date(2026, 8, 14), date(2026, 8, 15))]
    assert not schedule(told(JWG)).is_paused(date(2036, 1, 1))
    assert not schedule(told(JWG)).is_withdrawn(date(2036, 1, 1))


@pytest.mark.parametrize(
    ("facts", "planned"),
    [
        ("2026-06-01 proposed #2 to 2026-07-03", "proposed"),
        ("2026-06-01 proposed #2 to 2026-07-03; 2026-06-09 arranged #2 to 2026-07-05", "arranged"),
        ("2026-06-01 arranged #2 to 2026-07-03; 2026-06-09 proposed #2 to 2026-07-05", "proposed"),
        ("2026-06-01 arranged #2 to 2026-07-03; 2026-06-20 postponed #2 to 2026-09-15", None),
        ("2026-06-20 postponed #2 to 2026-09-15; 2026-07-01 arranged #2 to 2026-09-10", "arranged"),
        ("2026-06-01 arranged #2 to 2026-07-03; 2026-06-20 deferred #2", None),
        ("2026-06-01 arranged #2 to 2026-07-03; 2026-07-03 held", None),
    ],
)
def test_a_date_holds_while_the_occurrence_is_open_and_nothing_put_it_off(facts, planned):
    one = schedule(told(f"{JWG}; {facts}")).occurrence(2)
    assert planned == (one.planned and one.planned.kind.value)


def test_the_slip_is_counted_from_the_agreed_day_to_the_latest_new_one():
    plan = schedule(told(f"{JWG}; {MOVED_TWICE}"))
    assert (84, 0) == (plan.occurrence(2).slip_days, plan.occurrence(3).slip_days)
    assert 70 == schedule(told(f"{JWG}; 2026-06-20 postponed #2 to 2026-09-15")).occurrence(2).slip_days


@pytest.mark.parametrize(
    "fact", ["postponed #2 to 2026-09-15", "deferred #2", "cancelled #2", "arranged #2 to 2026-09-15"]
)
def test_nothing_is_moved_that_would_be_counted_from_a_sitting_taken_back(fact):
    """Its second is due three months after a first that was held; as long as that is on record, it is there."""
    first = f"{JWG}, reading rolling"
    assert {} == schedule(told(f"{first}; 2026-06-20 {fact}")).recorded
    assert [1, 2] == list(schedule(told(f"{first}; 2026-04-07 held; 2026-06-20 {fact}")).recorded)


@given(histories(), st.data())
def test_a_schedule_does_not_depend_on_the_order_in_which_facts_are_given(history, data):
    shuffled = replace(history, outcomes=tuple(data.draw(st.permutations(history.outcomes))))
    one, other = schedule(history), schedule(shuffled)
    assert (one.commitment, one.recorded, one.last_kept) == (other.commitment, other.recorded, other.last_kept)
