"""By when, where prose says it: where the phrase stands, and the due time it names."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bilateral_tracker.communique import deadline_forms as forms
from bilateral_tracker.communique.cadence_phrases import cadences_in
from bilateral_tracker.communique.calendar_forms import NAMED
from bilateral_tracker.communique.calendar_phrases import read_named
from bilateral_tracker.communique.clean_text import CleanText, clean_text
from bilateral_tracker.communique.event_phrases import LAST_SITTING, event_name
from bilateral_tracker.communique.numbers import read_lengths
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
    is_soft = not said.is_duration and bool(
        re.search(forms.SOFT, clean.small[max(0, found.start() - 20) : found.end()])
    )
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
    length, event, is_before = read_lengths(found["length"]).most, found["event"], found["side"] in forms.BEFORE
    if re.match(LAST_SITTING, event):
        return None
    if re.match(forms.TODAY, event):
        return _until(dated_on, length.after(dated_on))
    day = re.match(rf"(?:the )?{NAMED}", event)
    named = day and read_named(day[0].removeprefix("the "), dated_on)
    if named:
        latest = length.after(named.window.earliest, -1) if is_before else length.after(named.window.latest)
        return _until(dated_on, latest)
    if not found["lead"] and not re.search(forms.MILESTONES, event):
        return None
    name = event_name(event)
    counted_from = f"each {name}" if is_before and name in ("meeting", "session") else name
    return _said(EventDue(name, length, is_before), f"{'-' * is_before}{_iso(length)} from {counted_from}")


def _within(found: re.Match[str], dated_on: date) -> DeadlinePhrase | None:
    """A length of time from the day of the text."""
    if found["lead"] == "in" and not (found["coming"] or found["time"]) and re.search(forms.RECORD, _before(found)):
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
    named = read_named(found["named"] or found["years"], dated_on)
    if named is None or named.window.latest < dated_on:
        return None
    if re.search(forms.COMPLETED, _before(found)):
        return _until(dated_on, named.window.latest)
    return replace(_said(None, f"until {named.window.latest}"), is_duration=True)


def _by(found: re.Match[str], dated_on: date) -> DeadlinePhrase | None:
    """By the last of the days that are named, or before the first of them."""
    named = read_named(found["named"], dated_on)
    if named is None or named.window.latest < dated_on:
        return None
    if found["lead"] in forms.BEFORE and not re.match(r"(?:the )?(?:very )?end", found["named"]):
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
    return _said(EventDue(name, before=found["lead"] in (*forms.BEFORE, "by", "in time for")), f"event: {name}")


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


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Read], ...]:
    """The forms and who reads them, compiled when a text is first read; of equally long ones the first counts."""
    readers: tuple[tuple[str, Read], ...] = (
        (forms.COUNTED, _counted),
        (forms.WITHIN, _within),
        (forms.AFTER, _from_start),
        (forms.LASTING, _lasting),
        (forms.UNTIL, _until_named),
        (forms.BY, _by),
        (forms.IN, _in),
        (forms.BARE, _in),
        (forms.UPON, _upon),
        (forms.OCCASION, _occasion),
        (forms.BEFORE_MOMENT, _occasion),
        (forms.VAGUE, _vague),
    )
    return tuple((re.compile(rf"\b(?:{form})\b"), read) for form, read in readers)
