"""A register in one SQLite file. Reading uses plain sqlite3: what is fast to load is fast to ask."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from bilateral_tracker.domain.party import Party
from bilateral_tracker.errors import Damaged
from bilateral_tracker.store.register import Home, View
from bilateral_tracker.store.rows import (
    AMENDMENT,
    CITATION,
    FOLLOW_UP,
    OUTCOME,
    PAUSE,
    QUIET,
    RECIPIENT,
    RESTATEMENT,
    REVIEW,
    TERMS,
    WITHDRAWAL,
    history_from,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from bilateral_tracker.domain.delay import DelayReason
    from bilateral_tracker.domain.entry import Act, Entry
    from bilateral_tracker.domain.fields import Fields
    from bilateral_tracker.domain.history import History
    from bilateral_tracker.domain.kept_draft import KeptDraft
    from bilateral_tracker.domain.ledger import Line
    from bilateral_tracker.domain.narrowing import Narrowing
    from bilateral_tracker.domain.recipient import Recipient
    from bilateral_tracker.domain.reminder import Reminder
    from bilateral_tracker.domain.source import Source
    from bilateral_tracker.domain.source_text import SourceText
    from bilateral_tracker.store.database import Database, Value

AT_ONCE = 500
"""How many commitments are loaded with one question; SQLite's limit of variables is far above it."""

_PART_COLUMNS = {
    "citation": CITATION,
    "outcome": OUTCOME,
    "review": REVIEW,
    "follow_up": FOLLOW_UP,
    "amendment": AMENDMENT,
    "pause": PAUSE,
    "withdrawal": WITHDRAWAL,
    "restatement": RESTATEMENT,
    "quiet": QUIET,
}
_PART_ORDER = {
    "citation": "position",
    "outcome": "entry",
    "review": "position",
    "follow_up": "number",
    "amendment": "from_on, entry",
    "pause": "entry",
    "withdrawal": "entry",
    "restatement": "entry",
    "quiet": "entry",
}


