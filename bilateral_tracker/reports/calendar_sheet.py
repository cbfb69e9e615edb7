"""Working calendars drawn for a terminal: a month day by day, or a year in numbers. Its marks need no colour."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby, zip_longest

from bilateral_tracker.domain.calendars import Certainty, DayKind, WorkingCalendar
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.span import days
from bilateral_tracker.domain.workdays import (
    Calendars,
    closures,
    common_working_days,
    is_provisional,
    is_working_day,
    why_closed,
    years_usually_closed,
)
from bilateral_tracker.reports.calendar_words import (
    listed,
    say_closure,
    say_date,
    say_dates,
    say_matter,
    say_span,
    say_uncertainties,
)
from bilateral_tracker.reports.counting import counted, say_days
from bilateral_tracker.reports.visible import display_width, shorten, visible, wrapped

MARKS = {DayKind.WORKING: " ", DayKind.WEEKEND: ".", DayKind.HOLIDAY: "*", DayKind.MAKE_UP: "+"}
LEGEND = ". weekend   * public holiday   + make-up working day   ? may turn out otherwise"

SHORTEST_CLOSURE_DAYS = 4
MOST_CLOSURES = 8

_WEEKDAYS = "".join(f"{name:<5}" for name in ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")).rstrip()
_BLOCK, _GAP = 34, 3


def month_sheet(calendars: Calendars, first: date, last: date, width: int) -> Iterator[str]:
    """The lines of one month: a grid for each capital, what closes it, and the days on which all work."""
    yield f"{say_day(first).partition(' ')[2]}{_provisional(calendars, first, last)}"
    yield ""
    yield from _beside([_grid(calendar, first, last) for calendar in calendars], width)
    yield ""
    yield LEGEND
    yield ""
    for calendar in calendars:
        yield from _holidays(calendar, first, last, width)
    yield ""
    yield from wrapped(_say_common(calendars, first, last), width)
    yield from _notes(calendars, first, last, width)


def year_sheet(calendars: Calendars, first: date, last: date, width: int) -> Iterator[str]:
    """The lines of one year: working days by month and capital, the longest closures, the make-up working days."""
    yield f"Working days of {first.year:04}{_provisional(calendars, first, last)}"
    yield ""
    yield from _counts(calendars, first, last)
    yield from _longest(calendars, first, last, width)
    made_up = [line for calendar in calendars for line in _made_up(calendars, calendar, first, last)]
    if made_up:
        yield from ("", "Make-up working days")
        for line in made_up:
            yield from _hung("  ", line, width)
    yield from _notes(calendars, first, last, width)


def columns(calendars: Calendars) -> tuple[str, ...]:
    """The published columns of a calendar, one for each party among them."""
    return ("date", *(calendar.party.code for calendar in calendars), "reason", "provisional", "common")


def rows(calendars: Calendars, first: date, last: date) -> Iterator[tuple[date | str | bool, ...]]:
    """The values of each day in the order of the columns; the reason names the party and what the day is there."""
    for on in days(first, last):
        works = ["working" if calendar.day(on).is_working else "closed" for calendar in calendars]
        matters = [(calendar.party.code, say_matter(calendar, on)) for calendar in calendars]
        reason = "; ".join(f"{code}: {matter}" for code, matter in matters if matter)
        yield on, *works, reason, is_provisional(calendars, on), is_working_day(calendars, on)


def _provisional(calendars: Calendars, first: date, last: date) -> str:
    return ", provisional" if any(is_provisional(calendars, on) for on in days(first, last)) else ""


def _grid(calendar: WorkingCalendar, first: date, last: date) -> list[str]:
    """One capital's month, a line for each week, under its name and the weekdays."""
    unconfirmed = "" if calendar.is_confirmed(first.year) else ", provisional"
    title = shorten(f"{calendar.party.capital} ({calendar.party.code}){unconfirmed}", _BLOCK)
    cells = [" " * 4] * first.weekday() + [_cell(calendar, on) for on in days(first, last)]
    weeks = [" ".join(cells[start : start + 7]).rstrip() for start in range(0, len(cells), 7)]
    return [title, _WEEKDAYS, *weeks]


def _cell(calendar: WorkingCalendar, on: date) -> str:
    day = calendar.day(on)
    is_doubtful = day.certainty is Certainty.ESTIMATED or years_usually_closed(calendar, on)
    return f"{on.day:>2}{MARKS[day.kind]}{'?' if is_doubtful else ' '}"


