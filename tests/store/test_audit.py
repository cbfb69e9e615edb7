"""An audit finds whatever was done to a register behind its back, and only looks."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from hypothesis import given

from bilateral_tracker.desk.follow_up import raise_follow_up
from bilateral_tracker.desk.record import record_review
from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.entry import Act, Entry
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.source import Citation
from bilateral_tracker.errors import Damaged
from tests.store.conftest import (
    agree,
    bilateral,
    desk,
    held,
    new_in_memory,
    opened,
    problems,
    some,
    stories,
    take_in_seeds,
    tell,
)

SUBJECTS = [
    "file",
    "schema",
    "links between tables",
    "journal",
    "index, replayed from the journal",
    "sources and citations",
    "quotes in their texts",
]
INDEX = "index, replayed from the journal"


def tampered(path, script: str) -> dict[str, tuple[str, ...]]:
    """What an audit finds after this was done to the file by another program, foreign keys not enforced."""
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(script)
    with opened(path) as register:
        return problems(register.database)


def with_journal_open(path, change: str) -> dict[str, tuple[str, ...]]:
    """The same, the journal's triggers taken away before and put back afterwards."""
    with closing(sqlite3.connect(path)) as raw:
        triggers = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    assert triggers
    away, back = [f"DROP TRIGGER {name}" for name, _ in triggers], [sql for _, sql in triggers]
    return tampered(path, "; ".join([*away, change, *back]))


def test_a_register_that_nobody_touched_is_clean(path):
    with opened(path) as register:
        assert {} == problems(register.database)


def test_the_command_names_what_it_looked_at(path):
    run = bilateral("check", register=path)
    assert [f"ok     {subject}" for subject in SUBJECTS] == run.stdout.splitlines()
    assert (0, "") == (run.returncode, run.stderr)


@some
@given(stories())
def test_a_register_is_clean_whatever_was_recorded(story):
    with new_in_memory() as register:
        take_in_seeds(register)
        tell(register, story)
        assert {} == problems(register.database)


def test_an_audit_leaves_the_file_as_it_was(path):
    before = path.read_bytes(), path.stat().st_mtime_ns
    with opened(path) as register:
        assert {} == problems(register.database)
    assert before == (path.read_bytes(), path.stat().st_mtime_ns)


def test_an_audit_changes_nothing_even_where_it_may_write(path):
    with opened(path, writes=True) as register:
        before = register.database.connection.total_changes
        assert {} == problems(register.database)
        assert before == register.database.connection.total_changes


# The file


def test_bytes_overwritten_in_the_file_are_found(path):
    """Zeros over the cells of each page in turn; pages that held nothing may be overwritten unnoticed."""
    whole, page_size = path.read_bytes(), 4096
    with closing(sqlite3.connect(path)) as raw:
        [(free,)] = raw.execute("PRAGMA freelist_count")
    assert (0, 0) == (free, len(whole) % page_size)
    unnoticed = []
    for start in range(page_size, len(whole), page_size):
        path.write_bytes(whole[:start] + bytes(page_size) + whole[start + page_size :])
        if not is_found_damaged(path):
            unnoticed.append(start // page_size + 1)
    assert [] == unnoticed


@pytest.mark.parametrize(
    "words", ["Joint Working Group", "Ayesha Khan", "Ambassador to China", "PK-CN-7", "every three"]
)
def test_a_letter_changed_in_the_file_is_found(path, words):
    """Wherever the words stand: in the journal, in the index, in an index of the index."""
    whole = path.read_bytes()
    start, places = whole.find(words.encode()), 0
    while start >= 0:
        path.write_bytes(whole[:start] + b"X" + whole[start + 1 :])
        assert is_found_damaged(path), f"at byte {start}"
        start, places = whole.find(words.encode(), start + 1), places + 1
    assert places


def is_found_damaged(path) -> bool:
    """Whether an audit finds something, or the file cannot even be read."""
    try:
        with opened(path) as register:
            return problems(register.database) != {}
    except Damaged:
        return True


# The index


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE commitment SET title = 'x' WHERE ref = 'PK-CN-1'", "commitment PK-CN-1"),
        ("UPDATE commitment SET expected_from = '2030-01-01' WHERE ref = 'PK-CN-2'", "commitment PK-CN-2"),
        ("UPDATE party SET zone = 'UTC' WHERE code = 'CN'", "party CN"),
        ("UPDATE source SET sha256 = '' WHERE id = '2026-01-07-beijing'", "source 2026-01-07-beijing"),
        ("UPDATE participant SET party = 'CN' WHERE position = 1", "participant 2026-01-07-beijing"),
        ("UPDATE counter SET last_number = 3", "counter PK-CN"),
        ("UPDATE register SET home = 'CN'", "register CN"),
        ("UPDATE citation SET locator = 'page 1' WHERE commitment = 'PK-CN-4'", "citation PK-CN-4"),
    ],
)
def test_a_row_altered_in_the_index_is_found(path, change, found):
    altered = tampered(path, change)
    assert f"{found}: a row says what the journal does not" in altered[INDEX]
    assert any(problem.endswith("a row is missing that the journal tells of") for problem in altered[INDEX])
    assert [INDEX] == list(altered)


