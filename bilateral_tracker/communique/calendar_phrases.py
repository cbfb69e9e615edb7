"""Days, months, seasons and years, where prose names them.

A part of a year is a quarter of it where diplomats count so: early 2027 is January to March, late 2027 October to
December. Seasons are those of the northern hemisphere. What lacks its year is the next one that is not over.
"""

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from bilateral_tracker.communique import calendar_forms as forms
from bilateral_tracker.domain.day import MONTHS
from bilateral_tracker.domain.due_words import read_due
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage


class Named(NamedTuple):
    """The days that words name, and whether they are a part of something: early 2027, a season, a quarter."""

    window: Window
    is_part: bool = False


def read_named(words: str, dated_on: date) -> Named | None:
    """What `NAMED` matched, in small letters; None for a day that does not exist."""
    for form, read in _FORMS:
        found = re.fullmatch(form, words)
        if found:
            with suppress(ValueError, OverflowError, WrongUsage):
                return read(found, dated_on)
            return None
    return None


def _days(found: re.Match[str], dated_on: date) -> Named:
    """One day or several of them, with or without their year."""
    days = [int(day) for day in re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", found[0])]
    months = [MONTHS[month] for month in re.findall(rf"\b(?:{forms.MONTH})\b", found[0])]
    years = [int(year) for year in re.findall("[0-9]{4}", found[0])]
    year = years[-1] if years else dated_on.year
    if not years and (months[-1], days[-1]) < (dated_on.month, dated_on.day):
        year += 1
    first, last = date(years[0] if years else year, months[0], days[0]), date(year, months[-1], days[-1])
    return Named(Window(first, last))


def _iso(found: re.Match[str], _: date) -> Named:
    return Named(Window.day(date.fromisoformat(found[0])))


def _numeric(found: re.Match[str], _: date) -> Named:
    """With full stops the day comes first, wherever they are used."""
    day, month, year = (int(number) for number in found[0].split("."))
    return Named(Window.day(date(year, month, day)))


def _months(found: re.Match[str], dated_on: date) -> Named:
    first, last, years = MONTHS[found["first"]], MONTHS[found["last"]], re.findall("[0-9]{4}", found[0])
    year = int(years[-1]) if years else dated_on.year + (last < dated_on.month)
    first_year = int(years[0]) if len(years) > 1 else year - (last < first)
    return Named(Window(date(first_year, first, 1), date(year, last, monthrange(year, last)[1])))


def _years(found: re.Match[str], _: date) -> Named:
    last = found["last"] if len(found["last"]) > 2 else found["first"][:2] + found["last"]
    return Named(Window(date(int(found["first"]), 1, 1), date(int(last), 12, 31)))


def _end(found: re.Match[str], dated_on: date) -> Named | None:
    whole = read_named(found["whole"] or "this year", dated_on)
    return Named(Window.day(whole.window.latest)) if whole else None


def _month_end(found: re.Match[str], dated_on: date) -> Named | None:
    return read_named(f"end of {found['whole']} {found['year']}", dated_on)


def _part(found: re.Match[str], dated_on: date) -> Named | None:
    whole, part = read_named(found["whole"], dated_on), found["part"]
    if whole is None:
        return None
    spelled = _spelled(whole.window)
    name = {"m": "mid", "l": "late"}.get(part[0], "early")
    if len(spelled) == len("2027") and name != "mid":
        name = "first quarter of" if name == "early" else "last quarter of"
    return Named(_read_window(f"{name} {spelled}", dated_on), is_part=True)


def _spelled(whole: Window) -> str:
    """A month or a year, as `read_due` reads it; ValueError for another span."""
    first, last = whole.earliest, whole.latest
    if (first.year, first.month) == (last.year, last.month):
        return f"{last.year:04}-{last.month:02}"
    if (first.year, first.month, last.month) == (last.year, 1, 12):
        return f"{last.year:04}"
    raise ValueError(whole)


def _season(found: re.Match[str], dated_on: date) -> Named:
    month, is_next = forms.SEASONS[found["season"]], found["which"] == "next"
    year = int(found["year"] or dated_on.year + (found["whole"] == "next"))
    window = _season_of(year, month)
    is_free = not found["year"] and not found["whole"]
    if is_free and (window.latest < dated_on or (is_next and window.earliest <= dated_on)):
        window = _season_of(year + 1, month)
    return Named(window, is_part=True)


def _season_of(year: int, month: int) -> Window:
    last_year, last_month = (year + 1, 2) if month == 12 else (year, month + 2)
    return Window(date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1]))


