"""The journal's index: the rows that its entries amount to, folded again for one subject at a time."""

from bilateral_tracker.domain import fold
from bilateral_tracker.domain.entry import Act, Entry
from bilateral_tracker.domain.fields import Fields, fields_of_source, text_fields
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.recipient_fields import fields_of_recipient
from bilateral_tracker.domain.reference import split_reference
from bilateral_tracker.store import journal
from bilateral_tracker.store.database import Database
from bilateral_tracker.store.rows import PARTS, rows_of

ALONE = ("register", "party", "source", "participant", "delay_reason", "recipient", "source_text", "draft", "counter")
TABLES = (*ALONE, "commitment", *PARTS)
"""The tables of the index, parents before their children."""


def refold(database: Database, entry: Entry) -> None:
    """Folds the rows about the entry's subject again."""
    entries = list(journal.entries(database, entry.subject))
    match entries[0].act:
        case Act.OPENED:
            database.change("DELETE FROM register")
            _insert(database, "register", fold.opening(entries))
        case Act.PARTY:
            _refold_party(database, entry.subject, entries)
        case Act.SOURCE:
            _refold_source(database, entry.subject, entries)
        case Act.TEXT:
            _refold_text(database, entry.subject, entries)
        case Act.DRAFTED:
            _refold_drafts(database, entry.subject, entries)
        case Act.RECIPIENT:
            _refold_recipient(database, entry.subject, entries)
        case Act.REASON:
            _refold_delay_reason(database, entry.subject, entries)
        case _:
            _refold_commitment(database, entry.subject, fold.history(entries))


def rebuild(database: Database) -> None:
    """Forgets the whole index and folds it again from the journal, inside the caller's transaction."""
    for table in reversed(TABLES):
        database.change(f"DELETE FROM {table}")
    for entry in list(journal.first_entries(database)):
        refold(database, entry)


def _replace_row(database: Database, table: str, key: str, subject: str, row: Fields | None) -> None:
    """Puts the row that a subject amounts to in the place of the one before; none if all about it was undone."""
    database.change(f"DELETE FROM {table} WHERE {key} = ?", (subject.rpartition(":")[2],))
    if row:
        _insert(database, table, row)


def _refold_party(database: Database, code: str, entries: list[Entry]) -> None:
    party = fold.party(entries)
    _replace_row(database, "party", "code", code, text_fields(party) if party else None)


def _refold_delay_reason(database: Database, subject: str, entries: list[Entry]) -> None:
    reason = fold.delay_reason(entries)
    _replace_row(database, "delay_reason", "word", subject, text_fields(reason) if reason else None)


def _refold_recipient(database: Database, subject: str, entries: list[Entry]) -> None:
    recipient = fold.recipient(entries)
    _replace_row(database, "recipient", "id", subject, fields_of_recipient(recipient) if recipient else None)


def _refold_text(database: Database, subject: str, entries: list[Entry]) -> None:
    """The body is the row: what is kept compressed stays so."""
    _replace_row(database, "source_text", "source", subject, fold.latest(entries))


def _refold_drafts(database: Database, subject: str, entries: list[Entry]) -> None:
    from bilateral_tracker.domain import draft_fold
    from bilateral_tracker.domain.kept_draft import DRAFTS_SUBJECT
    from bilateral_tracker.domain.kept_draft_fields import fields_of_draft

    database.change("DELETE FROM draft WHERE source = ?", (subject.removeprefix(DRAFTS_SUBJECT),))
    for draft in draft_fold.drafts(entries):
        _insert(database, "draft", fields_of_draft(draft))


def _refold_source(database: Database, subject: str, entries: list[Entry]) -> None:
    source = fold.source(entries)
    database.change("DELETE FROM participant WHERE source = ?", (subject,))
    if source is None:
        database.change("DELETE FROM source WHERE id = ?", (subject,))
        return
    _upsert(database, "source", "id", fields_of_source(source))
    for position, one in enumerate(source.participants, 1):
        _insert(database, "participant", {**text_fields(one), "source": subject, "position": position})


def _refold_commitment(database: Database, ref: str, history: History | None) -> None:
    for part in PARTS:
        database.change(f"DELETE FROM {part} WHERE commitment = ?", (ref,))
    _count(database, ref)
    if history is None:
        database.change("DELETE FROM commitment WHERE ref = ?", (ref,))
        return
    commitment, *parts = rows_of(history)
    _upsert(database, commitment.name, "ref", commitment.rows[0])
    for table in parts:
        for row in table.rows:
            _insert(database, table.name, row)


def _count(database: Database, ref: str) -> None:
    """Keeps the highest number given, so that it is never given again."""
    relationship, number = split_reference(ref)
    database.change(
        "INSERT INTO counter (relationship, last_number) VALUES (?, ?) ON CONFLICT (relationship) "
        "DO UPDATE SET last_number = max(last_number, excluded.last_number)",
        (relationship, number),
    )


def _insert(database: Database, table: str, row: Fields) -> None:
    database.change(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))


def _upsert(database: Database, table: str, key: str, row: Fields) -> None:
    changes = ", ".join(f"{column} = excluded.{column}" for column in row if column != key)
    database.change(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))}) "
        f"ON CONFLICT ({key}) DO UPDATE SET {changes}",
        tuple(row.values()),
    )
