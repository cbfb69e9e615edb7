"""A write is all or nothing and alone, whoever else writes and whenever the program is killed."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from bilateral_tracker.desk.follow_up import raise_follow_up
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.ledger import Line
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.reminder import Reminder
from bilateral_tracker.domain.source import Citation
from bilateral_tracker.errors import Busy, TrackerError
from bilateral_tracker.store import database
from bilateral_tracker.store.database import Row
from tests.store.conftest import (
    UNCUT,
    agree,
    bilateral,
    desk,
    environment,
    held,
    opened,
    problems,
    rows_of_all_tables,
)

ROOT = Path(__file__).parents[2]
SEEDED = 15
"""The entries of a register with the seeds in it."""


def state(path) -> dict[str, list[Row]]:
    """All that the register holds; it is sound."""
    with opened(path) as register:
        assert {} == problems(register.database)
        return rows_of_all_tables(register.database)


@contextmanager
def running(path, code: str, *typed: str):
    """Another process that does this, `typed` in its arguments."""
    command = [sys.executable, "-c", code, *typed]
    with subprocess.Popen(command, env=environment(path), cwd=ROOT, stdin=-1, stdout=-1, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


# All or nothing


def test_what_fails_at_its_end_leaves_no_row_in_any_table(path):
    before = state(path)
    with opened(path, writes=True) as register:

        def fail():
            with register.writing():
                officer = desk(register)
                register.append(*entry_of(officer))
                register.write_lines([Line(Reminder("PK-CN-1#1", date(2026, 4, 7), 0), officer.recorded_at)])
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()
        assert before == rows_of_all_tables(register.database)
    assert before == state(path)


def test_a_rehearsal_leaves_no_row_in_any_table(path):
    before = state(path)
    with opened(path, writes=True) as register:
        with register.writing(keep=False):
            register.append(*entry_of(desk(register)))
            register.write_lines([Line(Reminder("PK-CN-1#1", date(2026, 4, 7), 0), "2026-04-07T08:00:00+05:00")])
            assert SEEDED + 1 == len(list(register.entries()))
        assert before == rows_of_all_tables(register.database)
    assert before == state(path)


def entry_of(officer):
    """A review, as it is appended."""
    return Act.REVIEWED, "PK-CN-3", '{"note":"","on":"2026-11-01"}', officer.author, officer.recorded_at


def test_a_rehearsal_by_the_command_leaves_no_row_in_any_table(path):
    before = state(path)
    for command in (
        ["held", "PK-CN-1", "--on", "2026-04-09"],
        [
            "add",
            "standing",
            "Hotline",
            "--parties",
            "PK,CN",
            "--agreed-on",
            "2026-02-01",
            "--source",
            "Agreed minutes",
            "--locator",
            "1",
        ],
        ["follow-up", "add", "PK-CN-1", "Draft the terms of reference"],
        ["undo"],
    ):
        run = bilateral(*command, "--dry-run", register=path)
        assert 0 == run.returncode, run.stderr
        assert "nothing was recorded" in run.stderr
    assert before == state(path)


def test_a_rehearsal_that_fails_leaves_nothing_either(path):
    before = state(path)
    with opened(path, writes=True) as register, pytest.raises(TrackerError):
        raise_follow_up(desk(register, keep=False), Reference("PK-CN-1"), "Draft", "", "soon", date(2026, 4, 9))
    assert before == state(path)


def test_nothing_is_written_through_a_register_opened_for_reading(path):
    before = state(path)
    with opened(path) as register:
        with pytest.raises(TrackerError, match=r"cannot be written to\. Nothing was changed"):
            agree(register)
        assert before == rows_of_all_tables(register.database)


# Alone


HOLDER = """
import os, sys
from bilateral_tracker.store.opening import open_register

register = open_register(os.environ["BILATERAL_REGISTER"], writes=True)
with register.writing():
    print("writing", flush=True)
    sys.stdin.read()
