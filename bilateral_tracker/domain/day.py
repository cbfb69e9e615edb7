"""Days as people type them, and the one way the project words a day.

Nothing is guessed: what has two readings, or lacks its year, is refused with what to type instead.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import NoReturn

from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage

_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = {word.lower(): n for n, name in enumerate(_MONTH_NAMES, 1) for word in (name, name[:3])} | {"sept": 9}
"""The months by their names and short names, in small letters, counted from 1."""
WEEKDAYS = {word: n for n, name in enumerate(_WEEKDAY_NAMES) for word in (name, name[:3])}
"""The days of the week by their names and short names, in small letters, counted from 0, a Monday."""
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_STEPS = {"d": (1, 0), "w": (7, 0), "m": (0, 1), "y": (0, 12)}  # unit: days, months
_PART_MONTHS = {"q": 3, "h": 6, "": 12}
_PARTS_OF_A_YEAR = {1: "12 months, 01 to 12", 3: "4 quarters, Q1 to Q4", 6: "2 halves, H1 and H2"}
_SHOWN = 40
_REMEDY = "Type it like 2026-01-07, 7 January 2026, friday, +90d, 2026-10, 2026-Q3, 2026-H1 or 2026."
_NOT_A_DAY = f"cannot be read as a day. {_REMEDY}"
_OUT_OF_RANGE = "lies outside the years 0001 to 9999. Type a day within them."


def say_day(day: date) -> str:
    """The day in English words, whatever the locale: `7 October 2026`; the year always has four digits."""
    return f"{day.day} {_MONTH_NAMES[day.month - 1]} {day.year:04}"


def read_window(text: str, today: date) -> Window:
    """The day, month, quarter, half year or year that was typed, in any case and with any blanks.

    Raises WrongUsage for what cannot be read in exactly one way, or lies outside the years 1 to 9999.
    """
    typed = _typed(text)
    for form, read in _FORMS:
        found = _match(form, typed)
        if found:
            return read(found, today)
    raise _refused(typed, _NOT_A_DAY)


def read_day(text: str, today: date) -> date:
    """The one day that was typed; WrongUsage also for a month, a quarter or anything longer than a day."""
    window = read_window(text, today)
    if not window.is_one_day:
        why = f"runs from {say_day(window.earliest)} to {say_day(window.latest)}, and one day is needed here."
        raise _refused(window.words, f"{why} Type a day, such as {window.latest.isoformat()}.")
    return window.latest


def read_last_day(text: str, today: date) -> date:
    """The last day of what was typed: 30 September for the third quarter."""
    return read_window(text, today).latest


def read_horizon(text: str, today: date) -> date:
    """The last day to look ahead to: a day, or a length of time from today such as `90d` or `3 months`.

    Raises WrongUsage for a horizon before today; today itself is one.
    """
    typed = _typed(text)
    is_length = typed[0].isdigit() and _match(_LENGTH_OF_TIME, typed)
    horizon = read_last_day(f"+{typed}" if is_length else typed, today)
    if horizon < today:
        why = f"ends before {say_day(today)}, where looking ahead begins."
        raise _refused(typed, f"{why} Type a length of time such as 90d, 2w, 3m or 1y, or a later day.")
    return horizon


def _typed(text: str) -> str:
    """What was typed, with single blanks; WrongUsage where it cannot be a day at all."""
    typed = " ".join(text.split())
    if not typed:
        message = f"No day was given. {_REMEDY}"
        raise WrongUsage(message)
    if not typed.isprintable():
        raise _refused(typed, f"holds a character that cannot be seen. {_REMEDY}")
    if any(sign.isdigit() and not sign.isascii() for sign in typed):
        raise _refused(typed, f"has digits other than 0 to 9. {_REMEDY}")
    return typed


def _match(form: str, typed: str) -> re.Match[str] | None:
    # `re` compiles a form when it is first tried and keeps it; at import, every command would pay for all.
    return re.fullmatch(form, typed, re.ASCII | re.IGNORECASE)


def _refused(typed: str, why: str) -> WrongUsage:
    """The error that quotes what was typed, shortened, with escapes for what a terminal would act on."""
    shown = repr(typed[: _SHOWN + 1])[1:-1]
    quoted = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."
    return WrongUsage(f"'{quoted}' {why}")


def _day(found: re.Match[str], today: date) -> Window:
    last, day = _month(found, today).latest, int(found["day"])
    if not 1 <= day <= last.day:
        why = f"does not exist: {_MONTH_NAMES[last.month - 1]} {last.year:04} has {last.day} days."
        raise _refused(found.string, f"{why} Type {last.isoformat()} for its last day.")
    return Window(last.replace(day=day), last.replace(day=day), found.string)


def _month(found: re.Match[str], _: date) -> Window:
    word = found["month"].lower()
    if not word.isdigit() and word not in MONTHS:
        raise _refused(found.string, _NOT_A_DAY)
    return _nth_part(found, int(word) if word.isdigit() else MONTHS[word], months=1)


def _year_or_part(found: re.Match[str], _: date) -> Window:
    return _nth_part(found, int(found["number"] or 1), _PART_MONTHS[(found["part"] or "").lower()])


def _nth_part(found: re.Match[str], number: int, months: int) -> Window:
    """The `number`-th part of the year, where each part is so many months long."""
    year, last_month = int(found["year"]), number * months
    if year < 1:
        raise _refused(found.string, _OUT_OF_RANGE)
    if not 1 <= number <= 12 // months:
        raise _refused(found.string, f"does not exist: a year has {_PARTS_OF_A_YEAR[months]}. {_REMEDY}")
    next_first = date(year, last_month % 12 + 1, 1)
    latest = next_first - timedelta(days=1) if last_month % 12 else date(year, 12, 31)
    return Window(date(year, last_month - months + 1, 1), latest, found.string)


def _word(found: re.Match[str], today: date) -> Window:
    which, word = (found["which"] or "").lower(), found["word"].lower()
    if word in _NEAR_DAYS and not which:
        return _shifted(found.string, today, days=_NEAR_DAYS[word])
    if word not in WEEKDAYS:
        _without_year(found, today)
    days = (WEEKDAYS[word] - today.weekday()) % 7
    return _shifted(found.string, today, days=days - 7 if which == "last" else days or 7)


def _length_of_time(found: re.Match[str], today: date) -> Window:
    if not found["sign"]:
        why = "does not say which way to count."
        raise _refused(found.string, f"{why} Type +{found.string} or -{found.string}.")
    count, (days, months) = int(found["sign"] + found["count"]), _STEPS[found["unit"][0].lower()]
    return _shifted(found.string, today, days=count * days, months=count * months)


def _shifted(typed: str, today: date, days: int, months: int = 0) -> Window:
    """The day so far from today; a number that its month does not have becomes the month's last day."""
    from dateutil.relativedelta import relativedelta  # here, for most days are typed in full

    try:
        day = today + relativedelta(months=months, days=days)
    except (OverflowError, ValueError):
        raise _refused(typed, _OUT_OF_RANGE) from None
    return Window(day, day, typed)


