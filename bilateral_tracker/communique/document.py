"""A document to be read: its text, and what is known of it before a promise is looked for."""

import re
from datetime import date
from typing import NamedTuple

from bilateral_tracker.communique.states import states_in
from bilateral_tracker.communique.words import words
from bilateral_tracker.domain.day import MONTHS
from bilateral_tracker.domain.source import SourceKind


class Document(NamedTuple):
    """A text and its head. Times are counted from `dated_on`; without parties every state may be one."""

    text: str
    dated_on: date
    parties: tuple[str, ...] = ()
    """Names of states or organisations, as the document has them."""
    title: str = ""
    place: str = ""
    kind: SourceKind = SourceKind.OTHER
    is_dated: bool = True
    """Whether the day was found in the text, or given; otherwise it is the day of reading."""


def about(text: str, today: date) -> Document:
    """What the head of a text tells of its date, place, kind, title and parties; what is not found stays empty."""
    head = text[:_HEAD]
    day = _date(head, today)
    return Document(text, day or today, _parties(head), _title(head), _place(head), _kind(head), day is not None)


def _title(head: str) -> str:
    """The first line, unless it is a whole paragraph."""
    lines = [" ".join(line.split()).strip("#*_ ") for line in head.splitlines()]
    first = next((line for line in lines if line), "")
    return first if len(first) <= _LONGEST_TITLE and not first.endswith(".") else ""


def _date(head: str, today: date) -> date | None:
    """The first whole date in the head that is not to come."""
    days = (_day(found) for found in _DATE.finditer(head))
    return next((day for day in days if day and day <= today), None)


def _day(found: re.Match[str]) -> date | None:
    named = next(name for name in ("iso", "first", "second") if found[f"{name}_day"])
    year, month, day = (found[f"{named}_{part}"] for part in ("year", "month", "day"))
    number = int(month) if month.isdecimal() else MONTHS.get(month.lower().rstrip("."), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _place(head: str) -> str:
    """The town that opens a report (`ISLAMABAD, 7 January`) or stands beside its date (`Done at Colombo`)."""
    found = _DATELINE.search(head[:_FIRST_LINES]) or _DONE_AT.search(head)
    return " ".join(found["place"].split()).title() if found else ""


def _kind(head: str) -> SourceKind:
    opening = head[:_FIRST_LINES].lower()
    places = [(opening.find(words), kind) for words, kind in _KINDS if words in opening]
    if places:
        return min(places, key=lambda one: one[0])[1]
    return SourceKind.NEWS_REPORT if _DATELINE.search(head[:_FIRST_LINES]) else SourceKind.OTHER


def _parties(head: str) -> tuple[str, ...]:
    """The states of the title, if there are two; else those that are named most often, two of them."""
    titled = dict.fromkeys(name for name, _, _ in states_in(words(_title(head))))
    if len(titled) > 1:
        return tuple(titled)
    seen: dict[str, int] = {}
    for name, _, _ in states_in(words(head)):
        seen[name] = seen.get(name, 0) + 1
    foremost = sorted(seen, key=lambda name: -seen[name])[:2]
    return tuple(name for name in seen if name in foremost) if len(foremost) > 1 else ()


_HEAD = 3000
_FIRST_LINES = 600
_LONGEST_TITLE = 300
_MONTH = r"[A-Z][a-zA-Z]{2,8}\.?"
_DATE = re.compile(
    r"\b(?:(?P<iso_year>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    rf"|(?P<first_day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<first_month>{_MONTH}),? (?P<first_year>\d{{4}})"
    rf"|(?P<second_month>{_MONTH}) (?P<second_day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<second_year>\d{{4}}))\b",
    re.ASCII,
)
_TOWN = r"[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2}"
_DATELINE = re.compile(
    rf"(?:^|\n|\d{{4}}-\d\d-\d\d )(?P<place>{_TOWN})(?:, [A-Z][a-z]{{2,8}}\.? \d{{1,2}}|, \d{{1,2}} [A-Z][a-z]{{2,8}}"
    r"| ?: | ?\([A-Za-z]{2,12}\)| ?[-–—]{1,2} )"
)
_DONE_AT = re.compile(rf"\b(?:[Dd]one|DONE|[Ss]igned|SIGNED) (?:at|in) (?:the city of )?(?P<place>{_TOWN})")
_KINDS = (
    ("memorandum of understanding", SourceKind.MOU),
    ("memorandum of cooperation", SourceKind.MOU),
    ("memorandum of co-operation", SourceKind.MOU),
    ("agreed minutes", SourceKind.AGREED_MINUTES),
    ("minutes of the", SourceKind.AGREED_MINUTES),
    ("summary record", SourceKind.RECORD_OF_DISCUSSION),
    ("record of discussion", SourceKind.RECORD_OF_DISCUSSION),
    ("joint statement", SourceKind.JOINT_STATEMENT),
    ("joint communiqu", SourceKind.JOINT_STATEMENT),
    ("joint press", SourceKind.JOINT_STATEMENT),
    ("joint declaration", SourceKind.JOINT_STATEMENT),
    ("treaty", SourceKind.TREATY),
    ("convention", SourceKind.TREATY),
    ("agreement between", SourceKind.AGREEMENT),
    ("readout", SourceKind.READOUT),
    ("press release", SourceKind.READOUT),
)
