"""The journal in a SQLite database: appended to, read forwards and backwards, never changed."""

from collections.abc import Iterator

from bilateral_tracker.domain.entry import GENESIS, Act, Entry
from bilateral_tracker.store.database import Database, Row

SELECT_ENTRY = "SELECT number, act, subject, body, author, recorded_at FROM entry"


def entries(database: Database, subject: str = "", since: int = 0) -> Iterator[Entry]:
    """The entries in order: all of them, or those about one subject, from a number on."""
    where, values = ("subject = ? AND number >= ?", (subject, since)) if subject else ("number >= ?", (since,))
    return map(entry_from, database.stream(f"{SELECT_ENTRY} WHERE {where} ORDER BY number", values))


def latest_entries(database: Database) -> Iterator[Entry]:
    """The entries backwards, the latest first."""
    return map(entry_from, database.stream(f"{SELECT_ENTRY} ORDER BY number DESC"))


def first_entries(database: Database) -> Iterator[Entry]:
    """The first entry about each subject, in order."""
    firsts = "number IN (SELECT min(number) FROM entry GROUP BY subject)"
    return map(entry_from, database.stream(f"{SELECT_ENTRY} WHERE {firsts} ORDER BY number"))


def append(database: Database, act: Act, subject: str, body: str, author: str, recorded_at: str) -> Entry:
    """One more entry, which seals the one before it."""
    number, seal = database.one("SELECT number, seal FROM entry ORDER BY number DESC LIMIT 1") or (0, GENESIS)
    entry = Entry(int(number or 0) + 1, act, subject, body, author, recorded_at)
    database.change(
        "INSERT INTO entry (number, act, subject, body, author, recorded_at, seal) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (entry.number, act.value, subject, body, author, recorded_at, entry.seal(str(seal))),
    )
    return entry


def entry_from(row: Row) -> Entry:
    """The entry that a row of the journal is."""
    number, act, subject, body, author, recorded_at, *_ = row
    return Entry(int(number or 0), Act(act), str(subject), str(body), str(author), str(recorded_at))
