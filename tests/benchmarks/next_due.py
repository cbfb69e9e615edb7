"""What "when is it due next?" costs: counted from the anchor, beside dateutil's rule, which walks there.

python -m tests.benchmarks.next_due
"""

import sys
from collections.abc import Callable
from datetime import date, datetime, time
from timeit import repeat

from dateutil.rrule import MONTHLY, rrule

from bilateral_tracker.domain.cadence import Cadence
from bilateral_tracker.domain.period import Period, Unit

ANCHOR, DAY = date(2006, 11, 15), date(2026, 11, 24)
"""Twenty years of sittings, every three months."""

TIMES = 2_000


def counted(cadence: Cadence) -> date:
    """The next due date, by the closed form."""
    return cadence.due(cadence.last_due(DAY) + 1)


def walked(anchor: datetime) -> datetime | None:
    """The next due date, by a rule that is made and asked once, as it would be for a row of a register."""
    return rrule(MONTHLY, dtstart=anchor, interval=3).after(datetime.combine(DAY, time.max))


def microseconds(question: Callable[[], object]) -> float:
    """The shortest of five rounds, for one answer."""
    return min(repeat(question, number=TIMES, repeat=5)) / TIMES * 1e6


def main() -> None:
    """Measures both and prints a table."""
    cadence, anchor = Cadence(Period(3, Unit.MONTH), ANCHOR), datetime.combine(ANCHOR, time.min)
    expected = walked(anchor)
    assert expected is not None
    assert counted(cadence) == expected.date()
    ours, theirs = microseconds(lambda: counted(cadence)), microseconds(lambda: walked(anchor))
    sys.stdout.write(
        "| next due date of a rule anchored 20 years ago | µs |\n|---|---:|\n"
        f"| counted from the anchor | {ours:.1f} |\n| `dateutil.rrule.after` | {theirs:.1f} |\n"
    )


if __name__ == "__main__":
    main()
