"""How often, as people and treaties write it.

Nothing is guessed: a word with two meanings is refused, with both to type, and so is a word that names no rhythm.
What stands between two due dates ("quarterly", "every 3 months", "twice a year") is a grid; a least number ("at least
once a year") and a span of the calendar ("in each quarter") ask for one sitting in each span.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.day import MONTHS
from bilateral_tracker.domain.period import Period, Unit, read_period
from bilateral_tracker.domain.plain_text import plain_line
from bilateral_tracker.errors import WrongUsage, quoted


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often, and how the words mean it. On request, `period` is the time within which a request is to be met."""

    period: Period
    reading: Reading = Reading.GRID
    is_floor: bool = False
    """Whether more is welcome: "at least once a year"."""
    is_soft: bool = False
    """Whether the words leave room: "normally"."""
    month: int | None = None
    """The month in which each falls due, from 1: "every year in November"."""
    first_within: Period | None = None
    """The time from the agreement to the first, where it differs from the period."""
    year: str = ""
    """The sort of year that is counted by, where its first day has to be told: `fiscal`, `treaty`."""
    words: str = field(default="", compare=False)
    """What was read, where it says more than how long a period is."""


def read_rhythm(text: str) -> Rhythm:
    """A rhythm in words: `every 3 months`, `at least once a year`, `within 6 months of the last meeting`.

    "Annually", "once a year" and "twice a year" alone are grids: the first falls due one period after the agreement.
    Raises WrongUsage for what names no rhythm, or could name two.
    """
    words = plain_line(" ".join(text.split()), "rhythm").lower().rstrip(" .,;")
    with suppress(WrongUsage):
        return Rhythm(read_period(words))
    if not words:
        message = f"No rhythm was given. {_REMEDY}"
        raise WrongUsage(message)
    for twofold, readings in _TWOFOLD:
        if re.search(twofold, words, re.ASCII):
            raise WrongUsage(f"{quoted(text)} has two meanings. Type the one that is meant: {readings}.")
    rhythm = _rhythm(re.sub(_YEARLY, r"\g<times> a year", words, flags=re.ASCII))
    return replace(rhythm, words=" ".join(text.split()))


def read_length(text: str) -> Period:
    """A length of time: `6 months`, `a year`, `two fortnights`, `one half-year`. WrongUsage for anything else."""
    words = " ".join(text.lower().split())
    found = re.fullmatch(rf"(?:(?P<count>{_COUNT}) )??(?P<unit>{_UNIT})", words, re.ASCII)
    if found is None:
        raise WrongUsage(f"{quoted(text)} is not a length of time. Write it like: 6 months, one year, 30 days")
    count = re.sub(r"^an?$|^$", "one", found["count"] or "")
    longer = _LONGER.get(found["unit"].removesuffix("s").replace(" ", "-"))
    if longer:
        return Period(longer.count * _number(count), longer.unit)
    return read_period(f"{count} {found['unit']}")


def _rhythm(words: str) -> Rhythm:
    for form, read in _FORMS:
        found = re.fullmatch(form, words, re.ASCII)
        if found:
            return read(found)
    raise _no_rhythm(words)


def _no_rhythm(words: str) -> WrongUsage:
    return WrongUsage(f"{quoted(words)} is not a rhythm. {_REMEDY}")


def _number(word: str) -> int:
    try:
        return read_period(f"{word} days").count
    except WrongUsage as refused:
        message = f"{quoted(word)} is not a number to count by. Write it in digits, like 3, or in words up to twelve."
        raise WrongUsage(message) from refused


def _softly(found: re.Match[str]) -> Rhythm:
    return replace(_rhythm(found["rest"]), is_soft=True)


def _despite_vague_words(found: re.Match[str]) -> Rhythm:
    """Vague words in front leave room, unless a least number follows: as required, but at least once a year."""
    rhythm = _rhythm(found["rest"])
    return replace(rhythm, is_soft=rhythm.is_soft or not rhythm.is_floor)


def _vague(found: re.Match[str]) -> Rhythm:
    raise WrongUsage(f"{quoted(found.string)} names no rhythm. Leave --every out, so that it comes up for review.")


def _on_request(found: re.Match[str]) -> Rhythm:
    if not found["term"]:
        why = "does not say how soon a request is to be met. Add it, like: within 30 days of a request"
        raise WrongUsage(f"{quoted(found.string)} {why}")
    return Rhythm(read_length(found["term"]), Reading.ON_REQUEST)


