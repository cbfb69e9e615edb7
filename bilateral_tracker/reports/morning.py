"""The screen a desk officer opens each morning: what is overdue, due soon or up for review, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.standing import SOON_DAYS, Standing
from bilateral_tracker.reports.listing import COMING, EXPIRED, OVERDUE, REVIEWS, Column, listing, named, nearest_first
from bilateral_tracker.reports.table import quick_table
from bilateral_tracker.reports.wording import counted, say_days

MOST_ROWS = 20
"""How many rows of a section are shown; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its rows, and the command that shows them all."""

    heading: str
    columns: Sequence[Column]
    rows: Sequence[Situation]
    command: str


def sections(rows: Sequence[Situation], day: date) -> list[Section]:
    """The rows sorted into what is overdue, due soon, up for review and has expired; others are left out."""
    overdue = [row for row in rows if row.standing == Standing.OVERDUE.value]
    review = [row for row in rows if row.standing == Standing.REVIEW_DUE.value]
    soon = nearest_first(row for row in rows if row.standing != Standing.OVERDUE.value and _is_near(row, day))
    expired = [row for row in rows if _has_just_expired(row, day)]
    return [
        Section("Overdue", OVERDUE, overdue, "bilateral overdue"),
        Section(f"Due within {SOON_DAYS} days", COMING, soon, f"bilateral upcoming --within {SOON_DAYS}d"),
        Section("Review due", REVIEWS, review, "bilateral list --standing review_due"),
        Section(f"Expired within {SOON_DAYS} days", EXPIRED, expired, "bilateral list --standing expired"),
    ]


def wants_attention(row: Situation, day: date) -> bool:
    """Whether the row belongs on the morning's screen."""
    is_open = row.standing in (Standing.OVERDUE.value, Standing.REVIEW_DUE.value)
    return is_open or _is_near(row, day) or _has_just_expired(row, day)


def section_text(section: Section, width: int) -> str:
    """The section as a table under its heading, which counts its rows."""
    shown = listing(section.columns, section.rows[:MOST_ROWS], width, draw=quick_table)
    rest = len(section.rows) - MOST_ROWS
    more = f"\n... and {rest:,} more. See them all with: {section.command}" if rest > 0 else ""
    return f"{shown}{more}"


def say_ahead(ahead: Sequence[Situation], day: date) -> str:
    """A line on what comes next."""
    if not ahead:
        return "Nothing further is due."
    first = ahead[0].next_due_on
    assert first is not None
    names = ", ".join(f"{named(row)} {row.title}" for row in ahead)
    days = (first - day).days
    return f"Next: {say_day(first)} ({'today' if days == 0 else 'in ' + say_days(days)}): {names}"


def say_nothing_due(ahead: Sequence[Situation], day: date) -> str:
    """That the desk is clear, and the next date."""
    return f"Nothing is overdue, due within {SOON_DAYS} days or up for review. {say_ahead(ahead, day)}"


def say_counts(parts: Sequence[Section]) -> str:
    """How many of each, in one line."""
    overdue, soon, review, _ = (len(part.rows) for part in parts)
    return f"{counted(overdue, 'item')} overdue, {soon:,} due soon, {review:,} up for review"


def _is_near(row: Situation, day: date) -> bool:
    expected_on = row.postponed_to or row.due_on
    if row.standing in (Standing.DUE_SOON.value, Standing.DUE_TODAY.value):
        return True
    return row.standing == Standing.POSTPONED.value and expected_on is not None and expected_on <= soon(day)


def _has_just_expired(row: Situation, day: date) -> bool:
    """Whether it is an instrument that ended within the lead time: nothing is due, but somebody should know."""
    last = row.valid_until if row.standing == Standing.EXPIRED.value else None
    return last is not None and (day - last).days <= SOON_DAYS


def soon(day: date) -> date:
    """The last day of the lead time."""
    return day + timedelta(SOON_DAYS)
