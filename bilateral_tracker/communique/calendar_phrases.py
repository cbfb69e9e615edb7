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
    months = [MONTHS[month] for month in re.findall(rf"\b(?:{MONTH})\b", found[0])]
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
    return Named(Window(date(int(found["first"]), 1, 1), date(int(found["last"]), 12, 31)))


def _end(found: re.Match[str], dated_on: date) -> Named | None:
    whole = read_named(found["whole"] or "this year", dated_on)
    return Named(Window.day(whole.window.latest)) if whole else None


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
    month, is_next = _SEASONS[found["season"]], found["which"] == "next"
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
    first = whole.window.earliest + timedelta(7 * _WEEKS.index(found["nth"]))
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


def _as_typed(found: re.Match[str], dated_on: date) -> Named:
    words = re.sub("^(?:this|next|the) (?:coming )?|[,.]|(?<= )of (?=[0-9])", "", found[0])
    return Named(_read_window(words, dated_on), is_part=words.startswith(("q", "h")) or " q" in words)


def _read_window(words: str, dated_on: date) -> Window:
    due = read_due(f"during {words}", dated_on)
    if not isinstance(due, Window):
        raise WrongUsage(words)
    return replace(due, words="")


_WEEKS = ("first", "second", "third", "fourth")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
"""The form of a month, in small letters."""
YEAR = r"(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9])"
"""The form of a year that a promise may name."""
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_TO = r"(?: ?- ?| (?:to|and|or|until|through) )"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?"
DAY_OF_YEAR = rf"(?:{_DAY} (?:day )?(?:of )?{MONTH}\b|{MONTH}\.? {_DAY})"
"""The form of a day without its year: "1 May", "May 1st"."""
_DATE = rf"(?:{DAY_OF_YEAR}(?:,? (?:of )?{YEAR})?|{_DAY} (?:day )?(?:of )?{MONTH},? {YEAR}|{MONTH} {_DAY},? {YEAR})"
_DATES = (
    rf"{_DAY}{_TO}{_DAY} (?:of )?{MONTH}(?:,? {YEAR})?|{MONTH} {_DAY}{_TO}{_DAY}(?:,? {YEAR})?"
    rf"|{DAY_OF_YEAR}(?:,? {YEAR})?{_TO}{DAY_OF_YEAR}(?:,? {YEAR})?"
)
_NUMERIC = r"(?:[12][0-9]|3[01]|0?[1-9])\.(?:1[0-2]|0?[1-9])\.20[0-9]{2}(?![0-9])"
_ISO = rf"{YEAR}-[01][0-9]-[0-3][0-9](?![0-9])"
_A_MONTH = rf"(?:(?:this|next|the)(?: coming)? )?{MONTH}\.?(?:,? (?:of )?{YEAR})?"
_A_YEAR = rf"(?:the year )?{YEAR}"
_RELATIVE = (
    r"(?:this|next|the(?: (?:current|same|coming|following|next))?|current|coming) (?:calendar )?(?:year|quarter|month)"
)
_WHOLE = rf"(?:{_A_MONTH}|{_A_YEAR}|{_RELATIVE})"
_NTHS = "first|second|third|fourth|last|latter|1st|2nd|3rd|4th"
_WEEK_OF_MONTH = rf"(?:the )?(?:{'|'.join(_WEEKS)}|last) week of {_A_MONTH}"
_FRACTION = (
    rf"(?:the )?(?:{_NTHS}) (?:(?:half|quarter|third)(?:,? (?:of|in))? {_WHOLE}"
    r"|(?:half|quarter)\b(?! (?:of|in|to|time)\b))"
)
_SEASON = (
    rf"(?:(?:this|next|the)(?: coming)? )?(?:spring|summer|autumn|fall|winter)"
    rf"(?:(?:,? of|,)? {YEAR}|(?: of)? (?:this|next) year|(?! of\b))"
)
_PARTS = r"(?:early|beginning|start|mid|middle|late)"
_PART = rf"(?:the )?(?:very )?{_PARTS}(?: part)?(?: of| in)?[- ]?(?:{_WHOLE}|(?:the )?{_SEASON})"
_END = (
    rf"year-end|the turn of the year|(?:the )?(?:very )?end(?: of|-| )[- ]?(?:the )?(?:{_FRACTION}|{_SEASON}"
    rf"|{_WHOLE})"
)
_LATER = rf"later (?:in )?(?:this|the|that) (?:calendar )?(?:year|month|quarter)|later (?:in )?{_A_YEAR}"
_QUARTER = rf"(?:q[1-4]|h[12])(?: of|,)?[ -]{YEAR}|{YEAR}[- ](?:q[1-4]|h[12])"
_WEEK = r"(?:this|next|the coming|the following) week"

