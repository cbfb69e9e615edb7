"""The drafts in a SQLite database, and the texts that they were found in."""

from bilateral_tracker.domain.kept_draft import DraftState, KeptDraft
from bilateral_tracker.domain.kept_draft_fields import draft_from
from bilateral_tracker.domain.source_text import SourceText, text_from
from bilateral_tracker.store.database import Database

_COLUMNS = (
    "number source title kind strength parties owed_by lead every due quote why question state ref reason start_at "
    "end_at"
).split()


def drafts(database: Database) -> list[KeptDraft]:
    """All drafts by their numbers. One whose commitment was undone waits again."""
    sql = (
        f"SELECT {', '.join(f'draft.{column}' for column in _COLUMNS)}, commitment.ref "
        "FROM draft LEFT JOIN commitment ON commitment.ref = draft.ref ORDER BY draft.number"
    )
    found = []
    for *values, ref in database.rows(sql):
        draft = draft_from(dict(zip(_COLUMNS, values, strict=True)))
        is_undone = draft.state is DraftState.ACCEPTED and ref is None
        found.append(draft._replace(state=DraftState.WAITING, ref="") if is_undone else draft)
    return found


def source_text(database: Database, source: str) -> SourceText | None:
    """The text of a source, or its hash; None if it was never read."""
    columns = "source sha256 language retrieved_on text".split()
    row = database.one(f"SELECT {', '.join(columns)} FROM source_text WHERE source = ?", (source,))
    return text_from(dict(zip(columns, row, strict=True))) if row else None


def last_number(database: Database) -> int:
    """The highest number of a draft; 0 if there is none."""
    row = database.one("SELECT max(number) FROM draft")
    return int(row[0] or 0) if row else 0
