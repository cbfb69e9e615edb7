"""Every due time can be derived: from its terms, a day, so many steps, and the pauses that put it off."""

from datetime import date

import pytest
from hypothesis import given, settings

from bilateral_tracker.domain.derivation import Origin, derivation, spans
from bilateral_tracker.domain.schedule import schedule
from tests.domain.conftest import histories_by_a_day, told

JWG = "2026-01-07 agreed JWG every 3 months"


def derived(text: str, number: int) -> tuple[object, ...]:
    """What the due time of an occurrence is counted from, in how many steps, and where that leads."""
    found = derivation(told(text), number)
    assert found is not None
    return (found.origin.value, str(found.counted_from), found.steps, str(found.due.latest))


@pytest.mark.parametrize(
    ("facts", "number", "expected"),
    [
        (JWG, 3, ("anchor", "2026-01-07", 3, "2026-10-07")),
        (f"{JWG}, first due 2026-05-12", 1, ("anchor", "2026-05-12", 0, "2026-05-12")),
        (f"{JWG}, reading period", 3, ("period", "2026-01-01", 2, "2026-09-30")),
        (f"{JWG}, reading rolling", 1, ("anchor", "2026-01-07", 1, "2026-04-07")),
        (f"{JWG}, reading rolling; 2026-04-29 held", 2, ("last", "2026-04-29", 1, "2026-07-29")),
        (f"{JWG}, reading rolling; 2026-03-01 waived #1", 2, ("last", "2026-04-07", 1, "2026-07-07")),
        (
            "2026-01-07 agreed JWG every 30 days, reading on_request; 2026-06-01 requested; 2026-07-01 requested",
            2,
            ("request", "2026-07-01", 1, "2026-07-31"),
        ),
        ("2026-01-07 agreed deliverable, due 2026-09-30", 1, ("terms", "None", 0, "2026-09-30")),
        (
            "2026-01-07 agreed deliverable, due 6 months after entry into force; 2026-05-02 occurred to 2026-05-01",
            1,
            ("event", "2026-05-01", 1, "2026-11-01"),
        ),
    ],
)
def test_a_due_date_is_counted_from_what_its_reading_says(facts, number, expected):
    assert expected == derived(facts, number)


def test_what_is_not_due_yet_has_no_derivation():
    assert derivation(told(f"{JWG}, reading rolling"), 2) is None
    assert derivation(told("2026-01-07 agreed deliverable, due 6 months after entry into force"), 1) is None


def test_a_month_that_lacks_the_day_is_told_apart():
    history = told("2026-01-31 agreed JWG every 3 months")
    found = [derivation(history, number) for number in (1, 2, 3)]
    assert [True, False, False] == [one.is_clamped for one in found if one]


def test_a_pause_that_shifts_is_named_where_it_reached_and_nowhere_else():
    """
    #1 was over before the pause; #2 and what follows came 28 days later.
    """
    history = told(f"{JWG}; 2026-06-01 paused; 2026-06-29 resumed shifting")
    found = [derivation(history, number) for number in (1, 2, 3)]
    expected = [([], "2026-04-07"), ([28], "2026-08-04"), ([28], "2026-11-04")]
    assert expected == [([pause.days for pause in one.put_off_by], str(one.due.latest)) for one in found if one]
    assert [Origin.ANCHOR] * 3 == [one.origin for one in found if one]


def test_what_is_counted_from_the_day_on_which_a_pause_ended_was_not_put_off_by_it():
    found = derivation(
        told(f"{JWG}, reading rolling; 2026-05-01 paused; 2026-06-01 resumed shifting; 2026-06-01 held"), 2
    )
    assert found is not None
    assert (Origin.LAST, (), date(2026, 9, 1)) == (found.origin, found.put_off_by, found.due.latest)


def test_new_terms_begin_with_the_first_occurrence_that_is_not_over():
    history = told(f"{JWG}; 2026-06-01 amended from 2026-07-08: every 6 months, grace 14 days")
    assert [(1, date(2026, 1, 7)), (3, date(2026, 7, 8))] == [(one.first, one.since) for one in spans(history)]
    assert ("anchor", "2026-07-08", 1, "2027-01-08") == (
        derived(f"{JWG}; 2026-06-01 amended from 2026-07-08: every 6 months", 3)
    )


def test_a_sitting_given_up_and_held_after_all_counts_from_when_it_was_held():
    facts = "2026-05-01 cancelled #1; 2026-05-20 held #1"
    assert ("last", "2026-05-20", 1, "2026-08-20") == derived(f"{JWG}, reading rolling; {facts}", 2)


@given(histories_by_a_day())
@settings(max_examples=200)
def test_the_pauses_account_for_every_due_time(history_by_a_day):
    history, _ = history_by_a_day
    dues = schedule(history).dues
    for number in range(1, 7):
        found = derivation(history, number)
        assert dues.window(number) == (found.due if found else None)
        if found and found.origin is Origin.TERMS:
            assert found.span.terms.due is not None
            due = found.span.terms.due.shifted(sum(pause.days for pause in found.put_off_by))
            assert found.due == due
