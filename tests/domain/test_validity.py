"""The life of an instrument on a day: in force, renewed by itself, expired or ended; never overdue."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bilateral_tracker.domain.agenda import agenda
from bilateral_tracker.domain.arrears import expected, missed, overdue
from bilateral_tracker.domain.decision import Amendment, Pause
from bilateral_tracker.domain.fold import history as folded
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.ratification import admit_entry_into_force
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.situation import coming_situation, overdue_situations, situation
from bilateral_tracker.domain.standing import standing
from bilateral_tracker.domain.validity import Validity, validity
from bilateral_tracker.errors import Conflict, WrongUsage
from tests.changing import replace
from tests.domain.lives import in_force, instruments, instruments_by_a_day, life, signed, terminated
from tests.domain.test_fold import journal, numbered

SIGNED_ON = date(2020, 5, 1)
TREATY = in_force(signed(SIGNED_ON, life("2 years", "1 year", "6 months")), date(2020, 6, 1))
MEMORANDUM = in_force(signed(SIGNED_ON, life("2 years")), date(2020, 6, 1))
OPEN = in_force(signed(SIGNED_ON, life(notice="6 months")), date(2020, 6, 1))
NOT_YET = signed(SIGNED_ON, life("2 years", "1 year", "6 months"))
COMING = in_force(NOT_YET, date(2021, 1, 1), known_on=date(2020, 9, 1))
DENOUNCED = terminated(TREATY, date(2023, 6, 1), decided_on=date(2022, 11, 1))


def on(history: History, day: date) -> tuple[str, int | None, date | None, date | None]:
    """The standing, the occurrence that matters, its day, and until when it is valid."""
    known = history.as_of(day)
    assert known is not None
    row = situation(known, day)
    return row.standing, row.number, row.due_on, row.valid_until


@pytest.mark.parametrize(
    ("history", "day", "expected"),
    [
        (TREATY, date(2021, 10, 30), ("upcoming", 1, date(2021, 11, 30), date(2022, 5, 31))),
        (TREATY, date(2021, 10, 31), ("due_soon", 1, date(2021, 11, 30), date(2022, 5, 31))),
        (TREATY, date(2021, 11, 30), ("due_today", 1, date(2021, 11, 30), date(2022, 5, 31))),
        (TREATY, date(2021, 12, 1), ("upcoming", 2, date(2022, 11, 30), date(2023, 5, 31))),
        (TREATY, date(2031, 1, 1), ("upcoming", 11, date(2031, 11, 30), date(2032, 5, 31))),
        (MEMORANDUM, date(2022, 5, 31), ("due_today", 1, date(2022, 5, 31), date(2022, 5, 31))),
        (MEMORANDUM, date(2022, 6, 1), ("expired", None, None, date(2022, 5, 31))),
        (MEMORANDUM, date(2032, 6, 1), ("expired", None, None, date(2022, 5, 31))),
        (OPEN, date(2026, 6, 1), ("in_force", None, None, None)),
        (NOT_YET, date(2020, 10, 31), ("undated", None, None, None)),
        (NOT_YET, date(2020, 11, 1), ("review_due", None, None, None)),
        (COMING, date(2020, 8, 31), ("undated", None, None, None)),
        (COMING, date(2020, 12, 31), ("upcoming", 1, date(2022, 6, 30), date(2022, 12, 31))),
        (DENOUNCED, date(2022, 10, 31), ("due_soon", 2, date(2022, 11, 30), date(2023, 5, 31))),
        (DENOUNCED, date(2022, 11, 1), ("in_force", None, None, date(2023, 5, 31))),
        (DENOUNCED, date(2023, 5, 31), ("in_force", None, None, date(2023, 5, 31))),
        (DENOUNCED, date(2023, 6, 1), ("withdrawn", None, None, date(2023, 5, 31))),
    ],
)
def test_how_an_instrument_stands(history, day, expected):
    assert expected == on(history, day)


def test_a_notice_day_that_has_passed_is_waived_and_nothing_is_missed():
    day, plan = date(2024, 1, 1), schedule(TREATY)
    assert ["waived", "waived", "waived", "upcoming"] == [
        standing(plan, plan.occurrence(n), day).value for n in (1, 2, 3, 4)
    ]
    assert ([], 0) == (overdue(plan, day), missed(plan, day))
    assert [4] == [one.number for one in expected(plan, day)]


def test_what_is_true_of_it_on_a_day():
    expected = Validity(
        in_force_on=date(2020, 6, 1),
        term=2,
        term_until=date(2023, 5, 31),
        valid_until=date(2024, 5, 31),
        notice_by=date(2023, 11, 30),
    )
    assert expected == validity(schedule(TREATY), date(2022, 12, 1))


def test_between_a_last_notice_and_the_last_day_it_is_in_force():
    once = in_force(signed(SIGNED_ON, life("2 years", notice="6 months")), date(2020, 6, 1))
    assert ("in_force", None, None, date(2022, 5, 31)) == on(once, date(2021, 12, 1))
    assert ("expired", None, None, date(2022, 5, 31)) == on(once, date(2022, 6, 1))


def test_an_extension_counts_from_the_entry_into_force():
    """Valid for two years, extended to five in the second: one term, which ends in 2025."""
    terms = replace(MEMORANDUM.commitment, life=life("5 years"))
    extension = Amendment(date(2022, 3, 1), terms, date(2022, 3, 1), both_agreed=True, entry=2)
    extended = replace(MEMORANDUM, commitment=terms, amendments=(extension,), first_terms=MEMORANDUM.commitment)
    assert ("upcoming", 1, date(2025, 5, 31), date(2025, 5, 31)) == on(extended, date(2022, 3, 1))
    assert ("upcoming", 1, date(2022, 5, 31), date(2022, 5, 31)) == on(extended, date(2022, 2, 28))


def test_new_terms_leave_the_days_that_are_over_as_they_were():
    terms = replace(TREATY.commitment, life=life("2 years", "1 year", "3 months"))
    amendment = Amendment(date(2023, 1, 1), terms, date(2023, 1, 1), both_agreed=True, entry=2)
    amended = replace(TREATY, commitment=terms, amendments=(amendment,), first_terms=TREATY.commitment)
    plan = schedule(amended)
    found = [plan.occurrence(number).due_on for number in (1, 2, 3, 4)]
    assert [date(2021, 11, 30), date(2022, 11, 30), date(2023, 2, 28), date(2024, 2, 29)] == found


def test_a_pause_stops_no_term():
    paused = replace(TREATY, pauses=(Pause(date(2021, 1, 1), both_agreed=True, entry=2),))
    assert on(TREATY, date(2021, 11, 30)) == on(paused, date(2021, 11, 30))
    resumed = replace(paused, pauses=(paused.pauses[0]._replace(resumed_on=date(2021, 7, 1), shifts=True),))
    assert on(TREATY, date(2021, 11, 30)) == on(resumed, date(2021, 11, 30))
    assert agenda(TREATY) == agenda(paused)


# Going on record.


def test_an_entry_into_force_is_a_fact_of_its_day_or_of_today():
    entered = admit_entry_into_force(NOT_YET, date(2020, 6, 1), today=date(2020, 9, 1))
    assert (date(2020, 6, 1), date(2020, 6, 1)) == (entered.on, entered.to)
    coming = admit_entry_into_force(NOT_YET, date(2021, 1, 1), today=date(2020, 9, 1))
    assert (date(2020, 9, 1), date(2021, 1, 1)) == (coming.on, coming.to)
    admit_entry_into_force(NOT_YET, SIGNED_ON, today=date(2020, 9, 1))


def test_an_entry_into_force_before_the_signature_is_refused():
    with pytest.raises(WrongUsage, match="signed on 1 May 2020; it cannot have entered into force on 30 April 2020"):
        admit_entry_into_force(NOT_YET, date(2020, 4, 30), today=date(2020, 9, 1))


def test_it_enters_into_force_once():
    with pytest.raises(Conflict, match=r"already on record as in force from 1 June 2020 on\..*bilateral undo 1"):
        admit_entry_into_force(TREATY, date(2020, 7, 1), today=date(2020, 9, 1))


# Found by the index, and written down.


@given(instruments_by_a_day(), st.integers(0, 800))
def test_what_an_instrument_expects_is_found_by_its_agenda(cut, within):
    history, day = cut
    assume(history.last_fact_on <= day)  # else the register finds it by that
    horizon, found = day + timedelta(within), agenda(history)
    coming = coming_situation(history, day)
    if coming and coming.next_due_on <= horizon:
        assert found.expected_from is not None
        assert found.expected_from <= horizon
    for later in (day, day + timedelta(1), horizon):
        row = situation(history, later)
        if row.standing == "expired" and not history.withdrawal:
            assert found.expected_from is not None
            assert found.expected_from <= later
        if row.standing == "review_due":
            assert found.review_on == row.review_on
            assert found.review_on <= later


@given(instruments_by_a_day())
def test_an_instrument_is_never_overdue_and_misses_nothing(cut):
    history, day = cut
    row = situation(history, day)
    assert [] == overdue_situations(history, day)
    assert (0, None) == (row.missed, row.days_late)
    assert agenda(history).overdue_from is None


@given(instruments_by_a_day())
def test_the_notice_that_matters_is_the_next_one(cut):
    history, day = cut
    plan, row = schedule(history), situation(history, day)
    now = validity(plan, day)
    if row.due_on and history.commitment.life.notice:
        assert row.due_on == now.notice_by
        assert now.valid_until is not None
        assert day <= row.due_on <= now.valid_until
    assert now.valid_until is None or row.standing in {"expired", "withdrawn"} or day <= now.valid_until


@given(instruments())
def test_an_instrument_is_told_again_by_its_entries(history):
    assert numbered(history) == folded(journal(history))
