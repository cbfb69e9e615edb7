"""Situations as rows: the published columns for other programs, fewer and shorter ones for people."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.situation import FOLLOW_UP, MILESTONE, Situation
from bilateral_tracker.reports.table import table

COLUMNS = Situation._fields
"""The published columns of `status`, `overdue`, `upcoming`, `list` and `export csv`, in order."""

WIDEST_OWNER = 24
"""How many columns of a table an owner's name may take from the title; programs get all of it."""

Column = tuple[str, Callable[[Situation], str]]


def named(row: Situation) -> str:
    """What a row is about: the occurrence where there is one, else the commitment or follow-up."""
    return row.ref if row.number is None else f"{row.ref}#{row.number}"


def said(value: date | int | None) -> str:
    """A date or a number as a cell; nothing as an empty cell."""
    return "" if value is None else str(value)


def _owed_by(row: Situation) -> str:
    owed_by = f"{row.owed_by}: {row.lead}" if row.kind in (FOLLOW_UP, MILESTONE) and row.lead else row.owed_by
    from bilateral_tracker.reports.visible import shorten

    return shorten(owed_by, WIDEST_OWNER)


def _when(row: Situation) -> str:
    """The day that counts: the agreed one, the new one of a postponement, or that of the review."""
    return said(row.postponed_to or row.due_on or row.review_on)


def _title(row: Situation) -> str:
    """The title; of an instrument also what its due date is about."""
    if row.kind != Kind.INSTRUMENT.value or row.due_on is None:
        return row.title
    return f"{row.title} ({instrument_day(row)})"


def instrument_day(row: Situation) -> str:
    """What the due date of an instrument is: nobody owes anything on it, but somebody has to think of it."""
    return "last day of validity" if row.due_on == row.valid_until else "last day to give notice"


REF: Column = ("ref", named)
DUE: Column = ("due", lambda row: said(row.due_on))
WHEN: Column = ("when", _when)
LATE: Column = ("days late", lambda row: said(row.days_late))
LEFT: Column = ("in days", lambda row: said(row.days_left))
MISSED: Column = ("missed", lambda row: said(row.missed or None))
REVIEW: Column = ("since", lambda row: said(row.review_on))
EXPIRED_ON: Column = ("expired on", lambda row: said(row.valid_until))
STANDING: Column = ("standing", lambda row: row.standing.replace("_", " "))
OWED_BY: Column = ("owed by", _owed_by)
KIND: Column = ("kind", lambda row: row.kind.replace("_", " "))
TITLE: Column = ("title", _title)

OVERDUE = (REF, DUE, LATE, MISSED, OWED_BY, TITLE)
COMING = (REF, WHEN, LEFT, OWED_BY, TITLE)
EXPIRED = (REF, EXPIRED_ON, TITLE)
REVIEWS = (REF, REVIEW, OWED_BY, TITLE)
FOLLOW_UPS = (REF, DUE, STANDING, OWED_BY, TITLE)
ALL = (REF, KIND, WHEN, STANDING, OWED_BY, TITLE)


def nearest_first(rows: Iterable[Situation]) -> list[Situation]:
    """The rows by the day that each is expected, for people who look ahead; programs get them by the agreed one."""
    return sorted(rows, key=lambda row: (row.postponed_to or row.due_on or date.max, row.order))


def listing(columns: Sequence[Column], rows: Iterable[Situation], width: int, draw: Callable[..., str] = table) -> str:
    """A table of the rows that fits the width, drawn by `table` or its quicker twin; the title gives way."""
    cells = [[cell(row) for _, cell in columns] for row in rows]
    return draw([header for header, _ in columns], cells, width)
