"""The documents in a SQLite database."""

from collections.abc import Collection

from bilateral_tracker.domain.fields import source_from
from bilateral_tracker.domain.source import Participant, Source
from bilateral_tracker.store.database import Database


def sources(database: Database, ids: Collection[str] | None) -> list[Source]:
    """All of them, or those that have these ids, by date, then id."""
    marks = "" if ids is None else ", ".join("?" * len(ids))
    here, there = ("", "") if ids is None else (f"WHERE source IN ({marks})", f"WHERE id IN ({marks})")
    present: dict[str, list[Participant]] = {}
    participants = f"SELECT source, name, office, party FROM participant {here} ORDER BY source, position"
    for source, *texts in database.rows(participants, tuple(ids or ())):
        present.setdefault(str(source), []).append(Participant(*map(str, texts)))
    columns = "id kind title dated_on place location sha256".split()
    sources = f"SELECT {', '.join(columns)} FROM source {there} ORDER BY dated_on, id"
    rows = database.rows(sources, tuple(ids or ()))
    return [source_from(dict(zip(columns, row, strict=True)), tuple(present.get(str(row[0]), ()))) for row in rows]
