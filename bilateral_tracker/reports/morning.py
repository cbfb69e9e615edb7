"""The screen a desk officer opens each morning: what is overdue, due soon or up for review, and what comes next.

How urgent it is divides the screen; inside each part rows stand by who is waited on.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.standing import SOON_DAYS, Standing
from bilateral_tracker.reports import listing
from bilateral_tracker.reports.counting import counted, say_days
from bilateral_tracker.reports.listing import Column, Reader, group_columns, named
from bilateral_tracker.reports.sides import Group, Side, by_side
from bilateral_tracker.reports.table import quick_table

MOST_ROWS = 20
"""How many rows of a group are shown; the rest is counted."""


class Section(NamedTuple):
    """A heading with its rows, what they are called in the count, and the command that shows them all."""

    heading: str
    columns: Sequence[Column]
    rows: Sequence[Situation]
    called: str
    command: str


def sections(rows: Sequence[Situation], reader: Reader) -> list[Section]:
    """The rows sorted by how urgent they are; rows that want no attention are left out."""
    sorted_: dict[str, list[Situation]] = {part: [] for part in _PARTS}
    for row in rows:
        part = _part(row, reader)
        if part:
            sorted_[part].append(row)
    sorted_[_SOON] = listing.nearest_first(sorted_[_SOON], reader.day)
    return [Section(part, columns, sorted_[part], *words) for part, (columns, *words) in _PARTS.items()]


_OVERDUE, _SLIPPED, _SOON = "Overdue", "Slipped", f"Due within {SOON_DAYS} days"
_TO_ANSWER, _TO_RECORD, _REVIEWS, _ON_HOLD = "To be answered", "To be recorded", "Review due", "On hold, review due"
_EXPIRED = f"Expired within {SOON_DAYS} days"
_PARTS: dict[str, tuple[Sequence[Column], str, str]] = {
    _OVERDUE: (listing.OVERDUE, "overdue", "bilateral overdue"),
    _SLIPPED: (listing.SLIPPED, "slipped", "bilateral overdue"),
    _SOON: (listing.COMING, "due soon", f"bilateral upcoming --within {SOON_DAYS}d"),
    _TO_ANSWER: (listing.TO_ANSWER, "to be answered", "bilateral list"),
    _TO_RECORD: (listing.TO_RECORD, "to be recorded", "bilateral list"),
    _REVIEWS: (listing.REVIEWS, "up for review", "bilateral list --standing review_due"),
    _EXPIRED: (listing.EXPIRED, "expired", "bilateral list --standing expired"),
    _ON_HOLD: (listing.REVIEWS, "on hold and up for review", "bilateral list --standing review_due"),
}
_ALWAYS_COUNTED = (_OVERDUE, _SOON, _REVIEWS)


def _part(row: Situation, reader: Reader) -> str:
    """The heading under which the row stands; empty if it wants no attention."""
    if row.standing == Standing.OVERDUE.value:
        return _SLIPPED if row.is_soft else _OVERDUE
    if row.standing == Standing.REVIEW_DUE.value:
        return _ON_HOLD if row.ref in reader.on_hold else _REVIEWS
    if row.standing not in _OPEN:
        return _EXPIRED if _has_just_expired(row, reader.day) else ""
    if row.awaits_record(reader.day):
        return _TO_RECORD
    return _SOON if _is_near(row, reader.day) else _TO_ANSWER if row.proposed_for else ""


_OPEN = tuple(one.value for one in (Standing.DUE_SOON, Standing.DUE_TODAY, Standing.POSTPONED, Standing.UPCOMING))


def _has_just_expired(row: Situation, day: date) -> bool:
    """Whether it is an instrument that ended within the lead time: nothing is due, but somebody should know."""
    last = row.valid_until if row.standing == Standing.EXPIRED.value else None
    return last is not None and (day - last).days <= SOON_DAYS


def _is_near(row: Situation, day: date) -> bool:
    coming_on = row.coming_on(day)
    is_soon = row.standing in (Standing.DUE_SOON.value, Standing.DUE_TODAY.value)
    return is_soon or (coming_on is not None and coming_on <= soon(day))


def wants_attention(row: Situation, day: date) -> bool:
    """Whether the row belongs on the morning's screen."""
    return bool(_part(row, Reader(day)))


def screen(section: Section, reader: Reader, width: int, heading: Callable[[str], str]) -> Iterator[str]:
    """The blocks of a section: its rows as a table for each side that is waited on.

    The section's own heading is made to stand out by `heading`; with one side alone it names that side too. Of what
    is on hold nobody is waited on.
    """
    title, is_on_hold = heading(section.heading), section.heading == _ON_HOLD
    if not section.rows:
        return
    groups = [Group(Side.NOBODY, list(section.rows))] if is_on_hold else by_side(section.rows, reader.we)
    if len(groups) > 1:
        yield title
    for group in groups:
        alone = title if is_on_hold else f"{title}: {group.heading[0].lower()}{group.heading[1:]}"
        label = group.heading if len(groups) > 1 else alone
        columns, shown = group_columns(section.columns, group), group.rows[:MOST_ROWS]
        rest = len(group.rows) - MOST_ROWS
        more = f"\n... and {rest:,} more. See them all with: {section.command}" if rest > 0 else ""
        yield f"{label}\n{listing.listing(columns, shown, reader, width, draw=quick_table)}{more}"


def say_ahead(ahead: Sequence[Situation], day: date) -> str:
    """A line on what comes next."""
    if not ahead:
        return "Nothing further is due."
    first = ahead[0].coming_on(day)
    assert first is not None
    names = ", ".join(f"{named(row)} {row.title}" for row in ahead)
    days = (first - day).days
    return f"Next: {say_day(first)} ({'today' if days == 0 else 'in ' + say_days(days)}): {names}"


def say_nothing_due(ahead: Sequence[Situation], day: date) -> str:
    """That the desk is clear, and the next date."""
    return f"Nothing is overdue, due within {SOON_DAYS} days or up for review. {say_ahead(ahead, day)}"


def say_counts(parts: Sequence[Section]) -> str:
    """How many of each, in one line; of what is rare only if there is any."""
    overdue, *others = [part for part in parts if part.rows or part.heading in _ALWAYS_COUNTED]
    return ", ".join(
        (
            f"{counted(len(overdue.rows), 'item')} {overdue.called}",
            *(f"{len(one.rows):,} {one.called}" for one in others),
        )
    )


def soon(day: date) -> date:
    """The last day of the lead time."""
    return day + timedelta(SOON_DAYS)
