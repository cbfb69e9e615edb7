"""A supposed fact has to fit what is on record; what it would change is seen from one day, under every reading."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral_tracker.domain.outcome import Mode, Outcome, OutcomeKind
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.standing import standing
from bilateral_tracker.domain.supposition import WORDS, Supposition, read_supposed, suppose
from bilateral_tracker.errors import Conflict, NotFound, TrackerError, WrongUsage
from tests.changing import replace
from tests.domain.conftest import histories_by_a_day, known_on, told

JWG = "2026-01-07 agreed JWG every 3 months"
TODAY = date(2026, 11, 24)


def supposed(text: str, *facts: str, as_of: date = TODAY) -> Supposition:
    """What these facts would change, as of a day."""
    return suppose(known_on(told(text), as_of), [read_supposed(fact, as_of) for fact in facts], as_of)


def under_the_recorded_reading(found: Supposition):
    """How it stands and how it would: number, standing, days late, next due date, missed."""
    [one] = [effect for effect in found.effects if effect.is_recorded]
    return [
        (row.number, row.standing, row.days_late, row.next_due_on and str(row.next_due_on), row.missed)
        for row in (one.now, one.then)
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("held 2026-04-29", Outcome(OutcomeKind.HELD, date(2026, 4, 29))),
        ("Held  on 29 April 2026", Outcome(OutcomeKind.HELD, date(2026, 4, 29))),
        ("held", Outcome(OutcomeKind.HELD, TODAY)),
        ("#2 held 2026-04-29", Outcome(OutcomeKind.HELD, date(2026, 4, 29), number=2)),
        ("held additional 2026-04-29", Outcome(OutcomeKind.HELD, date(2026, 4, 29), additional=True)),
        (
            "held 2026-04-29 in CN virtual",
            Outcome(OutcomeKind.HELD, date(2026, 4, 29), party="CN", mode=Mode.VIRTUAL),
        ),
        ("postponed #3 to 2026-12-15", Outcome(OutcomeKind.POSTPONED, TODAY, number=3, to=date(2026, 12, 15))),
        ("#3 waived", Outcome(OutcomeKind.WAIVED, TODAY, number=3)),
        ("cancelled -3d", Outcome(OutcomeKind.CANCELLED, date(2026, 11, 21))),
        ("delivered tomorrow", Outcome(OutcomeKind.DELIVERED, date(2026, 11, 25))),
        ("occurred 2026-05-01", Outcome(OutcomeKind.OCCURRED, date(2026, 5, 1), to=date(2026, 5, 1))),
        ("occurred 2027-05-01", Outcome(OutcomeKind.OCCURRED, TODAY, to=date(2027, 5, 1))),
        ("requested by cn", Outcome(OutcomeKind.REQUESTED, TODAY, party="CN")),
    ],
)
def test_a_fact_is_read_as_people_type_it(typed, expected):
    assert expected == read_supposed(typed, TODAY)


def test_the_occurrence_may_be_named_beside_the_fact():
    assert Outcome(OutcomeKind.WAIVED, TODAY, number=3) == read_supposed("waived", TODAY, number=3)
    assert Outcome(OutcomeKind.WAIVED, TODAY, number=3) == read_supposed("#3 waived", TODAY, number=3)


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("hold 2026-04-29", "'hold 2026-04-29' is not a fact that can be supposed. Begin with one of held, delivered,"),
        ("", "'' is not a fact that can be supposed."),
        ("postponed", "'postponed' lacks the new day. Type it like: postponed 2026-12-15"),
        ("held 29/04/2026", "'29/04/2026' does not begin with the year. Type 2026-04-29 for 29 April 2026."),
        ("held soon", "'soon' cannot be read as a day."),
        ("#2 waived #3", "'#2 waived #3' names more than one occurrence. Leave all but one out."),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_type(typed, complaint):
    with pytest.raises(WrongUsage) as refused:
        read_supposed(typed, TODAY)
    assert complaint in str(refused.value)


def test_a_sitting_of_29_april_would_leave_one_missed_and_a_rolling_reading_overdue_by_118_days():
    found = supposed(JWG, "held 2026-04-29")
    assert [(None, 1)] == [(fact.number, number) for fact, number in found.facts]
    expected = [(3, "overdue", 48, "2027-01-07", 2), (3, "overdue", 48, "2027-01-07", 1)]
    assert expected == under_the_recorded_reading(found)
    rolling = found.effects[-1]
    assert ("overdue", 231) == (rolling.now.standing, rolling.now.days_late)
    assert (date(2026, 7, 29), "overdue", 118) == (rolling.then.due_on, rolling.then.standing, rolling.then.days_late)


def test_a_fact_in_the_future_is_seen_from_its_day_and_so_is_what_is_without_it():
    found = supposed(JWG, "held 2027-01-10")
    assert date(2027, 1, 10) == found.day
    expected = [(4, "overdue", 3, "2027-04-07", 3), (5, "upcoming", None, "2027-04-07", 3)]
    assert expected == under_the_recorded_reading(found)


def test_a_postponement_is_decided_on_the_day_asked_about():
    found = supposed(JWG, "postponed 2026-12-15")
    assert [(TODAY, date(2026, 12, 15), 3)] == [(fact.on, fact.to, number) for fact, number in found.facts]
    assert (3, "postponed", None, "2026-12-15", 2) == under_the_recorded_reading(found)[1]


def test_facts_are_supposed_one_after_another():
    found = supposed(JWG, "#1 waived", "#2 cancelled", "held 2026-10-09")
    assert [1, 2, 3] == [number for _, number in found.facts]
    assert (4, "upcoming", None, "2027-01-07", 0) == under_the_recorded_reading(found)[1]


def test_a_sitting_would_take_its_hosts_turn_and_a_session_number():
    one = supposed(f"{JWG}, first host PK", "held 2026-04-29 in PK").effects[0]
    assert ((1, "PK"), (2, "CN")) == tuple((row.next_session, row.next_host) for row in (one.now, one.then))


def test_a_request_and_an_event_would_set_a_due_date():
    on_request = supposed("2026-01-07 agreed JWG every 30 days, reading on_request", "requested 2026-11-20")
    assert [(None, "undated", None, None, 0), (1, "due_soon", None, "2026-12-20", 0)] == (
        under_the_recorded_reading(on_request)
    )
    event = supposed("2026-01-07 agreed deliverable, due 6 months after entry into force", "occurred 2026-05-01")
    assert [(None, "review_due", None, None, 0), (1, "overdue", 23, None, 0)] == under_the_recorded_reading(event)


def test_an_event_before_the_agreement_is_known_from_the_agreement_on():
    found = supposed("2026-01-07 agreed deliverable, due 1 year after entry into force", "occurred 2025-12-01")
    assert [date(2026, 1, 7)] == [fact.on for fact, _ in found.facts]
    assert (1, "due_soon", None, "2026-12-01", 0) == under_the_recorded_reading(found)[1]


def test_terms_that_come_into_force_by_then_are_those_that_count():
    """From 2027 on there are 14 days of grace: ten days late is in time then."""
    facts = "2026-06-01 amended from 2027-01-01: every 3 months, grace 14 days"
    found = supposed(f"{JWG}; {facts}", "held 2027-04-11", as_of=date(2026, 7, 1))
    assert (14, 4) == (found.recorded.commitment.grace_days, found.facts[0].number)
    plan = schedule(found.supposed)
    assert (date(2027, 4, 1), "kept") == (
        plan.occurrence(4).due_on,
        standing(plan, plan.occurrence(4), found.day).value,
    )


@pytest.mark.parametrize(
    ("facts", "error", "complaint"),
    [
        (["delivered 2026-04-29"], WrongUsage, "PK-CN-1 is a meeting and cannot be recorded as delivered."),
        (["held 2026-01-01"], Conflict, "it was agreed only on 7 January 2026. Check the date."),
        (["requested"], Conflict, "PK-CN-1 does not fall due on request."),
        (["occurred 2026-05-01"], Conflict, "PK-CN-1 hangs on no event."),
        (["held 2026-04-09"], Conflict, "already on record as held on 9 April 2026"),
        (
            ["held 2026-07-07", "held 2026-07-08"],
            Conflict,
            "Held on 8 July 2026 contradicts a fact supposed before it.",
        ),
        (["#2 waived", "#2 held 2026-07-08"], Conflict, "Held on 8 July 2026 contradicts a fact supposed before it."),
    ],
)
def test_a_contradiction_is_refused_as_it_would_be_on_record(facts, error, complaint):
    with pytest.raises(error) as refused:
        supposed(f"{JWG}; 2026-04-09 held", *facts)
    assert complaint in str(refused.value)


def test_an_occurrence_that_there_is_not_cannot_be_given_up():
    with pytest.raises(NotFound):
        supposed("2026-01-07 agreed deliverable, due 2026-09-30", "#2 waived")


@given(histories_by_a_day(), st.sampled_from(WORDS), st.integers(0, 200))
@settings(max_examples=200)
def test_whatever_is_supposed_is_refused_in_words_or_changes_nothing_but_itself(history_by_a_day, word, days):
    history, day = history_by_a_day
    fact = read_supposed(f"{word} {date.fromordinal(day.toordinal() + days)}", day)
    try:
        found = suppose(history, [fact], day)
    except TrackerError:
        return
    assert found.recorded.outcomes == found.supposed.outcomes[:-1]
    assert found.recorded == replace(found.supposed, outcomes=found.recorded.outcomes)
