"""A sitting settles the occurrence that is nearest, the older on a tie; what was settled stays settled."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.decision import Amendment
from bilateral_tracker.domain.settlement import postponements, settlement
from tests.changing import replace
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


def due_on(text: str, count: int) -> list[date | None]:
    """The last days of the first `count` due times, as far as they are known."""
    dues = settlement(told(text)).dues
    return [window.latest if window else None for window in map(dues.window, range(1, count + 1))]


FROM_LAST = f"{JWG}, reading rolling"


def test_counted_from_the_last_each_sitting_settles_the_one_that_is_due_and_counts_anew():
    facts = "2026-04-29 held; 2026-05-12 held"
    assert {1: ("held", date(2026, 4, 29)), 2: ("held", date(2026, 5, 12))} == settled(f"{FROM_LAST}; {facts}")
    assert [date(2026, 4, 7), date(2026, 7, 29), date(2026, 8, 12), None] == due_on(f"{FROM_LAST}; {facts}", 4)


@pytest.mark.parametrize("word", ["cancelled", "waived", "lapsed"])
def test_counted_from_the_last_what_was_given_up_counts_from_its_due_day(word):
    assert [date(2026, 4, 7), date(2026, 7, 7), None] == due_on(f"{FROM_LAST}; 2026-05-01 {word} #1", 3)


@pytest.mark.parametrize("fact", ["deferred #1", "postponed #1 to 2026-06-01", "held additional"])
def test_counted_from_the_last_nothing_comes_after_what_is_open(fact):
    assert [date(2026, 4, 7), None] == due_on(f"{FROM_LAST}; 2026-05-01 {fact}", 2)


def test_counted_from_the_last_a_number_nobody_has_come_to_is_not_there():
    assert {} == settled(f"{FROM_LAST}; 2026-05-01 held #2")
    assert [False, True] == [settlement(told(f"{FROM_LAST}; {facts}")).has(2) for facts in ("", "2026-05-01 held")]


ON_REQUEST = "2026-01-07 agreed JWG every 30 days, reading on_request"
ASKED_TWICE = "2026-03-01 requested; 2026-03-15 requested"


def test_each_request_is_due_one_term_later_in_the_order_of_requests():
    assert [None] == due_on(ON_REQUEST, 1)
    asked = "2026-03-15 requested; 2026-03-01 requested"
    assert [date(2026, 3, 31), date(2026, 4, 14), None] == due_on(f"{ON_REQUEST}; {asked}", 3)


def test_a_request_asks_for_nothing_where_nothing_is_due_on_request():
    assert due_on(JWG, 3) == due_on(f"{JWG}; 2026-03-01 requested", 3)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("2026-02-10 held", {}),
        ("2026-03-01 held", {1: ("held", date(2026, 3, 1))}),
        ("2026-03-20 held", {1: ("held", date(2026, 3, 20))}),
        ("2026-04-10 held", {2: ("held", date(2026, 4, 10))}),
        ("2026-05-10 held", {2: ("held", date(2026, 5, 10))}),
        ("2026-04-10 held #1", {1: ("held", date(2026, 4, 10))}),
    ],
)
def test_a_sitting_serves_the_nearest_request_the_older_on_a_tie(fact, expected):
    """Due by 31 March and by 14 April."""
    assert expected == settled(f"{ON_REQUEST}; {ASKED_TWICE}; {fact}")


def test_a_request_postponed_is_near_its_new_date():
    facts = f"{ASKED_TWICE}; 2026-03-30 postponed #1 to 2026-04-20; 2026-04-19 held"
    assert {1: ("held", date(2026, 4, 19))} == settled(f"{ON_REQUEST}; {facts}")


def test_a_sitting_passes_over_requests_that_were_met_or_given_up():
    facts = f"{ASKED_TWICE}; 2026-03-16 waived #1; 2026-03-17 held; 2026-03-18 held"
    expected = {1: ("waived", date(2026, 3, 16)), 2: ("held", date(2026, 3, 17))}
    assert expected == settled(f"{ON_REQUEST}; {facts}")


def test_a_report_answers_the_oldest_request():
    facts = f"{ASKED_TWICE}; 2026-04-10 delivered"
    assert {1: ("delivered", date(2026, 4, 10))} == settled(f"{ON_REQUEST.replace('JWG', 'report')}; {facts}")


QUARTERS = f"{JWG}, reading period"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("2026-03-31 held", {1: ("held", date(2026, 3, 31))}),
        ("2026-04-01 held", {2: ("held", date(2026, 4, 1))}),
        ("2026-04-01 held; 2026-06-30 held", {2: ("held", date(2026, 4, 1))}),
        ("2026-04-01 held #1", {1: ("held", date(2026, 4, 1))}),
        ("2026-03-25 waived #1; 2026-03-31 held", {1: ("waived", date(2026, 3, 25)), 2: ("held", date(2026, 3, 31))}),
    ],
)
def test_a_sitting_settles_the_period_in_which_it_is_held(facts, expected):
    assert expected == settled(f"{QUARTERS}; {facts}")


def test_a_report_early_in_a_period_is_the_one_on_the_last():
    assert {1: ("delivered", date(2026, 4, 10))} == settled(
        f"{QUARTERS.replace('JWG', 'report')}; 2026-04-10 delivered"
    )


def test_what_lasts_a_month_is_settled_by_a_sitting_nearer_to_that_month():
    november = "2026-01-07 agreed JWG every 1 year, first due 2026-11-01, lasts 1 month"
    assert [1, 1, 2] == [
        next(iter(settled(f"{november}; {day} held"))) for day in ("2026-11-05", "2027-05-01", "2027-06-01")
    ]


AFTER_EVENT = "2026-01-07 agreed deliverable, due 6 months after entry into force"


def test_an_event_gives_the_due_day_and_a_new_day_of_the_event_another():
    assert [None] == due_on(AFTER_EVENT, 1)
    assert [date(2026, 11, 1), None] == due_on(f"{AFTER_EVENT}; 2026-05-01 occurred to 2026-05-01", 2)
    again = "2026-04-10 occurred to 2026-06-01; 2026-05-20 occurred to 2026-08-31"
    assert [date(2027, 2, 28), None] == due_on(f"{AFTER_EVENT}; {again}", 2)


def test_what_hangs_on_an_event_may_be_done_before_the_event():
    assert {1: ("delivered", date(2026, 3, 10))} == settled(
        f"{AFTER_EVENT}; 2026-03-10 delivered; 2026-04-01 delivered"
    )


def test_an_event_bears_on_nothing_that_does_not_hang_on_it():
    assert due_on(JWG, 3) == due_on(f"{JWG}; 2026-03-01 occurred to 2026-03-01", 3)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("", [date(2026, 4, 7), date(2027, 1, 1), date(2027, 7, 1)]),
        ("; 2026-06-20 held #2", [date(2026, 4, 7), date(2026, 7, 7), date(2027, 1, 1)]),
        ("; 2026-05-01 held #1", [date(2026, 4, 7), date(2027, 1, 1), date(2027, 7, 1)]),
        ("; 2026-06-20 postponed #2 to 2026-09-15", [date(2026, 4, 7), date(2027, 1, 1), date(2027, 7, 1)]),
    ],
)
def test_new_terms_hold_for_what_is_neither_over_nor_closed_on_their_day(facts, expected):
    assert expected == due_on(f"{JWG}; 2026-05-15 amended from 2026-07-01: every 6 months{facts}", 3)


def test_what_is_due_on_the_first_day_of_new_terms_falls_under_them():
    amended = f"{JWG}; 2026-04-01 amended from 2026-04-07: every 6 months"
    assert [date(2026, 10, 7), date(2027, 4, 7)] == due_on(amended, 2)
    assert 1 == settlement(told(amended)).began_with


def test_new_terms_that_change_no_due_time_count_nothing_anew():
    history = told(JWG)
    amended = replace(history.commitment, grace_days=14)
    amendment = Amendment(date(2026, 5, 1), amended, date(2026, 5, 1), both_agreed=True)
    after = settlement(replace(history, commitment=amended, amendments=(amendment,), first_terms=history.commitment))
    assert (settlement(history).dues, 1) == (after.dues, after.began_with)


def test_a_single_due_day_that_is_open_is_replaced_and_one_that_was_kept_is_not():
    later = "2026-10-15 amended from 2026-10-15: due 2026-12-31"
    once = "2026-01-07 agreed deliverable, due 2026-09-30"
    assert [date(2026, 12, 31), None] == due_on(f"{once}; {later}", 2)
    assert [date(2026, 9, 30), date(2026, 12, 31)] == due_on(f"{once}; 2026-10-10 delivered; {later}", 2)


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("shifting", [date(2026, 4, 7), date(2026, 9, 6), date(2026, 12, 7)]),
        ("forgiving", [date(2026, 4, 7), date(2026, 7, 7), date(2026, 10, 7)]),
    ],
)
def test_a_pause_shifts_what_was_not_over_or_leaves_the_dates(way, expected):
    assert expected == due_on(f"{JWG}; 2026-06-01 paused; 2026-08-01 resumed {way}", 3)


def test_a_pause_that_lasts_changes_no_date():
    assert due_on(JWG, 3) == due_on(f"{JWG}; 2026-06-01 paused", 3)


def test_what_fell_due_in_a_pause_is_waived_on_the_day_it_ended_unless_it_was_held():
    resumed = "2026-05-01 paused; 2026-11-01 resumed forgiving"
    expected = {2: ("waived", date(2026, 11, 1)), 3: ("waived", date(2026, 11, 1))}
    assert expected == settled(f"{JWG}; {resumed}")
    expected = {2: ("held", date(2026, 7, 7)), 3: ("waived", date(2026, 11, 1))}
    assert expected == settled(f"{JWG}; {resumed}; 2026-07-07 held")


def test_what_was_given_up_in_a_pause_is_waived_once_only():
    facts = "2026-05-01 paused; 2026-06-01 cancelled #2; 2026-08-01 resumed forgiving"
    assert {2: ("cancelled", date(2026, 6, 1))} == settled(f"{JWG}; {facts}")


def test_on_one_day_work_is_resumed_before_anything_is_held():
    """The sitting of that day finds the due dates as they are from then on."""
    facts = "2026-06-01 paused; 2026-08-01 resumed shifting; 2026-08-01 held"
    assert {2: ("held", date(2026, 8, 1))} == settled(f"{JWG}; {facts}")
    forgiven = settled(f"{JWG}; {facts.replace('shifting', 'forgiving')}")
    assert {2: ("waived", date(2026, 8, 1)), 3: ("held", date(2026, 8, 1))} == forgiven


@given(histories())
def test_by_their_last_day_as_many_are_over_as_their_number_says(history):
    """Of the due times that any history comes to; those closed before their time may be overtaken by new terms."""
    dues = settlement(history).dues
    assume(not history.amendments)
    for number in range(1, 8):
        window = dues.window(number)
        if window:
            assert dues.over(window.latest) >= number > dues.over(window.latest - timedelta(1))
            assert dues.opened(window.earliest) >= number > dues.opened(window.earliest - timedelta(1))


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
