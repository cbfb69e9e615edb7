"""When something is due, as people and treaties write it: a window of the calendar, or a time hung on an event.

Early, mid and late are thirds: of a year in months (January to April), of a month in days (1 to 10). What looks like a
mistyped date is refused and never taken for an event: a time hung on an event does not run until its day is known.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bilateral_tracker.domain.day import MONTHS, WEEKDAYS, read_window
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.period import Period
from bilateral_tracker.domain.plain_text import plain_line
from bilateral_tracker.domain.rhythm import LENGTH, read_length
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage, quoted

LONGEST_EVENT = 100
"""The longest name of an event, in characters."""


def read_due(text: str, today: date) -> Window | EventDue:
    """What `read_window` reads, windows in words (`by the end of 2026`), and `6 months after entry into force`.

    "By" begins today. A month without its year, as in "this September", is the next one that is not over.
    Raises WrongUsage for what names no day, no window and no event.
    """
    typed = plain_line(" ".join(text.split()), "due date").rstrip(" .,;")
    for form, read in _FORMS:
        found = re.fullmatch(form, typed, _FLAGS)
        if found:
            return read(found, today)
    return replace(_window(typed, today), words=typed)


def _counted(found: re.Match[str], today: date) -> Window | EventDue:
    """So long before or after an event; where that is a day of the calendar, the day it leads to."""
    period, is_before, rest = read_length(found["length"]), found["side"].lower() in _BEFORE, found["rest"]
    if _names_event(rest):
        return _event(rest, period, is_before)
    first, last = _edges(rest, today)
    try:
        latest = period.after(first, -1) if is_before else period.after(last)
    except OverflowError:
        raise _out_of_range(found.string) from None
    is_within = not is_before and (found["lead"] or "").lower() == "within "
    return Window(last if is_within else latest, latest, found.string)


def _edges(words: str, today: date) -> tuple[date, date]:
    """The first and the last day that the words name; of "the end of 2026" only the last counts."""
    window = _window(words, today)
    return (window.latest if re.match(_END, words, _FLAGS) else window.earliest), window.latest


def _from_when(found: re.Match[str], _: date) -> Window:
    why = "does not say from when it is counted."
    then = f"Type it like: {found['length']} after entry into force, or {found['length']} after today"
    raise WrongUsage(f"{quoted(found.string)} {why} {then}")


def _no_day(found: re.Match[str], _: date) -> Window:
    raise WrongUsage(f"{quoted(found.string)} names no day. Leave --due out, so that it comes up for review.")


def _how_long_after(found: re.Match[str], _: date) -> Window:
    why = "does not say how long after. Type it like: 30 days after entry into force"
    raise WrongUsage(f"{quoted(found.string)} {why}")


def _by(found: re.Match[str], today: date) -> Window | EventDue:
    """By its last day, or before its first; the window begins today, unless that day has passed."""
    rest, lead = found["rest"], found["lead"].lower()
    if _names_event(rest):
        return _event(rest, None, before=True)
    first, latest = _edges(rest, today)
    if lead in _BEFORE and not re.match(_END, rest, _FLAGS):
        if first == date.min:
            raise _out_of_range(found.string)
        latest = date.fromordinal(first.toordinal() - 1)
    return Window(min(today, latest), latest, found.string)


def _at(found: re.Match[str], today: date) -> Window | EventDue:
    if _names_event(found["rest"]):
        return _event(found["rest"], None, before=False)
    return _in(found, today)


def _in(found: re.Match[str], today: date) -> Window:
    return replace(_window(found["rest"], today), words=found.string)


def _without_year(found: re.Match[str], today: date) -> Window:
    return read_window(found.string, today)


def _window(words: str, today: date) -> Window:
    part = re.fullmatch(_PART, words, _FLAGS)
    if part is None:
        return _whole(words, today)
    whole, name = _whole(part["whole"], today), part["part"].lower()
    if name == "end" and _months(whole) != 1:
        return Window(min(today, whole.latest), whole.latest)
    return _nth(whole, _PARTS[name], 3, words)


def _whole(words: str, today: date) -> Window:
    words = re.sub("^the (?!year|quarter|month)", "", words, flags=_FLAGS)
    for form, read in _WHOLES:
        found = re.fullmatch(form, words, _FLAGS)
        if found:
            return read(found, today)
    return read_window(words, today)


def _nth_part(found: re.Match[str], today: date) -> Window:
    parts, nth = _FRACTIONS[found["fraction"].lower()], found["nth"].lower()
    number = parts if nth == "last" else _ORDINALS[nth]
    if number > parts:
        raise _no_such_part(found.string)
    return _nth(_whole(found["whole"], today), number, parts, found.string)


def _coming_month(found: re.Match[str], today: date) -> Window:
    year = today.year + (MONTHS[found["month"].lower()] < today.month)
    return read_window(f"{found['month']} {year:04}", today)


def _this_or_next(found: re.Match[str], today: date) -> Window:
    parts = {"year": 1, "quarter": 4, "month": 12}[found["unit"].lower()]
    so_far = (12 * today.year + today.month - 1) * parts // 12 + (found["which"].lower() == "next")
    year, before = divmod(so_far, parts)
    return _nth(read_window(f"{year:04}", today), before + 1, parts, found.string)


def _now(_: re.Match[str], today: date) -> Window:
    return Window.day(today)


def _season(found: re.Match[str], _: date) -> Window:
    why = "is another time of year on the other side of the equator. Type its months, like: by the end of August 2026"
    raise WrongUsage(f"{quoted(found.string)} {why}")


def _months(window: Window) -> int:
    """How many whole months of its year it has; 0 where it has none."""
    first, last = window.earliest, window.latest
    is_whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return last.month - first.month + 1 if is_whole else 0


def _nth(whole: Window, number: int, parts: int, words: str) -> Window:
    """The `number`-th of so many equal parts, in months; a month is divided by ten or fifteen days."""
    first, months, days = whole.earliest, _months(whole), 30 // parts
    if months and months % parts == 0:
        last_month = first.month + number * (months // parts) - 1
        latest = date(first.year, last_month, monthrange(first.year, last_month)[1])
        return Window(date(first.year, last_month - months // parts + 1, 1), latest)
    if months == 1 and parts in (2, 3):
        latest = whole.latest if number == parts else first.replace(day=number * days)
        return Window(first.replace(day=(number - 1) * days + 1), latest)
    raise _no_such_part(words)


def _no_such_part(words: str) -> WrongUsage:
    why = "cannot be divided like that. Type it like: early 2026, first half of 2027, mid-April 2026"
    return WrongUsage(f"{quoted(words)} {why}")


def _out_of_range(words: str) -> WrongUsage:
    return WrongUsage(f"{quoted(words)} lies outside the years 0001 to 9999. Type a day within them.")


def _event(words: str, period: Period | None, before: bool) -> EventDue:
    event = re.sub(_ARTICLES, "", words, flags=_FLAGS)
    if len(event) > LONGEST_EVENT:
        why = f"has {len(event)} characters; at most {LONGEST_EVENT} are kept. Name it in fewer words."
        raise WrongUsage(f"The event {quoted(event)} {why}")
    return EventDue(event=event, period=period, before=before)


def _names_event(words: str) -> bool:
    """Whether something else than a day is named. One unknown word beside a year is a mistyped month."""
    if re.search(rf"\d-\d|\b\d\d? (?:{_MONTH})\b|\b(?:{_MONTH}) \d\d?\b", words, _FLAGS):
        return False
    unknown = [word for word in re.findall(r"[^\W\d_]\w+", words) if not _is_of_dates(word.lower())]
    return len(unknown) > 1 or (len(unknown) == 1 and not re.search(r"\b\d{4}\b", words))


def _is_of_dates(word: str) -> bool:
    from difflib import get_close_matches  # here, for few due dates hang on an event

    return word in _DATE_WORDS or bool(
        re.fullmatch(r"[qh]\d", word) or get_close_matches(word, [one for one in _DATE_WORDS if len(one) > 4], 1, 0.8)
    )


_MONTH = "|".join(MONTHS)
_END = r"(?:the )?end\b"
_FLAGS = re.ASCII | re.IGNORECASE
_BEFORE = ("before", "prior to", "ahead of", "in advance of")
_PARTS = {"early": 1, "beginning": 1, "start": 1, "mid": 2, "middle": 2, "late": 3, "end": 3}
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_DATE_WORDS = frozenset(
    {*MONTHS, *WEEKDAYS, *_PARTS, *_FRACTIONS, *_ORDINALS}
    | set("yesterday today tomorrow spring summer autumn fall winter this current next last now".split())
    | set("the an its their date of in on or by at about around".split())
    | set("day days week weeks month months quarters halves year years".split())
)

_ARTICLES = r"^(?:the )?(?:date of )?(?:(?:the|an?|its|their) )?"
_PART = r"(?:the )?(?P<part>early|mid|late|(?:beginning|start|middle|end)(?= |-))(?: of)?[- ](?:in )?(?P<whole>.+)"
_NTH = rf"(?P<nth>last|{'|'.join(_ORDINALS)}) (?P<fraction>{'|'.join(_FRACTIONS)})(?: of)? (?P<whole>.+)"
_BEFORES = "|".join(_BEFORE)
_LEADS = rf"at the latest(?: by| on)?|by|until|on or before|not? later than|{_BEFORES}"
_SIDES = rf"after|from|of|following|{_BEFORES}"
_VAGUE = (
    r"(?:very )?soon|immediately|promptly|without delay|in due course|as (?:soon|early) as (?:.* )?possible"
    r"|(?:at|on|in) (?:an? |the )?(?:mutually )?"
    r"(?:early (?:date|opportunity)|(?:convenient|agreed|appropriate|earliest|coming|near|regular|short|once"
    r"|least|time|schedule)\b.*)"
)

_WHOLES: tuple[tuple[str, Callable[[re.Match[str], date], Window]], ...] = (
    (r"(?:this |next )?(?:spring|summer|autumn|fall|winter)(?:(?: of| in)? \d{4})?", _season),
    (_NTH, _nth_part),
    (rf"(?:this )?(?P<month>{_MONTH})", _coming_month),
    (r"(?P<which>this|the|next) (?P<unit>year|quarter|month)", _this_or_next),
    ("now", _now),
)
_FORMS: tuple[tuple[str, Callable[[re.Match[str], date], Window | EventDue]], ...] = (
    (_MONTH, _without_year),
    (
        rf"(?P<lead>within |in |not? later than |at the latest |at least (?=.* (?:{_BEFORES}) ))?"
        rf"(?P<length>(?!last|{'|'.join(_ORDINALS)}){LENGTH}) (?P<side>{_SIDES}) (?P<rest>.+)",
        _counted,
    ),
    (rf"(?:within|in) (?P<length>(?!this |next ){LENGTH})", _from_when),
    (_VAGUE, _no_day),
    (rf"(?P<lead>{_LEADS}) (?P<rest>.+?)(?:,? at the latest)?", _by),
    (r"on the (?:margins?|sidelines?|occasion) of (?P<rest>.+)", _at),
    (r"(?:upon|on|at|during) (?P<rest>.+)", _at),
    (r"(?:after|following) .+", _how_long_after),
    (r"(?:in the course of|in) (?P<rest>.+)", _in),
)
