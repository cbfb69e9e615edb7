"""What is asked every morning costs what it finds: SQLite answers from an index and reads no table through."""

import re
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from bilateral_tracker.desk.undo import undo
from bilateral_tracker.domain.narrowing import Narrowing
from bilateral_tracker.domain.reminder import Reminder
from bilateral_tracker.store.register import View
from tests.store.conftest import TODAY, UNCUT, desk, held, new_in_memory, take_in_seeds

SCANNED = re.compile(r"SCAN (\w+)")
BY_INDEX = re.compile(r"SEARCH (\w+) USING (?:COVERING )?INDEX (\w+)")
BIG = ("commitment", "entry", "citation", "outcome", "follow_up", "review", "reminder")
"""The tables that grow with the years."""


@pytest.fixture
def register():
    """A register in memory, with the seeds in it."""
    with new_in_memory() as new:
        take_in_seeds(new)
        yield new


@contextmanager
def plans(register):
    """The lines of SQLite's plan for each statement that is run meanwhile."""
    asked: list[str] = []
    lines: list[str] = []
    register.database.connection.set_trace_callback(asked.append)
    yield lines
    register.database.connection.set_trace_callback(None)
    for sql in dict.fromkeys(asked):
        if sql.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            lines += [str(detail) for *_, detail in register.database.rows(f"EXPLAIN QUERY PLAN {sql}")]
    assert lines


def read_through(lines) -> set[str]:
    """The big tables that are read from one end to the other."""
    return {table for line in lines for table in SCANNED.findall(line) if table in BIG}


def indices(lines) -> set[str]:
    """The indices by which something is found."""
    return {index for line in lines for _, index in BY_INDEX.findall(line)}


LATE = View(TODAY)
EARLIER = View(date(2026, 6, 1), known_by=date(2026, 6, 1))
DAYS_OF_OVERDUE = {"commitment_overdue_from", "commitment_follow_up_on", "idx_commitment_last_fact_on"}
DAYS_OF_ATTENTION = {
    "commitment_expected_from",
    "commitment_review_on",
    "commitment_follow_up_on",
    "idx_commitment_last_fact_on",
}


@pytest.mark.parametrize("view", [LATE, EARLIER], ids=["today", "earlier"])
def test_what_is_overdue_is_found_by_its_days(register, view):
    with plans(register) as lines:
        list(register.overdue(view))
    assert set() == read_through(lines)
    assert indices(lines) >= DAYS_OF_OVERDUE


@pytest.mark.parametrize("view", [LATE, EARLIER], ids=["today", "earlier"])
def test_what_wants_attention_is_found_by_its_days(register, view):
    with plans(register) as lines:
        list(register.wanting_attention(view, TODAY + timedelta(30)))
    assert set() == read_through(lines)
    assert indices(lines) >= DAYS_OF_ATTENTION


def test_what_comes_next_is_found_by_its_day(register):
    with plans(register) as lines:
        register.next_expected_after(TODAY)
    assert set() == read_through(lines)
    assert {"commitment_expected_from"} == indices(lines)


@pytest.mark.parametrize("prefix", ["PK-CN-1", "PK-C", "NO"])
def test_a_reference_is_found_by_its_first_letters(register, prefix):
    with plans(register) as lines:
        register.references(prefix)
    assert set() == read_through(lines)
    assert {"sqlite_autoindex_commitment_1"} == indices(lines)


@pytest.mark.parametrize("view", [UNCUT, EARLIER], ids=["uncut", "earlier"])
def test_a_history_is_found_with_all_that_belongs_to_it(register, view):
    held(register, "PK-CN-1", date(2026, 4, 9))
    with plans(register) as lines:
        register.history("PK-CN-1", view)
    assert set() == read_through(lines)


def test_the_parts_of_a_history_are_found_by_their_commitment(register):
    with plans(register) as lines:
        register.history("PK-CN-1", UNCUT)
    assert indices(lines) >= {
        "sqlite_autoindex_citation_1",
        "idx_outcome_commitment",
        "sqlite_autoindex_review_1",
        "sqlite_autoindex_follow_up_1",
    }


def test_the_entries_about_a_subject_are_found_by_it_in_their_order(register):
    with plans(register) as lines:
        list(register.entries("PK-CN-1", since=3))
    assert {"idx_entry_subject_number"} == indices(lines)
    assert set() == read_through(lines)
    assert not [line for line in lines if "TEMP B-TREE" in line]


def test_the_later_entries_are_found_by_their_number(register):
    with plans(register) as lines:
        list(register.entries(since=12))
    assert ["SEARCH entry USING INTEGER PRIMARY KEY (rowid>?)"] == lines


def test_the_latest_entry_is_found_without_sorting(register):
    with plans(register) as lines:
        next(register.latest_entries())
    assert ["SCAN entry"] == lines


def test_what_is_written_reads_no_table_through_but_the_journal_from_its_end(register):
    with plans(register) as lines:
        held(register, "PK-CN-1", date(2026, 4, 9))
        undo(desk(register), None)
    assert ["SCAN entry"] * 2 == [line for line in lines if read_through([line])]


def test_what_was_said_and_what_is_cited_is_found_by_an_index(register):
    with plans(register) as lines:
        register.lines([Reminder("PK-CN-1#1", date(2026, 4, 7), -7)])
        register.cites("2026-01-07-beijing")
        register.last_number("PK-CN")
    assert set() == read_through(lines)
    expected = {"sqlite_autoindex_reminder_1", "idx_citation_source", "idx_restatement_source", "idx_draft_source"}
    assert {*expected, "sqlite_autoindex_counter_1"} == indices(lines)


def test_a_list_of_everything_reads_the_commitments_through_and_nothing_else(register):
    """So that the other tests are known to see a scan."""
    with plans(register) as lines:
        list(register.histories(UNCUT, Narrowing(owed_by="PK")))
    assert {"commitment"} == read_through(lines)


def test_the_ledger_is_told_from_its_end_without_sorting(register):
    with plans(register) as lines:
        next(register.latest_lines(), None)
    assert ["SCAN reminder USING INDEX idx_reminder_claimed_at"] == lines
