"""Opening finds the right file or says what is wrong with it, and never spoils what it finds."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest

from bilateral_tracker.domain.ledger import Line
from bilateral_tracker.domain.outcome import Mode, OutcomeKind
from bilateral_tracker.domain.reminder import Reminder
from bilateral_tracker.domain.situation import follow_up_situations, situation
from bilateral_tracker.errors import Conflict, Damaged, NotFound, TrackerError, WrongUsage
from bilateral_tracker.store import index, opening
from bilateral_tracker.store.database import APPLICATION_ID, Row
from bilateral_tracker.store.index import TABLES
from bilateral_tracker.store.register import View
from bilateral_tracker.store.schema import migrate
from tests.store.conftest import (
    HOME,
    TODAY,
    UNCUT,
    bilateral,
    environment,
    fill,
    left_by_a_kill,
    opened,
    problems,
    rows_of_all_tables,
)


def refused(path, error: type[TrackerError], words: str) -> None:
    """Opening it, to read and to write, fails so, and the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir()) if path.parent.is_dir() else None
    for writes in (False, True):
        with pytest.raises(error, match=words) as caught:
            opening.open_register(str(path), writes)
        assert error is caught.type
        assert str(path) in str(caught.value)
    assert before == (path.read_bytes() if path.is_file() else None)
    assert beside == (sorted(path.parent.iterdir()) if path.parent.is_dir() else None)


# What is no register


@pytest.mark.parametrize("name", ["register.db", "no/such/folder/register.db"])
def test_where_there_is_no_file_the_way_to_start_one_is_told(tmp_path, name):
    refused(tmp_path / name, NotFound, r"There is no register at .* bilateral init --seeds")


def test_a_path_through_a_file_leads_nowhere(path):
    refused(path / "register.db", NotFound, "There is no register at")


def test_a_link_to_nothing_is_no_register(tmp_path):
    link = tmp_path / "register.db"
    link.symlink_to(tmp_path / "gone.db")
    refused(link, NotFound, "There is no register at")


def test_a_folder_is_no_register(tmp_path):
    refused(tmp_path, TrackerError, "is a folder. Name the register's file with --register PATH")


def test_a_pipe_is_no_register_and_nobody_waits_for_it(tmp_path):
    pipe = tmp_path / "register.db"
    os.mkfifo(pipe)
    for command in ("status", "undo"):
        words = f"{pipe} is not a file. Name the register's file with --register PATH"
        fails_in_words(bilateral(command, register=pipe), words)


def test_a_name_that_is_too_long_is_refused(tmp_path):
    for use in (opening.open_register, lambda place: opening.create_register(place, fill)):
        with pytest.raises(
            TrackerError, match=r"x cannot be opened: File name too long|Cannot write .*: File name too long"
        ):
            use(str(tmp_path / ("x" * 300)))
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"Dear colleague,\n" * 500, b"PK\x03\x04", b"SQLite format 3\0" + bytes(84)]
)
def test_another_sort_of_file_is_no_register(tmp_path, content):
    file = tmp_path / "register.db"
    file.write_bytes(content)
    refused(file, Damaged, "is not a register")


@pytest.mark.parametrize("journal_mode", ["DELETE", "WAL"])
def test_another_program_s_database_is_no_register(tmp_path, journal_mode):
    file = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(file)) as other:
        other.execute(f"PRAGMA journal_mode = {journal_mode}")
        other.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY)")
        other.execute("PRAGMA user_version = 2")
    refused_and_left(file, Damaged, "is not a register. Name the right file with --register PATH")


def refused_and_left(path, error: type[TrackerError], words: str) -> None:
    """The same for a file beside which SQLite may leave its own two."""
    before = path.read_bytes()
    for writes in (False, True):
        with pytest.raises(error, match=words):
            opening.open_register(str(path), writes)
    assert before == path.read_bytes()
    assert not [
        one for one in path.parent.iterdir() if one.name not in {path.name, f"{path.name}-wal", f"{path.name}-shm"}
    ]


@pytest.mark.parametrize("place", ["postgresql://desk@db/register", "https://example.org/register.db", "file:///r.db"])
def test_an_address_is_refused(tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WrongUsage, match="is an address, and this version keeps registers in files only"):
        opening.open_register(place)
    with pytest.raises(WrongUsage, match="is an address"):
        opening.create_register(place, fill)
    assert [] == list(tmp_path.iterdir())


