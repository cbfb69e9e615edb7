"""By when, where prose says it: where the phrase stands, and the due time it names."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bilateral_tracker.communique.cadence_phrases import cadences_in
from bilateral_tracker.communique.calendar_phrases import NAMED, RELATIVE, read_named
from bilateral_tracker.communique.clean_text import CleanText, clean_text
from bilateral_tracker.communique.event_phrases import EVENT, MOMENT, OCCASION, event_name
from bilateral_tracker.communique.numbers import LENGTH, read_lengths
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.period import Period
from bilateral_tracker.domain.span import shifted
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DeadlinePhrase:
    """By when something is to be done, in the words of a text, and where they stand in it."""

    start: int
    end: int
    words: str
    due: Window | EventDue | None
    """None for what is vague, a duration, or hung on an event without a name."""
    deadline: str
    """`2026-12-31`, `2022-01-01/2022-03-31`, `P6M from entry into force`, `event: first meeting`; empty if vague."""
    is_soft: bool = False
    is_vague: bool = False
    is_duration: bool = False
    """Whether it says how long something lasts: "for 90 days". Nothing is due."""


Read = Callable[[re.Match[str], date], DeadlinePhrase | None]


def deadlines(text: str, dated_on: date) -> tuple[DeadlinePhrase, ...]:
    """The phrases of a text that say by when, in its order; none overlaps another, or one that says how often.

    `dated_on` is the day of the text: "within two months" is counted from it, and what was over by then is left out.
    """
    clean = clean_text(text)
    taken = [(phrase.start, phrase.end) for phrase in cadences_in(clean, dated_on) if not phrase.is_adjective]
    found = sorted(_phrases(clean, dated_on), key=lambda phrase: (phrase.start, -phrase.end))
    return tuple(_apart(found, taken))


def _apart(phrases: list[DeadlinePhrase], taken: list[Place]) -> Iterator[DeadlinePhrase]:
    """The phrases that overlap neither what is taken nor one before them, in one pass over both."""
    free_from, next_taken = 0, 0
    for phrase in phrases:
        while next_taken < len(taken) and taken[next_taken][1] <= phrase.start:
            next_taken += 1
        is_taken = next_taken < len(taken) and taken[next_taken][0] < phrase.end
        if phrase.start >= free_from and not is_taken:
            free_from = phrase.end
            yield phrase


def _phrases(clean: CleanText, dated_on: date) -> Iterator[DeadlinePhrase]:
    for form, read in _forms():
        for found in form.finditer(clean.small):
            with suppress(WrongUsage, OverflowError):
                said = read(found, dated_on)
                if said:
                    yield _placed(said, clean, found)


def _placed(said: DeadlinePhrase, clean: CleanText, found: re.Match[str]) -> DeadlinePhrase:
    start, end = clean.original_span(*found.span())
    words = clean.words[found.start() : found.end()]
    is_soft = not said.is_duration and bool(_soft().search(clean.small[max(0, found.start() - 20) : found.end()]))
    due, deadline = said.due, said.deadline
    if isinstance(due, EventDue):
        event = _as_written(due.event, words)
        due, deadline = due._replace(event=event), deadline.replace(due.event, event)
    elif due:
        due = replace(due, words=words)
    return replace(said, start=start, end=end, words=words, due=due, deadline=deadline, is_soft=is_soft)


def _as_written(event: str, words: str) -> str:
    """The name of an event with the capitals of the text."""
    written = {word.lower(): word for word in words.split()}
    return " ".join(written.get(word, word) for word in event.split())


def _said(due: Window | EventDue | None, deadline: str) -> DeadlinePhrase:
    return DeadlinePhrase(0, 0, "", due, deadline)


def _counted(found: re.Match[str], dated_on: date) -> DeadlinePhrase | None:
    """So long after an event, or before it; from a day that is known, the day it leads to."""
    length, event, is_before = read_lengths(found["length"]).most, found["event"], found["side"] in _BEFORE
    if re.match(_SITTING_BEFORE, event):
        return None
    if re.match(_TODAY, event):
        return _until(dated_on, length.after(dated_on))
    day = re.match(rf"(?:the )?{NAMED}", event)
    named = day and read_named(day[0].removeprefix("the "), dated_on)
    if named:
        latest = length.after(named.window.earliest, -1) if is_before else length.after(named.window.latest)
        return _until(dated_on, latest)
    if not found["lead"] and not re.search(_MILESTONES, event):
        return None
    name = event_name(event)
    counted_from = f"each {name}" if is_before and name in ("meeting", "session") else name
    return _said(EventDue(name, length, is_before), f"{'-' * is_before}{_iso(length)} from {counted_from}")


def _within(found: re.Match[str], dated_on: date) -> DeadlinePhrase | None:
    """A length of time from the day of the text."""
    if found["lead"] == "in" and not (found["coming"] or found["time"]) and re.search(_RECORD, _before(found)):
        return None
    length = read_lengths(found["length"] or f"1 {found['unit']}".replace("1 decade", "10 years"))
    latest = length.most.after(dated_on)
    if found["lead"].startswith(("over", "during", "throughout")):
        return _said(Window(dated_on, latest), f"{dated_on}/{latest}") if found["coming"] else None
    if length.least != length.most and found["lead"] == "in":
        earliest = length.least.after(dated_on)
        return _said(Window(earliest, latest), f"{earliest}/{latest}")
    return _until(dated_on, latest)


def _from_start(found: re.Match[str], _: date) -> DeadlinePhrase:
    length = read_lengths(found["length"]).most
    return _said(EventDue("start", length), f"{_iso(length)} from start")


def _lasting(found: re.Match[str], dated_on: date) -> DeadlinePhrase:
    begun = read_named(found["begun"], dated_on) if found["begun"] else None
    length = read_lengths(found["length"]).most
    until = f"until {length.after(begun.window.earliest)}" if begun else ""
    return replace(_said(None, until), is_duration=True)


def _until_named(found: re.Match[str], dated_on: date) -> DeadlinePhrase | None:
    named = read_named(found["named"], dated_on)
    if named is None or named.window.latest < dated_on:
        return None
    if re.search(_COMPLETED, _before(found)):
        return _until(dated_on, named.window.latest)
    return replace(_said(None, f"until {named.window.latest}"), is_duration=True)


def _by(found: re.Match[str], dated_on: date) -> DeadlinePhrase | None:
    """By the last of the days that are named, or before the first of them."""
    named = read_named(found["named"], dated_on)
    if named is None or named.window.latest < dated_on:
        return None
    if found["lead"] in _BEFORE and not re.match(r"(?:the )?(?:very )?end", found["named"]):
        return _until(dated_on, shifted(named.window.earliest, -1))
    return _said(named.window, _days(named.window)) if named.is_part else _until(dated_on, named.window.latest)


def _in(found: re.Match[str], dated_on: date) -> DeadlinePhrase | None:
    named = read_named(found["named"], dated_on)
    if named is None or named.window.latest < dated_on or named.window == Window.day(dated_on):
        return None
    return _said(named.window, _days(named.window))


def _upon(found: re.Match[str], _: date) -> DeadlinePhrase:
    name = event_name(found["event"])
    return _said(EventDue(name), f"P0D from {name}")


def _occasion(found: re.Match[str], dated_on: date) -> DeadlinePhrase | None:
    year = re.search(r"\b(?:19|20)[0-9]{2}\b", found["event"])
    if year and int(year[0]) < dated_on.year:
        return None
    name = event_name(found["event"])
    return _said(EventDue(name, before=found["lead"] in (*_BEFORE, "by", "in time for")), f"event: {name}")


def _vague(_: re.Match[str], __: date) -> DeadlinePhrase:
    return replace(_said(None, ""), is_vague=True)


def _until(dated_on: date, latest: date) -> DeadlinePhrase | None:
    return _said(Window(dated_on, latest), str(latest)) if latest >= dated_on else None


def _days(window: Window) -> str:
    return str(window.latest) if window.is_one_day else f"{window.earliest}/{window.latest}"


def _iso(length: Period) -> str:
    return f"P{length.count}{length.unit.value}"


def _before(found: re.Match[str]) -> str:
    """The clause before what was found, as far as it matters."""
    return found.string[max(0, found.start() - 80) : found.start()]


_BEFORE = ("before", "prior to", "ahead of", "in advance of")
_TODAY = (
    r"(?:now|today)\b|(?:the )?(?:date of )?(?:this|the present) (?:joint )?"
    r"(?:statement|communique|declaration|readout|record|announcement|meeting|date)\b"
)
_SITTING_BEFORE = (
    r"(?:the |its |their )?(?:last|latest|previous|preceding|most recent) (?:[a-z]{1,20} ){0,2}"
    r"(?:meeting|session|round|sitting|review|summit|dialogue|consultations|one)\b"
)
_MILESTONES = (
    r"\b(?:entry|force|effect|operative|signature|signing|signed|ratification|approval|adoption|receipt|request"
    r"|notification"
    r"|meetings?|sessions?|visit|summit|termination|expiry|expiration|conclusion|completion|date)\b"
)
_RECORD = r"\b(?:first|last|only|[a-z]{3,12}est|time|more|than|increase[sd]?|gr[eo]wn?|rose|fell|fallen)\b[^.;]{0,40}$"
_COMPLETED = r"\b(?:complet|finali[sz]|submit|conclud|finish|deliver)[a-z]{0,6}\b[^.;]{0,60}$"
_ABOUT = r"(?:(?:approximately|about|around|roughly|some|at most|at the latest|up to) )?"
_NAMES = (
    r"(?!,? (?:19|20)[0-9]{2}\b)(?! (?:agreement|agenda|treaty|memorandum|mou|strategy|vision|declaration|statement"
    r"|convention|protocol|plan|programme|program|framework|roadmap|resolution|communique|understanding|edition"
    r"|report)\b)"
)
_COMING = r"(?:coming|next|following)"
_VAGUE = (
    r"as (?:soon|early|quickly|promptly) as (?:\w{1,15} )?(?:possible|practicable|feasible)"
    r"|at (?:the|their|its) earliest(?: (?:possible )?(?:date|opportunity|convenience|time|moment))?"
    r"|at an early (?:date|opportunity|time)|as a matter of (?:urgency|priority)"
    rf"|(?:in|over|during|within) the (?:{_COMING} )?(?:few )?(?:days|weeks|months|years|period)"
    r"(?: and (?:weeks|months|years))?(?: (?:ahead|to come))?"
    r"|in the (?:near|foreseeable|immediate) future|in due (?:course|time)|in a timely (?:manner|fashion)"
    r"|(?:in|over) the (?:short|medium|long|near)(?:[- ](?:to|and)[- ](?:medium|long))?[- ]term"
    r"|(?:at|on|in) (?:an? |the )?(?:mutually )?(?:convenient|agreed|acceptable|suitable|later"
    r"|appropriate) (?:time|dates?|stage|moment)"
    r"|(?:at|on) (?:a |the )?(?:times?|dates?) to be (?:mutually )?(?:agreed|determined|decided|fixed|announced)"
    r"|(?:as )?soon(?! as| after)|shortly|promptly|expeditiously|without (?:undue |further )?delay|before long|swiftly"
)


@cache
def _soft() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:approximately|about|around|roughly|target(?:ing|ed)?|tentatively|preferably|ideally|if possible"
        r"|expected|hopefully"
        r"|aim(?:s|ed|ing)?|provisionally)\b"
    )


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Read], ...]:
    """Compiled when a text is first read."""
    sides = r"of|after|from|following|before|prior to|in advance of|ahead of"
    lead = (
        r"within(?: a| the)?(?: maximum| further)?(?: period of)?|in|not? (?:later|more) than|at least"
        r"|at the latest|after|no less than"
    )
    length, named = rf"(?P<length>{LENGTH})", rf"(?P<named>{NAMED})\b{_NAMES}"
    befores = "|".join(_BEFORE)
    bys = (
        rf"by(?: no later than| around| about)?|{befores}|(?:by )?not? later than|on or before|at the latest(?: by"
        rf"| on| in)?|targeting(?: for)?|(?:a|the) target (?:date )?of"
    )
    ins = (
        "in|on|during(?: the course of)?|at|around|about|from|as (?:from|of)|starting(?: in| from| on)?"
        "|beginning(?: in| from| on)?"
        "|between"
        "|effective(?: from)?|in the course of|over|throughout|within|(?:scheduled|planned|set|slated"
        "|foreseen) for|into|towards?"
    )
    forms: tuple[tuple[str, Read], ...] = (
        (rf"(?:(?P<lead>{lead}) )?{_ABOUT}{length} (?P<side>(?<!of )(?:{sides})) (?P<event>{EVENT})", _counted),
        (
            rf"(?P<lead>within|in(?: the course of| not? more than| less than)?|over|during|throughout"
            rf"|not? later than)(?: (?:a|the))?(?P<coming> {_COMING})?"
            rf"(?: (?:maximum|period) of)? {_ABOUT}(?:{length}|(?<=next )(?P<unit>year|month|week|quarter|decade)\b)"
            r"(?P<time>'?s?'? (?:time|period)\b| from (?:now|today)\b)?(?!'? (?:of|ago|old|since|before|later)\b)",
            _within,
        ),
        (rf"after (?:a period of )?{length}(?! (?:of|after|from|following|ago|old|later)\b)", _from_start),
        (
            r"for (?:(?:a|an|the|another|at least|up to|over|more than) )?(?:(?:further|additional|initial"
            r"|maximum|minimum|renewable|successive|consecutive"
            rf"|subsequent|next|first|whole|total) )?(?:(?:period|term|duration)s? )?(?:of )?{length}(?: and {LENGTH})?"
            rf"(?:,? (?:starting|beginning|commencing|effective|from)(?: on| from| in)? (?P<begun>{NAMED}))?",
            _lasting,
        ),
        (rf"(?:until|till|through) {named}", _until_named),
        (rf"(?P<lead>{bys}) {named}", _by),
        (rf"(?:{ins}) {named}", _in),
        (rf"(?P<named>{RELATIVE}){_NAMES}", _in),
        (rf"(?:up)?on (?P<event>{MOMENT})", _upon),
        (
            rf"(?P<lead>at|during|in|on the (?:margins?|sidelines?|occasion) of|in time for|by"
            rf"|{befores}) (?P<event>{OCCASION})",
            _occasion,
        ),
        (rf"(?P<lead>{befores}|by) (?P<event>{MOMENT})", _occasion),
        (_VAGUE, _vague),
    )
    return tuple((re.compile(rf"\b(?:{form})\b"), read) for form, read in forms)