def _rolling(found: re.Match[str]) -> Rhythm:
    return Rhythm(read_length(found["length"]), Reading.ROLLING)


def _first_within(found: re.Match[str]) -> Rhythm:
    """A first due date of its own. It is counted from the agreement: from any other event, its day has to be known."""
    if found["event"] and not re.fullmatch(_AGREEMENT, found["event"], re.ASCII):
        then = (
            f"Type the rhythm alone, and the first due date with --first-due once the day of {quoted(found['event'])}"
        )
        raise WrongUsage(f"{quoted(found.string)} begins with an event. {then} is known.")
    rhythm = _rhythm(re.sub(r",? (?:thereafter|after that|afterwards)$", "", found["rest"]))
    if rhythm.first_within or rhythm.reading not in _OF_THE_CALENDAR:
        raise _no_rhythm(found.string)
    return replace(rhythm, first_within=read_length(found["length"]))


def _in_a_month(found: re.Match[str]) -> Rhythm:
    rhythm = _rhythm(found.groupdict().get("rest") or "every year")
    is_of_years = rhythm.period.unit is Unit.YEAR or (rhythm.period.unit is Unit.MONTH and not rhythm.period.count % 12)
    if rhythm.month or rhythm.reading not in _OF_THE_CALENDAR or not is_of_years:
        why = "names a month, so that it can only come back every year or every few years."
        raise WrongUsage(f"{quoted(found.string)} {why} Write it like: every 2 years in November")
    return replace(rhythm, month=MONTHS[found["month"]])


def _at_least(found: re.Match[str]) -> Rhythm:
    rhythm = _rhythm(found["rest"])
    if rhythm.reading not in _OF_THE_CALENDAR or rhythm.first_within:
        raise _no_rhythm(found.string)
    return replace(rhythm, reading=Reading.PERIOD, is_floor=True)


def _so_often(found: re.Match[str]) -> Rhythm:
    """Once or several times in a span: `three meetings per year` is one every four months."""
    span, counted = found["span"], found["times"] or "once"
    period = _shared(read_length(span), _TIMES.get(counted) or _number(counted.split()[0]), found.string)
    is_period = found["kind"] or re.match("in|during|within", found["each"] or "")
    year = "" if found["kind"] in (None, "calendar") else found["kind"]
    return Rhythm(period, Reading.PERIOD if is_period else Reading.GRID, year=year)


def _shared(period: Period, times: int, words: str) -> Period:
    """The period, divided. WrongUsage where nothing whole comes out: five times a year, twice a month."""
    if times == 1:
        return period
    unit = Unit.DAY if period.unit in (Unit.DAY, Unit.WEEK) else Unit.MONTH
    total = period.count * {Unit.WEEK: 7, Unit.YEAR: 12}.get(period.unit, 1)
    if total % times:
        why = (
            "does not divide into whole months or days. Write how long it is from one to the next, like: every 2 weeks"
        )
        raise WrongUsage(f"{quoted(words)} {why}")
    return Period(total // times, unit)


def _every_nth(found: re.Match[str]) -> Rhythm:
    nth = found["nth"]
    return Rhythm(read_length(f"{_NTH.get(nth, nth)} {found['unit']}"))


def _length(found: re.Match[str]) -> Rhythm:
    return Rhythm(read_length(found.string))


def _adverb(found: re.Match[str]) -> Rhythm:
    """What `read_period` knows by name, and its adjectives: on a monthly basis, on an annual basis."""
    word = found["word"].replace("semiann", "semi-ann")
    if word in ("triennial", "triennially"):
        return Rhythm(Period(3, Unit.YEAR))
    try:
        return Rhythm(read_period(f"{word}ly" if word.endswith(("nnual", "nnial")) else word))
    except WrongUsage as refused:
        raise _no_rhythm(found.string) from refused


_REMEDY = (
    "Write it like: every 3 months, at least once a year, every year in November, within 6 months of the last meeting"
)
_OF_THE_CALENDAR = (Reading.GRID, Reading.PERIOD)
_LONGER = {"fortnight": Period(2, Unit.WEEK), "half-year": Period(6, Unit.MONTH)}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_NTH = {"other": 2, "alternate": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}

_COUNT = r"(?:[a-z]+|[0-9]{1,9})"
_UNIT = r"(?:day|week|fortnight|month|quarter|half[- ]year|year)s?"
LENGTH = rf"(?:{_COUNT} )?{_UNIT}"
"""The form of a length of time, for `read_length`."""
_SOFT = r"(?:normally|usually|in principle|as a rule|in der regel|as far as possible|as (?:mutually )?agreed)"
_VAGUE = (
    r"(?:regularly|periodically|from time to time|ad hoc|at regular intervals"
    r"|on an? (?:regular|ad hoc) basis"
    r"|(?:as|when|whenever|if)(?: and when)? (?:necessary|needed|required|appropriate|(?:mutually )?agreed)"
    r"|at (?:such|mutually) [^,;]+)"
)
_FLOOR = r"(?:at least|(?:no|not) (?:less|fewer)(?: often| frequently)? than|(?:a )?minimum(?: of)?|at the latest)"
_WORDS = r"(?: (?!(?:and|or|then|but|every|each|within|at|day|week|month|quarter|year)\b)[a-z'-]+){0,6}"
_REQUEST = rf"(?:(?:an?|the) )?(?:written )?request(?: (?:of|by|from){_WORDS})?"
_LAST = rf"(?:last|latest|previous|preceding|prior|most recent){_WORDS}"
_AGREEMENT = r"(?:the )?(?:date of )?(?:its |the )?(?:signature|signing|agreement)"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})(?:,? or (?:in )?(?:an|any |such )other month\b.*)?"
_MANY = rf"(?:once|twice|thrice|{_COUNT} (?:time|meeting|session)s?)"
_YEARLY = rf"(?P<times>\b{_MANY}) (?:yearly|annually)\b"
_KIND = r"(?:(?P<kind>calendar|fiscal|financial|treaty) )?"

