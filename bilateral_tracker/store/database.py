"""One SQLite file: opened, asked and changed, its complaints put into words a user can act on."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bilateral_tracker.errors import Busy, Damaged, NotFound, TrackerError

VERSION = 2
"""The version of the schema this program reads and writes: the number of migrations in `schema`."""

APPLICATION_ID = 0x42494C41
"""`BILA`: by this mark in its header a SQLite file is known as a register."""

BUSY_SECONDS = 5.0
"""How long a write waits for another process before it gives up."""

Value = str | int | None
Row = tuple[Value, ...]


class Database:
    """A connection whose errors are TrackerErrors. Transactions are explicit; outside of one, reads only."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
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

    def close(self) -> None:
        """Gives the file back."""
        self.connection.close()

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as problem:
            raise in_words(problem, self.path) from problem


def connect(path: Path, writes: bool) -> Database:
    """The register's file, opened but not yet looked into. NotFound if there is none."""
    if not path.exists():
        raise NotFound(
            f"There is no register at {path}. Start one with: bilateral init --seeds, "
            "or look around in a throw-away one with: bilateral demo"
        )
    if path.is_dir():
        raise TrackerError(f"{path} is a folder. Name the register's file with --register PATH")
    try:
        connection = _connect(path, "rw" if writes else "ro")
        if not writes:
            connection = _readable(connection, path)
    except sqlite3.DatabaseError as problem:
        raise in_words(problem, path) from problem
    return Database(connection, path)


def create(path: Path) -> Database:
    """A new, empty file that only its owner may read, opened for writing. The caller makes sure it is not there yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as problem:
        raise TrackerError(
            f"Cannot create {path}: {problem.strerror}. Choose another place with --register PATH"
        ) from problem
    database = connect(path, writes=True)
    with database._in_words():
        database.connection.execute("PRAGMA journal_mode = WAL")
    return database


def in_memory() -> Database:
    """A database that nobody else sees and that is gone when closed."""
    return Database(_prepared(sqlite3.connect(":memory:", isolation_level=None)), Path(":memory:"))


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return _prepared(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS))


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _readable(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """The connection, or one that needs no files beside the register, where none can be made (a read-only medium)."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        connection.close()
        return _connect(path, "ro&immutable=1")
    return connection


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
    sqlite3.SQLITE_READONLY: (
        TrackerError,
        "{path} cannot be written to. Nothing was changed. Make the file and its folder writable, or copy the "
        "register to a place where you may write.",
    ),
    sqlite3.SQLITE_CANTOPEN: (TrackerError, "{path} cannot be opened. See who may read it with: ls -l {path}"),
    sqlite3.SQLITE_PERM: (TrackerError, "{path} cannot be opened. See who may read it with: ls -l {path}"),
    sqlite3.SQLITE_IOERR: (
        TrackerError,
        "{path} cannot be read or written ({problem}). Nothing was changed. Look at the disk.",
    ),
}

_STRANGE = (Damaged, "{path} does not answer as a register should ({problem}). Look into it with: bilateral check")


def in_words(problem: sqlite3.DatabaseError, path: Path) -> TrackerError:
    """What happened, what is now true, what to do. The low byte of SQLite's code names the sort of trouble."""
    code = getattr(problem, "sqlite_errorcode", None)
    error, words = _WORDS.get(code & 0xFF, _STRANGE) if code is not None else _STRANGE
    return error(words.format(path=path, problem=problem))