@pytest.mark.parametrize(
    "table", ["register", "party", "participant", "counter", "citation", "outcome", "review", "follow_up"]
)
def test_a_row_deleted_from_the_index_is_found(path, table):
    with opened(path, writes=True) as register:
        held(register, "PK-CN-1", date(2026, 4, 9))
        record_review(desk(register), "PK-CN-3", date(2026, 11, 1), "")
        raise_follow_up(desk(register), Reference("PK-CN-1"), "Draft the terms", "", "", date(2026, 4, 9))
        assert {} == problems(register.database)
    deleted = tampered(path, f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})")
    assert {INDEX} == deleted.keys()
    assert [True] == [problem.startswith(f"{table} ") and "missing" in problem for problem in deleted[INDEX]]


def test_a_row_added_to_the_index_is_found(path):
    added = tampered(path, "INSERT INTO review VALUES ('PK-CN-3', 1, '2026-11-01')")
    assert {INDEX: ("review PK-CN-3: a row says what the journal does not",)} == added


def test_a_commitment_deleted_from_the_index_is_found_with_what_pointed_to_it(path):
    deleted = tampered(path, "DELETE FROM commitment WHERE ref = 'PK-CN-5'")
    assert {"links between tables", INDEX} == deleted.keys()
    assert ("commitment PK-CN-5: a row is missing that the journal tells of",) == deleted[INDEX]
    assert ("row 5 of citation points to a commitment that is not there",) == deleted["links between tables"]


# The journal


@pytest.mark.parametrize(
    "change",
    [
        "author = 'somebody else'",
        "recorded_at = '2025-12-31T09:00:00+05:00'",
        "body = replace(body, '3M', '4M')",
        "act = 'held'",
        "subject = 'PK-CN-2'",
        f"seal = '{'0' * 64}'",
    ],
)
def test_an_entry_altered_behind_the_triggers_back_is_found(path, change):
    altered = with_journal_open(path, f"UPDATE entry SET {change} WHERE number = 6")
    assert ("entry 6 was changed after it was recorded, or the one before it was",) == altered["journal"]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("body = 'no JSON'", "entry 6 cannot be read: "),
        ("act = 'no act'", "entry 6 cannot be read: 'no act' is not a valid Act"),
        ("body = '[]'", "entry 6 was changed"),
        ("body = '{}'", "entry 6 was changed"),
    ],
)
def test_an_entry_that_makes_no_sense_is_found_and_ends_no_audit(path, change, found):
    altered = with_journal_open(path, f"UPDATE entry SET {change} WHERE number = 6")
    assert altered["journal"][0].startswith(found)
    assert altered[INDEX][0].startswith("the journal cannot be replayed: ")
    run = bilateral("check", register=path)
    assert 6 == run.returncode
    assert "WRONG  journal" in run.stdout.splitlines()


@pytest.mark.parametrize("number", [1, 6, 14])
def test_an_entry_removed_is_found(path, number):
    removed = with_journal_open(path, f"DELETE FROM entry WHERE number = {number}")
    assert (f"entry {number} is missing",) == removed["journal"]


def test_the_latest_entry_removed_is_found_by_the_rows_that_it_left(path):
    removed = with_journal_open(path, "DELETE FROM entry WHERE number = 15")
    assert {INDEX} == removed.keys()
    assert "commitment PK-CN-10: a row says what the journal does not" in removed[INDEX]


def test_an_entry_put_in_without_its_seal_is_found(path):
    added = tampered(
        path, "INSERT INTO entry SELECT 16, 'party', 'CN', body, author, recorded_at, seal FROM entry LIMIT 1"
    )
    assert ("entry 16 was changed after it was recorded, or the one before it was",) == added["journal"]


