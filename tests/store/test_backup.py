"""A backup is one whole file or none, whatever others write meanwhile, and never lies over another file."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bilateral_tracker.errors import Conflict, TrackerError
from bilateral_tracker.store.backup import backup
from tests.store.conftest import (
    agree,
    environment,
    held,
    left_by_a_kill,
    opened,
    problems,
    rows_of_all_tables,
)


@pytest.fixture
def target(tmp_path) -> Path:
    """Where the copy is to lie: in a folder of its own."""
    folder: Path = tmp_path / "copies"
    folder.mkdir()
    return folder / "copy.db"


def back_up(path: Path, target: Path) -> None:
    """Copies the register at a place, opened for reading."""
    with opened(path) as register:
        backup(register.database, target)


def test_a_backup_says_what_the_register_says_and_is_one_file(path, target):
    with opened(path, writes=True) as register:
        held(register, "PK-CN-1", date(2026, 4, 9))
        backup(register.database, target)
        expected = rows_of_all_tables(register.database)
    assert [target] == list(target.parent.iterdir())
    with opened(target) as copy:
        assert [target] == list(target.parent.iterdir()), "it needs nothing beside it even while it is read"
        assert expected == rows_of_all_tables(copy.database)
        assert {} == problems(copy.database)


def test_a_backup_can_be_read_by_its_owner_alone(path, target):
    umask = os.umask(0)
    try:
        back_up(path, target)
    finally:
        os.umask(umask)
    assert 0o600 == target.stat().st_mode & 0o777


def test_a_backup_can_be_written_to(path, target):
    back_up(path, target)
    with opened(target, writes=True) as copy:
        assert "PK-CN-11" == agree(copy)
        assert {} == problems(copy.database)
    with opened(path) as register:
        assert 10 == register.last_number("PK-CN")


def test_a_backup_holds_what_stands_only_in_the_log_beside_the_register(path, target):
    left_by_a_kill(path)
    back_up(path, target)
    with opened(target) as copy:
        assert ["held"] == [entry.act.value for entry in copy.entries(since=16)]


def test_a_backup_leaves_the_register_as_it_was(path, target):
    before = path.read_bytes()
    back_up(path, target)
    assert before == path.read_bytes()


@pytest.mark.parametrize("content", [b"", b"precious"])
def test_a_backup_is_never_put_over_a_file(path, target, content):
    target.write_bytes(content)
    with pytest.raises(Conflict, match=f"There is a file at {target} already. It was left as it is"):
        back_up(path, target)
    assert content == target.read_bytes()
    assert [target] == list(target.parent.iterdir())


def test_a_backup_is_never_put_over_the_register_itself_or_a_folder(path, target):
    before = path.read_bytes()
    for place in (path, target.parent):
        with pytest.raises(Conflict):
            back_up(path, place)
    assert before == path.read_bytes()


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_a_backup_is_never_put_beside_the_log_of_another(path, target, suffix):
    log = target.with_name(f"copy.db{suffix}")
    log.write_bytes(b"log")
    with pytest.raises(Conflict, match=f"{log} is part of a register that lay at {target}"):
        back_up(path, target)
    assert [log] == list(target.parent.iterdir())


def test_a_folder_that_is_not_there_is_not_made(path, tmp_path):
    target = tmp_path / "stick" / "copy.db"
    with pytest.raises(TrackerError, match=f"Cannot write {target}: No such file or directory. Nothing was changed"):
        back_up(path, target)
    assert not target.parent.exists()


def test_a_backup_of_what_can_be_read_no_further_leaves_nothing(path, target):
    """The file ends in the middle; SQLite finds out when it comes to it."""
    with opened(path) as register:
        os.truncate(path, 5 * 4096)
        with pytest.raises(TrackerError):
            backup(register.database, target)
    assert [] == list(target.parent.iterdir())


def test_two_backups_to_one_place_at_once_leave_one_whole_one(path, target, monkeypatch):
    """The second begins while the first copies, and is the first to be done; the first is told so."""
    linked: list[str] = []

    def link(unfinished, place):
        monkeypatch.setattr(os, "link", real)
        linked.append(unfinished)
        back_up(path, target)
        real(unfinished, place)

    real = os.link
    monkeypatch.setattr(os, "link", link)
    with pytest.raises(Conflict, match="There is a file at"):
        back_up(path, target)
    assert 1 == len(linked)
    assert [target] == list(target.parent.iterdir())
    with opened(target) as copy:
        assert {} == problems(copy.database)


def test_where_there_are_no_links_a_backup_is_put_in_its_place_all_the_same(path, target, monkeypatch):
    """FAT knows none, and backups go to USB sticks."""

    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    back_up(path, target)
    assert [target] == list(target.parent.iterdir())
    with pytest.raises(Conflict):
        back_up(path, target)


WRITER = """
import os
from datetime import date
from bilateral_tracker.store.opening import open_register
from tests.store.conftest import agree

register = open_register(os.environ["BILATERAL_REGISTER"], writes=True)
while True:
    print(agree(register), flush=True)
"""


def test_a_backup_is_whole_while_another_process_writes(path, target):
    command = [sys.executable, "-c", WRITER]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, env=environment(path), cwd=root, stdout=-1, text=True) as writer:
        assert writer.stdout is not None
        copies = []
        for number in range(10):
            written = int(writer.stdout.readline().rpartition("-")[2])
            copy = target.with_name(f"{number}.db")
            back_up(path, copy)
            copies.append((written, copy))
        writer.kill()
    for written, copy in copies:
        with closing(sqlite3.connect(copy)) as raw:
            assert [("ok",)] == raw.execute("PRAGMA integrity_check").fetchall()
        with opened(copy) as register:
            assert {} == problems(register.database)
            assert written <= register.last_number("PK-CN")
    assert {copy for _, copy in copies} == set(target.parent.iterdir())
