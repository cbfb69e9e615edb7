"""What "when is it due next?" costs: counted from the anchor, beside dateutil's rule, which walks there.

python -m tests.benchmarks.next_due
"""

import sys
from collections.abc import Callable
from datetime import date, datetime, time
from timeit import repeat

from dateutil.rrule import MONTHLY, rrule

from bilateral_tracker.domain.cadence import Cadence, periods_from
from bilateral_tracker.domain.dues import Regular, put_off
from bilateral_tracker.domain.period import Period, Unit

ANCHOR, DAY = date(2006, 11, 15), date(2026, 11, 24)
"""Twenty years of sittings, every three months."""

QUARTER = Period(3, Unit.MONTH)
TIMES = 2_000
MOST = 20.0
"""What an answer may cost, in microseconds."""


def counted(cadence: Cadence) -> date:
    """The next due date of a grid or of periods, by the closed form."""
    return cadence.window(cadence.last_over(DAY) + 1).latest


def walked(rule: Callable[[], rrule]) -> date | None:
    """The next due date, by a rule that is made and asked once, as it would be for a row of a register."""
    found: datetime | None = rule().after(datetime.combine(DAY, time.max))
    return found.date() if found else None


def grid_rule() -> rrule:
    """Every three months on the 15th."""
    return rrule(MONTHLY, dtstart=datetime.combine(ANCHOR, time.min), interval=3)


def period_rule() -> rrule:
    """The last day of each quarter, from that of the anchor on."""
    return rrule(MONTHLY, dtstart=datetime.combine(date(2006, 12, 31), time.min), interval=3, bymonthday=-1)


def microseconds(question: Callable[[], object]) -> float:
    """The shortest of five rounds, for one answer."""
    return min(repeat(question, number=TIMES, repeat=5)) / TIMES * 1e6


def main() -> None:
    """Measures grid, periods and a grid that a pause put off, each beside the rule, and prints a table."""
    grid, periods = Cadence(QUARTER, ANCHOR), periods_from(QUARTER, ANCHOR)
    paused = put_off(Regular(grid), date(2020, 3, 1), 120)
    assert counted(grid) == walked(grid_rule)
    assert counted(periods) == walked(period_rule)
    figures = {
        "every three months, counted from the anchor": microseconds(lambda: counted(grid)),
        "every three months, `dateutil.rrule.after`": microseconds(lambda: walked(grid_rule)),
        "one in each quarter, counted from the anchor": microseconds(lambda: counted(periods)),
        "one in each quarter, `dateutil.rrule.after`": microseconds(lambda: walked(period_rule)),
        "every three months, put off by a pause": microseconds(lambda: paused.window(paused.over(DAY) + 1)),
    }
    sys.stdout.write("| next due date of a rhythm of 20 years | µs |\n|---|---:|\n")
    sys.stdout.writelines(f"| {what} | {cost:.1f} |\n" for what, cost in figures.items())
    slow = [what for what, cost in figures.items() if cost > MOST and "dateutil" not in what]
    sys.stdout.write(f"\nOver {MOST:.0f} µs: {', '.join(slow)}\n" if slow else f"\nAll of ours within {MOST:.0f} µs.\n")


if __name__ == "__main__":
    main()
