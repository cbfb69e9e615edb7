"""How often, where prose says it: where the phrase stands, and the rhythm that `read_rhythm` makes of its core.

A phrase is a core ("twice a year") with what may stand around it: a first time, words that leave room, a least number,
how long it goes on, the day of the year by which.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from bilateral_tracker.communique import cadence_forms as forms
from bilateral_tracker.communique.calendar_phrases import read_named
from bilateral_tracker.communique.clean_text import CleanText, clean_text
from bilateral_tracker.communique.event_phrases import event_name
from bilateral_tracker.communique.numbers import read_lengths
from bilateral_tracker.communique.recurrence import recurrence
from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.day import MONTHS
from bilateral_tracker.domain.dues import EventDue
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
    """None for what is unscheduled, and for a word with two meanings. Of a range, the longest."""
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
    first_due: Window | EventDue | None = None
    """When the first falls due, where that is told: "in 2027 and every three years thereafter"."""


def cadences(text: str, dated_on: date) -> tuple[CadencePhrase, ...]:
    """The phrases of a text that say how often, in its order; none overlaps another. `dated_on` is its date."""
    return tuple(cadences_in(clean_text(text), dated_on))


def cadences_in(clean: CleanText, dated_on: date) -> Iterator[CadencePhrase]:
    """The same, of a text that is clean already."""
    ambiguous: CadencePhrase | None = None
    for phrase in _phrases(clean, dated_on):
        if ambiguous and not _is_explained(ambiguous, phrase):
            yield ambiguous
        ambiguous = phrase if phrase.readings else None
        if not ambiguous:
            yield phrase
    if ambiguous:
        yield ambiguous


def _is_explained(ambiguous: CadencePhrase, phrase: CadencePhrase) -> bool:
    """Whether the next phrase says what a word with two meanings means: "biannually (twice a year)"."""
    return phrase.rhythm is not None and phrase.start - ambiguous.end <= len(", that is to say, ")


def _phrases(clean: CleanText, dated_on: date) -> Iterator[CadencePhrase]:
    for found in forms.cadence().finditer(clean.small):
        with suppress(WrongUsage, OverflowError):
            said = _said(found, dated_on)
            if not _is_trap(said, found, dated_on):
                yield _placed(said, clean, found)


def _placed(said: CadencePhrase, clean: CleanText, found: re.Match[str]) -> CadencePhrase:
    group = "adjective" if said.is_adjective else 0
    start, end = clean.span(found, group)
    words, noun = clean.said(found, group), clean.said(found, "noun").strip() if found["noun"] else ""
    return replace(
        said, start=start, end=end, words=words, noun=noun, rhythm=said.rhythm and replace(said.rhythm, words=words)
    )


def _said(found: re.Match[str], dated_on: date) -> CadencePhrase:
    blank = CadencePhrase(0, 0, "", None, "", is_adjective=bool(found["adjective"]))
    if found["twofold"]:
        return replace(blank, recurrence="AMBIGUOUS", readings=_TWOFOLD[_letters(found["twofold"])[:4]])
    if found["unscheduled"] or found["term"] or {found["adjective"], found["basis"]} & {"regular", "periodic"}:
        return replace(blank, is_unscheduled=True, is_floor=bool(found["term"]))
    core = _core(found)
    rhythm = replace(core, is_soft=_is_soft(found, core))
    said = replace(blank, rhythm=rhythm, is_floor=rhythm.is_floor, is_soft=rhythm.is_soft, during=_during(found, core))
    said = _begun(said, found, dated_on)
    return replace(said, recurrence=recurrence(rhythm.period, _interval(found), _parts(said, found)))


def _core(found: re.Match[str]) -> Rhythm:
    """The rhythm that the core names, with the least number that stands before or behind it."""
    if found["rolling"]:
        return Rhythm(read_lengths(found["length"]).most, Reading.ROLLING)
    rhythm = _spaced(found) or read_rhythm(_as_typed(found))
    is_floor = found["floor"] or found["floor_behind"] or (found["at_most"] or "of") != "of" or _is_more_welcome(found)
    return replace(rhythm, reading=Reading.PERIOD, is_floor=True) if is_floor else rhythm


def _is_more_welcome(found: re.Match[str]) -> bool:
    """Whether words behind add to it: "and as necessary", "or at the request of either Party"."""
    return found["joined"] == "and" or "request" in (found["vague_behind"] or "")


def _spaced(found: re.Match[str]) -> Rhythm | None:
    """A rhythm of which the time between two is named, or the month, season or weekday of each; else None."""
    if found["weekday_alone"]:
        return Rhythm(Period(1, Unit.WEEK))
    if found["month_alone"] or found["season_alone"]:
        return Rhythm(Period(1, Unit.YEAR))
    length = found["interval"] or found["spaced"] or found["spaced_by"]
    return Rhythm(read_lengths(length).most) if length else None


def _as_typed(found: re.Match[str]) -> str:
    """The core as `read_rhythm` knows it: numbers in digits, one word for a sitting, an adjective "on a basis"."""
    if found["basis"] or found["adjective"]:
        word = re.sub("(?<=semi)(?=annual)", "-", found["basis"] or found["adjective"]).replace(" ", "-")
        return word if word[0].isdigit() else f"on a {word} basis"
    core = re.sub(r"^(once|[0-9]{1,4}) ?(?:or|to|-) ?(?:twice|[0-9]{1,4})\b", r"\1", found["core"])
    core = re.sub(r"^([0-9]{1,4}) (?=(?:an?|per|in|each|every)\b)", r"\1 times ", core)
    core = re.sub(r"\b(times|once|twice) in (?=[0-9])", r"\1 every ", core)
    core = re.sub(rf"(?<=[0-9] )(?:{forms.SITTINGS})\b", "times", core)
    core = re.sub(r"\b(?:alternate|alternating)\b", "other", re.sub(r"^in (?=alternate)", "every ", core))
    core = re.sub("^per (?:calendar )?year$", "every year", core.replace("per annum", "per year"))
    core = re.sub(r"\btwice-", "twice ", core)
    return re.sub(r"\b1 times?\b", "once", core)


def _interval(found: re.Match[str]) -> str:
    """Both bounds of a range, as in "every 3 or 4 months"."""
    if not found["interval"]:
        return ""
    least, most = read_lengths(found["interval"])
    return f"{least.count}/{most.count}" if least != most else ""


def _is_soft(found: re.Match[str], rhythm: Rhythm) -> bool:
    """Whether words leave room. A least number binds, whatever vague words stand beside it."""
    before = found.string[max(0, found.start() - 60) : found.start()]
    is_softened = found["soft"] or found["soft_behind"] or re.search(forms.SOFTENED, before)
    is_vague = found["vague"] or found["vague_behind"]
    return bool(is_softened) or (bool(is_vague) and not rhythm.is_floor)


def _during(found: re.Match[str], rhythm: Rhythm) -> Period | None:
    """How long it goes on; None also for the length of a sitting ("twice a year for two days")."""
    during = read_lengths(found["during"]).most if found["during"] else None
    return during if during and during.after(_ANY_DAY) > rhythm.period.after(_ANY_DAY) else None


def _begun(said: CadencePhrase, found: re.Match[str], dated_on: date) -> CadencePhrase:
    """With its first due time, and the month in which each falls due."""
    if said.rhythm is None:
        return said
    if found["first_within"]:
        within = read_lengths(found["first_within"]).most
        if found["event"]:
            return replace(said, first_due=EventDue(event_name(found["event"]), within))
        return replace(said, rhythm=replace(said.rhythm, first_within=within))
    named = found["first_in"] or found["begun"]
    if named:
        first = read_named(named, dated_on)
        return replace(said, first_due=first.window if first else None)
    month = found["month"] or found["month_ahead"] or found["month_alone"]
    if month and not said.rhythm.period.months % 12:
        return replace(said, rhythm=replace(said.rhythm, month=MONTHS[month]))
    return replace(said, first_due=_first_by(found, dated_on))


def _first_by(found: re.Match[str], dated_on: date) -> Window | None:
    """The first day by which: the next 30 April, for "each year prior to 1 May"."""
    day, by = found["day"] or found["day_ahead"], found["by"] or found["by_ahead"] or ""
    named = read_named(day, dated_on) if day else None
    if named is None:
        return None
    return named.window.shifted(-1) if by.startswith(("before", "prior")) else named.window


def _parts(said: CadencePhrase, found: re.Match[str]) -> str:
    """What a recurrence says beside how often: when it begins, in which month or on which day, how long."""
    parts = ""
    if found["first_within"]:
        length = read_lengths(found["first_within"]).most
        parts += f";DTSTART=P{length.count}{length.unit.value}"
    elif (found["first_in"] or found["begun"]) and isinstance(said.first_due, Window):
        parts += f";DTSTART={found['first_in'] if (found['first_in'] or '').isdigit() else said.first_due.earliest}"
    if said.rhythm and said.rhythm.month:
        parts += f";BYMONTH={said.rhythm.month}"
    day_named = found["day"] or found["day_ahead"]
    if day_named and isinstance(said.first_due, Window):
        day = read_named(day_named, said.first_due.latest)
        parts += f";BYMONTH={day.window.latest.month};BYMONTHDAY={day.window.latest.day}" if day else ""
    if said.during:
        parts += f";UNTIL=P{said.during.count}{said.during.unit.value}"
    return parts


def _letters(word: str) -> str:
    return word.replace("-", "").replace(" ", "")


def _is_trap(said: CadencePhrase, found: re.Match[str], dated_on: date) -> bool:
    """Whether it counts something else than promises: a quota on an annual basis, annual growth, a report of old."""
    before = found.string[max(0, found.start() - 60) : found.start()]
    if said.is_adjective:
        after = re.match(r" (?:of|for|in) ((?:19|20)[0-9]{2})\b", found.string[found.end() : found.end() + 12])
        is_past = after is not None and int(after[1]) < dated_on.year
        return is_past or bool(
            re.search(forms.ONE_OF_A_ROW, before) or re.match(forms.QUANTITIES, found["noun"].strip())
        )
    is_counted = found["basis"] or (found["core"] or "").startswith("per ")
    return bool(is_counted and re.search(forms.COUNTED, before))


_ANY_DAY = date(2000, 1, 1)
_TWOFOLD = {
    "bian": ("every 6 months", "every 2 years"),
    "bimo": ("every 2 months", "every 2 weeks"),
    "biwe": ("every 2 weeks", "every 3 days"),
}
