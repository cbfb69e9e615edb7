"""One SQLite file: opened, asked and changed, its complaints put into words a user can act on."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from bilateral_tracker.errors import Busy, Damaged, NotFound, TrackerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

VERSION = 5
"""The version of the schema this program reads and writes: the number of migrations in `schema`."""

APPLICATION_ID = 0x42494C41
"""`BILA`: by this mark in its header a SQLite file is known as a register."""

BUSY_SECONDS = 5.0
"""How long a write waits for another process before it gives up."""

Value = str | int | None
Row = tuple[Value, ...]


class Database:
    """A connection whose errors are TrackerErrors. Transactions are explicit; outside of one, reads only."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self.connection = connection
        self.path = path

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of the answer."""
        with self._in_words():
            return self.connection.execute(sql, values).fetchall()

    def stream(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows of the answer one by one, for answers larger than memory should hold."""
        with self._in_words():
            yield from self.connection.execute(sql, values)

    def one(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row of the answer; None if there is none."""
        with self._in_words():
            row: Row | None = self.connection.execute(sql, values).fetchone()
            return row

    def change(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Changes rows and says how many."""
        with self._in_words():
            return self.connection.execute(sql, values).rowcount

    def change_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """The same change for each row of values."""
        with self._in_words():
            self.connection.executemany(sql, rows)

    @contextmanager
    def transaction(self, keep: bool = True) -> Iterator[None]:
        """All or nothing, and alone: BEGIN IMMEDIATE, since a deferred read-then-write loses to a second writer.

        With `keep` false everything is taken back at the end: a rehearsal.
        """
        with self._in_words():
            self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._in_words():
                self.connection.execute("COMMIT" if keep else "ROLLBACK")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def log_ahead(self) -> None:
        """From now on changes go to a write-ahead log first, so that one may write while others read.

        Not before a new file is filled: what is still in its log when the medium is full would be lost without a word.
        """
        with self._in_words():
            self.connection.execute("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        """Gives the file back."""
        self.connection.close()

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as problem:
            raise in_words(problem, self.path) from problem


def connect(path: str, writes: bool) -> Database:
    """The register's file, opened but not yet looked into. NotFound if there is none."""
    _refuse_other_than_file(path)
    try:
        return Database(_connect(path, "rw") if writes else _readable(path), path)
    except sqlite3.DatabaseError as problem:
        raise in_words(problem, path) from problem


def in_memory() -> Database:
    """A database that nobody else sees and that is gone when closed."""
    return Database(_prepared(sqlite3.connect(":memory:", isolation_level=None)), ":memory:")


def _refuse_other_than_file(path: str) -> None:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  # pathlib takes 4 ms to load, for each question asked
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise NotFound(
            f"There is no register at {path}. Start one with: bilateral init --seeds, "
            "or look around in a throw-away one with: bilateral demo"
        ) from problem
    except OSError as problem:
        raise TrackerError(
            f"{path} cannot be opened: {problem.strerror}. Name the register's file with --register PATH"
        ) from problem
    if not S_ISREG(mode):
        what = "a folder" if S_ISDIR(mode) else "not a file"
        raise TrackerError(f"{path} is {what}. Name the register's file with --register PATH")


def _connect(path: str, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{_uri(path)}?mode={mode}", uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    try:
        return _prepared(connection)
    except sqlite3.DatabaseError:
        connection.close()
        raise


def _uri(path: str) -> str:
    """The path as SQLite's URIs want it, https://www.sqlite.org/uri.html section 3.1."""
    escaped = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file://{escaped}" if escaped.startswith("/") else f"file:{escaped}"


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA foreign_keys = ON")
    # The first look into the file: it may fail.
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def logs(path: str | Path) -> list[Path]:
    """The write-ahead log and the rollback journal beside a database, if anything is in them: they are part of it."""
    from pathlib import Path

    beside = (Path(f"{path}{suffix}") for suffix in ("-wal", "-journal"))
    return [log for log in beside if log.exists() and log.stat().st_size]


def _readable(path: str) -> sqlite3.Connection:
    """A connection that only reads; one that needs no files beside the register, where none can be made.

    Not if there is a log: without it the register would be read as it once was.
    """
    try:
        return _connect(path, "ro")
    except sqlite3.OperationalError as problem:
        code = problem.sqlite_errorcode
        if (code not in _NOTHING_BESIDE and code & 0xFF not in _NOTHING_BESIDE) or logs(path):
            raise
        return _connect(path, "ro&immutable=1")


_NOTHING_BESIDE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR_SHMSIZE)
"""What SQLite says where it can make no files beside the register: on a medium that is read-only, or full."""


_WORDS: dict[int, tuple[type[TrackerError], str]] = {
    sqlite3.SQLITE_BUSY: (Busy, "Another process is writing to {path}. Nothing was changed. Try again in a moment."),
    sqlite3.SQLITE_LOCKED: (Busy, "Another process is writing to {path}. Nothing was changed. Try again in a moment."),
    sqlite3.SQLITE_NOTADB: (
        Damaged,
        "{path} is not a register: it is no SQLite file. Name the right one with --register PATH",
    ),
    sqlite3.SQLITE_CORRUPT: (
        Damaged,
        "{path} is damaged ({problem}). Nothing was changed. Keep a copy of it and go back to your latest backup.",
    ),
    sqlite3.SQLITE_FULL: (
        TrackerError,
        "There is no space left for {path}. Nothing was changed. Make room and try again.",
    ),
    sqlite3.SQLITE_IOERR_SHMSIZE: (
        TrackerError,
        "There is no space left beside {path}. Nothing was changed. Make room and try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        TrackerError,
        "{path} cannot be written to. Nothing was changed. Make the file and its folder writable, or copy the "
        "register to a place where you may write.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        TrackerError,
        "{path} cannot be opened, or nothing can be written beside it. See who may with: ls -l {path}*",
    ),
    sqlite3.SQLITE_PERM: (
        TrackerError,
        "{path} cannot be opened, or nothing can be written beside it. See who may with: ls -l {path}*",
    ),
    sqlite3.SQLITE_IOERR: (
        TrackerError,
        "{path} cannot be read or written ({problem}). Nothing was changed. Look at the disk.",
    ),
}

_STRANGE = (Damaged, "{path} does not answer as a register should ({problem}). Look into it with: bilateral check")


def in_words(problem: sqlite3.DatabaseError, path: str | Path) -> TrackerError:
    """What happened, what is now true, what to do. The low byte of SQLite's code names the sort of trouble."""
    code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    error, words = _WORDS.get(code) or _WORDS.get(code & 0xFF, _STRANGE)
    return error(words.format(path=path, problem=problem))
