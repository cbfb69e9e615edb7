"""Working calendars from files: what the project ships about parties' weeks, and a file of the user's own.

Both have the form that is described at the head of `data/working_weeks.toml`.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from bilateral_tracker.domain.calendars import CalendarRules, ToldDay, WorkingCalendar, WorkingWeek
from bilateral_tracker.domain.party import CODE, Party
from bilateral_tracker.domain.plain_text import plain_line
from bilateral_tracker.errors import NotFound, TrackerError, WrongUsage
from bilateral_tracker.store.seeds import shipped

Complain = Callable[[str, str], None]
"""Takes down where something is wrong, and how it should be written."""

_KEYS = ("confirmed_from", "confirmed_until", "weeks", "breaks", "days_off", "working_days")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SPAN = re.compile(rf"({'|'.join(_WEEKDAYS)})(?:-({'|'.join(_WEEKDAYS)}))?")
_MOST_PROBLEMS = 10


def working_calendars(parties: Sequence[Party], file: Path | None = None) -> tuple[WorkingCalendar, ...]:
    """The calendars of the parties, in their order; what the user's own file says goes before what is shipped."""
    known = read_rules(shipped("data") / "working_weeks.toml")
    own = read_rules(file) if file else {}
    unknown = CalendarRules()
    return tuple(
        WorkingCalendar(one, known.get(one.code, unknown).refined_by(own.get(one.code, unknown))) for one in parties
    )


def read_rules(path: Path) -> dict[str, CalendarRules]:
    """The rules that a file states, by the party's code. TrackerError lists all that is wrong with it."""
    problems: list[str] = []

    def complain(where: str, remedy: str) -> None:
        problems.append(f"\n  {where}: {remedy}")

    read = {code: _rules(code, told, complain) for code, told in _tables(path).items()}
    if problems:
        more = f"\n  and {len(problems) - _MOST_PROBLEMS} more" if len(problems) > _MOST_PROBLEMS else ""
        listed = "".join(problems[:_MOST_PROBLEMS])
        raise TrackerError(f"{path} cannot be used as a file of calendars. Wrong in it:{listed}{more}")
    return read


def _tables(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as problem:
        raise NotFound(f"There is no file {path}. Name a file of calendars with --calendars FILE") from problem
    except OSError as problem:
        raise TrackerError(f"{path} cannot be read: {problem.strerror}. Name a file with --calendars FILE") from problem
    except ValueError as problem:
        raise TrackerError(f"{path} cannot be read as TOML: {problem}. Mend it there and try again.") from problem


def _rules(code: str, told: object, complain: Complain) -> CalendarRules:
    """The rules of one party, as far as they can be read."""
    if not re.fullmatch(CODE, code) or not isinstance(told, dict):
        complain(code, "not a party's code over a table. Write it like [CN]")
        return CalendarRules()
    for key in told.keys() - set(_KEYS):
        complain(f"{code}.{key}", f"not a key of calendars. They are: {', '.join(_KEYS)}")
    off = dict(_days(f"{code}.days_off", told.get("days_off", {}), False, complain))
    working = dict(_days(f"{code}.working_days", told.get("working_days", {}), True, complain))
    for day in sorted(off.keys() & working.keys()):
        complain(f"{code}.working_days.{day}", "told to be a day off as well. Keep one of the two")
    return CalendarRules(
        weeks=tuple(sorted(_weeks(f"{code}.weeks", told.get("weeks", []), complain), key=lambda week: week.since)),
        confirmed_from=_year(f"{code}.confirmed_from", told.get("confirmed_from", 0), complain),
        confirmed_until=_year(f"{code}.confirmed_until", told.get("confirmed_until", 0), complain),
        breaks=dict(_breaks(f"{code}.breaks", told.get("breaks", {}), complain)),
        days=off | working,
    )


def _year(where: str, value: object, complain: Complain) -> int:
    if type(value) is not int or not 0 <= value <= date.max.year:
        complain(where, "not a year. Write it like 2026, without quotes")
        return 0
    return value


def _weeks(where: str, value: object, complain: Complain) -> Iterator[WorkingWeek]:
    for told in value if isinstance(value, list) else [value]:
        week = _week(told) if isinstance(told, dict) else None
        if week:
            yield week
        else:
            complain(where, 'not a list of weeks. Write it like [{ since = 2022-06-08, works = "Mon-Fri" }]')


def _week(told: Mapping[str, object]) -> WorkingWeek | None:
    """The week that is told; None if it cannot be read."""
    since, works = told.get("since", date.min), _weekdays(told.get("works"))
    if not isinstance(since, date) or isinstance(since, datetime) or not works or told.keys() - {"since", "works"}:
        return None
    return WorkingWeek(since, works)


def _weekdays(text: object) -> frozenset[int]:
    """The weekdays in a text like `Mon-Fri` or `Sun-Wed Sat`, Monday as 0; none if it cannot be read."""
    words = text.split() if isinstance(text, str) else []
    spans = [match for match in map(_SPAN.fullmatch, words) if match]
    if len(spans) < len(words):
        return frozenset()
    return frozenset(weekday for span in spans for weekday in _weekdays_between(span[1], span[2] or span[1]))


def _weekdays_between(first: str, last: str) -> Iterator[int]:
    """From one weekday to another, over the end of the week if need be: Sunday to Thursday."""
    start = _WEEKDAYS.index(first)
    length = (_WEEKDAYS.index(last) - start) % 7 + 1
    return ((start + days) % 7 for days in range(length))


def _breaks(where: str, value: object, complain: Complain) -> Iterator[tuple[int, str]]:
    for weekday, words in _texts(where, value, complain):
        if weekday in _WEEKDAYS:
            yield _WEEKDAYS.index(weekday), words
        else:
            complain(f"{where}.{weekday}", f"not a weekday. Write one of {', '.join(_WEEKDAYS)}")


def _days(where: str, value: object, is_working: bool, complain: Complain) -> Iterator[tuple[date, ToldDay]]:
    for day, words in _texts(where, value, complain):
        try:
            yield date.fromisoformat(day), ToldDay(is_working, words)
        except ValueError:
            complain(f"{where}.{day}", 'not a day. Write it like 2027-10-06 = "National Day"')


def _texts(where: str, value: object, complain: Complain) -> Iterator[tuple[str, str]]:
    """The entries of a table of texts."""
    if not isinstance(value, dict):
        complain(where, f"not a table. Write it as [{where}] with one line for each entry")
        return
    for key, text in value.items():
        if not isinstance(text, str):
            complain(f"{where}.{key}", 'not a text. Write it in quotes, like "National Day"')
            continue
        try:
            line = plain_line(text, "text")
        except WrongUsage as problem:
            complain(f"{where}.{key}", str(problem))
        else:
            yield key, line