# What was a register


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_half_a_register_is_damaged(path, part):
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    before = path.read_bytes()
    assert 6 == bilateral("check", register=path).returncode
    assert before == path.read_bytes()


def test_a_register_whose_every_page_is_spoilt_is_damaged_and_stays_as_it_is(path):
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xa5" * (len(whole) - 100))
    before = path.read_bytes()
    for command in (["status"], ["held", "PK-CN-1", "--on", "2026-04-09"], ["check"]):
        run = bilateral(*command, register=path)
        assert (6, "") == (run.returncode, run.stdout.replace("ok     file\n", ""))
        assert run.stderr.startswith(f"Error: {path} ")
        assert run.stderr.endswith(".\n") or "bilateral check" in run.stderr
    assert before == path.read_bytes()


def test_a_register_of_a_newer_program_is_left_alone(path):
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    refused_and_left(path, TrackerError, r"newer version of bilateral \(schema 99; this one knows 5\)")


# Older registers


@pytest.fixture
def older(tmp_path: Path, seeded_file: Path) -> Path:
    """A register with the seeds in it as the first version of the schema kept it: the journal alone."""
    folder = tmp_path / "older"
    folder.mkdir()
    path = folder / "register.db"
    with opened(seeded_file) as newer, closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("BEGIN IMMEDIATE")
        migrate(raw, stop_before="2 index")
        entries = newer.database.rows("SELECT * FROM entry ORDER BY number")
        raw.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", entries)
        raw.execute(
            "INSERT INTO reminder VALUES ('PK-CN-1#1', '2026-04-07', -7, '', 'stdout', '2026-03-31T08:00:00+05:00')"
        )
        raw.execute("COMMIT")
    return path


def contents(path) -> dict[str, list[Row]]:
    """The index and the journal in the file."""
    with opened(path) as register:
        every = rows_of_all_tables(register.database)
    return {table: every[table] for table in (*TABLES, "entry")}


@pytest.mark.parametrize("writes", [False, True])
def test_an_older_register_is_brought_up_to_date_and_says_the_same(older, seeded_file, writes):
    with opened(older, writes) as register:
        assert {} == problems(register.database)
        assert [(1,)] == register.database.rows("SELECT count(*) FROM reminder")
    assert contents(seeded_file) == contents(older)


def test_a_register_of_the_second_version_keeps_every_fact(tmp_path):
    """Its modes were any text, and its index had fewer columns."""
    path = tmp_path / "register.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((Path(__file__).parent / "schema_2.sql").read_text(encoding="utf-8"))
    with opened(path) as register:
        assert {} == problems(register.database)
        history = register.history("PK-CN-1", View(date(2026, 11, 24)))
        assert history is not None
        assert ["PK-CN-1.1"] == [row.ref for row in follow_up_situations(history, date(2026, 11, 24))]
    held = [(one.on, one.mode, one.place, one.note) for one in history.outcomes if one.kind is OutcomeKind.HELD]
    expected = [(date(2026, 4, 29), Mode.IN_PERSON, "Islamabad", ""), (date(2026, 7, 9), None, "", "brief; by letter")]
    assert expected == held
    assert date(2026, 12, 15) == situation(history, date(2026, 11, 24)).postponed_to


def test_what_a_register_of_the_third_version_said_stays_said(tmp_path):
    """It said things in one step, on standard output."""
    path = tmp_path / "register.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((Path(__file__).parent / "schema_3.sql").read_text(encoding="utf-8"))
    with opened(path) as register:
        assert {} == problems(register.database)
        said = list(register.latest_lines())
    assert 9 == len(said)
    first = Reminder("PK-CN-1#1", date(2026, 4, 7), -7)
    moment = "2026-04-01T17:07:31+05:00"
    assert Line(first, moment, sent_at=moment) == said[-1]
    assert not any(line.is_free("2026-11-24T20:00:00+05:00", timedelta(0)) for line in said)


def test_an_older_register_is_kept_beside_it_as_it_was(older):
    with closing(sqlite3.connect(older)) as raw:
        before = list(raw.iterdump())
    with opened(older):
        copy = older.with_name("register.db.schema-1.backup")
        assert {copy, older} == {one for one in older.parent.iterdir() if one.suffix not in {".db-wal", ".db-shm"}}
    assert 0o600 == copy.stat().st_mode & 0o777
    with closing(sqlite3.connect(copy)) as raw:
        assert before == list(raw.iterdump())
        assert [(1,)] == raw.execute("PRAGMA user_version").fetchall()


