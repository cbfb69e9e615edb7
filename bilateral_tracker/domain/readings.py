"""How a commitment would stand if the words of its cadence were read in another way.

The facts stay the same. A sitting settles what is nearest under the other reading, whichever number it was given; what
was said about a numbered occurrence, that it was postponed or waived, is said of the one nearest to its due time.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.cadence import Cadence, Reading, periods_from
from bilateral_tracker.domain.commitment import Commitment
from bilateral_tracker.domain.dues import Dues
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.settlement import settlement
from bilateral_tracker.domain.situation import Situation, situation
from bilateral_tracker.domain.window import Window

Rereading = Callable[[Cadence, date], Cadence]
"""Another reading of a cadence that came into force on a day."""


class Reread(NamedTuple):
    """A history under one reading of its cadence, and how it stands then."""

    cadence: Cadence
    is_recorded: bool
    history: History
    now: Situation


def readings(history: History, day: date) -> tuple[Reread, ...]:
    """The readings of a cadence side by side, the recorded one among them; none where nothing recurs.

    Periods that are not those of the calendar stand beside those that are. What falls due on request has no other
    reading: its period is a term, not a rhythm.
    """
    cadence = history.commitment.cadence
    if cadence is None:
        return ()
    recorded = Reread(cadence, True, history, situation(history, day))
    if cadence.reading is Reading.ON_REQUEST:
        return (recorded,)
    is_apart = cadence.reading is Reading.PERIOD and not is_of_the_calendar(cadence)
    found: list[Reread] = []
    for reading, other in _OTHERS.items():
        found += [recorded] if reading is cadence.reading else []
        found += _read(history, other, day) if reading is not cadence.reading or is_apart else []
    return tuple(found)


def as_grid(cadence: Cadence, since: date) -> Cadence:
    """The cadence with due dates on a fixed grid; periods become steps, counted from the day they came into force."""
    if cadence.reading is Reading.PERIOD:
        return cadence._replace(reading=Reading.GRID, anchor_on=max(since, cadence.due(1)), first_step=1)
    return cadence._replace(reading=Reading.GRID)


def as_periods(cadence: Cadence, since: date) -> Cadence:
    """The cadence with one in each period of the calendar; the first is the one that holds its first day."""
    if cadence.reading is Reading.PERIOD:
        first_day = max(since, cadence.due(1))
    else:
        first_day = cadence.period.after(cadence.anchor_on, max(0, cadence.first_step - 1))
    first = periods_from(cadence.period, first_day)
    return cadence._replace(reading=Reading.PERIOD, anchor_on=first.anchor_on, first_step=first.first_step, lasts=None)


def as_rolling(cadence: Cadence, since: date) -> Cadence:
    """The cadence counted from the last one; the first falls due when it does on the grid, at the latest."""
    grid = as_grid(cadence, since)._replace(reading=Reading.ROLLING)
    if cadence.reading is Reading.GRID and cadence.lasts:
        return grid._replace(anchor_on=cadence.window(1).latest, first_step=0, lasts=None)
    return grid


def is_of_the_calendar(cadence: Cadence) -> bool:
    """Whether its periods begin where those of the calendar do: quarters with the year, weeks on Mondays."""
    first = cadence.due(1)
    return periods_from(cadence.period, first).due(1) == first


_OTHERS: dict[Reading, Rereading] = {
    Reading.GRID: as_grid,
    Reading.PERIOD: as_periods,
    Reading.ROLLING: as_rolling,
}


def _read(history: History, other: Rereading, day: date) -> list[Reread]:
    """The other reading; none where it would lead beyond the year 9999."""
    try:
        anew = _reread(history, other)
        cadence = anew.commitment.cadence
        return [Reread(cadence, False, anew, situation(anew, day))] if cadence else []
    except OverflowError:
        return []


def _reread(history: History, other: Rereading) -> History:
    """The history with its cadences read so, and with facts about occurrences at the numbers these have then."""
    read: dict[Cadence, Cadence] = {}
    amended = ((one.terms, one.from_on) for one in history.amendments)
    for terms, since in ((history.as_agreed, history.as_agreed.agreed_on), *amended):
        if terms.cadence and terms.cadence.reading is not Reading.ON_REQUEST:
            read.setdefault(terms.cadence, other(terms.cadence, since))

    def anew(terms: Commitment) -> Commitment:
        return terms._replace(cadence=read.get(terms.cadence, terms.cadence)) if terms.cadence else terms

    bare = history._replace(
        commitment=anew(history.commitment),
        first_terms=history.first_terms and anew(history.first_terms),
        amendments=tuple(one._replace(terms=anew(one.terms)) for one in history.amendments),
        outcomes=tuple(one._replace(number=None) for one in history.outcomes if not _is_of_one(one)),
    )
    return _with_facts(bare, schedule(history).dues, filter(_is_of_one, history.outcomes))


def _is_of_one(outcome: Outcome) -> bool:
    """Whether it is said of one occurrence, and nothing but its number says of which."""
    return outcome.number is not None and not outcome.kind.fulfils


def _with_facts(bare: History, recorded: Dues, facts: Iterable[Outcome]) -> History:
    """The history with these facts, each at the occurrence nearest to the one it was recorded for."""
    history, dues = bare, settlement(bare).dues
    for fact in sorted(facts, key=lambda one: (one.on, one.entry)):
        due = recorded.window(fact.number or 0)
        number = _nearest(dues, due) if due else None
        if number is None:
            continue
        history = history._replace(outcomes=(*history.outcomes, fact._replace(number=number)))
        # Counted from the last one, the next falls due once this one is given up. A settlement costs much.
        if fact.kind.releases and dues.window(number + 1) is None:
            dues = settlement(history).dues
    return history


def _nearest(dues: Dues, due: Window) -> int | None:
    """The number of the due time whose last day is nearest to that of another; None if none is known."""
    last = dues.over(due.latest)
    near = [(number, dues.window(number)) for number in (last, last + 1)]
    distances = [(abs((window.latest - due.latest).days), number) for number, window in near if window]
    return min(distances)[1] if distances else None
