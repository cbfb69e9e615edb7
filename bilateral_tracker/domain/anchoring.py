"""From when a rhythm is counted: the day of the agreement, the first due date, or the start of a year."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from bilateral_tracker.domain.cadence import Cadence, Reading, cadence_from, periods_from
from bilateral_tracker.domain.day import MONTHS, read_day, say_day
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.rhythm import Rhythm
from bilateral_tracker.domain.settlement import settlement
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage, quoted

YearStart = tuple[int, int]
"""The month and the day with which a year begins: `(4, 1)` for one from April to March."""


class Bounds(NamedTuple):
    """What a rhythm is counted from and how long it goes on, as far as it was told."""

    first_due: Window | None = None
    year_start: YearStart | None = None
    until: date | None = None
    times: int | None = None
    words: str = ""


def cadence_of(rhythm: Rhythm, counted_from: date, bounds: Bounds) -> Cadence:
    """The cadence that a rhythm is from a day on: that of the agreement, or the one from which an amendment holds.

    Raises WrongUsage for bounds that the reading has no use for, or that leave nothing to fall due.
    """
    _refuse_useless(rhythm, bounds)
    first_due = bounds.first_due
    if rhythm.month:
        cadence = _in_month(rhythm, rhythm.month, counted_from, first_due)
    elif rhythm.reading is Reading.PERIOD:
        within = first_due.latest if first_due else counted_from
        cadence = periods_from(rhythm.period, within, bounds.year_start or (1, 1))
    else:
        first_within = rhythm.first_within.after(counted_from) if rhythm.first_within else None
        first_due_on = first_due.latest if first_due else first_within
        cadence = cadence_from(rhythm.period, counted_from, first_due_on)._replace(reading=rhythm.reading)
    cadence = cadence._replace(
        words=bounds.words or rhythm.words,
        until=bounds.until,
        times=bounds.times,
        is_soft=rhythm.is_soft,
        is_floor=rhythm.is_floor,
    )
    _refuse_empty(cadence)
    return cadence


def continued(history: History, from_on: date, changes: Mapping[str, Any]) -> Cadence | None:
    """The cadence in force with some of its fields changed, counted on from a day; None if there is none.

    What is over by then, or kept already, is not counted again.
    """
    cadence, settled = history.commitment.cadence, settlement(history)
    if cadence is None or not changes:
        return cadence
    if cadence.reading is Reading.ROLLING:
        anchored = cadence._replace(anchor_on=history.last_kept_on or from_on, first_step=1)
    else:
        passed = max(settled.dues.over(from_on - timedelta(1)), *settled.closed, 0) - (settled.began_with - 1)
        anchored = cadence.without_first(max(0, passed))
    return anchored._replace(**changes)


def read_year_start(text: str) -> YearStart:
    """The day with which a year begins: `1 April`, `July` or `04-01`. WrongUsage for what is no such day."""
    words = " ".join(text.split())
    if words.lower() in MONTHS:
        return (MONTHS[words.lower()], 1)
    typed = f"2025-{words}" if re.fullmatch(r"\d\d-\d\d", words, re.ASCII) else f"{words} 2025"
    try:
        day = read_day(typed, date(2025, 1, 1))
    except WrongUsage as refused:
        message = f"{quoted(text)} is not a day of the year. Write it like: 1 April, July or 04-01"
        raise WrongUsage(message) from refused
    return (day.month, day.day)


def _in_month(rhythm: Rhythm, month: int, counted_from: date, first_due: Window | None) -> Cadence:
    """Due in a month of the year, the first time in the next one that begins after the day it is counted from."""
    year = counted_from.year + (date(counted_from.year, month, 1) <= counted_from)
    first = date(year, month, 1)
    if first_due:
        first = first_due.latest.replace(day=1)
        if first.month != month:
            raise WrongUsage(
                f"The first due date, {say_day(first_due.latest)}, is in another month than the rhythm says. "
                "Check --every and --first-due."
            )
    return Cadence(rhythm.period, first, 0, lasts=Period(1, Unit.MONTH))


def _refuse_useless(rhythm: Rhythm, bounds: Bounds) -> None:
    if rhythm.year and not bounds.year_start:
        raise WrongUsage(
            f"{quoted(rhythm.words)} does not say on which day a {rhythm.year} year begins. "
            'Add it, like: --year-start "1 July"'
        )
    if bounds.year_start and (rhythm.reading is not Reading.PERIOD or rhythm.period.unit in (Unit.DAY, Unit.WEEK)):
        raise WrongUsage(
            "--year-start says when the years begin of which quarters or half-years are counted. It needs "
            "--reading period and a rhythm in months or years; leave it out otherwise."
        )
    if rhythm.reading is Reading.ON_REQUEST and (bounds.first_due or bounds.times):
        raise WrongUsage(
            "What is due on request falls due when somebody asks: leave out --first-due and --times. "
            "Record each request with: bilateral requested REF --on DATE"
        )


def _refuse_empty(cadence: Cadence) -> None:
    if cadence.last_number == 0:
        until = f" by {say_day(cadence.until)}" if cadence.until else ""
        raise WrongUsage(
            f"It would fall due for the first time on {say_day(cadence.due(1))}, so never{until}. "
            "Give a later --until, or an earlier --first-due."
        )
