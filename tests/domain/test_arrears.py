"""What is expected, overdue or missed costs what is on record and says what counting one by one would say."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given

from bilateral_tracker.domain.arrears import expected, follows_missed, missed, next_expected, overdue
from bilateral_tracker.domain.commitment import Arrears
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.standing import Standing, standing
from tests.domain.conftest import histories_by_a_day, known_on, told

JWG = "2026-01-07 agreed JWG every 3 months"
REPORT = "2026-01-07 agreed report every 3 months"
NOVEMBER = date(2026, 11, 24)


def plan_by(text: str, day: date) -> Schedule:
    """What was on record by that day."""
    return schedule(known_on(told(text), day))


def numbers(occurrences: Iterable[Occurrence]) -> list[int]:
    return [one.number for one in occurrences]


def coming(text: str, day: date) -> list[int]:
    """The number of the occurrence expected next on that day, if there is one."""
    found = next_expected(plan_by(text, day), day)
    return numbers([found] if found else [])


def one_by_one(plan: Schedule, day: date) -> list[Occurrence]:
    """Every occurrence that can matter by `day`: due by then, on record, and some more."""
    last = max([plan.dues.over(day), *plan.recorded]) if plan.recorded else plan.dues.over(day)
    return [plan.occurrence(number) for number in range(1, last + 3)]


def still_open(plan: Schedule, day: date) -> list[int]:
    """The numbers that nothing closed or overtook and that are not simply over, among those that have a date."""
    dated = [one for one in one_by_one(plan, day) if one.closed is None and one.expected_on]
    return [one.number for one in dated if standing(plan, one, day) not in (Standing.MISSED, Standing.WAIVED)]


@pytest.mark.parametrize(
    ("text", "waiting", "late", "overtaken"),
    [
        (JWG, [3, 4], [3], 2),
        (REPORT, [1, 2, 3, 4], [1, 2, 3], 0),
        (f"{REPORT}, arrears latest", [3, 4], [3], 2),
        (f"{JWG}, arrears each", [1, 2, 3, 4], [1, 2, 3], 0),
        (f"{JWG}, arrears none", [4], [], 0),
        (f"{JWG}, arrears none; 2026-09-20 held #6", [7], [], 0),
        (f"{JWG}, arrears none, grace 60 days", [3, 4], [], 0),
        (f"{JWG}, arrears none; 2026-07-01 postponed #2 to 2026-12-01", [2, 4], [], 0),
        (f"{JWG}; 2026-07-09 held", [3, 4], [3], 1),
        (f"{JWG}; 2026-10-09 held", [4], [], 2),
        (f"{REPORT}; 2026-07-09 delivered", [1, 3, 4], [1, 3], 0),
        (f"{JWG}; 2026-06-25 deferred #2", [3, 4], [3], 1),
        (f"{JWG}; 2026-10-01 waived #3", [4], [], 2),
        (f"{JWG}; 2026-10-01 postponed #3 to 2026-12-01", [3, 4], [], 2),
        (f"{JWG}; 2026-07-01 postponed #2 to 2026-12-01", [2, 3, 4], [3], 1),
        (f"{JWG}; 2026-07-01 postponed #2 to 2026-11-23", [3, 4], [3], 2),
        (f"{JWG}; 2026-11-01 postponed #6 to 2027-12-01", [3, 4, 6], [3], 2),
        (f"{JWG}, grace 60 days", [3, 4], [], 2),
        ("2026-01-07 agreed JWG every 1 month, grace 60 days", [9, 10, 11], [], 8),
        ("2026-01-07 agreed JWG every 1 month, grace 60 days; 2026-01-10 postponed #9 to 2026-01-20", [10, 11], [], 9),
        ("2026-01-07 agreed deliverable, due 2026-09-30", [1], [1], 0),
        ("2026-01-07 agreed deliverable, due 2026-09-30; 2026-10-10 delivered", [], [], 0),
        ("2026-01-07 agreed standing", [], [], 0),
        ("2026-01-07 agreed standing; 2026-03-01 postponed #1 to 2026-09-15", [1], [1], 0),
    ],
)
def test_what_is_waited_for_chased_and_missed_on_24_november(text, waiting, late, overtaken):
    plan = plan_by(text, NOVEMBER)
    assert waiting == sorted(numbers(expected(plan, NOVEMBER)))
    assert late == numbers(overdue(plan, NOVEMBER))
    assert overtaken == missed(plan, NOVEMBER)


@pytest.mark.parametrize(
    ("facts", "day", "number"),
    [
        ("", NOVEMBER, 4),
        ("", date(2026, 7, 7), 2),
        ("2026-07-01 postponed #2 to 2026-12-01", NOVEMBER, 2),
        ("2026-07-01 postponed #2 to 2026-10-07", date(2026, 10, 7), 2),
        ("2026-11-01 postponed #4 to 2027-05-01", NOVEMBER, 5),
    ],
)
def test_the_next_is_the_one_expected_soonest_whatever_its_number(facts, day, number):
    """On one day the older comes first."""
    assert [number] == coming(f"{JWG}; {facts}", day)


def test_nothing_comes_after_what_is_due_once():
    once = "2026-01-07 agreed deliverable, due 2026-09-30"
    assert [1] == coming(once, date(2026, 9, 30))
    assert [] == coming(once, date(2026, 10, 1))


def test_a_century_of_missed_sittings_is_counted_not_listed():
    plan = plan_by("1926-01-07 agreed JWG every 1 day", NOVEMBER)
    assert (NOVEMBER - date(1926, 1, 7)).days - 1 == missed(plan, NOVEMBER)
    assert 2 == len(expected(plan, NOVEMBER))


@given(histories_by_a_day())
def test_the_missed_are_as_many_as_one_by_one(cut):
    history, day = cut
    plan = schedule(history)
    found = [one for one in one_by_one(plan, day) if standing(plan, one, day) is Standing.MISSED]
    assert len(found) == missed(plan, day)


@given(histories_by_a_day())
def test_the_expected_are_those_found_one_by_one(cut):
    """What fell due, what was moved, and the first that is yet to come."""
    history, day = cut
    plan = schedule(history)
    over = plan.dues.over(plan.chased_until(day))
    due = range(1, over + 1)
    open_numbers = [] if plan.is_withdrawn(day) else still_open(plan, day)
    after = max(over, plan.released_through)
    unmoved = [number for number in open_numbers if number > after and not plan.occurrence(number).postponed_to]
    nearest = [n for n in unmoved[:1] if (first := plan.dues.window(n)) and not plan.is_withdrawn(first.earliest)]
    found = [number for number in open_numbers if number in due or plan.occurrence(number).postponed_to]
    assert sorted({*found, *nearest}) == sorted(numbers(expected(plan, day)))


@given(histories_by_a_day())
def test_the_overdue_are_those_found_one_by_one_the_oldest_first(cut):
    history, day = cut
    plan = schedule(history)
    found = [one.number for one in one_by_one(plan, day) if standing(plan, one, day) is Standing.OVERDUE]
    assert found == numbers(overdue(plan, day))
    assert len(found) == len(set(found))


@given(histories_by_a_day())
def test_of_sittings_that_were_not_brought_forward_at_most_one_is_overdue(cut):
    history, day = cut
    plan = schedule(history)
    late = overdue(plan, day)
    brought_forward = any(one.expected_on < one.due_on for one in late if one.expected_on and one.due_on)
    assert plan.commitment.arrears is Arrears.EACH or brought_forward or len(late) <= 1


YEARLY = "2025-03-01 agreed JWG every 1 year, reading period"


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (YEARLY, date(2025, 12, 31), False),
        (YEARLY, date(2026, 1, 1), True),
        (YEARLY, date(2026, 12, 31), True),
        (f"{YEARLY}; 2025-12-31 held", date(2026, 1, 1), False),
        (f"{YEARLY}; 2026-02-01 held", date(2026, 2, 1), False),
        (f"{YEARLY}; 2025-12-01 waived #1", date(2026, 1, 1), False),
        (f"{YEARLY}; 2026-01-01 lapsed #1", date(2026, 1, 1), True),
        (f"{YEARLY}; 2026-06-01 cancelled #2", date(2026, 6, 1), False),
        (f"{YEARLY}; 2026-02-01 held; 2026-05-01 paused", date(2027, 1, 1), False),
        (f"{YEARLY}; 2026-05-01 paused", date(2026, 6, 1), False),
        (f"{YEARLY}, times 1", date(2026, 6, 1), False),
        (f"{YEARLY}, arrears each", date(2026, 6, 1), False),
        (JWG, NOVEMBER, False),
    ],
)
def test_one_in_each_period_may_follow_a_period_that_was_missed(text, day, expected):
    assert expected == follows_missed(plan_by(text, day), day)