class SqliteRegister:
    """The `Register` in a SQLite database."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def home(self) -> Home:
        """Whose register it is."""
        row = self.database.one("SELECT home, zone FROM register")
        if row is None:
            raise Damaged(f"{self.database.path} does not say whose it is. Look into it with: bilateral check")
        return Home(str(row[0]), str(row[1]))

    @property
    def seal(self) -> str:
        """What tells this register from every other: the first seal of its journal; a copy has the same."""
        from bilateral_tracker.domain.entry import GENESIS

        row = self.database.one("SELECT seal FROM entry WHERE number = 1")
        return str(row[0]) if row else GENESIS

    def parties(self) -> list[Party]:
        """The parties it knows, by code."""
        rows = self.database.rows("SELECT code, name, capital, zone FROM party ORDER BY code")
        return [Party(*map(str, row)) for row in rows]

    def sources(self, ids: Collection[str] | None = None) -> list[Source]:
        """The documents it knows, or those of them that have these ids, by date, then id."""
        from bilateral_tracker.store import sources

        return sources.sources(self.database, ids)

    def delay_reasons(self) -> list[DelayReason]:
        """The sorts of reasons that it adds to the usual ones, by word."""
        from bilateral_tracker.domain.delay import DelayReason

        rows = self.database.rows("SELECT word, meaning FROM delay_reason ORDER BY word")
        return [DelayReason(*map(str, row)) for row in rows]

    def references(self, prefix: str, most: int = 10) -> list[str]:
        """The references of commitments that begin so; the exact one alone if there is one."""
        if self.database.one("SELECT 1 FROM commitment WHERE ref = ?", (prefix,)):
            return [prefix]
        rows = self.database.rows(
            "SELECT ref FROM commitment WHERE ref >= ? AND ref < ? ORDER BY length(ref), ref LIMIT ?",
            (prefix, prefix + "\uffff", most),
        )
        return [str(ref) for (ref,) in rows]

    def history(self, ref: str, view: View) -> History | None:
        """One commitment; None if the view does not know it."""
        return next(self._loaded([ref], self._told_later(view), view), None)

    def histories(self, view: View, narrowing: Narrowing | None = None) -> Iterator[History]:
        """All commitments, or those that the narrowing admits, in no particular order."""
        from bilateral_tracker.domain.narrowing import EVERYTHING

        narrowing = narrowing or EVERYTHING
        exact = {"kind": narrowing.kind and narrowing.kind.value, "owed_by": narrowing.owed_by}
        exact["strength"] = narrowing.strength and narrowing.strength.value
        asked = {column: value for column, value in exact.items() if value}
        where = " AND ".join(f"{column} = ?" for column in asked) or "1"
        found = self._found([f"({where}) OR last_fact_on > ?"], [*asked.values(), view.as_of.isoformat()], view)
        return (history for history in found if narrowing.admits(history.commitment))

    def overdue(self, view: View) -> Iterator[History]:
        """All commitments that can have something overdue: none is left out, some may have nothing."""
        day = view.as_of.isoformat()
        return self._found(["overdue_from <= ?", "follow_up_on < ?", "last_fact_on > ?"], [day] * 3, view)

    def wanting_attention(self, view: View, until: date) -> Iterator[History]:
        """All that can be overdue, up for review, or expected on or before `until`; some may be none of these."""
        day, last = view.as_of.isoformat(), max(until, view.as_of).isoformat()
        days = ["expected_from <= ?", "review_on <= ?", "follow_up_on <= ?", "last_fact_on > ?"]
        return self._found(days, [last, day, last, day], view)

    def next_expected_after(self, day: date, most: int = 3) -> list[str]:
        """The references of those next expected after `day`, all for the same day; none if nothing is."""
        rows = self.database.rows(
            "SELECT ref FROM commitment WHERE expected_from = "
            "(SELECT min(expected_from) FROM commitment WHERE expected_from > ?) ORDER BY ref LIMIT ?",
            (day.isoformat(), most),
        )
        return [str(ref) for (ref,) in rows]

    def entries(self, subject: str = "", since: int = 0) -> Iterator[Entry]:
        """The journal in its order: all of it, or what is about one subject, from an entry number on."""
        from bilateral_tracker.store import journal

        return journal.entries(self.database, subject, since)

    def latest_entries(self) -> Iterator[Entry]:
        """The journal backwards, the latest entry first."""
        from bilateral_tracker.store import journal

        return journal.latest_entries(self.database)

    def cites(self, source: str) -> bool:
        """Whether any commitment cites the source, or was restated in it, or drafts were read from it."""
        tables = (f"SELECT 1 FROM {table} WHERE source = ?1" for table in ("citation", "restatement", "draft"))
        return self.database.one(" UNION ALL ".join(tables), (source,)) is not None

    def superseded(self, ref: str) -> list[str]:
        """The references of those whose place the commitment took."""
        sql = "SELECT commitment FROM withdrawal WHERE superseded_by = ? ORDER BY commitment"
        return [str(one) for (one,) in self.database.rows(sql, (ref,))]

    def last_number(self, relationship: str) -> int:
        """The highest number ever given to a commitment of the relationship; 0 if none."""
        row = self.database.one("SELECT last_number FROM counter WHERE relationship = ?", (relationship,))
        return int(row[0] or 0) if row else 0

    def writing(self, keep: bool = True) -> AbstractContextManager[None]:
        """One transaction, alone; with `keep` false a rehearsal of which nothing stays."""
        return self.database.transaction(keep)

    def append(self, act: Act, subject: str, body: str, author: str, recorded_at: str) -> Entry:
        """One more entry, sealed, and the rows about its subject folded again."""
        from bilateral_tracker.store import index, journal

        entry = journal.append(self.database, act, subject, body, author, recorded_at)
        index.refold(self.database, entry)
        return entry

    def recipients(self) -> list[Recipient]:
        """Who is told, by id."""
        rows = self.database.rows(f"SELECT {', '.join(RECIPIENT)} FROM recipient ORDER BY id")
        if not rows:
            return []
        from bilateral_tracker.domain.recipient_fields import recipient_from

        return [recipient_from(dict(zip(RECIPIENT, row, strict=True))) for row in rows]

    def lines(self, reminders: Iterable[Reminder]) -> dict[Reminder, Line]:
        """What the ledger says of these reminders; nothing of those that nobody claimed yet."""
        from bilateral_tracker.store import ledger

        return ledger.lines(self.database, reminders)

    def drafts(self) -> list[KeptDraft]:
        """All drafts by their numbers; one whose commitment was undone waits again."""
        from bilateral_tracker.store import drafts

        return drafts.drafts(self.database)

    def source_text(self, source: str) -> SourceText | None:
        """The text of a source as it was read, or its hash; None if it never was."""
        from bilateral_tracker.store import drafts

        return drafts.source_text(self.database, source)

    def last_draft(self) -> int:
        """The highest number of a draft; 0 if there is none."""
        from bilateral_tracker.store import drafts

        return drafts.last_number(self.database)

    def latest_lines(self) -> Iterator[Line]:
        """All lines of the ledger, the latest claim first."""
        from bilateral_tracker.store import ledger

        return ledger.latest_lines(self.database)

    def write_lines(self, lines: Iterable[Line]) -> None:
        """Puts lines into the ledger, in the place of those about the same reminders."""
        from bilateral_tracker.store import ledger

        ledger.write_lines(self.database, lines)

    def close(self) -> None:
        """Closes the file."""
        self.database.close()

    def _found(self, conditions: Sequence[str], values: Sequence[Value], view: View) -> Iterator[History]:
        """The histories whose rows meet one of the conditions, which must ask for facts that the view cuts, too.

        A union, since SQLite takes an index for each part of it; of four conditions joined by OR it reads all rows.
        """
        sql = " UNION ".join(f"SELECT ref FROM commitment WHERE {condition}" for condition in conditions)
        told_later = self._told_later(view)
        rows = self.database.stream(sql, values)
        refs = (str(ref) for (ref,) in rows if ref not in told_later)
        while some := list(islice(refs, AT_ONCE)):
            yield from self._loaded(some, told_later, view)
        yield from self._loaded(sorted(told_later), told_later, view)

    def _told_later(self, view: View) -> set[str]:
        """The subjects of entries that the view does not know yet."""
        if view.known_by is None:
            return set()
        rows = self.database.rows("SELECT subject FROM entry WHERE recorded_at >= ?", (f"{view.known_by}T24",))
        return {str(subject) for (subject,) in rows}

    def _loaded(self, refs: Sequence[str], told_later: set[str], view: View) -> Iterator[History]:
        """The histories of these references as far as the view knows them."""
        later = told_later.intersection(refs)
        from_rows = self._from_rows([ref for ref in refs if ref not in later])
        for history in (*from_rows, *(self._told_by_then(later, view) if later else ())):
            cut = history and history.as_of(view.as_of)
            if cut:
                yield cut

    def _told_by_then(self, refs: Iterable[str], view: View) -> Iterator[History | None]:
        """What the journal tells of these references without the entries that the view does not know yet."""
        from bilateral_tracker.domain import fold

        for ref in refs:
            yield fold.history(one for one in self.entries(ref) if one.recorded_on <= (view.known_by or date.max))

    def _from_rows(self, refs: Sequence[str]) -> Iterator[History]:
        if not refs:
            return
        marks = ", ".join("?" * len(refs))
        parts = {table: self._parts(table, refs, marks) for table in _PART_COLUMNS}
        for row in self.database.rows(f"SELECT {', '.join(TERMS)} FROM commitment WHERE ref IN ({marks})", refs):
            terms = dict(zip(TERMS, row, strict=True))
            yield history_from(terms, {table: of.get(str(row[0]), []) for table, of in parts.items()})

    def _parts(self, table: str, refs: Sequence[str], marks: str) -> dict[str, list[Fields]]:
        """The rows of a table by the commitment they belong to."""
        columns = _PART_COLUMNS[table]
        found: dict[str, list[Fields]] = {}
        sql = f"SELECT {', '.join(columns)} FROM {table} WHERE commitment IN ({marks}) ORDER BY {_PART_ORDER[table]}"
        for row in self.database.rows(sql, refs):
            fields = dict(zip(columns, row, strict=True))
            found.setdefault(str(fields["commitment"]), []).append(fields)
        return found
