"""A milestone lies on the way to a deliverable: not before it was agreed, not after its last allowed day."""

from datetime import date

import pytest

from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.milestone import last_day, milestones, refuse_milestone
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.errors import Conflict, WrongUsage
from tests.changing import replace
from tests.domain.conftest import told

ONCE = "2026-01-07 agreed deliverable, due 2026-09-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ONCE, date(2026, 9, 30)),
        (f"{ONCE}, grace 14 days", date(2026, 10, 14)),
        (f"{ONCE}; 2026-06-01 postponed #1 to 2026-12-15", date(2026, 12, 15)),
        (f"{ONCE}; 2026-06-01 amended: due 2027-03-31", date(2027, 3, 31)),
        ("2026-01-07 agreed report, due 2027-01-01/2027-06-30", date(2027, 6, 30)),
        ("2026-01-07 agreed report every 6 months, times 3", date(2027, 7, 7)),
        ("2026-01-07 agreed report every 6 months, until 2026-12-31", date(2026, 7, 7)),
        ("2026-01-07 agreed report every 6 months", None),
        ("2026-01-07 agreed report every 6 months, reading rolling, times 3", None),
        ("2026-01-07 agreed deliverable", None),
        ("2026-01-07 agreed deliverable, due 6 months after entry into force", None),
        (
            "2026-01-07 agreed deliverable, due 6 months after entry into force; 2026-04-12 occurred to 2026-05-01",
            date(2026, 11, 1),
        ),
    ],
)
def test_the_last_day_is_that_of_the_last_time_it_falls_due(text, expected):
    assert expected == last_day(schedule(told(text)))


@pytest.mark.parametrize("day", [date(2026, 1, 7), date(2026, 9, 30)])
def test_a_milestone_may_be_due_from_the_agreement_through_the_last_day(day):
    refuse_milestone(told(ONCE), day)


def test_a_milestone_after_the_last_day_is_refused_with_both_days_and_a_way_out():
    with pytest.raises(Conflict) as refusal:
        refuse_milestone(told(ONCE), date(2026, 10, 1))
    expected = (
        "PK-CN-1 itself is due by 30 September 2026; a milestone on 1 October 2026 would come after it. Give a day "
        "up to 30 September 2026, or move PK-CN-1 first: bilateral postpone PK-CN-1 --to 2026-10-01"
    )
    assert expected == str(refusal.value)


def test_a_milestone_before_the_agreement_is_refused():
    with pytest.raises(WrongUsage, match="was agreed only on 7 January 2026"):
        refuse_milestone(told(ONCE), date(2026, 1, 6))


@pytest.mark.parametrize(("kind", "noun"), [("meeting", "a meeting"), ("standing", "conduct that has no end")])
def test_only_deliverables_and_reports_have_milestones(kind, noun):
    with pytest.raises(WrongUsage, match=f"PK-CN-1 is {noun}; milestones lead to a deliverable or a report"):
        refuse_milestone(told(f"2026-01-07 agreed {kind}"), date(2026, 3, 1))


def test_milestones_are_those_follow_ups_that_are_steps():
    beside = FollowUp(1, "ask", date(2026, 2, 1))
    step = FollowUp(2, "draft", date(2026, 2, 1), due_on=date(2026, 3, 1), is_milestone=True)
    assert (step,) == milestones(replace(told(ONCE), follow_ups=(beside, step)))
