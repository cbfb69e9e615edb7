"""A reminder is owed once at each stage, and its identity is what it says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.reminder import Reminder, reminder_for, stage
from bilateral_tracker.domain.situation import follow_up_situations, situation
from tests.domain.conftest import known_on, told

JWG = "2026-01-07 agreed JWG every 3 months"
DUE_ON = date(2026, 4, 7)


def owed(text: str, day: date) -> Reminder | None:
    """The reminder owed on that day for the row of that history."""
    return reminder_for(situation(known_on(told(text), day), day), day)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 7), None),
        (date(2026, 3, 8), -30),
        (date(2026, 3, 23), -30),
        (date(2026, 3, 24), -14),
        (date(2026, 3, 31), -7),
        (date(2026, 4, 5), -7),
        (date(2026, 4, 6), -1),
        (date(2026, 4, 7), 0),
        (date(2026, 4, 8), 0),
        (date(2026, 4, 13), 0),
        (date(2026, 4, 14), 7),
        (date(2026, 4, 20), 7),
        (date(2026, 4, 21), 14),
        (date(2026, 6, 30), 84),
    ],
)
def test_the_stage_is_the_latest_reached(day, expected):
    """Due on 7 April: four before it, the day, and then every week."""
    assert expected == stage(DUE_ON, DUE_ON, day)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 4, 7), 0),
        (date(2026, 4, 21), 0),
        (date(2026, 4, 22), 14),
        (date(2026, 4, 27), 14),
        (date(2026, 4, 28), 21),
    ],
)
def test_days_of_grace_are_not_nagged_about(day, expected):
    """Grace ends on 21 April; the weeks are counted from then."""
    assert expected == stage(DUE_ON, date(2026, 4, 21), day)


@given(st.integers(-60, 400), st.integers(0, 30))
def test_no_stage_is_ever_taken_back(days, grace):
    day, last_allowed = DUE_ON + timedelta(days), DUE_ON + timedelta(grace)
    reached = [stage(DUE_ON, last_allowed, day + timedelta(later)) for later in range(9)]
    stages = [one for one in reached if one is not None]
    assert reached == [None] * (len(reached) - len(stages)) + sorted(stages)
    assert reached[0] is None or reached[0] <= days


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (JWG, date(2026, 3, 7), None),
        (JWG, date(2026, 3, 8), Reminder("PK-CN-1#1", date(2026, 4, 7), -30)),
        (JWG, date(2026, 4, 7), Reminder("PK-CN-1#1", date(2026, 4, 7), 0)),
        (JWG, date(2026, 4, 14), Reminder("PK-CN-1#1", date(2026, 4, 7), 7)),
        (JWG, date(2026, 7, 7), Reminder("PK-CN-1#2", date(2026, 7, 7), 0)),
        (f"{JWG}; 2026-04-01 held", date(2026, 4, 7), None),
        (f"{JWG}, grace 14 days", date(2026, 4, 21), Reminder("PK-CN-1#1", date(2026, 4, 7), 0)),
        (
            f"{JWG}; 2026-04-01 postponed #1 to 2026-05-04",
            date(2026, 4, 4),
            Reminder("PK-CN-1#1", date(2026, 5, 4), -30),
        ),
        (
            f"{JWG}; 2026-04-01 postponed #1 to 2026-05-04",
            date(2026, 5, 11),
            Reminder("PK-CN-1#1", date(2026, 5, 4), 7),
        ),
        ("2026-01-07 agreed standing", date(2026, 7, 6), None),
        ("2026-01-07 agreed standing", date(2026, 7, 7), Reminder("PK-CN-1", date(2026, 7, 7), 0)),
        ("2026-01-07 agreed standing", date(2026, 9, 7), Reminder("PK-CN-1", date(2026, 7, 7), 0)),
        ("2026-01-07 agreed deliverable, due 2026-09-30; 2026-09-01 waived #1", date(2026, 9, 30), None),
        (f"{JWG}, strength noted", date(2026, 4, 7), None),
    ],
)
def test_a_reminder_is_about_the_occurrence_that_matters_and_the_day_it_is_expected(text, day, expected):
    assert expected == owed(text, day)


def test_a_postponement_makes_it_another_reminder():
    moved = owed(f"{JWG}; 2026-04-01 postponed #1 to 2026-05-04", date(2026, 5, 4))
    assert moved != owed(JWG, date(2026, 4, 7))
    assert moved == Reminder("PK-CN-1#1", date(2026, 5, 4), 0)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("2026-04-29 raised .1 draft terms, due 2026-05-29", Reminder("PK-CN-1.1", date(2026, 5, 29), -7)),
        ("2026-04-29 raised .1 draft terms, due 2026-05-15", Reminder("PK-CN-1.1", date(2026, 5, 15), 7)),
        ("2026-04-29 raised .1 draft terms, due 2026-05-15; 2026-05-20 done .1", None),
        ("2026-04-29 raised .1 draft terms", None),
    ],
)
def test_a_follow_up_is_reminded_of_by_its_own_reference(facts, expected):
    """On 22 May."""
    [row] = follow_up_situations(told(f"{JWG}; {facts}"), date(2026, 5, 22))
    assert expected == reminder_for(row, date(2026, 5, 22))


AHEAD = f"{JWG}; 2026-04-07 held; 2026-04-20 arranged #2 to 2026-06-10"
LATE = f"{JWG}; 2026-05-01 arranged #1 to 2026-06-12"


@pytest.mark.parametrize(
    ("text", "day", "about_on", "reached"),
    [
        (AHEAD, date(2026, 5, 10), None, None),
        (AHEAD, date(2026, 5, 11), date(2026, 6, 10), -30),
        (AHEAD, date(2026, 6, 10), date(2026, 6, 10), 0),
        (AHEAD, date(2026, 6, 11), date(2026, 6, 10), 1),
        (AHEAD, date(2026, 6, 22), date(2026, 6, 10), 1),
        (AHEAD, date(2026, 6, 23), date(2026, 7, 7), -14),
        (AHEAD, date(2026, 7, 7), date(2026, 7, 7), 0),
        (f"{AHEAD}; 2026-06-10 held", date(2026, 6, 11), None, None),
        (f"{AHEAD}; 2026-06-12 arranged #2 to 2026-06-20", date(2026, 6, 13), date(2026, 6, 20), -7),
        (f"{AHEAD}; 2026-06-12 postponed #2 to 2026-07-20", date(2026, 6, 20), date(2026, 7, 20), -30),
        (LATE, date(2026, 5, 10), None, None),
        (LATE, date(2026, 6, 5), date(2026, 6, 12), -7),
        (LATE, date(2026, 6, 13), date(2026, 6, 12), 1),
        (LATE, date(2026, 6, 15), date(2026, 6, 12), 1),
        (LATE, date(2026, 6, 16), date(2026, 4, 7), 70),
    ],
)
def test_an_arranged_date_is_what_is_reminded_of_until_it_was_asked_whether_it_was_held(text, day, about_on, reached):
    found = owed(text, day)
    assert (about_on, reached) == ((found.about_on, found.stage) if found else (None, None))


@given(st.integers(-40, 60))
def test_a_date_that_was_only_proposed_changes_no_reminder(days):
    day = date(2026, 7, 7) + timedelta(days)
    proposed = f"{JWG}; 2026-04-07 held; 2026-04-20 proposed #2 to 2026-06-10 by CN"
    assert owed(f"{JWG}; 2026-04-07 held", day) == owed(proposed, day)
