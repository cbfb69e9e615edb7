"""The days an agenda names may come early, never late: what wants attention is found by them."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bilateral_tracker.domain.agenda import Agenda, agenda
from bilateral_tracker.domain.arrears import expected
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.situation import coming_situation, follow_up_situations, overdue_situations, situation
from tests.domain.conftest import histories_by_a_day, told

JWG = "2026-01-07 agreed JWG every 3 months"
ONCE = "2026-01-07 agreed deliverable, due 2026-09-30"
UNDATED = "2026-01-07 agreed standing"


@pytest.mark.parametrize(
    ("text", "expected_from", "overdue_from"),
    [
        (JWG, date(2026, 4, 7), date(2026, 4, 8)),
        (f"{JWG}, grace 14 days", date(2026, 4, 7), date(2026, 4, 22)),
        (f"{JWG}; 2026-04-07 held", date(2026, 7, 7), date(2026, 7, 8)),
        (f"{JWG}; 2026-07-07 held", date(2026, 10, 7), date(2026, 10, 8)),
        (f"{JWG}, arrears each; 2026-07-07 held", date(2026, 4, 7), date(2026, 4, 8)),
        (f"{JWG}; 2026-04-07 held; 2026-06-01 postponed #2 to 2026-09-15", date(2026, 9, 15), date(2026, 9, 16)),
        (f"{JWG}; 2026-04-07 held; 2026-06-01 postponed #2 to 2026-12-01", date(2026, 10, 7), date(2026, 10, 8)),
        (f"{JWG}; 2026-06-01 postponed #2 to 2026-09-15; 2026-10-07 held", date(2027, 1, 7), date(2027, 1, 8)),
        (f"{JWG}; 2026-04-01 deferred #1", date(2026, 7, 7), date(2026, 7, 8)),
        (f"{JWG}; 2026-02-01 arranged #1 to 2026-03-05", date(2026, 3, 5), date(2026, 4, 8)),
        (f"{JWG}; 2026-02-01 arranged #1 to 2026-04-20", date(2026, 4, 7), date(2026, 4, 8)),
        (f"{JWG}; 2026-02-01 proposed #1 to 2026-03-05", date(2026, 4, 7), date(2026, 4, 8)),
        (f"{JWG}; 2026-02-01 arranged #1 to 2026-03-05; 2026-03-05 held", date(2026, 7, 7), date(2026, 7, 8)),
        (f"{JWG}; 2026-04-01 waived #1; 2026-04-01 waived #2", date(2026, 10, 7), date(2026, 10, 8)),
        (ONCE, date(2026, 9, 30), date(2026, 10, 1)),
        ("2026-01-07 agreed deliverable, due 2027-01-01/2027-06-30", date(2027, 6, 30), date(2027, 7, 1)),
        (f"{ONCE}; 2026-09-01 delivered", None, None),
        ("2026-01-07 agreed deliverable, due 9999-12-31", date(9999, 12, 31), None),
    ],
)
def test_the_first_open_occurrence_sets_the_days(text, expected_from, overdue_from):
    found = agenda(told(text))
    assert (expected_from, overdue_from, None) == (found.expected_from, found.overdue_from, found.review_on)


@pytest.mark.parametrize(
    ("text", "review_on"),
    [
        (UNDATED, date(2026, 7, 7)),
        (f"{UNDATED}; 2026-05-01 reviewed", date(2026, 11, 1)),
        (f"{UNDATED}; 2026-05-01 delivered", None),
        (f"{UNDATED}; 2026-05-01 cancelled #1", None),
        (f"{ONCE}; 2026-09-01 deferred #1", date(2027, 3, 1)),
        (f"{ONCE}; 2026-09-01 deferred #1; 2026-09-10 postponed #1 to 2026-12-01", None),
        (ONCE, None),
        (f"{JWG}; 2026-04-01 deferred #1", None),
    ],
)
def test_only_what_has_no_date_waits_for_its_review(text, review_on):
    assert review_on == agenda(told(text)).review_on


def test_the_first_open_follow_up_sets_its_day():
    raised = "2026-04-29 raised .1 draft terms, due 2026-05-29; 2026-04-29 raised .2 list, due 14 days before #3"
    assert date(2026, 5, 29) == agenda(told(f"{JWG}; {raised}")).follow_up_on
    assert date(2026, 9, 23) == agenda(told(f"{JWG}; {raised}; 2026-05-10 done .1")).follow_up_on
    assert None is agenda(told(f"{JWG}; 2026-04-29 raised .1 draft terms")).follow_up_on


def test_a_date_that_waits_for_an_answer_wants_attention_from_the_day_it_was_proposed():
    proposed = f"{JWG}; 2026-02-03 proposed #1 to 2026-03-05"
    assert date(2026, 2, 3) == agenda(told(proposed)).follow_up_on
    assert None is agenda(told(f"{proposed}; 2026-02-10 arranged #1 to 2026-03-06")).follow_up_on
    assert None is agenda(told(f"{proposed}; 2026-03-05 held")).follow_up_on
    assert date(2026, 1, 20) == agenda(told(f"{proposed}; 2026-01-08 raised .1 list, due 2026-01-20")).follow_up_on


def test_of_what_is_only_on_file_the_follow_ups_alone_want_attention():
    history = told(f"{JWG}, strength noted; 2026-04-29 raised .1 draft terms, due 2026-05-29")
    assert Agenda(follow_up_on=date(2026, 5, 29)) == agenda(history)


@given(histories_by_a_day())
def test_what_is_overdue_is_found_by_the_agenda(cut):
    history, day = cut
    assume(history.last_fact_on <= day)  # else the register finds it by that
    found = agenda(history)
    rows = overdue_situations(history, day)
    if situation(history, day).standing == "overdue" or any(row.number for row in rows):
        assert found.overdue_from <= day
    if any(row.kind == "follow_up" for row in rows):
        assert found.follow_up_on <= day


@given(histories_by_a_day())
def test_what_is_due_for_review_is_found_by_the_agenda(cut):
    history, day = cut
    assume(history.last_fact_on <= day)  # else the register finds it by that
    row = situation(history, day)
    if row.standing == "review_due":
        assert agenda(history).review_on == row.review_on <= day


@given(histories_by_a_day(), st.integers(0, 400))
def test_what_is_expected_within_a_time_is_found_by_the_agenda(cut, within):
    history, day = cut
    assume(history.last_fact_on <= day)  # else the register finds it by that
    horizon, found, plan = day + timedelta(within), agenda(history), schedule(history)
    for one in expected(plan, day) if not history.paused_from else ():
        if one.expected_on <= horizon:
            assert found.expected_from <= horizon
    coming = coming_situation(history, day)
    if coming and coming.coming_on(day) <= horizon:
        assert found.expected_from <= horizon


@given(histories_by_a_day(), st.integers(0, 400))
def test_a_follow_up_due_within_a_time_is_found_by_the_agenda(cut, within):
    history, day = cut
    assume(history.last_fact_on <= day)  # else the register finds it by that
    horizon = day + timedelta(within)
    for row in follow_up_situations(history, day):
        if row.next_due_on and row.next_due_on <= horizon:
            assert agenda(history).follow_up_on <= horizon


@given(histories_by_a_day())
def test_what_will_be_overdue_if_nothing_happens_is_found_by_the_agenda_of_today(cut):
    """The index is written today and read on later days."""
    history, day = cut
    assume(history.last_fact_on <= day)  # else the register finds it by that
    found = agenda(history)
    for later in (day + timedelta(days) for days in (1, 20, 100, 400)):
        if any(row.number for row in overdue_situations(history, later)):
            assert found.overdue_from <= later
        if situation(history, later).standing == "review_due":
            assert found.review_on <= later