RELATIVE = (
    rf"(?:{_LATER}|(?:this|next)(?: calendar)? (?:year|quarter|month|week)|(?:this|next)(?: coming)? (?:spring"
    rf"|summer|autumn"
    rf"|fall|winter|{MONTH})|{_PARTS}[- ](?:in )?(?:next|this) (?:year|month|spring|summer|autumn|fall|winter))"
)
"""The form of what needs no preposition: "later this year", "next month"."""
NAMED = (
    rf"(?:{_WEEKDAY}(?:the )?(?:{_ISO}|{_NUMERIC}|{_DATES}|{_DATE})|{_QUARTER}|{_FRACTION}|{_END}|{_PART}"
    rf"|{_SEASON}|{_LATER}"
    rf"|{MONTH}(?: {YEAR})?{_TO}{MONTH}(?: {YEAR})?|{YEAR}(?: ?[-/] ?| (?:to|or|and) ){YEAR}|{_WEEK_OF_MONTH}"
    rf"|{_WHOLE}|{_WEEK})"
)
"""The form of days that are named, in small letters."""

_FORMS = (
    (_ISO, _iso),
    (_NUMERIC, _numeric),
    (rf"{_WEEKDAY}(?:the )?(?:{_DATES}|{_DATE})", _days),
    (rf"(?P<first>{MONTH})(?: {YEAR})?{_TO}(?P<last>{MONTH})(?: {YEAR})?", _months),
    (rf"(?P<first>{YEAR})(?: ?[-/] ?| (?:to|or|and) )(?P<last>{YEAR})", _years),
    (rf"later (?:in )?(?P<whole>{_RELATIVE}|that year|{_A_YEAR})", _later),
    (rf"(?:the )?(?P<nth>{_NTHS}) (?P<fraction>half|quarter|third)(?:(?:,? (?:of|in))? (?P<whole>.+))?", _fraction),
    ("(?:year-end|the turn of the year)(?P<whole>)", _end),
    (r"(?:the )?(?:very )?end(?: of|-| )[- ]?(?:the (?=first|sec|thi|four|last|[1-4]|s|a|f|w|q))?(?P<whole>.+)", _end),
    (rf"(?:the )?(?:very )?(?P<part>{_PARTS})(?: part)?(?: of| in)?[- ]?(?P<whole>.+)", _part),
    (
        r"(?:(?P<which>this|next|the)(?: coming)? )?(?P<season>spring|summer|autumn|fall|winter)"
        rf"(?:(?:,? of|,)? (?P<year>{YEAR})|(?: of)? (?P<whole>this|next) year)?",
        _season,
    ),
    (
        r"(?P<which>this|next|(?:the )?(?:current|same|coming|following|next)|the) "
        r"(?:calendar )?(?P<unit>year|quarter|month)",
        _relative,
    ),
    (_WEEK, _week),
    (rf"(?:the )?(?P<nth>{'|'.join(_WEEKS)}|last) week of (?P<whole>.+)", _week_of_month),
    (r".+", _as_typed),
)