"""


def test_whoever_finds_another_writing_for_too_long_is_told_to_try_again(path, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with running(path, HOLDER) as holder, opened(path, writes=True) as register:
        assert "writing\n" == holder.stdout.readline()
        with pytest.raises(
            Busy, match=f"Another process is writing to {path}. Nothing was changed. Try again in a moment."
        ):
            agree(register)
        assert 5 == Busy.exit_code
        assert 10 == len(list(register.histories(UNCUT))), "who only reads need not wait"
        holder.communicate()
        assert "PK-CN-11" == agree(register)


IMPATIENT = """
from bilateral_tracker.store import database
from bilateral_tracker.__main__ import main

database.BUSY_SECONDS = 0.05
main()
"""


def test_the_command_that_finds_another_writing_ends_with_five(path):
    with running(path, HOLDER) as holder:
        assert "writing\n" == holder.stdout.readline()
        command = [sys.executable, "-c", IMPATIENT, "held", "PK-CN-1", "--on", "2026-04-09"]
        run = subprocess.run(command, env=environment(path), cwd=ROOT, capture_output=True, text=True, check=False)
        words = f"Error: Another process is writing to {path}. Nothing was changed. Try again in a moment.\n"
        assert (5, "", words) == (run.returncode, run.stdout, run.stderr)
        assert 0 == bilateral("status", register=path).returncode, "who only reads need not wait"


def test_whoever_waits_long_enough_writes_after_the_other(path):
    with running(path, HOLDER) as holder:
        assert "writing\n" == holder.stdout.readline()
        command = [sys.executable, "-m", "bilateral_tracker", "held", "PK-CN-1", "--on", "2026-04-09"]
        with subprocess.Popen(command, env=environment(path), cwd=ROOT, stdout=-1, text=True) as waiting:
            holder.communicate()
            assert waiting.communicate(timeout=60)[0].startswith("PK-CN-1#1, due 7 April 2026, recorded as held")


WRITER = """
import os, sys
from tests.store.conftest import agree, opened

with opened(os.environ["BILATERAL_REGISTER"], writes=True) as register:
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(int(sys.argv[1])):
        print(agree(register), flush=True)
"""


def test_four_who_write_at_once_all_succeed_and_no_number_is_given_twice(path):
    with (
        running(path, WRITER, "25") as one,
        running(path, WRITER, "25") as two,
        running(path, WRITER, "25") as three,
        running(path, WRITER, "25") as four,
    ):
        writers = [one, two, three, four]
        assert ["ready\n"] * 4 == [writer.stdout.readline() for writer in writers]
        for writer in writers:
            writer.stdin.write("\n")
            writer.stdin.flush()
        told = [writer.communicate(timeout=60)[0].split() for writer in writers]
        assert [0] * 4 == [writer.returncode for writer in writers]
    assert [25] * 4 == [len(refs) for refs in told]
    assert {f"PK-CN-{number}" for number in range(11, 111)} == {ref for refs in told for ref in refs}
    assert SEEDED + 100 == len(state(path)["entry"])


def test_four_commands_at_once_all_succeed(path):
    days = ["2026-04-09", "2026-07-09", "2026-10-09"]
    commands = [["held", "PK-CN-1", "--on", day] for day in days] + [["reviewed", "PK-CN-3", "--on", "2026-11-01"]]
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "bilateral_tracker", *command], env=environment(path), stdout=-1, stderr=-1
        )
        for command in commands
    ]
    assert [(0, b"")] * 4 == [(run.wait(timeout=60), run.communicate()[1]) for run in runs]
    assert SEEDED + 4 == len(state(path)["entry"])
    with opened(path) as register:
        assert days == sorted(str(outcome.on) for outcome in next(register.histories(UNCUT)).outcomes)


# Killed

KILLED_AT = """
import os, signal, sys
from bilateral_tracker.store import database
from bilateral_tracker.__main__ import main

