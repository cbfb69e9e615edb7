"""How days in capitals are worded: why one is closed, how far that is certain, which days are nearest."""

from collections.abc import Iterator, Sequence
from datetime import date

from bilateral_tracker.domain.calendars import CapitalDay, Certainty, DayKind, WorkingCalendar
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.workdays import (
    Calendars,
    Closure,
    closure_around,
    is_working_day,
    nearest_common_days,
    years_usually_closed,
)

LONGEST_WEEK_DAYS = 8
"""A run of days off that people still call a week: China's National Day week lasts seven or eight days."""

A_FILE = "in a file and name it with --calendars FILE"


def say_date(day: date) -> str:
    """The day without its year: `7 October`."""
    return say_day(day).rpartition(" ")[0]


def say_span(first: date, last: date) -> str:
    """From the first to the last day, without the year: `7 October`, `1-7 October`, `28 September to 3 October`."""
    if first == last:
        return say_date(first)
    return f"{first.day}-{say_date(last)}" if first.month == last.month else f"{say_date(first)} to {say_date(last)}"


def say_dates(found: Sequence[date]) -> str:
    """Days of one month, those that follow each other together: `8-9, 12-16 October`."""
    runs: list[list[date]] = []
    for day in found:
        if runs and day.toordinal() == runs[-1][-1].toordinal() + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    spans = [say_span(run[0], run[-1]) for run in runs]
    return ", ".join([*(span.rpartition(" ")[0] for span in spans[:-1]), *spans[-1:]])


def listed(words: Sequence[str]) -> str:
    """Words in a sentence: `2024, 2025 and 2026`."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def all_capitals(calendars: Calendars) -> str:
    """Who has to work on a common working day, with the verb: `both capitals work`."""
    if len(calendars) == 1:
        return f"{calendars[0].party.capital} works"
    return "both capitals work" if len(calendars) == 2 else "all capitals work"


def say_reason(day: CapitalDay) -> str:
    """Why a day is what it is; empty for an ordinary working day."""
    names = "; ".join(day.names)
    match day.kind:
        case DayKind.HOLIDAY:
            made_up = f", made up on {say_day(day.exchanged_for)}" if day.exchanged_for else ""
            estimated = " (estimated)" if day.certainty is Certainty.ESTIMATED else ""
            return f"{names or 'day off'}{made_up}{estimated}"
        case DayKind.MAKE_UP:
            made_up = f" for {say_day(day.exchanged_for)}" if day.exchanged_for else ""
            return f"make-up working day{made_up}{f' ({names})' if names else ''}"
        case DayKind.WEEKEND:
            return "weekend"
    return names or ("beside an estimated holiday" if day.certainty is Certainty.ESTIMATED else "")


def say_matter(calendar: WorkingCalendar, on: date) -> str:
    """The reason of a day in a capital, or that it is usually off where the year's calendar is not known yet."""
    years = years_usually_closed(calendar, on)
    return f"usually off: {listed([*map(str, years)])}" if years else say_reason(calendar.day(on))


def say_closure(closure: Closure) -> str:
    """What closes the capitals: `Pakistan, China: Labor Day`; only weekends have no name."""
    names = dict.fromkeys(one.name for one in closure.occasions)
    parties = [", ".join(one.party.name for one in closure.occasions if one.name == name) for name in names]
    return "; ".join(f"{where}: {name}" for name, where in zip(names, parties, strict=True)) or "weekends"


def say_obstacle(calendars: Calendars, day: date) -> str:
    """Why the capitals do not all work on a day, or may not, in one sentence; empty if nothing speaks against it."""
    if is_working_day(calendars, day):
        return _say_doubt(calendars, day)
    phrases: dict[tuple[str, str], list[str]] = {}
    for calendar in calendars:
        if not calendar.day(day).is_working:
            before, place, after = _closed(calendar, day)
            phrases.setdefault((before, after), []).append(place)
    closed = listed([f"{before} {listed(places)}{after}" for (before, after), places in phrases.items()])
    return f"{say_day(day)} {closed}; {_say_nearest(calendars, day)}."


def say_uncertainties(calendars: Calendars, first: date, last: date) -> Iterator[str]:
    """What cannot be known of the days from `first` to `last`, and the remedy; capitals with the same fate together."""
    fates: dict[str, list[str]] = {}
    for calendar in calendars:
        fates.setdefault(_uncertainty(calendar, first.year, last.year), []).append(calendar.party.capital)
    return (f"{listed(capitals)}: {fate}" for fate, capitals in fates.items() if fate)


def _uncertainty(calendar: WorkingCalendar, first: int, last: int) -> str:
    """Why the days of some years are provisional in a capital; empty if none is."""
    unconfirmed = [year for year in range(first, last + 1) if not calendar.is_confirmed(year)]
    years = listed([f"{year:04}" for year in unconfirmed])
    if not calendar.has_holidays:
        return f"no holidays are known, so only weekends are shown. List the days off of {calendar.party.code} {A_FILE}"
    if unconfirmed and 0 < calendar.rules.confirmed_until < unconfirmed[0]:
        return (
            f"the official calendar of {years} is not published yet, so every day of it is provisional. Once it is, "
            f"list what it changes {A_FILE}"
        )
    if unconfirmed:
        return (
            f"nobody has confirmed the calendar of {years} yet, so every day of it is provisional. Once you have "
            f"checked it, say so with confirmed_from and confirmed_until {A_FILE}"
        )
    return ""


def _closed(calendar: WorkingCalendar, on: date) -> tuple[str, str, str]:
    """What a day falls in: the words before the party, the party, and those after it."""
    day, party = calendar.day(on), calendar.party.name
    around = closure_around((calendar,), on)
    holiday = around.occasions[0].name if around and around.occasions else ""
    if around and around.is_long and holiday:
        span = "week" if around.length_days <= LONGEST_WEEK_DAYS else "holiday"
        return "falls in", f"{party}'s", f" {holiday} {span}"
    if day.kind is DayKind.HOLIDAY:
        is_it = "is by estimate" if day.certainty is Certainty.ESTIMATED else "is"
        return f"{is_it} a public holiday in", party, f" ({'; '.join(day.names) or holiday or 'a day off'})"
    return "falls on a weekend in", party, ""


def _say_nearest(calendars: Calendars, day: date) -> str:
    nearest = nearest_common_days(calendars, day)
    found = [one for one in (nearest.before, nearest.after) if one]
    said = ", ".join(say_date(one) if one.year == day.year else say_day(one) for one in found)
    return f"nearest days on which {all_capitals(calendars)}: {said or 'none within a year'}"


def _say_doubt(calendars: Calendars, day: date) -> str:
    for calendar in calendars:
        party, years = calendar.party.name, years_usually_closed(calendar, day)
        if years:
            return (
                f"{say_day(day)} may well be a day off in {party}, as in {listed([*map(str, years)])}: its calendar of "
                f"{day.year} is not published yet."
            )
        if calendar.day(day).certainty is Certainty.ESTIMATED:
            return f"{say_day(day)} lies beside a public holiday in {party} whose date is only estimated."
    return ""
