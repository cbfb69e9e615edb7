"""The journal is the truth: each entry seals the one before, none is changed, and the tables are what they tell."""

import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import date

import pytest
from hypothesis import given

from bilateral_tracker.desk.undo import undo
from bilateral_tracker.domain import fold
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.store.database import Row
from bilateral_tracker.store.index import TABLES, rebuild
from tests.store.conftest import (
    UNCUT,
    agree,
    desk,
    held,
    new_in_memory,
    opened,
    rows_of_all_tables,
    some,
    stories,
    tell,
)

PROTECTED = "the journal is append-only"


def seals(register) -> list[str]:
    """The seals as they stand in the table."""
    return [str(seal) for (seal,) in register.database.rows("SELECT seal FROM entry ORDER BY number")]


def test_the_seal_of_an_entry_is_computed_as_documented(path):
    """SHA-256 over a JSON array: the seal before (64 zeros for the first), then all that the entry says."""
    with opened(path) as register:
        first, second = list(register.entries())[:2]
        said = [
            "0" * 64,
            1,
            "opened",
            "(register)",
            '{"home":"PK","zone":"Asia/Karachi"}',
            "Ayesha Khan",
            first.recorded_at,
        ]
        sealed = hashlib.sha256(json.dumps(said).encode()).hexdigest()
        assert sealed == seals(register)[0]
        follows = [sealed, 2, "party", "CN", second.body, "Ayesha Khan", second.recorded_at]
        assert hashlib.sha256(json.dumps(follows).encode()).hexdigest() == seals(register)[1]


@some
@given(stories())
def test_every_entry_seals_the_one_before_it_and_no_number_is_left_out(story):
    with new_in_memory() as register:
        tell(register, story)
        seal, expected = "0" * 64, []
        entries = list(register.entries())
        for entry in entries:
            seal = entry.seal(seal)
            expected.append(seal)
        assert expected == seals(register)
        assert list(range(1, len(entries) + 1)) == [entry.number for entry in entries]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entry SET author = 'somebody else'",
        "UPDATE entry SET recorded_at = '2025-01-01' WHERE number = 12",
        "UPDATE entry SET number = 99 WHERE number = 12",
        "DELETE FROM entry WHERE number = (SELECT max(number) FROM entry)",
        "DELETE FROM entry",
        "INSERT INTO entry SELECT * FROM entry WHERE number = 5 ON CONFLICT (number) DO UPDATE SET author = 'x'",
        "INSERT OR REPLACE INTO entry SELECT 5, act, subject, body, 'x', recorded_at, seal FROM entry WHERE number = 4",
        "INSERT OR IGNORE INTO entry SELECT * FROM entry WHERE number = 5",
        "INSERT INTO entry SELECT 99, act, subject, body, author, recorded_at, seal FROM entry WHERE number = 5",
        "INSERT INTO entry SELECT NULL, act, subject, body, author, recorded_at, seal FROM entry WHERE number = 5",
    ],
)
def test_the_database_itself_refuses_to_change_an_entry(path, change):
    with closing(sqlite3.connect(path)) as raw:
        before = raw.execute("SELECT * FROM entry").fetchall()
        with pytest.raises(sqlite3.IntegrityError, match=PROTECTED):
            raw.execute(change)
        assert before == raw.execute("SELECT * FROM entry").fetchall()


def test_an_undone_entry_stays_in_the_journal(register):
    ref = agree(register)
    number = held(register, ref, date(2026, 4, 9))
    undo(desk(register), None)
    assert ["agreed", "held", "undone"] == [entry.act.value for entry in register.entries(ref)]
    assert {"entry": number} == json.loads(list(register.entries(ref))[-1].body)
    assert () == register.history(ref, UNCUT).outcomes


@some
@given(stories())
def test_replaying_the_journal_gives_the_same_rows(story):
    with new_in_memory() as register, new_in_memory() as copy:
        tell(register, story)
        register.database.connection.backup(copy.database.connection)
        with copy.database.transaction():
            rebuild(copy.database)
        assert rows_of_all_tables(register.database) == rows_of_all_tables(copy.database)


def index_of(register) -> dict[str, list[Row]]:
    """The rows that the entries amount to, but for the counters: a number once given is never given again."""
    every = rows_of_all_tables(register.database)
    return {table: every[table] for table in TABLES if table != "counter"}


@some
@given(stories())
def test_undoing_what_was_just_recorded_restores_every_row_and_so_does_undoing_that(story):
    with new_in_memory() as register:
        for step in story:
            before, known = index_of(register), len(list(register.entries()))
            tell(register, [step])
            after, added = index_of(register), list(register.entries())[known:]
            if any(entry.act is Act.UNDONE for entry in added):
                continue
            undoings = [undo(desk(register, step.today), None)[1] for _ in added]
            assert before == index_of(register)
            for undoing in reversed(undoings):
                undo(desk(register, step.today), undoing.number)
            assert after == index_of(register)


def test_replaying_the_journal_brings_back_every_row_that_was_lost(path):
    with opened(path, writes=True) as register:
        held(register, "PK-CN-1", date(2026, 4, 9))
        before = rows_of_all_tables(register.database)
        assert 10 == len(before["commitment"])
        with register.database.transaction():
            for table in ("outcome", "citation", "commitment", "participant", "source", "party", "counter", "register"):
                register.database.change(f"DELETE FROM {table}")
            rebuild(register.database)
        assert before == rows_of_all_tables(register.database)


@some
@given(stories())
def test_a_history_read_from_the_rows_is_the_one_that_its_entries_tell(story):
    with new_in_memory() as register:
        tell(register, story)
        told = {subject: fold.history(register.entries(subject)) for subject in {e.subject for e in register.entries()}}
        read = {one.commitment.ref: one for one in register.histories(UNCUT)}
        assert {subject: one for subject, one in told.items() if one} == read
