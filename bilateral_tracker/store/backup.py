"""A copy of a register that is whole even while others write to it."""

import os
import sqlite3
from pathlib import Path

from bilateral_tracker.errors import Conflict, TrackerError
from bilateral_tracker.store.database import Database, in_words


def backup(database: Database, target: Path) -> None:
    """Copies the register to a file that is not there yet. Half a copy never stays: it is named at the end.

    SQLite's own online backup, https://www.sqlite.org/backup.html: readers and writers go on meanwhile.
    """
    if target.exists():
        raise Conflict(f"There is a file at {target} already. It was left as it is. Choose another name.")
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _copy(database, unfinished)
        os.link(unfinished, target)
    except FileExistsError as problem:
        raise Conflict(f"There is a file at {problem.filename} already. It was left as it is.") from problem
    except OSError as problem:
        raise TrackerError(f"Cannot write {target}: {problem.strerror}. The register is as it was.") from problem
    finally:
        unfinished.unlink(missing_ok=True)


def _copy(database: Database, target: Path) -> None:
    copy = sqlite3.connect(target)
    try:
        database.connection.backup(copy)
        # A backup is one file: no write-ahead log beside it that could be forgotten.
        copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as problem:
        raise in_words(problem, target) from problem
    finally:
        copy.close()
