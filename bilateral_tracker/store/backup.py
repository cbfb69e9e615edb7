"""A copy of a register that is whole even while others write to it."""

import sqlite3
from pathlib import Path

from bilateral_tracker.store.database import Database, in_words
from bilateral_tracker.store.placement import placed


def backup(database: Database, target: Path) -> None:
    """Copies the register to a file that is not there yet. Conflict if there is one; half a copy never stays.

    SQLite's own online backup, https://www.sqlite.org/backup.html: readers and writers go on meanwhile.
    """
    with placed(target) as unfinished:
        copy = sqlite3.connect(unfinished)
        try:
            database.connection.backup(copy)
            # A backup is one file: no write-ahead log beside it that could be forgotten.
            copy.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.DatabaseError as problem:
            raise in_words(problem, target) from problem
        finally:
            copy.close()
