"""What an occurrence is on a day follows from the day, its dates and what became of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.standing import Standing, days_late, follow_up_standing, standing
from tests.changing import replace
from tests.domain.conftest import days_about, histories, stands, told

JWG = "2026-01-07 agreed JWG every 3 months"


def late(text: str, number: int, day: date) -> int:
    """How late that occurrence is on that day."""
    history = told(text)
    return days_late(schedule(history).occurrence(number), day)


def test_the_past_is_judged_by_what_was_known_then(history):
    """
    2026-01-07 agreed JWG every 3 months
    2026-04-09 held
    """
    assert ["upcoming"] == stands(history, as_of=date(2026, 3, 1))
    assert ["overdue", "upcoming"] == stands(history, as_of=date(2026, 4, 8))
    assert ["kept_late", "upcoming"] == stands(history, as_of=date(2026, 4, 9))


def test_of_sittings_nobody_held_the_latest_is_overdue_and_the_earlier_are_missed(history):
    """
    2026-01-07 agreed JWG every 3 months
    """
    assert ["missed", "missed", "overdue", "upcoming"] == stands(history, as_of=date(2026, 11, 24))


def test_of_reports_each_stays_overdue(history):
    """
    2026-01-07 agreed report every 3 months
    """
    assert ["overdue", "overdue", "overdue", "upcoming"] == stands(history, as_of=date(2026, 11, 24))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 7), "upcoming"),
        (date(2026, 3, 8), "due_soon"),
        (date(2026, 4, 6), "due_soon"),
        (date(2026, 4, 7), "due_today"),
        (date(2026, 4, 8), "overdue"),
        (date(2026, 7, 6), "overdue"),
        (date(2026, 7, 7), "missed"),
    ],
)
def test_a_due_date_comes_near_passes_and_is_overtaken(day, expected):
    """Due on 7 April, and the next on 7 July."""
    assert expected == stands(told(JWG), as_of=day)[0]


def test_a_day_within_grace_is_not_overdue(history):
    """
    2026-01-07 agreed JWG every 3 months, grace 14 days
    """
    days = [date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 21), date(2026, 4, 22)]
    assert ["due_today", "due_soon", "due_soon", "overdue"] == [stands(history, as_of=day)[0] for day in days]


def test_a_window_is_due_soon_in_the_30_days_before_its_last_day(history):
    """
    2026-01-07 agreed deliverable, due 2027-01-01/2027-06-30
    """
    days = [date(2027, 5, 30), date(2027, 5, 31), date(2027, 6, 29), date(2027, 6, 30), date(2027, 7, 1)]
    expected = ["upcoming", "due_soon", "due_soon", "due_today", "overdue"]
    assert expected == [stands(history, as_of=day)[0] for day in days]


def test_what_is_postponed_is_overdue_only_after_the_new_date(history):
    """
    2026-01-07 agreed JWG every 3 months
    2026-04-07 held
    2026-06-20 postponed #2 to 2026-09-15
    """
    days = [date(2026, 6, 19), date(2026, 6, 20), date(2026, 7, 8), date(2026, 9, 15), date(2026, 9, 16)]
    expected = ["due_soon", "postponed", "postponed", "postponed", "overdue"]
    assert expected == [stands(history, as_of=day)[1] for day in days]


def test_a_sitting_postponed_beyond_the_next_due_date_is_missed_only_after_its_new_date(history):
    """
    2026-01-07 agreed JWG every 3 months
    2026-04-07 held
    2026-06-20 postponed #2 to 2026-10-20
    """
    assert ["kept", "postponed", "overdue", "upcoming"] == stands(history, as_of=date(2026, 10, 20))
    assert ["kept", "missed", "overdue", "upcoming"] == stands(history, as_of=date(2026, 10, 21))


def test_a_postponed_sitting_is_missed_as_soon_as_a_later_one_is_held(history):
    """
    2026-01-07 agreed JWG every 3 months
    2026-04-01 postponed #1 to 2026-09-15
    2026-06-30 held #2
    """
    assert ["missed", "kept"] == stands(history, as_of=date(2026, 6, 30))[:2]


def test_what_was_held_within_grace_was_kept_and_the_day_after_kept_late():
    in_grace, after = told(f"{JWG}, grace 14 days; 2026-04-21 held"), told(f"{JWG}, grace 14 days; 2026-04-22 held")
    assert ["kept", "kept_late"] == [stands(one, as_of=date(2026, 4, 22))[0] for one in (in_grace, after)]


@pytest.mark.parametrize("word", ["cancelled", "waived", "deferred"])
def test_what_was_released_or_deferred_stays_so_after_its_date(word):
    history = told(f"{JWG}; 2026-03-01 {word} #1")
    assert [word, "missed", "overdue", "upcoming"] == stands(history, as_of=date(2026, 11, 24))


def test_what_has_no_date_is_undated():
    history = told("2026-01-07 agreed standing")
    plan = schedule(history)
    assert Standing.UNDATED is standing(plan, plan.occurrence(1), date(2036, 1, 1))


def test_an_undated_promise_that_was_given_a_date_is_expected_then(history):
    """
    2026-01-07 agreed standing
    2026-03-01 postponed #1 to 2026-09-15
    """
    assert ["postponed"] == stands(history, as_of=date(2026, 9, 15))
    assert ["overdue"] == stands(history, as_of=date(2026, 9, 16))


@pytest.mark.parametrize(
    ("facts", "number", "day", "expected"),
    [
        ("", 1, date(2026, 11, 24), 231),
        ("", 2, date(2026, 11, 24), 140),
        ("", 3, date(2026, 11, 24), 48),
        ("", 4, date(2026, 11, 24), 0),
        ("2026-04-29 held", 1, date(2026, 11, 24), 22),
        ("2026-04-01 held", 1, date(2026, 11, 24), 0),
        ("2026-06-20 postponed #2 to 2026-09-15; 2026-09-15 held", 2, date(2026, 11, 24), 70),
        ("2026-06-20 postponed #2 to 2026-09-15", 2, date(2026, 9, 16), 71),
    ],
)
def test_lateness_is_counted_from_the_agreed_date_to_the_day_it_was_kept(facts, number, day, expected):
    assert expected == late(f"{JWG}; {facts}", number, day)


def test_what_never_had_a_date_is_not_late():
    assert 0 == late("2026-01-07 agreed standing", 1, date(2036, 1, 1))


@pytest.mark.parametrize(
    ("due_on", "done_on", "day", "expected"),
    [
        (None, None, date(2026, 5, 1), Standing.UNDATED),
        (date(2026, 5, 29), None, date(2026, 4, 28), Standing.UPCOMING),
        (date(2026, 5, 29), None, date(2026, 4, 29), Standing.DUE_SOON),
        (date(2026, 5, 29), None, date(2026, 5, 29), Standing.DUE_TODAY),
        (date(2026, 5, 29), None, date(2026, 5, 30), Standing.OVERDUE),
        (date(2026, 5, 29), date(2026, 5, 29), date(2026, 6, 30), Standing.KEPT),
        (date(2026, 5, 29), date(2026, 5, 30), date(2026, 6, 30), Standing.KEPT_LATE),
        (None, date(2026, 5, 30), date(2026, 6, 30), Standing.KEPT),
    ],
)
def test_a_follow_up_stands_by_its_own_due_date(due_on, done_on, day, expected):
    follow_up = FollowUp(1, "draft terms", date(2026, 3, 1), due_on=due_on, done_on=done_on)
    plan = schedule(told("2026-01-07 agreed JWG every 3 months"))
    assert expected is follow_up_standing(plan, follow_up, day)


def test_a_pause_stops_the_clock_and_what_was_missed_by_then_stays_missed(history):
    """
    2026-01-07 agreed JWG every 3 months
    2026-07-10 paused
    2026-09-01 resumed shifting
    """
    assert ["missed", "overdue", "upcoming"] == stands(history, as_of=date(2026, 7, 9))
    assert ["missed", "on_hold", "on_hold"] == stands(history, as_of=date(2026, 7, 10))
    assert ["missed", "on_hold", "on_hold"] == stands(history, as_of=date(2026, 8, 31))
    assert ["missed", "overdue", "upcoming"] == stands(history, as_of=date(2026, 9, 1))


def test_a_pause_from_the_agreement_on_leaves_nothing_missed(history):
    """
    2026-01-07 agreed JWG every 3 months
    2026-01-07 paused
    """
    assert ["on_hold", "on_hold", "on_hold", "on_hold"] == stands(history, as_of=date(2026, 11, 24))


def test_after_a_withdrawal_what_was_missed_stays_missed_and_nothing_else_is_owed(history):
    """
    2026-01-07 agreed JWG every 3 months
    2026-05-01 held #1
    2026-08-15 withdrawn from 2026-10-08
    """
    assert ["kept_late", "missed", "due_today", "upcoming"] == stands(history, as_of=date(2026, 10, 7))
    assert ["kept_late", "missed", "withdrawn", "withdrawn"] == stands(history, as_of=date(2026, 10, 8))


def test_a_withdrawal_goes_before_a_pause(history):
    """
    2026-01-07 agreed JWG every 3 months
    2026-02-01 paused
    2026-03-01 withdrawn
    """
    assert ["on_hold"] == stands(history, as_of=date(2026, 2, 28))
    assert ["withdrawn"] == stands(history, as_of=date(2026, 3, 1))


def test_what_lapsed_is_missed_and_was_not_kept(history):
    """
    2026-01-07 agreed report every 3 months
    2026-05-01 lapsed #1
    """
    assert ["overdue", "upcoming"] == stands(history, as_of=date(2026, 4, 30))
    assert ["missed", "overdue", "upcoming"] == stands(history, as_of=date(2026, 7, 8))


def test_a_follow_up_is_not_chased_while_its_commitment_is_paused_or_withdrawn():
    follow_up = FollowUp(1, "draft terms", date(2026, 3, 1), due_on=date(2026, 5, 29))
    paused, withdrawn = (schedule(told(f"{JWG}; 2026-05-01 {fact}")) for fact in ("paused", "withdrawn"))
    done = replace(follow_up, done_on=date(2026, 5, 30))
    june = date(2026, 6, 30)
    assert Standing.ON_HOLD is follow_up_standing(paused, follow_up, june)
    assert Standing.WITHDRAWN is follow_up_standing(withdrawn, follow_up, june)
    assert Standing.KEPT_LATE is follow_up_standing(paused, done, june)


@given(histories(), st.data())
def test_no_standing_depends_on_the_order_in_which_facts_were_entered(history, data):
    """Every outcome of these histories has a day of its own; what shares a day goes by its entries."""
    entries = data.draw(st.permutations([one.entry for one in history.outcomes]))
    entered = [one._replace(entry=entry) for one, entry in zip(history.outcomes, entries, strict=True)]
    reviews = data.draw(st.permutations(history.reviewed_on))
    shuffled = data.draw(st.permutations(entered))
    again = replace(history, outcomes=tuple(shuffled), reviewed_on=tuple(reviews))
    day = data.draw(days_about(history.commitment))
    assert stands(history, day) == stands(again, day)
