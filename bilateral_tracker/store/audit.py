"""Whether a register can be trusted: its file, its journal, and that the index says what the journal says."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from bilateral_tracker.domain.entry import GENESIS
from bilateral_tracker.errors import TrackerError
from bilateral_tracker.store.database import VERSION, Database, in_memory
from bilateral_tracker.store.index import TABLES, rebuild
from bilateral_tracker.store.journal import SELECT_ENTRY, entry_from


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and what is wrong with it; nothing if all is well."""

    subject: str
    problems: tuple[str, ...]


MOST_PROBLEMS = 20
"""How many problems of one sort are named."""


def audit(database: Database) -> Iterator[Finding]:
    """The findings one after another, the cheap ones first. Never writes."""
    yield _finding("file", _file_problems, database)
    yield _finding("schema", _schema_problems, database)
    yield _finding("links between tables", _link_problems, database)
    yield _finding("journal", _journal_problems, database)
    yield _finding("index, replayed from the journal", _index_problems, database)
    yield _finding("sources and citations", _citation_problems, database)
    yield _finding("quotes in their texts", _quote_problems, database)


def _finding(subject: str, look: Callable[[Database], Iterator[str]], database: Database) -> Finding:
    problems = look(database)
    named = tuple(islice(problems, MOST_PROBLEMS))
    return Finding(subject, (*named, "and more") if next(problems, None) else named)


def _file_problems(database: Database) -> Iterator[str]:
    for (answer,) in database.rows("PRAGMA integrity_check"):
        if answer != "ok":
            yield str(answer)


def _schema_problems(database: Database) -> Iterator[str]:
    (version,) = database.one("PRAGMA user_version") or (0,)
    if version != VERSION:
        yield f"it has version {version}, this program expects {VERSION}"
    fresh = _empty()
    # Of tables and indices the name: their text is sqlite-utils' own and may change with its version.
    parts = "SELECT type, name, iif(type = 'trigger', sql, '') FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'"
    for kind, name, _ in sorted(set(fresh.rows(parts)).difference(database.rows(parts))):
        yield f"the {kind} {name} is missing or altered"
    fresh.close()


def _link_problems(database: Database) -> Iterator[str]:
    for table, row, parent, _ in database.rows("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} points to a {parent} that is not there"


def _journal_problems(database: Database) -> Iterator[str]:
    """Entries whose number or seal is not what the entry before demands, or that cannot be read."""
    seal = GENESIS
    columns = SELECT_ENTRY.replace(" FROM", ", seal FROM")
    for expected, row in enumerate(database.stream(f"{columns} ORDER BY number"), 1):
        try:
            entry = entry_from(row)
            json.loads(entry.body)
        except ValueError as problem:
            yield f"entry {row[0]} cannot be read: {problem}"
            return
        if entry.number != expected:
            yield f"entry {expected} is missing"
            return
        seal = entry.seal(seal)
        if row[6] != seal:
            yield f"entry {entry.number} was changed after it was recorded, or the one before it was"
            return


def _index_problems(database: Database) -> Iterator[str]:
    """Rows that differ from those which the journal gives when it is replayed into an empty register."""
    try:
        replayed = _replayed(database)
    except (ArithmeticError, LookupError, TypeError, ValueError, TrackerError) as problem:
        yield f"the journal cannot be replayed: {problem!r}"
        return
    for table in TABLES:
        columns = ", ".join(str(row[1]) for row in replayed.rows(f"PRAGMA table_info({table})"))
        stored = set(database.stream(f"SELECT {columns} FROM {table}"))
        told = set(replayed.stream(f"SELECT {columns} FROM {table}"))
        for row in sorted(stored - told, key=str):
            yield f"{table} {row[0]}: a row says what the journal does not"
        for row in sorted(told - stored, key=str):
            yield f"{table} {row[0]}: a row is missing that the journal tells of"
    replayed.close()


def _replayed(database: Database) -> Database:
    fresh = _empty()
    with fresh.transaction():
        rows = database.stream("SELECT number, act, subject, body, author, recorded_at, seal FROM entry")
        fresh.change_many("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        rebuild(fresh)
    return fresh


def _empty() -> Database:
    """A database with the tables of a register and nothing in them."""
    from bilateral_tracker.store.schema import migrate

    fresh = in_memory()
    with fresh.transaction():
        migrate(fresh.connection)
    return fresh


def _citation_problems(database: Database) -> Iterator[str]:
    for commitment, source in database.rows(
        "SELECT commitment, source FROM citation WHERE locator = '' AND quote = '' AND paraphrase = ''"
    ):
        yield f"{commitment} cites {source} without a place, a quote or a paraphrase"
    for commitment, source in database.rows(
        "SELECT commitment, citation.source FROM citation LEFT JOIN source ON source.id = citation.source "
        "WHERE source.id IS NULL"
    ):
        yield f"{commitment} cites {source}, which is not on record"


def _quote_problems(database: Database) -> Iterator[str]:
    """Texts that are not what was read, and quotes that do not stand in the text of their source."""
    from bilateral_tracker.store.drafts import source_text

    for (source,) in database.rows("SELECT source FROM source_text WHERE text IS NOT NULL ORDER BY source"):
        kept = source_text(database, str(source))
        assert kept is not None, "it was just found"
        if not kept.is_intact():
            yield f"the text of {source} is not the one that was read"
        for ref, quote in database.rows(_QUOTES, (source,)):
            if kept.place(str(quote)) is None:
                yield f"{ref} quotes {source}, and the quote does not stand there"
        for number, quote, start, end in database.rows(_DRAFTED, (source,)):
            if (kept.text or "")[int(start or 0) : int(end or 0)] != quote:
                yield f"draft {number} was not found where it says in {source}"


_QUOTES = (
    "SELECT commitment, quote FROM citation WHERE source = ?1 AND quote <> '' "
    "UNION SELECT commitment, quote FROM restatement WHERE source = ?1 AND quote <> '' ORDER BY 1"
)
_DRAFTED = "SELECT number, quote, start_at, end_at FROM draft WHERE source = ? ORDER BY number"
