"""Islamabad and Beijing as the project ships them, and capitals of which every day is told."""

from datetime import date, timedelta

from hypothesis import strategies as st

from bilateral_tracker.domain.calendars import CalendarRules, ToldDay, WorkingCalendar, WorkingWeek
from bilateral_tracker.domain.party import Party

FIVE, SIX = frozenset(range(5)), frozenset(range(6))
PAKISTAN = Party("PK", "Pakistan", "Islamabad", "Asia/Karachi")
CHINA = Party("CN", "China", "Beijing", "Asia/Shanghai")
WEEKS = (WorkingWeek(date.min, FIVE), WorkingWeek(date(2022, 4, 12), SIX), WorkingWeek(date(2022, 6, 8), FIVE))

PK = WorkingCalendar(PAKISTAN, CalendarRules(WEEKS, 2012, 2026, {4: "prayer break 12:30 to 14:30"}))
CN = WorkingCalendar(CHINA, CalendarRules(confirmed_from=2001, confirmed_until=2026))
BOTH = (PK, CN)

FIRST, SPAN_DAYS = date(2026, 3, 2), 60
SPAN = [FIRST + timedelta(n) for n in range(SPAN_DAYS)]


def capital(code: str, off: set[date]) -> WorkingCalendar:
    """A capital that works every day of the span but those; outside it, from Monday to Friday."""
    days = {on: ToldDay(on not in off, "" if on not in off else "Feast") for on in SPAN}
    return WorkingCalendar(Party(code, f"Land of {code}", f"City of {code}", "UTC"), CalendarRules(days=days))


NEVER = WorkingCalendar(
    Party("NEV", "Neverland", "Never", "UTC"),
    CalendarRules(days={FIRST + timedelta(n): ToldDay(False, "Rest") for n in range(-400, 400)}),
)

off_days = st.sets(st.sampled_from(SPAN), max_size=SPAN_DAYS)
capitals = st.lists(off_days, min_size=1, max_size=3).map(
    lambda each: tuple(capital(f"XX{n}", off) for n, off in enumerate(each))
)