said = []
def say(sql):
    if said or sql == "BEGIN IMMEDIATE":
        said.append(sql)
    if len(said) == at:
        os.kill(os.getpid(), signal.SIGKILL)

at, connect = int(sys.argv.pop(1)), database._connect
def traced(path, mode):
    connection = connect(path, mode)
    connection.set_trace_callback(say)
    return connection

database._connect = traced
main()
"""


def run_killed_at(path, statement: int) -> int:
    """The exit code of `held`, killed before that statement of SQL."""
    command = [sys.executable, "-c", KILLED_AT, str(statement), "held", "PK-CN-1", "--on", "2026-04-09"]
    return subprocess.run(command, env=environment(path), cwd=ROOT, capture_output=True, check=False).returncode


def test_a_command_killed_at_any_of_its_statements_leaves_nothing_and_killed_after_them_everything(path, seeded_file):
    before, expected = state(path)["entry"], []
    for statement in range(1, 100):
        path.write_bytes(seeded_file.read_bytes())
        for left in path.parent.glob("register.db-*"):
            left.unlink()
        code = run_killed_at(path, statement)
        after = state(path)["entry"]
        expected.append((code, len(after)))
        assert set(before) <= set(after)
        if code == 0:
            break
    assert [(-9, SEEDED)] * (len(expected) - 1) + [(0, SEEDED + 1)] == expected
    assert len(expected) > 10


def test_a_writer_killed_at_any_moment_leaves_all_it_had_told_of_and_no_half(path):
    """Killed from outside, wherever it is: after so many lines, in the midst of what comes next."""
    known = 10
    for _ in range(20):
        with running(path, WRITER, "1000") as writer:
            assert "ready\n" == writer.stdout.readline()
            writer.stdin.write("\n")
            writer.stdin.flush()
            lines = [writer.stdout.readline() for _ in range(1 + os.urandom(1)[0] % 8)]
            writer.kill()
            lines += writer.stdout.readlines()
        told = int(lines[-1].rpartition("-")[2])
        with opened(path) as register:
            last = register.last_number("PK-CN")
            assert told <= last <= told + 1
            assert last == len(list(register.histories(UNCUT)))
            assert SEEDED + last - 10 == len(list(register.entries()))
        assert known < last
        known = last
    assert SEEDED + known - 10 == len(state(path)["entry"])


def test_the_log_of_a_killed_writer_may_be_torn_and_costs_only_what_was_not_finished(path):
    """What a power cut may leave: the last write came only in part to the disk."""
    with opened(path, writes=True) as register:
        agree(register)
        [log] = [one for one in path.parent.iterdir() if one.name == "register.db-wal"]
        whole = log.read_bytes()
        held(register, "PK-CN-1", date(2026, 4, 9))
        longer = log.read_bytes()
        main = path.read_bytes()
    for length in range(len(whole), len(longer), 1111):
        path.write_bytes(main)
        path.with_name("register.db-wal").write_bytes(longer[:length])
        path.with_name("register.db-shm").unlink(missing_ok=True)
        assert SEEDED + 1 == len(state(path)["entry"])


def test_the_journal_on_disk_is_synchronized_at_each_write(path):
    with opened(path, writes=True) as register:
        assert [(2,)] == register.database.rows("PRAGMA synchronous")
        assert [(1,)] == register.database.rows("PRAGMA foreign_keys")
        assert [("wal",)] == register.database.rows("PRAGMA journal_mode")
        assert [(5000,)] == register.database.rows("PRAGMA busy_timeout")


def test_a_row_that_points_nowhere_is_refused_and_takes_its_entry_with_it(path):
    before = state(path)
    with opened(path, writes=True) as register, pytest.raises(TrackerError, match="FOREIGN KEY constraint failed"):
        agree(register, citations=(Citation("gone", "page 1"),))
    assert before == state(path)


def test_a_lock_that_no_one_holds_any_more_stops_no_one(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
    with opened(path, writes=True) as register:
        assert "PK-CN-11" == agree(register)