@pytest.mark.parametrize("body", ["{}", "[]", '{"citations":[]}', '{"entry":"x"}', "null", "7", '"text"'])
@pytest.mark.parametrize("act", [act for act in Act if act is not Act.UNDONE], ids=str)
def test_a_sealed_entry_that_cannot_be_folded_is_found_or_means_nothing(path, act, body):
    """Whoever forges the seal too, or a program with a bug: an audit says so and does not fall over."""
    with opened(path, writes=True) as register:
        [(seal,)] = register.database.rows("SELECT seal FROM entry WHERE number = 15")
        forged = Entry(16, act, "PK-CN-1", body, "Ayesha Khan", "2026-11-24T09:00:00+05:00")
        row = (16, act.value, forged.subject, body, forged.author, forged.recorded_at, forged.seal(str(seal)))
        register.database.change("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        assert problems(register.database).keys() <= {INDEX}


# Schema, links, citations


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("DROP TRIGGER entry_refuses_update", "the trigger entry_refuses_update is missing or altered"),
        ("DROP TRIGGER entry_refuses_delete", "the trigger entry_refuses_delete is missing or altered"),
        ("DROP TRIGGER entry_takes_the_next_number", "the trigger entry_takes_the_next_number is missing or altered"),
        (
            "DROP TRIGGER entry_refuses_update; CREATE TRIGGER entry_refuses_update BEFORE UPDATE ON entry "
            "WHEN OLD.author = 'nobody' BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
            "the trigger entry_refuses_update is missing or altered",
        ),
        ("DROP INDEX commitment_overdue_from", "the index commitment_overdue_from is missing or altered"),
        (
            "DROP TABLE reminder",
            "the index idx_reminder_claimed_at is missing or altered; the table reminder is missing or altered",
        ),
    ],
    ids=["update", "delete", "insert", "toothless", "index", "table"],
)
def test_a_part_of_the_schema_that_is_missing_or_altered_is_found(path, change, found):
    assert {"schema": tuple(found.split("; "))} == tampered(path, change)


def test_a_schema_that_claims_another_version_is_found(path):
    with opened(path, writes=True) as register:
        register.database.change("PRAGMA user_version = 1")
        assert {"schema": ("it has version 1, this program expects 5",)} == problems(register.database)


def test_what_others_keep_beside_the_tables_is_no_problem(path):
    assert {} == tampered(path, "ANALYZE; CREATE VIEW meetings AS SELECT ref FROM commitment WHERE kind = 'meeting'")


def test_a_citation_of_a_source_that_is_not_on_record_is_found(path):
    dangling = tampered(path, "UPDATE citation SET source = 'gone' WHERE commitment = 'PK-CN-4'")
    assert ("row 4 of citation points to a source that is not there",) == dangling["links between tables"]
    assert ("PK-CN-4 cites gone, which is not on record",) == dangling["sources and citations"]


def test_a_citation_without_a_place_or_words_is_found(path):
    with opened(path, writes=True) as register:
        agree(register, kind=Kind.REPORT, citations=(Citation("2026-01-07-beijing"),))
        expected = "PK-CN-11 cites 2026-01-07-beijing without a place, a quote or a paraphrase"
        assert {"sources and citations": (expected,)} == problems(register.database)


@pytest.mark.parametrize(("rows", "named", "more"), [(20, 20, ()), (21, 20, ("and more",)), (40, 20, ("and more",))])
def test_twenty_problems_of_one_sort_are_named_and_the_rest_is_mentioned(path, rows, named, more):
    numbers = ", ".join(f"('PK-CN-3', {position}, '2026-11-01')" for position in range(1, rows + 1))
    found = tampered(path, f"INSERT INTO review VALUES {numbers}")[INDEX]
    assert ("review PK-CN-3: a row says what the journal does not",) * named + more == found


def test_the_command_says_what_is_wrong_and_ends_with_six(path):
    tampered(path, "UPDATE commitment SET title = 'x\x1b[2J' WHERE ref = 'PK-CN-1'")
    run = bilateral("check", register=path)
    assert 6 == run.returncode
    assert f"WRONG  {INDEX}" in run.stdout.splitlines()
    assert "       commitment PK-CN-1: a row says what the journal does not" in run.stdout.splitlines()
    assert run.stderr.startswith("Error: The register cannot be trusted as it stands. Nothing was changed.")


def test_a_register_that_does_not_say_whose_it_is_is_damaged(path):
    tampered(path, "DELETE FROM register")
    run = bilateral("status", register=path)
    assert (6, f"Error: {path} does not say whose it is. Look into it with: bilateral check\n") == (
        run.returncode,
        run.stderr,
    )
