"""A rhythm or a due time in words that can be typed: what `read_rhythm` and `read_due` read back as the same."""

from contextlib import suppress
from datetime import date

from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.day import MONTHS
from bilateral_tracker.domain.due_words import read_due
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.rhythm import Rhythm
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage


def rhythm_words(rhythm: Rhythm) -> str:
    """`every 3 months`, `normally at least once in every year`, `within 1 year, then every 2 years`."""
    if rhythm.reading is Reading.ON_REQUEST:
        return f"within {rhythm.period} of a request"
    if rhythm.reading is Reading.ROLLING:
        return f"within {rhythm.period} of the last meeting"
    each = f"{'once in every' if rhythm.reading is Reading.PERIOD else 'every'} "
    each += f"{rhythm.year} " if rhythm.year else ""
    words = f"{'at least ' if rhythm.is_floor else ''}{each}{str(rhythm.period).removeprefix('1 ')}"
    words += f" in {_MONTH_NAMES[rhythm.month - 1].capitalize()}" if rhythm.month else ""
    words = f"within {rhythm.first_within}, then {words}" if rhythm.first_within else words
    return f"normally {words}" if rhythm.is_soft else words


def due_words(due: Window | EventDue, dated_on: date) -> str:
    """The words it was read from, if they say the same when they are typed; else its last day, or what it hangs on."""
    if isinstance(due, EventDue):
        return str(due)
    for words in (due.words, due.latest.isoformat() if due.earliest == due.latest else f"by {due.latest}"):
        with suppress(WrongUsage):
            read = read_due(words, dated_on)
            if isinstance(read, Window) and read.latest == due.latest:
                return words
    return due.latest.isoformat()


_MONTH_NAMES = [name for name in MONTHS if len(name) > 3 or name == "may"]
