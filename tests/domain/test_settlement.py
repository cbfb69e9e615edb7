"""A sitting settles the occurrence that is nearest, the older on a tie; what was settled stays settled."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.settlement import postponements, settlement
from tests.domain.conftest import histories, told

JWG = "2026-01-07 agreed JWG every 3 months"
REPORT = "2026-01-07 agreed report every 3 months"


def settled(text: str) -> dict[int, tuple[str, date]]:
    """What closed each occurrence, and when, by number."""
    history = told(text)
    closed = settlement(history).closed
    return {number: (closed[number].kind.value, closed[number].on) for number in sorted(closed)}


def test_the_nearest_due_date_decides_before_it_and_after_it():
    assert {1: ("held", date(2026, 4, 29))} == settled(f"{JWG}; 2026-04-29 held")
    assert {2: ("held", date(2026, 6, 1))} == settled(f"{JWG}; 2026-06-01 held")


def test_a_tie_goes_to_the_older():
    """7 July and 7 October are 92 days apart."""
    assert {2: ("held", date(2026, 8, 22))} == settled(f"{JWG}; 2026-08-22 held")
    assert {3: ("held", date(2026, 8, 23))} == settled(f"{JWG}; 2026-08-23 held")


def test_the_first_sitting_is_the_first_however_early():
    assert {1: ("held", date(2026, 1, 7))} == settled(f"{JWG}; 2026-01-07 held")


def test_a_sitting_too_many_settles_nothing():
    assert {1: ("held", date(2026, 4, 7))} == settled(f"{JWG}; 2026-04-07 held; 2026-04-20 held")


def test_a_report_goes_to_the_nearest_still_owed():
    expected = {1: ("delivered", date(2026, 4, 7)), 2: ("delivered", date(2026, 4, 20))}
    assert expected == settled(f"{REPORT}; 2026-04-07 delivered; 2026-04-20 delivered")


def test_a_report_reaches_back_where_the_one_before_is_nearer_than_the_next():
    expected = {2: ("delivered", date(2026, 10, 2)), 3: ("delivered", date(2026, 10, 1))}
    assert expected == settled(f"{REPORT}; 2026-10-01 delivered; 2026-10-02 delivered")


def test_a_number_overrides_the_nearest():
    assert {1: ("held", date(2026, 6, 30))} == settled(f"{JWG}; 2026-06-30 held #1")


def test_of_two_sittings_with_one_number_the_earlier_settles_it():
    assert {2: ("held", date(2026, 7, 1))} == settled(f"{JWG}; 2026-07-09 held #2; 2026-07-01 held #2")


def test_on_one_day_a_sitting_with_a_number_is_matched_first():
    expected = {1: ("held", date(2026, 7, 7)), 2: ("held", date(2026, 7, 7))}
    assert expected == settled(f"{JWG}; 2026-07-07 held; 2026-07-07 held #1")
    expected = {1: ("delivered", date(2026, 7, 7)), 2: ("delivered", date(2026, 7, 7))}
    assert expected == settled(f"{REPORT}; 2026-07-07 delivered; 2026-07-07 delivered #2")


@pytest.mark.parametrize(
    "fact", ["2026-04-07 held additional", "2026-06-20 postponed #2 to 2026-09-15", "2026-06-20 deferred #2"]
)
def test_additional_sittings_and_moves_settle_nothing(fact):
    assert {} == settled(f"{JWG}; {fact}")


def test_a_postponed_sitting_is_near_its_new_date():
    facts = "2026-04-07 held; 2026-06-20 postponed #2 to 2026-09-15; 2026-09-14 held"
    assert {1: ("held", date(2026, 4, 7)), 2: ("held", date(2026, 9, 14))} == settled(f"{JWG}; {facts}")


def test_a_postponed_sitting_is_no_longer_near_its_agreed_date():
    """On 10 July, #3 is 89 days away and #1 is 94; three days after its agreed date, #2 is not in question."""
    facts = "2026-04-07 held; 2026-06-20 postponed #2 to 2026-12-20; 2026-07-10 held"
    assert {1: ("held", date(2026, 4, 7)), 3: ("held", date(2026, 7, 10))} == settled(f"{JWG}; {facts}")


def test_a_tie_with_a_postponed_sitting_goes_to_the_older():
    """1 October is as far from 25 September, the new date of #2, as from 7 October."""
    facts = "2026-06-20 postponed #2 to 2026-09-25; 2026-10-01 held"
    assert {2: ("held", date(2026, 10, 1))} == settled(f"{JWG}; {facts}")


