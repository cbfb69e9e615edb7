"""On which weekdays and at what time something runs, in the words of people, of cron and of systemd.

Weekdays are numbers, Monday 0. The clock is that of the machine on which it runs.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bilateral_tracker.errors import WrongUsage, quoted

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAILY = "daily"

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_SHORTEST = 3
"""Letters by which a weekday is known: mon, tue."""


class Timetable(NamedTuple):
    """A time of day on certain weekdays."""

    hour: int
    minute: int
    weekdays: tuple[int, ...]
    """In their order, each once, at least one."""

    @property
    def cron_fields(self) -> str:
        """The five fields of crontab(5). Numbers, Sunday 0: not every cron reads names in lists."""
        numbers = sorted((weekday + 1) % 7 for weekday in self.weekdays)
        days = "*" if self._is_daily else ",".join(_spans([str(n) for n in numbers], numbers, "-"))
        return f"{self.minute} {self.hour} * * {days}"

    @property
    def on_calendar(self) -> str:
        """The same as a calendar event of systemd.time(7)."""
        names = [WEEKDAYS[weekday][:3] for weekday in self.weekdays]
        days = "" if self._is_daily else ",".join(_spans(names, self.weekdays, "..")) + " "
        return f"{days}*-*-* {self.hour:02}:{self.minute:02}:00"

    @property
    def words(self) -> str:
        """The same for people: `at 08:00, Monday to Friday`."""
        names = [WEEKDAYS[weekday] for weekday in self.weekdays]
        spans = _spans(names, self.weekdays, " to ")
        days = "every day" if self._is_daily else " and ".join(filter(None, (", ".join(spans[:-1]), spans[-1])))
        return f"at {self.hour:02}:{self.minute:02}, {days}"

    @property
    def _is_daily(self) -> bool:
        return len(self.weekdays) == len(WEEKDAYS)


def read_timetable(time: str, days: str) -> Timetable:
    """What `08:00` and `mon-fri` mean. WrongUsage if they mean nothing."""
    told = _TIME.fullmatch(time.strip())
    if not told:
        raise WrongUsage(f"{quoted(time)} is no time of day. Write hours and minutes, from 00:00 to 23:59, like 08:00.")
    return Timetable(int(told[1]), int(told[2]), _weekdays(days))


def weekdays_since(last: date, day: date) -> int:
    """How many days, Saturdays and Sundays apart, lie after `last` up to `day`: few runs are planned on those two."""
    weeks, rest = divmod((day - last).days, len(WEEKDAYS))
    return 5 * weeks + sum((last + timedelta(n)).weekday() < 5 for n in range(1, rest + 1))


def _weekdays(words: str) -> tuple[int, ...]:
    """`mon-fri`, `sun-thu`, `mon,wed,fri`, `daily`; names may be longer."""
    if words.strip().lower() == DAILY:
        return tuple(range(len(WEEKDAYS)))
    found = set[int]()
    for part in words.split(","):
        first, dash, last = part.partition("-")
        start = _weekday(first, words)
        length = (_weekday(last, words) - start) % 7 if dash else 0
        found.update((start + n) % 7 for n in range(length + 1))
    return tuple(sorted(found))


def _weekday(name: str, words: str) -> int:
    name = name.strip().lower()
    for number, weekday in enumerate(WEEKDAYS):
        if len(name) >= _SHORTEST and weekday.lower().startswith(name):
            return number
    raise WrongUsage(
        f"{quoted(words)} names no days of the week. Write them like mon-fri, sun-thu, mon,wed,fri or {DAILY}."
    )


def _spans(names: Sequence[str], numbers: Sequence[int], to: str) -> list[str]:
    """The names, three or more in a row drawn together: `Mon..Fri`."""
    rows: list[list[str]] = []
    for index, name in enumerate(names):
        if index and numbers[index] == numbers[index - 1] + 1:
            rows[-1].append(name)
        else:
            rows.append([name])
    return [span for row in rows for span in ([f"{row[0]}{to}{row[-1]}"] if len(row) > 2 else row)]