def _beside(blocks: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """As many blocks beside each other as fit, the others below."""
    a_row = max(1, (width + _GAP) // (_BLOCK + _GAP))
    for start in range(0, len(blocks), a_row):
        yield from ("",) if start else ()
        for lines in zip_longest(*blocks[start : start + a_row], fillvalue=""):
            padded = (line + " " * (_BLOCK + _GAP - display_width(line)) for line in lines)
            yield "".join(padded).rstrip()


def _holidays(calendar: WorkingCalendar, first: date, last: date, width: int) -> Iterator[str]:
    """What is out of the ordinary in a capital, days in a row with the same reason together."""
    beyond_weekends = (on for on in days(first, last) if calendar.day(on).kind is not DayKind.WEEKEND)
    special = [(on, matter) for on in beyond_weekends if (matter := say_matter(calendar, on))]
    yield visible(calendar.party.capital) + ("" if special else ": no public holidays")
    # Days in a row keep their distance to their place in the list.
    runs = groupby(enumerate(special), lambda one: (one[1][0].toordinal() - one[0], one[1][1]))
    for (_, matter), run in runs:
        found = [on for _, (on, _) in run]
        yield from _hung(f"  {say_span(found[0], found[-1]):<17}", matter, width)


def _say_common(calendars: Calendars, first: date, last: date) -> str:
    common = common_working_days(calendars, first, last)
    noun = "common working day" if len(calendars) > 1 else "working day"
    return f"{counted(len(common), noun)}: {say_dates(common)}" if common else f"No {noun}"


def _counts(calendars: Calendars, first: date, last: date) -> Iterator[str]:
    """Working days by month, for each capital and for all of them, with the sum of each quarter for all."""
    several = len(calendars) > 1
    groups = [*((one,) for one in calendars), *([tuple(calendars)] if several else [])]
    headers = [visible(one.party.capital) for one in calendars] + ["all" if len(calendars) > 2 else "both"] * several
    widths = [max(5, display_width(header)) + 2 for header in headers]
    by_month = [[len(common_working_days(group, *month)) for group in groups] for month in _months(first, last)]
    yield f"{'':<10}{_aligned(headers, widths)}  quarter"
    for number, counts in enumerate(by_month, 1):
        quarter = sum(month[-1] for month in by_month[number - 3 : number]) if number % 3 == 0 else ""
        name = say_day(date(2026, number, 1)).split()[1]
        yield f"{name:<10}{_aligned(counts, widths)}  {quarter:>7}".rstrip()
    totals = [sum(month[index] for month in by_month) for index in range(len(groups))]
    yield f"{f'{first.year:04}':<10}{_aligned(totals, widths)}"


def _months(first: date, last: date) -> Iterator[tuple[date, date]]:
    """The first and the last day of each month of a year."""
    starts = [first.replace(month=month) for month in range(1, 13)]
    return zip(starts, [*(start - timedelta(1) for start in starts[1:]), last], strict=True)


def _aligned(values: Sequence[object], widths: Sequence[int]) -> str:
    cells = zip(map(str, values), widths, strict=True)
    return "".join(" " * (width - display_width(text)) + text for text, width in cells)


def _longest(calendars: Calendars, first: date, last: date, width: int) -> Iterator[str]:
    longest = [one for one in closures(calendars, first, last) if one.length_days >= SHORTEST_CLOSURE_DAYS]
    if longest:
        yield from ("", f"Longest closures{' of at least one capital' if len(calendars) > 1 else ''}")
    for one in longest[:MOST_CLOSURES]:
        lead = f"  {say_span(one.first, one.last):<26}{say_days(one.length_days):>8}  "
        yield from _hung(lead, say_closure(one), width)


def _made_up(calendars: Calendars, calendar: WorkingCalendar, first: date, last: date) -> Iterator[str]:
    """The make-up working days of a capital, and which other capitals are closed on how many of them."""
    found = [on for on in days(first, last) if calendar.day(on).kind is DayKind.MAKE_UP]
    if not found:
        return
    others = [one for one in calendars if one is not calendar]
    closed = [(one.party.capital, sum(bool(why_closed((one,), on)) for on in found)) for one in others]
    told = [f"{capital} is closed on {_how_many(number, len(found))}" for capital, number in closed if number]
    yield f"{calendar.party.capital}: {', '.join(map(say_date, found))}{f' ({listed(told)})' if told else ''}"


def _how_many(number: int, of: int) -> str:
    return "all of them" if number == of else f"{number} of them"


def _notes(calendars: Calendars, first: date, last: date, width: int) -> Iterator[str]:
    notes = list(say_uncertainties(calendars, first, last))
    yield from ("",) if notes else ()
    for note in notes:
        yield from wrapped(note, width)


def _hung(lead: str, text: str, width: int) -> Iterator[str]:
    """The lines of a text beside what leads it."""
    first, *rest = wrapped(text, width - len(lead))
    yield f"{lead}{first}"
    yield from (" " * len(lead) + line for line in rest)