def test_a_postponement_decided_later_does_not_move_an_earlier_sitting():
    facts = "2026-07-10 held; 2026-08-01 postponed #2 to 2026-12-20"
    assert {2: ("held", date(2026, 7, 10))} == settled(f"{JWG}; {facts}")


def test_sittings_pass_over_what_was_released():
    facts = "2026-04-07 held; 2026-06-25 waived #2; 2026-07-20 held"
    expected = {1: ("held", date(2026, 4, 7)), 2: ("waived", date(2026, 6, 25)), 3: ("held", date(2026, 7, 20))}
    assert expected == settled(f"{JWG}; {facts}")


def test_what_was_kept_stays_kept_when_it_is_waived_later():
    assert {1: ("held", date(2026, 4, 29))} == settled(f"{JWG}; 2026-04-29 held; 2026-06-01 waived #1")


def test_a_sitting_named_by_number_settles_even_what_was_cancelled():
    assert {2: ("held", date(2026, 7, 15))} == settled(f"{JWG}; 2026-06-25 cancelled #2; 2026-07-15 held #2")


def test_of_two_releases_the_later_stands():
    expected = {2: ("waived", date(2026, 7, 1))}
    assert expected == settled(f"{JWG}; 2026-07-01 waived #2; 2026-06-25 cancelled #2")
    assert expected == settled(f"{JWG}; 2026-06-25 cancelled #2; 2026-07-01 waived #2")


@pytest.mark.parametrize("terms", ["agreed deliverable, due 2026-09-30", "agreed standing"])
def test_what_does_not_recur_is_settled_once(terms):
    text = f"2026-01-07 {terms}; 2026-10-10 delivered; 2026-11-10 delivered"
    assert {1: ("delivered", date(2026, 10, 10))} == settled(text)


def test_what_was_waived_once_is_settled_by_number_alone():
    once = "2026-01-07 agreed deliverable, due 2026-09-30; 2026-09-01 waived #1"
    assert {1: ("waived", date(2026, 9, 1))} == settled(f"{once}; 2026-10-10 delivered")
    assert {1: ("delivered", date(2026, 10, 10))} == settled(f"{once}; 2026-10-10 delivered #1")


def test_a_delivery_goes_no_further_ahead_than_the_next_report_while_earlier_ones_are_owed():
    """Three quarterly reports handed in together four days before the third is due."""
    text = "2026-01-07 agreed report every 3 months" + "; 2026-10-03 delivered" * 3
    assert {3, 2, 1} == set(settled(text))


def test_the_last_due_date_in_the_calendar_can_be_settled_and_a_second_delivery_settles_nothing():
    text = "2026-01-07 agreed report every 1 year, first due 9999-12-31; 2026-02-01 delivered; 2026-03-01 delivered"
    assert {1: ("delivered", date(2026, 2, 1))} == settled(text)


def test_what_never_falls_due_in_the_calendar_is_settled_by_nothing():
    assert {} == settled("9999-06-01 agreed JWG every 1 year; 9999-07-01 held")


def test_new_dates_are_told_in_the_order_in_which_they_were_decided():
    """Entered the other way round, and one of them for another occurrence."""
    text = f"{JWG}; 2026-09-10 postponed #2 to 2026-09-29; 2026-06-20 postponed #2 to 2026-09-15"
    outcomes = told(f"{text}; 2026-09-01 postponed #3 to 2026-11-01").outcomes
    assert (date(2026, 9, 15), date(2026, 9, 29)) == postponements(outcomes, 2)
    assert (date(2026, 9, 15),) == postponements(outcomes, 2, until=date(2026, 9, 9))
    assert () == postponements(outcomes, 1)


@given(histories(), st.data())
def test_settlement_does_not_depend_on_the_order_in_which_facts_are_given(history, data):
    shuffled = data.draw(st.permutations(history.outcomes))
    assert settlement(history).closed == settlement(replace(history, outcomes=tuple(shuffled))).closed


@given(histories())
def test_every_sitting_settles_at_most_one_occurrence(history):
    closed = [one for one in settlement(history).closed.values() if one.kind.fulfils]
    assert len(closed) == len({outcome.entry for outcome in closed})


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(histories(rhythms=["grid"]))
def test_a_report_that_was_delivered_always_settles_something(history):
    rhythms = [one.cadence for one in (history.as_agreed, *(one.terms for one in history.amendments))]
    assume(history.commitment.kind is Kind.REPORT)
    assume(all(one and one.reading is Reading.GRID and one.last_number is None for one in rhythms))
    settling = settlement(history).closed.values()
    delivered = [one for one in history.outcomes if one.kind.fulfils and not one.additional and one.number is None]
    assert all(one in settling for one in delivered)
