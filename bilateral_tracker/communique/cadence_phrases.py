"""How often, where prose says it: where the phrase stands, and what `read_rhythm` makes of it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bilateral_tracker.communique.clean_text import CleanText, clean_text
from bilateral_tracker.communique.numbers import NUMBER, in_digits
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.rhythm import Rhythm, read_rhythm
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage


@dataclass(frozen=True, slots=True)
class CadencePhrase:
    """How often something is to come back, in the words of a text, and where they stand in it."""

    start: int
    end: int
    words: str
    rhythm: Rhythm | None
    """None for what is unscheduled, and for a word with two meanings."""
    recurrence: str
    """Nearly as in RFC 5545: `FREQ=MONTHLY;INTERVAL=3`; empty if none, `AMBIGUOUS` for a word with two meanings."""
    is_floor: bool = False
    is_soft: bool = False
    is_unscheduled: bool = False
    """Whether no rhythm is named: "regularly", "as necessary"."""
    readings: tuple[str, ...] = ()
    """What an ambiguous word can mean, in words to type."""
    is_adjective: bool = False
    noun: str = ""
    """What an adjective stands before: "political consultations" after "annual"."""
    during: Period | None = None
    """How long it goes on: "during the first five years"."""
    first_due: Window | None = None
    """When the first falls due, where a day or year is named: "in 2012 and every three years thereafter"."""


def cadences(text: str, dated_on: date) -> tuple[CadencePhrase, ...]:
    """The phrases of a text that say how often, in its order; none overlaps another. `dated_on` is its date."""
    clean = clean_text(text)
    return tuple(_phrases(clean, dated_on))


def _phrases(clean: CleanText, dated_on: date) -> Iterator[CadencePhrase]:
    for found in _cadence().finditer(clean.small):
        phrase = _phrase(clean, found, dated_on)
        if phrase:
            yield phrase


def _phrase(clean: CleanText, found: re.Match[str], dated_on: date) -> CadencePhrase | None:
    start, end = clean.original_span(*found.span())
    blank = CadencePhrase(start, end, clean.words[found.start() : found.end()], None, "")
    twofold = _TWOFOLD.get((found["twofold"] or "")[:4].replace("-", "").replace(" ", ""))
    if twofold:
        return replace(blank, recurrence="AMBIGUOUS", readings=twofold)
    if found["vague"]:
        return replace(blank, is_unscheduled=True)
    with suppress(WrongUsage, OverflowError):
        rhythm = replace(read_rhythm(in_digits(found[0])), words=blank.words)
        return replace(
            blank,
            rhythm=rhythm,
            recurrence=_recurrence(rhythm.period),
            is_floor=rhythm.is_floor,
            is_soft=rhythm.is_soft,
        )
    return None


def _recurrence(period: Period) -> str:
    name = {Unit.DAY: "DAILY", Unit.WEEK: "WEEKLY", Unit.MONTH: "MONTHLY", Unit.YEAR: "YEARLY"}[period.unit]
    return f"FREQ={name}" + (f";INTERVAL={period.count}" if period.count > 1 else "")


_TWOFOLD = {
    "bian": ("every 6 months", "every 2 years"),
    "bimo": ("every 2 months", "every 2 weeks"),
    "biwe": ("every 2 weeks", "every 3 days"),
}
_UNIT = r"(?:day|week|fortnight|month|quarter|half[- ]year|year)s?"
_FLOOR = r"(?:at least|(?:no|not) (?:less|fewer)(?: often| frequently)? than|(?:a )?minimum(?: of)?)"
_SOFT = r"(?:normally|usually|in principle|as a rule)"
_TIMES = rf"(?:once|twice|thrice|{NUMBER} (?:times|meetings|sessions))"


@cache
def _cadence() -> re.Pattern[str]:
    every = rf"(?:every|each) (?:{NUMBER} |other |second )?{_UNIT}"
    core = (
        rf"(?:{_TIMES} (?:a|an|per|in a|in each|in every) (?:{NUMBER} )?{_UNIT}|(?:{_TIMES} )?{every}"
        rf"|{_TIMES} (?:yearly|annually)|(?:on an? )?(?:annual|monthly|quarterly|semi-?annual|yearly|weekly) basis"
        r"|(?:semi-?annual|annual|year|month|quarter|week|half-year|biennial)ly)"
    )
    return re.compile(
        rf"\b(?:(?P<twofold>bi-?(?:annual|month|week)(?:ly)?)|(?:{_SOFT},? )?(?:{_FLOOR} )?{core}"
        r"|(?P<vague>regularly|periodically|(?:as|when) (?:necessary|needed|required|appropriate)))\b"
    )