def _without_year(found: re.Match[str], _: date) -> NoReturn:
    word = found["word"].lower()
    if word not in MONTHS and word not in _PART_MONTHS:
        raise _refused(found.string, _NOT_A_DAY)
    raise _refused(found.string, "lacks its year. Give the year, as in 7 January 2026 or 2026-Q3.")


def _in_numbers(found: re.Match[str], _: date) -> NoReturn:
    """Refuse a day in numbers that do not begin with the year, showing each day they can mean."""
    one, other, year = (int(number) for number in found.groups())
    meant = []
    for month, day in dict.fromkeys(((other, one), (one, other))):
        with suppress(ValueError):
            day_on = date(year, month, day)
            meant.append(f"{day_on.isoformat()} for {say_day(day_on)}")
    if not meant:
        raise _refused(found.string, _NOT_A_DAY)
    why = "has two readings" if len(meant) > 1 else "does not begin with the year"
    raise _refused(found.string, f"{why}. Type {' or '.join(meant)}.")


_LENGTH_OF_TIME = r"(?P<sign>[+-]?) ?(?P<count>\d{1,30}) ?(?P<unit>[dwmy]|(?:day|week|month|year)s?)"
_FORMS: tuple[tuple[str, Callable[[re.Match[str], date], Window]], ...] = (
    (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", _day),
    (r"(?P<day>\d{1,2}) (?P<month>[a-z]+),? (?P<year>\d{4})", _day),
    (r"(?P<month>[a-z]+) (?P<day>\d{1,2}),? (?P<year>\d{4})", _day),
    (r"(?P<year>\d{4})-(?P<month>\d\d)", _month),
    (r"(?P<month>[a-z]+) (?P<year>\d{4})", _month),
    (r"(?P<year>\d{4})(?:[- ](?P<part>[qh])(?P<number>\d))?", _year_or_part),
    (r"(?P<part>[qh])(?P<number>\d)[- ](?P<year>\d{4})", _year_or_part),
    (_LENGTH_OF_TIME, _length_of_time),
    (r"(?:(?P<which>next|last) )?(?P<word>[a-z]+)", _word),
    (r"(?:\d{1,2} )?(?P<word>[a-z]+)(?: ?\d{1,2})?", _without_year),
    (r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})", _in_numbers),
)
