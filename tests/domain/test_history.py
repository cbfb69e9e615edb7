"""What had happened by a day, and that no later day contradicts it."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome
from bilateral_tracker.domain.schedule import schedule
from tests.domain.conftest import histories, known_on, told


def days_of(history: History) -> list[date]:
    """Every day on which a fact was added, and the day before it, from the agreement on."""
    facts = {history.commitment.agreed_on, *history.reviewed_on, *(one.on for one in history.outcomes)}
    facts |= {day for one in history.follow_ups for day in (one.raised_on, one.done_on) if day}
    facts |= {day for one in history.amendments for day in (one.decided_on, one.from_on)}
    facts |= {day for one in history.pauses for day in (one.from_on, one.resumed_on) if day}
    facts |= {history.withdrawal.decided_on, history.withdrawal.from_on} if history.withdrawal else set()
    about = {day + timedelta(step) for day in facts for step in (-1, 0, 1)}
    return sorted(day for day in about if day >= history.commitment.agreed_on)


def kept_by(history: History, day: date) -> dict[int, Outcome]:
    """What had been kept by that day, by number."""
    recorded = schedule(known_on(history, day)).recorded
    return {number: one.closed for number, one in recorded.items() if one.closed and one.is_kept}


def test_before_it_was_agreed_there_is_nothing(history):
    """
    2026-01-07 agreed JWG every 3 months
    """
    assert None is history.as_of(date(2026, 1, 6))
    assert history == history.as_of(date(2026, 1, 7))


def test_a_day_knows_the_facts_of_that_day_and_none_after_it(history):
    """
    2026-01-07 agreed JWG every 3 months
    2026-04-29 held
    2026-04-29 raised .1 draft terms, due 2026-05-29
    2026-05-20 done .1
    2026-06-01 reviewed
    2026-06-20 postponed #2 to 2026-09-15
    """
    before, on_day = history.as_of(date(2026, 4, 28)), history.as_of(date(2026, 4, 29))
    assert ((), (), ()) == (before.outcomes, before.follow_ups, before.reviewed_on)
    assert (1, [None]) == (len(on_day.outcomes), [one.done_on for one in on_day.follow_ups])
    assert date(2026, 5, 20) == history.as_of(date(2026, 5, 20)).follow_ups[0].done_on
    assert (date(2026, 6, 1),) == history.as_of(date(2026, 6, 1)).reviewed_on
    assert history == history.as_of(date(2026, 6, 20))


def test_the_last_fact_may_be_of_any_sort():
    agreed = "2026-01-07 agreed JWG every 3 months"
    raised = f"{agreed}; 2026-03-01 raised .1 draft terms, due 2027-01-01"
    texts = [
        agreed,
        f"{agreed}; 2026-02-01 held",
        f"{agreed}; 2026-02-02 reviewed",
        raised,
        f"{raised}; 2026-03-02 done .1",
    ]
    expected = [date(2026, 1, 7), date(2026, 2, 1), date(2026, 2, 2), date(2026, 3, 1), date(2026, 3, 2)]
    assert expected == [told(text).last_fact_on for text in texts]


@given(histories())
def test_from_the_last_fact_on_nothing_is_cut(history):
    last = history.last_fact_on
    assert history == history.as_of(last)
    effects_to_come = [*history.amendments, *filter(None, [history.withdrawal])]
    assume(last not in {one.from_on for one in effects_to_come})
    assert last == history.commitment.agreed_on or history != history.as_of(last - timedelta(1))


@given(histories())
def test_what_was_kept_by_a_day_stays_kept_by_the_same_sitting(history):
    known: dict[int, Outcome] = {}
    for day in days_of(history):
        now = kept_by(history, day)
        assert known.items() <= now.items(), f"contradicted on {day}"
        known = now


@given(histories())
def test_the_number_of_those_kept_never_falls(history):
    kept = [len(kept_by(history, day)) for day in days_of(history)]
    assert sorted(kept) == kept


@given(histories(), st.data())
def test_to_cut_at_a_later_day_first_makes_no_difference(history, data):
    first, second = sorted(data.draw(st.lists(st.sampled_from(days_of(history)), min_size=2, max_size=2)))
    assert history.as_of(first) == known_on(history, second).as_of(first)


@given(histories())
def test_what_was_released_by_a_day_is_open_on_no_later_day(history):
    closed: set[int] = set()
    for day in days_of(history):
        recorded = schedule(known_on(history, day)).recorded
        now = {n for n, one in recorded.items() if one.closed and (one.closed.kind.releases or one.is_kept)}
        assert closed <= now, f"contradicted on {day}"
        closed = now


@given(histories())
def test_a_day_can_be_asked_again_from_what_a_later_day_knows(history):
    for day in days_of(history):
        assert history.as_of(day) == known_on(history, day + timedelta(7)).as_of(day)


def test_a_day_knows_the_decisions_of_that_day_and_none_after_it(history):
    """
    2026-01-07 agreed JWG every 3 months
    2026-02-01 paused
    2026-02-11 resumed shifting
    2026-03-01 restated
    2026-05-15 amended from 2026-07-01: every 6 months
    2026-08-15 withdrawn from 2026-12-01
    """
    assert None is known_on(history, date(2026, 1, 31)).paused_from
    assert date(2026, 2, 1) == known_on(history, date(2026, 2, 10)).paused_from
    assert None is known_on(history, date(2026, 2, 11)).paused_from
    restatements = [len(known_on(history, date(2026, *day)).restatements) for day in ((2, 28), (3, 1))]
    assert [0, 1] == restatements
    before, decided, in_force = (history.as_of(date(2026, *day)) for day in ((5, 14), (5, 15), (7, 1)))
    assert [0, 1, 1] == [len(one.amendments) for one in (before, decided, in_force)]
    assert [3, 3, 6] == [one.commitment.cadence.period.count for one in (before, decided, in_force)]
    assert history.as_agreed == before.commitment == decided.as_agreed
    assert None is history.as_of(date(2026, 8, 14)).withdrawal
    assert date(2026, 12, 1) == history.as_of(date(2026, 8, 15)).withdrawal.from_on
    assert date(2026, 12, 1) == history.last_fact_on
