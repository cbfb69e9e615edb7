"""How often, in the notation of calendars (RFC 5545, 3.3.10) as far as it goes."""

from bilateral_tracker.domain.period import Period, Unit

_FREQUENCIES = {Unit.DAY: "DAILY", Unit.WEEK: "WEEKLY", Unit.MONTH: "MONTHLY", Unit.YEAR: "YEARLY"}


def recurrence(period: Period, interval: str = "", parts: str = "") -> str:
    """`FREQ=MONTHLY;INTERVAL=3`, with an interval of its own where the words name a range, and further parts."""
    counted = interval or (str(period.count) if period.count > 1 else "")
    return f"FREQ={_FREQUENCIES[period.unit]}" + (f";INTERVAL={counted}" if counted else "") + parts