_TWOFOLD = (
    (r"\bbi[- ]?annual", "every 6 months, or every 2 years"),
    (r"\bbi[- ]?month", "every 2 months, or every 2 weeks for about twice a month"),
    (r"\bbi[- ]?week", "every 2 weeks, or every 3 days for about twice a week"),
)
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Rhythm]], ...] = (
    (_VAGUE, _vague),
    (rf"{_VAGUE}(?:[,;]? (?:but|and)|[,;])(?: in any case,?)? (?P<rest>.+)", _despite_vague_words),
    (rf"(?P<rest>.+?)(?:,? and(?: also)?|,? or more often,?) {_VAGUE}", _at_least),
    (rf"{_SOFT},? (?P<rest>.+)", _softly),
    (rf"(?P<rest>.+?),? {_SOFT}", _softly),
    (rf"(?:within )?(?P<term>{LENGTH}) (?:of|after|from|following) (?:(?:the )?receipt of )?{_REQUEST}", _on_request),
    (rf"(?:at|on|upon) {_REQUEST}(?:,? (?:and )?within (?P<term>{LENGTH}))?", _on_request),
    (rf"when(?:ever)? requested(?: by{_WORDS})?(?:,? within (?P<term>{LENGTH}))?", _on_request),
    (
        rf"(?:within |not? later than |not? more than |at the latest )?(?P<length>{LENGTH}) "
        rf"(?:of|after|from|following) (?:the |its )?{_LAST}",
        _rolling,
    ),
    (
        rf"(?:first )?within (?P<length>{LENGTH})(?: (?:of|after|from) (?P<event>[^,;]+?))?"
        r"(?:[,;] (?:and )?(?:then |thereafter )?| and (?:then |thereafter )?| then | thereafter )(?P<rest>.+)",
        _first_within,
    ),
    (rf"(?P<rest>.+?),? in {_MONTH}", _in_a_month),
    (rf"in {_MONTH},? (?:of )?(?P<rest>.+)", _in_a_month),
    (rf"(?:every|each) {_MONTH}", _in_a_month),
    (rf"{_FLOOR} (?P<rest>.+)", _at_least),
    (rf"(?P<times>{_MANY}) (?P<each>an?|per|in an?) {_KIND}(?P<span>{LENGTH})", _so_often),
    (rf"(?:every|each|in(?= alternate)) (?P<nth>{'|'.join(_NTH)}) (?P<unit>{_UNIT})", _every_nth),
    (
        rf"(?:(?P<times>{_MANY}) )?(?P<each>(?:in |during |within )?(?:every|each)) {_KIND}(?P<span>{LENGTH})",
        _so_often,
    ),
    (rf"(?!an? ){LENGTH}", _length),
    (rf"(?!half|semi)(?P<nth>{_COUNT})-(?P<unit>month|year)ly", _every_nth),
    (r"(?:(?:on )?an? )?(?P<word>[a-z-]+(?:ly|al))(?: (?:basis|meetings?|sessions?|dialogue))?", _adverb),
)