def test_an_older_register_is_never_kept_in_the_place_of_another_file(older):
    taken = older.with_name("register.db.schema-1.backup")
    taken.write_bytes(b"precious")
    with opened(older):
        assert older.with_name("register.db.schema-1.backup1").exists()
    assert b"precious" == taken.read_bytes()


def test_a_register_that_is_up_to_date_is_not_copied(path):
    for writes in (False, True):
        with opened(path, writes):
            pass
    assert not list(path.parent.glob("*.backup*"))


def test_a_migration_that_fails_leaves_the_register_as_it_was(older, monkeypatch):
    def fail(_):
        raise ZeroDivisionError

    with closing(sqlite3.connect(older)) as raw:
        before = list(raw.iterdump())
    monkeypatch.setattr(index, "rebuild", fail)
    with pytest.raises(ZeroDivisionError):
        opening.open_register(str(older))
    with closing(sqlite3.connect(older)) as raw:
        assert before == list(raw.iterdump())
    monkeypatch.undo()
    with opened(older) as register:
        assert {} == problems(register.database)


def test_two_who_meet_an_older_register_at_once_both_open_it(older, seeded_file, monkeypatch):
    """Both have seen that it is older before either begins to migrate it."""
    both_have_seen, migrate_alone, found = Barrier(2, timeout=10), opening._migrate, []

    def migrate_together(place):
        both_have_seen.wait()
        migrate_alone(place)

    def look():
        with opened(older) as register:
            found.append([history.commitment.ref for history in register.histories(UNCUT)])

    monkeypatch.setattr(opening, "_migrate", migrate_together)
    threads = [Thread(target=look) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [10, 10] == [len(refs) for refs in found]
    assert contents(seeded_file) == contents(older)
    assert 1 == len(list(older.parent.glob("*.backup*")))


def test_four_programs_that_meet_an_older_register_at_once_all_answer(older, path):
    command = [sys.executable, "-m", "bilateral_tracker", "list"]
    runs = [
        subprocess.Popen(command, env=environment(older), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    expected = bilateral("list", register=path).stdout
    assert [(expected, "")] * 4 == [run.communicate(timeout=60) for run in runs]
    assert 1 == len(list(older.parent.glob("*.backup*")))


# New registers


def test_a_new_register_can_be_read_by_its_owner_alone(tmp_path):
    place, umask = tmp_path / "home" / "of" / "register.db", os.umask(0)
    try:
        opening.create_register(str(place), fill)
        with opened(place, writes=True) as register:
            held_files = {one.name: one.stat().st_mode & 0o777 for one in place.parent.iterdir()}
            assert {"register.db": 0o600, "register.db-shm": 0o600, "register.db-wal": 0o600} == held_files
            assert HOME == register.home()
    finally:
        os.umask(umask)
    assert 0o700 == place.parent.stat().st_mode & 0o777


def test_a_new_register_is_marked_as_ours_and_leaves_nothing_beside_it(tmp_path):
    place = opening.create_register(str(tmp_path / "register.db"), fill)
    assert [place] == list(tmp_path.iterdir())
    with closing(sqlite3.connect(place)) as raw:
        assert (APPLICATION_ID,) == raw.execute("PRAGMA application_id").fetchone()
        assert (5,) == raw.execute("PRAGMA user_version").fetchone()
        assert ("wal",) == raw.execute("PRAGMA journal_mode").fetchone()
    assert b"ALIB" == APPLICATION_ID.to_bytes(4, "little")


@pytest.mark.parametrize(
    "name",
    [
        "a b.db",
        "what?.db",
        "no#1.db",
        "100%.db",
        "a%20b.db",
        "登记册.db",
        "رجسٹر.db",
        "a&mode=ro;b.db",
        "'\".db",
        b"\xff\xfe.db",
    ],
)
def test_a_register_may_have_any_name(tmp_path, name):
    place = tmp_path / os.fsdecode(name)
    opening.create_register(str(place), fill)
    assert [place] == list(tmp_path.iterdir())
    with opened(place, writes=True) as register:
        assert HOME == register.home()
    with opened(place) as register:
        assert HOME == register.home()


@pytest.mark.parametrize("place", ["register.db", "./register.db", "folder/../register.db", "file:register.db"])
def test_a_register_may_be_named_from_where_one_stands(tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    opening.create_register(place, fill)
    assert Path(place).is_file()
    with opened(Path(place)) as register:
        assert HOME == register.home()


@pytest.mark.parametrize("content", [b"x", b"SQLite format 3\0"])
def test_a_new_register_is_never_put_over_a_file(tmp_path, content):
    place = tmp_path / "register.db"
    place.write_bytes(content)
    with pytest.raises(Conflict, match=f"There is a file at {place} already. It was left as it is"):
        opening.create_register(str(place), fill)
    assert content == place.read_bytes()
    assert [place] == list(tmp_path.iterdir())


def test_a_new_register_is_never_put_over_a_register(path):
    before = path.read_bytes()
    run = bilateral("init", "--seeds", register=path)
    assert (4, "") == (run.returncode, run.stdout)
    assert before == path.read_bytes()


def test_a_new_register_is_never_put_over_a_folder_or_a_link(tmp_path):
    folder, link = tmp_path / "folder", tmp_path / "link"
    folder.mkdir()
    link.symlink_to(tmp_path / "unmounted" / "register.db")
    for place in (folder, link):
        with pytest.raises(Conflict, match="There is a file at"):
            opening.create_register(str(place), fill)
    assert link.is_symlink()
    assert {folder, link} == set(tmp_path.iterdir())


def test_a_new_register_takes_the_place_of_an_empty_file(tmp_path):
    place = tmp_path / "register.db"
    place.touch()
    opening.create_register(str(place), fill)
    with opened(place) as register:
        assert HOME == register.home()


def test_a_new_register_is_never_put_over_one_that_came_meanwhile(tmp_path, seeded_file):
    place = tmp_path / "register.db"

    def fill_too_late(register):
        fill(register)
        shutil.copyfile(seeded_file, place)

    with pytest.raises(Conflict, match="There is a file at"):
        opening.create_register(str(place), fill_too_late)
    assert seeded_file.read_bytes() == place.read_bytes()
    assert [place] == list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_a_new_register_is_never_put_beside_the_log_of_another(path, suffix):
    """SQLite would play the log into the new register: https://www.sqlite.org/howtocorrupt.html, section 1.4."""
    left_by_a_kill(path)
    path.unlink()
    log = path.with_name("register.db-wal").rename(path.with_name(f"register.db{suffix}"))
    before = log.read_bytes()
    assert before
    with pytest.raises(Conflict, match=f"{log} is part of a register that lay at {path}"):
        opening.create_register(str(path), fill)
    assert not path.exists()
    assert before == log.read_bytes()


def test_what_readers_leave_beside_a_register_stands_in_no_one_s_way(path):
    with opened(path):
        pass
    assert path.with_name("register.db-wal").exists()
    path.unlink()
    opening.create_register(str(path), fill)
    with opened(path) as register:
        assert {} == problems(register.database)


def test_what_cannot_be_filled_leaves_nothing(tmp_path):
    def fail(register):
        fill(register)
        raise WrongUsage

    with pytest.raises(WrongUsage):
        opening.create_register(str(tmp_path / "register.db"), fail)
    assert [] == list(tmp_path.iterdir())


def test_where_no_folder_can_be_a_register_cannot_either(path):
    with pytest.raises(TrackerError, match=f"Cannot create {path}: File exists"):
        opening.create_register(str(path / "register.db"), fill)


def test_where_there_are_no_links_a_register_is_put_in_its_place_all_the_same(tmp_path, monkeypatch):
    """FAT knows none."""

    def refuse(*_):
        raise PermissionError

    place = tmp_path / "register.db"
    monkeypatch.setattr(os, "link", refuse)
    opening.create_register(str(place), fill)
    assert [place] == list(tmp_path.iterdir())
    with pytest.raises(Conflict):
        opening.create_register(str(place), fill)


KILLED = """
import os, signal
from bilateral_tracker.store.opening import create_register
from tests.store.conftest import fill

def fill_and_be_killed(register):
    fill(register)
    os.kill(os.getpid(), signal.SIGKILL)

create_register(os.environ["BILATERAL_REGISTER"], fill_and_be_killed)
"""


def test_a_start_that_was_killed_leaves_nothing_in_place_and_stands_in_no_one_s_way(tmp_path):
    place = tmp_path / "register.db"
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", KILLED], env=environment(place), cwd=root, check=False)
    assert -9 == run.returncode
    assert not place.exists()
    strays = [one for one in tmp_path.iterdir() if one.name.endswith(".unfinished")]
    assert 1 == len(strays)
    missing = bilateral("status", register=place)
    assert (3, f"Error: There is no register at {place}.") == (
        missing.returncode,
        missing.stderr[: len(str(place)) + 32],
    )
    assert 0 == bilateral("init", "--seeds", register=place).returncode
    with opened(place) as register:
        assert {} == problems(register.database)
        assert 10 == len(list(register.histories(View(TODAY))))
    assert set(strays) <= set(tmp_path.iterdir())


def test_what_a_killed_writer_committed_is_there_when_the_register_is_opened_again(path):
    left_by_a_kill(path)
    assert path.with_name("register.db-wal").stat().st_size
    with opened(path) as register:
        assert [date(2026, 4, 9)] == [one.on for one in next(register.overdue(UNCUT)).outcomes]
        assert {} == problems(register.database)


# Without permission


@pytest.fixture
def mortal() -> tuple[str, ...]:
    """What starts a program without the privilege to read and write whatever it likes."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("only setpriv (util-linux) can take root's privileges away")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", "--")


def fails_in_words(run, *words: str) -> None:
    """It ended with 1, said nothing on standard output and one error, and did not fall over."""
    assert (1, "") == (run.returncode, run.stdout)
    assert run.stderr.startswith("Error: ")
    assert "Traceback" not in run.stderr
    assert all(word in run.stderr for word in words), run.stderr


def test_a_register_that_may_not_be_read_is_refused_in_words(path, mortal):
    path.chmod(0)
    fails_in_words(bilateral("status", register=path, before=mortal), f"{path} cannot be opened, or")
    fails_in_words(bilateral("undo", register=path, before=mortal), f"{path} cannot be opened, or")


def test_a_register_that_may_only_be_read_is_read_and_not_written(path, mortal):
    expected = bilateral("status", register=path).stdout
    path.chmod(0o400)
    assert expected == bilateral("status", register=path, before=mortal).stdout
    fails_in_words(bilateral("undo", register=path, before=mortal), f"{path} cannot be written to. Nothing was changed")


def test_in_a_folder_that_may_only_be_read_a_register_is_read_and_not_written(path, mortal):
    expected = bilateral("status", register=path).stdout
    for left in path.parent.glob("register.db-*"):
        left.unlink()
    path.parent.chmod(0o500)
    try:
        assert expected == bilateral("status", register=path, before=mortal).stdout
        fails_in_words(bilateral("undo", register=path, before=mortal), str(path))
        new = path.with_name("new.db")
        fails_in_words(bilateral("init", register=new, before=mortal), f"Cannot write {new}: Permission denied")
        fails_in_words(bilateral("backup", new, register=path, before=mortal), f"Cannot write {new}: Permission denied")
    finally:
        path.parent.chmod(0o700)
    assert [path] == list(path.parent.iterdir())


def test_in_a_folder_that_may_not_be_entered_nothing_is_found_or_made(path, mortal):
    path.parent.chmod(0o600)
    try:
        for command in (["status"], ["undo"], ["init"], ["check"]):
            fails_in_words(bilateral(*command, register=path, before=mortal), str(path), "Permission denied")
    finally:
        path.parent.chmod(0o700)


# On a medium that is read-only


READING = [
    ["status"],
    ["overdue"],
    ["upcoming"],
    ["list", "--format", "json"],
    ["show", "PK-CN-1"],
    ["explain", "PK-CN-2"],
    ["history"],
    ["parties"],
    ["sources"],
    ["export", "csv"],
    ["check"],
]
WRITING = [
    ["held", "PK-CN-1", "--on", "2026-04-09"],
    ["add", "standing", "Hotline", "--parties", "PK,CN", "--agreed-on", "2026-02-01"],
    ["undo"],
    ["remind"],
]


def test_on_a_read_only_medium_every_question_is_answered(medium, path):
    """In WAL mode SQLite wants files beside the register; here it can make none."""
    medium.put(path)
    medium.become_read_only()
    for command in READING:
        run = medium.run(*command)
        expected = bilateral(*command, register=path)
        assert (expected.stdout, expected.returncode) == (run.stdout, run.returncode), command
        assert "" == run.stderr


@pytest.mark.parametrize("left", [["-wal", "-shm"], ["-wal"], ["-shm"]], ids="".join)
def test_on_a_read_only_medium_what_readers_left_beside_it_does_not_matter(medium, path, left):
    expected = bilateral("status", register=path).stdout
    medium.put(path)
    for suffix in left:
        medium.put(path.with_name(f"register.db{suffix}"))
    medium.become_read_only()
    assert (expected, "") == (medium.run("status").stdout, medium.run("status").stderr)


def test_on_a_read_only_medium_a_backup_is_read(medium, path):
    backup = path.with_name("backup.db")
    assert 0 == bilateral("backup", backup, register=path).returncode
    medium.put(backup.rename(path))
    medium.become_read_only()
    assert bilateral("status", register=path).stdout == medium.run("status").stdout


def test_on_a_read_only_medium_a_register_is_not_read_without_the_log_that_belongs_to_it(medium, path):
    """The log tells of a sitting; without it the working group would be overdue."""
    left_by_a_kill(path)
    medium.put(path)
    medium.put(path.with_name("register.db-wal"))
    medium.become_read_only()
    fails_in_words(medium.run("status"), "register.db cannot be opened, or nothing can be written beside it.")


def test_on_a_read_only_medium_nothing_is_written(medium, path):
    medium.put(path)
    medium.become_read_only()
    before = medium.files()
    for command in WRITING:
        fails_in_words(medium.run(*command), "register.db cannot be opened, or nothing can be written beside it.")
    new = medium.folder / "new"
    fails_in_words(medium.run("init", "--register", new), f"Cannot write {new}: Read-only file system.")
    fails_in_words(medium.run("backup", new), f"Cannot write {new}: Read-only file system.")
    fails_in_words(medium.run("export", "csv", "--to", new), f"Cannot write {new}: Read-only file system.")
    assert before == medium.files()


# On a medium that is full


def test_on_a_full_medium_every_question_is_answered(medium, path):
    medium.put(path)
    medium.fill_up()
    for command in READING:
        run = medium.run(*command)
        assert (bilateral(*command, register=path).stdout, "") == (run.stdout, run.stderr), command


ROOM = 400
"""Kilobytes that are enough for any command."""


@pytest.mark.parametrize("free", [0, 8, 40, 72, ROOM])
@pytest.mark.parametrize("command", WRITING[:2], ids=lambda command: command[0])
def test_on_a_full_medium_a_command_records_all_or_nothing(medium, path, command, free):
    medium.put(path)
    medium.fill_up(but=free)
    run = medium.run(*command)
    if free == ROOM:
        assert 0 == run.returncode
    elif run.returncode:
        fails_in_words(run, "There is no space left", "Nothing was changed. Make room and try again.")
    medium.make_room()
    with opened(medium.copied() / "register.db") as register:
        assert {} == problems(register.database)
        assert 15 + (run.returncode == 0) == len(list(register.entries()))
    assert 0 == medium.run("check").returncode
    assert (0 if run.returncode else 4 if command[0] == "held" else 0) == medium.run(*command).returncode


@pytest.mark.parametrize("free", [0, 8, 40, 120, 168, ROOM])
@pytest.mark.parametrize(
    "command", [["init", "--register"], ["backup"], ["export", "csv", "--to"]], ids=lambda command: command[0]
)
def test_on_a_full_medium_a_file_is_written_whole_or_not_at_all(medium, path, command, free):
    medium.put(path)
    before = medium.files()
    medium.fill_up(but=free)
    run = medium.run(*command, medium.folder / "new")
    if free == ROOM:
        assert 0 == run.returncode
    elif run.returncode:
        fails_in_words(run, "new", " space left")
    medium.make_room()
    mine = {"register.db-wal", "register.db-shm"}
    assert before | ({"new"} if run.returncode == 0 else set()) == medium.files() - mine
    copied = medium.copied()
    for name in {"register.db"} | ({"new"} if run.returncode == 0 and command[0] != "export" else set()):
        with opened(copied / name) as register:
            assert {} == problems(register.database)
