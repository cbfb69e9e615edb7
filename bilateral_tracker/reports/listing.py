"""Situations as rows: the published columns for other programs, fewer and shorter ones for people."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.situation import FOLLOW_UP, MILESTONE, Situation
from bilateral_tracker.domain.standing import Standing
from bilateral_tracker.reports.sides import Group, Side
from bilateral_tracker.reports.table import table

COLUMNS = Situation._fields
"""The published columns of `status`, `overdue`, `upcoming`, `list` and `export csv`, in order."""

WIDEST_OWNER = 24
"""How many columns of a table an owner's name may take from the title; programs get all of it."""


class Reader(NamedTuple):
    """For whom rows are shown, and what they do not say of themselves."""

    day: date
    we: str = ""
    """The code of the party on whose side the reader sits."""
    after_missed: frozenset[str] = frozenset()
    """The references of those whose last period was missed while the next one runs."""
    on_hold: frozenset[str] = frozenset()
    """The references of those that are paused."""


class Column(NamedTuple):
    """A header, and what stands under it for a row and a reader."""

    header: str
    cell: Callable[[Situation, Reader], str]
    is_optional: bool = False
    """Whether it is left out where it would be empty."""


def named(row: Situation) -> str:
    """What a row is about: the occurrence where there is one, else the commitment or follow-up."""
    return row.ref if row.number is None else f"{row.ref}#{row.number}"


def said(value: date | int | None) -> str:
    """A date or a number as a cell; nothing as an empty cell."""
    return "" if value is None else str(value)


def say_standing(standing: str, is_soft: bool) -> str:
    """A standing as people read it: where the words of a promise leave room, what is late has slipped."""
    if is_soft and standing in (Standing.OVERDUE.value, Standing.MISSED.value):
        return "slipped"
    return standing.replace("_", " ")


def instrument_day(row: Situation) -> str:
    """What the due date of an instrument is: nobody owes anything on it, but somebody has to think of it."""
    return "last day of validity" if row.due_on == row.valid_until else "last day to give notice"


_ACTION_POINTS = (FOLLOW_UP, MILESTONE)


def _owed_by(row: Situation, _: Reader) -> str:
    return _shortened(f"{row.owed_by}: {row.lead}" if row.kind in _ACTION_POINTS and row.lead else row.owed_by)


def _waited_on(row: Situation, _: Reader) -> str:
    codes = row.waits_for.replace("-", ", ")
    return _shortened(f"{codes}: {row.lead}" if row.kind in _ACTION_POINTS and row.lead else codes)


def _owner(row: Situation, _: Reader) -> str:
    return _shortened(row.lead) if row.kind in _ACTION_POINTS else ""


def _shortened(text: str) -> str:
    from bilateral_tracker.reports.visible import shorten

    return shorten(text, WIDEST_OWNER)


def _when(row: Situation, reader: Reader) -> str:
    """The day that counts: the one arranged, the new one of a postponement, the agreed one, or that of the review."""
    coming_on = row.coming_on(reader.day)
    arranged = " arranged" if coming_on and coming_on == row.arranged_for else ""
    return f"{said(coming_on or row.review_on)}{arranged}"


def _title(row: Situation, reader: Reader) -> str:
    return _with_remarks(row, _remarks(row, reader))


def _late_title(row: Situation, reader: Reader) -> str:
    """The title in a table that shows no day but the agreed one."""
    is_arranged = row.arranged_for and not row.awaits_record(reader.day)
    return _with_remarks(row, [*([f"arranged for {row.arranged_for}"] if is_arranged else []), *_remarks(row, reader)])


def _with_remarks(row: Situation, remarks: Sequence[str]) -> str:
    return f"{row.title} ({'; '.join(remarks)})" if remarks else row.title


def _remarks(row: Situation, reader: Reader) -> list[str]:
    """What a person has to know beside the dates."""
    found = [f"proposed for {row.proposed_for}"] if row.proposed_for and row.waits_for else []
    if row.kind == Kind.INSTRUMENT.value and row.due_on:
        found.append(instrument_day(row))
    if row.awaits_record(reader.day):
        found.append(f"arranged for {row.arranged_for}: was it held?")
    if row.ref in reader.after_missed and row.due_on and row.standing in _RUNNING:
        found.append(f"{'slipped' if row.is_soft else 'missed'}, and now due by {say_day(row.due_on)}")
    return found


_RUNNING = (Standing.UPCOMING.value, Standing.DUE_SOON.value, Standing.DUE_TODAY.value)

REF = Column("ref", lambda row, _: named(row))
DUE = Column("due", lambda row, _: said(row.due_on))
WHEN = Column("when", _when)
ARRANGED = Column("arranged", lambda row, _: said(row.arranged_for))
PROPOSED = Column("proposed", lambda row, _: said(row.proposed_for))
LATE = Column("days late", lambda row, _: said(row.days_late))
LEFT = Column("in days", lambda row, _: said(row.days_left))
MISSED = Column("missed", lambda row, _: said(row.missed or None))
SLIPPED_BEFORE = Column("slipped before", lambda row, _: said(row.missed or None), is_optional=True)
REVIEW = Column("since", lambda row, _: said(row.review_on))
STANDING = Column("standing", lambda row, _: say_standing(row.standing, row.is_soft))
OWED_BY = Column("owed by", _owed_by)
WAITED_ON = Column("owed by", _waited_on)
OWNER = Column("owner", _owner, is_optional=True)
EXPIRED_ON = Column("expired on", lambda row, _: said(row.valid_until))
KIND = Column("kind", lambda row, _: row.kind.replace("_", " "))
TITLE = Column("title", _title)
LATE_TITLE = Column("title", _late_title)
BARE_TITLE = Column("title", lambda row, _: row.title)

OVERDUE = (REF, DUE, LATE, MISSED, OWED_BY, LATE_TITLE)
SLIPPED = (REF, DUE, LATE, SLIPPED_BEFORE, OWED_BY, LATE_TITLE)
COMING = (REF, WHEN, LEFT, OWED_BY, TITLE)
TO_RECORD = (REF, ARRANGED, DUE, OWED_BY, BARE_TITLE)
TO_ANSWER = (REF, PROPOSED, DUE, OWED_BY, BARE_TITLE)
EXPIRED = (REF, EXPIRED_ON, TITLE)
REVIEWS = (REF, REVIEW, OWED_BY, TITLE)
FOLLOW_UPS = (REF, DUE, STANDING, OWED_BY, TITLE)
ALL = (REF, KIND, WHEN, STANDING, OWED_BY, TITLE)


def nearest_first(rows: Iterable[Situation], day: date) -> list[Situation]:
    """The rows by the day that each is looked forward to; programs get them by the agreed one."""
    return sorted(rows, key=lambda row: (row.coming_on(day) or date.max, row.order))


def listing(
    columns: Sequence[Column], rows: Sequence[Situation], reader: Reader, width: int, draw: Callable[..., str] = table
) -> str:
    """A table of the rows that fits the width, drawn by `table` or its quicker twin; the title gives way."""
    cells = {column: [column.cell(row, reader) for row in rows] for column in columns}
    shown = [column for column in columns if not column.is_optional or any(cells[column])]
    by_row = zip(*(cells[column] for column in shown), strict=True)
    return draw([column.header for column in shown], by_row, width)


def group_columns(columns: Sequence[Column], group: Group) -> list[Column]:
    """The columns for a group: its heading says who owes, so only what that leaves open has a column."""
    if group.side is Side.NOBODY:
        return list(columns)
    owing = WAITED_ON if group.has_several_owing else OWNER
    return [owing if column is OWED_BY else column for column in columns]
