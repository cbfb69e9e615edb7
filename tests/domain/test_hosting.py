"""Sessions are numbered by sitting and hosts alternate by sitting in person, whatever the calendar says."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.hosting import next_host, next_session, sessions
from bilateral_tracker.domain.outcome import Mode, Outcome, OutcomeKind
from tests.domain.conftest import commitment_told, histories, told

JWG = "2026-01-07 agreed JWG every 3 months"
IN_PERSON = [None, Mode.IN_PERSON, Mode.HYBRID]
WITHOUT_TURN = [Mode.VIRTUAL, Mode.MARGINS]


def held(number: int, party: str = "", mode: Mode | None = None, session: int | None = None) -> Outcome:
    """A sitting, the `number`-th in its order."""
    on = date.fromordinal(date(2026, 1, 7).toordinal() + number)
    return Outcome(OutcomeKind.HELD, on, number, party=party, mode=mode, session=session)


def test_sessions_are_numbered_by_sitting_in_the_order_in_which_they_were_held():
    history = told(f"{JWG}; 2026-07-09 held; 2026-04-09 held; 2026-05-01 held additional")
    expected = [(1, date(2026, 4, 9)), (2, date(2026, 5, 1)), (3, date(2026, 7, 9))]
    assert expected == [(one.number, one.sitting.on) for one in sessions(history)]


def test_of_two_sittings_on_one_day_the_first_on_record_bears_the_lower_number():
    history = told(f"{JWG}; 2026-04-09 held in PK; 2026-04-09 held in CN")
    assert [(1, "PK"), (2, "CN")] == [(one.number, one.sitting.party) for one in sessions(history)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (JWG, 1),
        (f"{JWG}, first session 9", 9),
        (f"{JWG}; 2026-04-09 held", 2),
        (f"{JWG}, first session 9; 2026-04-09 held", 10),
        (f"{JWG}; 2026-04-09 held session 116; 2026-07-09 held", 118),
        (f"{JWG}; 2026-04-09 held; 2026-07-09 held session 118", 119),
        (f"{JWG}; 2026-04-09 cancelled #1; 2026-06-01 proposed #2 to 2026-07-03", 1),
        ("2026-01-07 agreed report every 3 months; 2026-04-09 delivered", None),
        ("2026-01-07 agreed standing", None),
    ],
)
def test_the_next_session_counts_on_from_the_last_number_told_or_counted(text, expected):
    assert expected == next_session(told(text))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("", ""),
        (", first host CN", "CN"),
        (", first host CN; 2026-04-09 held", "CN"),
        (", first host CN; 2026-04-09 held in CN", "PK"),
        ("; 2026-04-09 held in PK", "CN"),
        ("; 2026-07-09 held in CN; 2026-04-09 held in PK", "PK"),
        ("; 2026-04-09 held in PK; 2026-07-09 held in CN virtual", "CN"),
        ("; 2026-04-09 held in PK; 2026-07-09 held in CN virtual taking turn", "PK"),
        ("; 2026-04-09 held in PK; 2026-07-09 held in CN without turn", "CN"),
        ("; 2026-04-09 held in PK; 2026-07-09 held in CN hybrid", "PK"),
        ("; 2026-04-09 held in PK; 2026-07-09 held in CN in_person", "PK"),
        ("; 2026-04-09 held in PK; 2026-09-22 held in CN margins", "CN"),
        ("; 2026-04-09 held in PK; 2026-09-22 held in US", "CN"),
        ("; 2026-04-09 held in PK; 2026-05-01 swapped in PK", "PK"),
        ("; 2026-05-01 swapped in PK; 2026-07-09 held in PK", "CN"),
        ("; 2026-07-09 swapped in PK; 2026-07-09 held in PK", "PK"),
        (", parties PK-CN-IR; 2026-04-09 held in CN", "IR"),
        (", parties PK-CN-IR; 2026-04-09 held in IR", "PK"),
    ],
)
def test_the_next_host_is_the_other_side_of_the_last_sitting_that_took_a_turn(facts, expected):
    """A swap agreed on the day of a sitting is for the one after it; a third place takes no turn."""
    assert expected == next_host(told(JWG + facts))


@given(histories(), st.data())
def test_sessions_strictly_increase(history, data):
    """Whatever was told of some of them, as long as no number told is lower than those before it."""
    numbers = data.draw(st.lists(st.none() | st.just(0), max_size=8))
    sittings, told_so_far = [], 0
    for order, number in enumerate(numbers, 1):
        session = None if number is None else told_so_far + data.draw(st.integers(1, 9))
        told_so_far = session or told_so_far + 1
        sittings.append(held(order, session=session))
    found = [one.number for one in sessions(History(commitment_told(JWG), tuple(sittings)))]
    assert found == sorted(set(found))
    counted = [one.number for one in sessions(history)]
    first = history.commitment.first_session
    assert list(range(first, first + len(counted))) == counted


@given(st.lists(st.sampled_from([*IN_PERSON, *WITHOUT_TURN]), max_size=10), st.sampled_from(["PK", "CN"]))
def test_hosts_who_take_their_turns_alternate_by_sitting_in_person(modes, first_host):
    """Each sitting is held where the record says that it is due: two in person are never in one place running."""
    history = told(f"{JWG}, first host {first_host}")
    hosts = []
    for order, mode in enumerate(modes, 1):
        host = next_host(history)
        hosts += [] if mode in WITHOUT_TURN else [host]
        history = History(history.commitment, (*history.outcomes, held(order, host, mode)))
    assert all(one != other for one, other in pairwise(hosts))
    assert [first_host] == hosts[:1] or not hosts


@given(histories(), st.data())
def test_neither_numbers_nor_turns_depend_on_the_order_in_which_facts_are_given(history, data):
    shuffled = History(history.commitment, tuple(data.draw(st.permutations(history.outcomes))))
    assert sessions(History(history.commitment, history.outcomes)) == sessions(shuffled)
    assert next_host(history) == next_host(shuffled)


@given(histories())
def test_only_meetings_have_a_next_session(history):
    assert (history.commitment.kind is Kind.MEETING) == (next_session(history) is not None)
