"""A reminder is owed once at each stage, and its identity is what it says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.quiet import Quiet
from bilateral_tracker.domain.reminder import Reckoning, Reminder, about_on, heard, reminder_for, stage
from bilateral_tracker.domain.situation import follow_up_situations, situation
from bilateral_tracker.domain.stages import Stages
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
        (JWG, date(2026, 2, 20), None),
        (JWG, date(2026, 2, 21), Reminder("PK-CN-1#1", date(2026, 4, 7), -45)),
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
        (f"{JWG}; 2026-04-07 held", date(2026, 5, 23), date(2026, 7, 7), -45),
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


@given(st.integers(-30, 60))
def test_a_date_that_was_only_proposed_changes_no_reminder(days):
    day = date(2026, 7, 7) + timedelta(days)
    proposed = f"{JWG}; 2026-04-07 held; 2026-04-20 proposed #2 to 2026-06-10 by CN"
    assert owed(f"{JWG}; 2026-04-07 held", day) == owed(proposed, day)


def weekdays_left(day, until):
    return sum((day + timedelta(n)).weekday() < 5 for n in range(1, (until - day).days + 1))


WEEKDAYS = Reckoning(left=weekdays_left)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 26), -14),
        (date(2026, 3, 27), -7),
        (date(2026, 4, 5), -7),
        (date(2026, 4, 6), -1),
        (date(2026, 4, 7), 0),
        (date(2026, 4, 14), 7),
    ],
)
def test_lead_times_can_count_working_days(day, expected):
    """Due on Tuesday, 7 April; the seventh weekday before it is Friday, 27 March."""
    assert expected == stage(DUE_ON, DUE_ON, day, WEEKDAYS)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 4, 7), None),
        (date(2026, 5, 6), None),
        (date(2026, 5, 7), 30),
        (date(2026, 5, 13), 30),
        (date(2026, 5, 14), 37),
    ],
)
def test_a_rung_of_the_ladder_hears_of_what_has_been_overdue_for_its_days(day, expected):
    assert expected == stage(DUE_ON, DUE_ON, day, Reckoning(rung=30))


def test_the_ladder_is_counted_from_the_end_of_grace():
    grace_ends_on = date(2026, 4, 21)
    assert (None, 44) == tuple(
        stage(DUE_ON, grace_ends_on, day, Reckoning(rung=30)) for day in (date(2026, 5, 20), date(2026, 5, 21))
    )


def test_a_rung_hears_of_no_review_and_is_not_asked_whether_a_sitting_was_held():
    upwards = Reckoning(rung=30)
    reviewed, arranged = known_on(told("2026-01-07 agreed standing"), date(2026, 9, 7)), date(2026, 6, 13)
    assert None is reminder_for(situation(reviewed, date(2026, 9, 7)), date(2026, 9, 7), upwards)
    assert Reminder("PK-CN-1#1", date(2026, 4, 7), 65) == reminder_for(
        situation(known_on(told(LATE), arranged), arranged), arranged, upwards
    )


def test_other_stages_can_be_set():
    often = Reckoning(Stages(before=(3,), every_days=2))
    days = [date(2026, 4, 3), date(2026, 4, 4), date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 9), date(2026, 4, 12)]
    assert [None, -3, -3, 0, 2, 4] == [stage(DUE_ON, DUE_ON, day, often) for day in days]


def test_what_reminders_are_about_is_known_before_the_first_stage():
    assert date(2026, 4, 7) == about_on(situation(told(JWG), date(2026, 1, 8)), date(2026, 1, 8))
    assert None is about_on(situation(told("2026-01-07 agreed standing"), date(2026, 1, 8)), date(2026, 1, 8))


# Times of quiet

OVERDUE = Reminder("PK-CN-1#1", DUE_ON, 7)


def test_what_was_acknowledged_is_not_said_again_before_its_next_phase():
    """Acknowledged on the eighth day overdue: quiet until the thirtieth, when the director hears of it."""
    acknowledged = [Quiet("PK-CN-1#1", DUE_ON, date(2026, 4, 15), entry=5)]
    days = [date(2026, 4, 15), date(2026, 5, 6), date(2026, 5, 7), date(2026, 7, 1)]
    assert [None, None, OVERDUE, OVERDUE] == [heard(OVERDUE, acknowledged, DUE_ON, day, Stages()) for day in days]


def test_what_was_acknowledged_ahead_is_said_when_it_is_overdue():
    acknowledged, coming = [Quiet("PK-CN-1#1", DUE_ON, date(2026, 3, 10))], Reminder("PK-CN-1#1", DUE_ON, -7)
    assert None is heard(coming, acknowledged, DUE_ON, DUE_ON, Stages())
    assert coming == heard(coming, acknowledged, DUE_ON, date(2026, 4, 8), Stages())


def test_without_a_ladder_what_was_acknowledged_overdue_is_said_no_more():
    acknowledged, alone = [Quiet("PK-CN-1#1", DUE_ON, date(2026, 4, 15))], Stages(director_after=None, head_after=None)
    assert None is heard(OVERDUE, acknowledged, DUE_ON, date(2036, 4, 15), alone)


def test_a_snooze_ends_with_a_stage_of_its_own():
    """The weekly stage of 21 April was passed over in its sleep; it wakes on the 23rd, and goes on on the 28th."""
    snoozed = [Quiet("PK-CN-1#1", DUE_ON, date(2026, 4, 15), date(2026, 4, 23))]

    def said(stage_reached, day):
        return heard(OVERDUE._replace(stage=stage_reached), snoozed, DUE_ON, day, Stages())

    assert None is said(14, date(2026, 4, 22))
    assert OVERDUE._replace(stage=16) == said(14, date(2026, 4, 23))
    assert OVERDUE._replace(stage=21) == said(21, date(2026, 4, 28))


def test_the_latest_wish_counts():
    snoozed = Quiet("PK-CN-1#1", DUE_ON, date(2026, 4, 15), date(2026, 4, 23), entry=6)
    acknowledged = Quiet("PK-CN-1#1", DUE_ON, date(2026, 4, 16), entry=7)
    assert None is heard(OVERDUE, [acknowledged, snoozed], DUE_ON, date(2026, 4, 24), Stages())
    assert OVERDUE._replace(stage=16) == heard(
        OVERDUE, [acknowledged, snoozed._replace(entry=8)], DUE_ON, date(2026, 4, 24), Stages()
    )


@pytest.mark.parametrize(
    "other",
    [
        Quiet("PK-CN-1#2", DUE_ON, date(2026, 4, 15)),
        Quiet("PK-CN-1#1", date(2026, 3, 7), date(2026, 4, 15)),
        Quiet("PK-CN-1#1", DUE_ON, date(2026, 4, 17)),
    ],
)
def test_a_wish_about_something_else_another_date_or_of_a_later_day_hushes_nothing(other):
    assert OVERDUE == heard(OVERDUE, [other], DUE_ON, date(2026, 4, 16), Stages())
