"""The journal as people and programs read it."""

import json
from collections.abc import Iterable, Iterator

from bilateral_tracker.domain.entry import Entry
from bilateral_tracker.reports.programs import rows_for_programs
from bilateral_tracker.reports.visible import shorten
from bilateral_tracker.reports.wording import say_entry

COLUMNS = ("number", "recorded_at", "author", "act", "subject", "says", "body")
"""The columns of `history` for programs; `body` is what was recorded, as JSON."""

WIDEST_AUTHOR = 12
"""How many columns of the table an author's name may take; programs get all of it."""


def journal(entries: Iterable[Entry], form: str, width: int) -> Iterator[str]:
    """The entries in the form that was asked for, in chunks of text."""
    if form == "table":
        return iter([_table(entries, width)])
    bodies = json.loads if form == "json" else str
    return rows_for_programs(form, COLUMNS, ((*_values(one), bodies(one.body)) for one in entries))


def _table(entries: Iterable[Entry], width: int) -> str:
    from bilateral_tracker.reports.table import table

    cells = [
        (
            str(one.number),
            one.recorded_at[:16].replace("T", " "),
            shorten(one.author, WIDEST_AUTHOR),
            one.subject,
            say_entry(one),
        )
        for one in entries
    ]
    return table(("entry", "recorded", "by", "subject", "what"), cells, width) + "\n"


def _values(entry: Entry) -> tuple[int, str, str, str, str, str]:
    return (entry.number, entry.recorded_at, entry.author, entry.act.value, entry.subject, say_entry(entry))