def _fraction(found: re.Match[str], dated_on: date) -> Named | None:
    """A half or a quarter; without its year, the next one that is not over."""
    whole = read_named(found["whole"] or "this year", dated_on)
    if whole is None:
        return None
    nth = {"latter": "second"}.get(found["nth"], found["nth"])
    window = _read_window(f"{nth} {found['fraction']} of {_spelled(whole.window)}", dated_on)
    if not found["whole"] and window.latest < dated_on:
        window = _read_window(f"{nth} {found['fraction']} of {dated_on.year + 1:04}", dated_on)
    return Named(window, is_part=True)


def _week_of_month(found: re.Match[str], dated_on: date) -> Named | None:
    """Days 1 to 7 for the first week of a month, the last seven for its last."""
    whole = read_named(found["whole"], dated_on)
    if whole is None:
        return None
    if found["nth"] == "last":
        return Named(Window(whole.window.latest - timedelta(6), whole.window.latest))
    first = whole.window.earliest + timedelta(7 * forms.WEEKS.index(found["nth"]))
    return Named(Window(first, first + timedelta(6)))


def _week(found: re.Match[str], dated_on: date) -> Named:
    monday = dated_on.toordinal() - dated_on.weekday() + 7 * (found[0] != "this week")
    return Named(Window(date.fromordinal(monday), date.fromordinal(monday + 6)))


def _relative(found: re.Match[str], dated_on: date) -> Named:
    which = "next" if found["which"].split()[-1] in ("next", "coming", "following") else "this"
    return Named(_read_window(f"{which} {found['unit']}", dated_on))


def _later(found: re.Match[str], dated_on: date) -> Named | None:
    whole = read_named(found["whole"], dated_on)
    return whole and Named(Window(dated_on, whole.window.latest))


def _next_day(found: re.Match[str], dated_on: date) -> Named:
    return Named(_read_window(found[0], dated_on))


def _as_typed(found: re.Match[str], dated_on: date) -> Named:
    words = re.sub("^(?:this|next|the) (?:coming |month of )?|[,.]|(?<= )of (?=[0-9])", "", found[0])
    return Named(_read_window(words, dated_on), is_part=words.startswith(("q", "h")) or " q" in words)


def _read_window(words: str, dated_on: date) -> Window:
    due = read_due(f"during {words}", dated_on)
    if not isinstance(due, Window):
        raise WrongUsage(words)
    return replace(due, words="")


_FORMS = (
    (forms.ISO, _iso),
    (forms.NUMERIC, _numeric),
    (rf"{forms.WEEKDAY}(?:the )?(?:{forms.DATES}|{forms.DATE})", _days),
    (forms.MONTHS_NAMED, _months),
    (forms.YEARS_NAMED, _years),
    (
        rf"(?:later|(?:the )?(?:remainder|rest) of) (?:in )?(?P<whole>{forms.CURRENT}|that year|{forms.A_YEAR})",
        _later,
    ),
    (
        rf"(?:the )?(?P<nth>{forms.NTHS}) (?P<fraction>half|quarter|third)(?:(?:,? (?:of|in))? (?P<whole>.+))?",
        _fraction,
    ),
    ("(?:year-end|the turn of the year)(?P<whole>)", _end),
    (rf"(?P<whole>{forms.MONTH})-end", _end),
    (rf"(?P<whole>{forms.MONTH})-end (?P<year>{forms.YEAR})", _month_end),
    (r"(?:the )?(?:very )?end(?: of|-| )[- ]?(?:the (?=first|sec|thi|four|last|[1-4]|s|a|f|w|q))?(?P<whole>.+)", _end),
    (rf"(?:the )?(?:very )?(?P<part>{forms.PARTS})(?: part)?(?: of| in)?[- ]?(?P<whole>.+)", _part),
    (
        rf"(?:(?P<which>this|next|the)(?: coming)? )?(?P<season>{'|'.join(forms.SEASONS)})(?: season)?"
        rf"(?:(?:,? of|,)? (?P<year>{forms.YEAR})|(?: of)? (?P<whole>this|next) year)?",
        _season,
    ),
    (
        r"(?P<which>this|next|(?:the )?(?:current|same|coming|following|next)|the) "
        r"(?:calendar )?(?P<unit>year|quarter|month)",
        _relative,
    ),
    (forms.WEEK, _week),
    (rf"(?:the )?(?P<nth>{'|'.join(forms.WEEKS)}|last) week of (?P<whole>.+)", _week_of_month),
    (forms.NEXT_DAY, _next_day),
    (r".+", _as_typed),
)
