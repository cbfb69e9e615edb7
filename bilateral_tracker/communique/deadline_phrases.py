"""By when, where prose says it: where the phrase stands, and what `read_due` makes of it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bilateral_tracker.communique.clean_text import CleanText, clean_text
from bilateral_tracker.communique.numbers import NUMBER, in_digits
from bilateral_tracker.domain.due_words import read_due
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage


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


def deadlines(text: str, dated_on: date) -> tuple[DeadlinePhrase, ...]:
    """The phrases of a text that say by when, in its order; none overlaps another. `dated_on` is its date."""
    clean = clean_text(text)
    return tuple(_phrases(clean, dated_on))


def _phrases(clean: CleanText, dated_on: date) -> Iterator[DeadlinePhrase]:
    for found in _deadline().finditer(clean.small):
        phrase = _phrase(clean, found, dated_on)
        if phrase:
            yield phrase


def _phrase(clean: CleanText, found: re.Match[str], dated_on: date) -> DeadlinePhrase | None:
    start, end = clean.original_span(*found.span())
    blank = DeadlinePhrase(start, end, clean.words[found.start() : found.end()], None, "")
    if found["vague"]:
        return replace(blank, is_vague=True)
    if found["lasting"]:
        return replace(blank, is_duration=True)
    words = in_digits(found[0]) if not found["length"] else f"within {in_digits(found['length'])} after today"
    with suppress(WrongUsage, OverflowError):
        due = read_due(words, dated_on)
        if isinstance(due, Window) and due.latest >= dated_on:
            is_by = found[0].startswith(("by", "no", "within", "before"))
            return replace(blank, due=due, deadline=str(due.latest) if is_by else _days(due))
    return None


def _days(window: Window) -> str:
    return str(window.latest) if window.is_one_day else f"{window.earliest}/{window.latest}"


@cache
def _deadline() -> re.Pattern[str]:
    month = (
        r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
        r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    )
    day = rf"(?:[0-9]{{1,2}} {month},? [0-9]{{4}}|{month} [0-9]{{1,2}},? [0-9]{{4}}|{month}(?: [0-9]{{4}})?|[0-9]{{4}})"
    part = r"(?:the )?(?:end|beginning|middle|(?:first|second|third|fourth|last) (?:quarter|half)) of (?:the year|"
    whole = rf"(?:{part}{day})|{day}|(?:this|next) (?:year|month))"
    length = rf"(?P<length>{NUMBER} (?:day|week|month|year)s?)"
    return re.compile(
        rf"\b(?:(?P<lasting>for (?:a (?:further )?period of )?{NUMBER} (?:day|week|month|year)s?)"
        rf"|(?P<vague>as soon as possible|in the coming (?:weeks|months))"
        rf"|within (?:the next )?{length}|(?:by|in|on|no later than|not later than|before) {whole})\b"
    )
