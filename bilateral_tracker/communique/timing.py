"""The times of a document, each in its place: which of them belong to a promise, and what they make of it."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from bilateral_tracker.communique.organs import is_meeting, is_organ, is_paper
from bilateral_tracker.communique.time_phrases import (
    CadencePhrase,
    DeadlinePhrase,
    VenuePhrase,
    cadences,
    deadlines,
    venues,
)
from bilateral_tracker.communique.verbs import is_participle
from bilateral_tracker.communique.words import words
from bilateral_tracker.domain.window import Window


class Placed(Protocol):
    """What stands somewhere in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""


Phrase = TypeVar("Phrase", bound=Placed)


class Times(NamedTuple):
    """The phrases of time in a text, in its order."""

    cadences: tuple[CadencePhrase, ...]
    deadlines: tuple[DeadlinePhrase, ...]
    venues: tuple[VenuePhrase, ...]

    def within(self, start: int, end: int) -> "Times":
        """Those that begin between two places."""
        return Times(
            _between(self.cadences, start, end), _between(self.deadlines, start, end), _between(self.venues, start, end)
        )

    @property
    def starts(self) -> tuple[int, ...]:
        """Where a phrase begins that says how often or by when."""
        return tuple(sorted([*(one.start for one in self.cadences), *(one.start for one in self.deadlines)]))


def times_of(text: str, dated_on: date) -> Times:
    """The phrases of a text that can time a promise: none that says how long, is past, or times a quota."""
    counted = tuple(one for one in cadences(text, dated_on) if _times_an_act(text, one))
    due = tuple(
        one
        for one in deadlines(text, dated_on)
        if not one.is_duration and not _is_past(one, dated_on) and not _is_of_the_past(text, one)
    )
    return Times(counted, due, venues(text))


def _between(phrases: Sequence[Phrase], start: int, end: int) -> tuple[Phrase, ...]:
    first = bisect_left(phrases, start, key=lambda one: one.start)
    return tuple(phrases[first : bisect_left(phrases, end, key=lambda one: one.start)])


def _times_an_act(text: str, phrase: CadencePhrase) -> bool:
    """Whether it says how often something is done, not what a quota or a plan is reckoned by."""
    if phrase.is_adjective:
        ahead = words(text[phrase.end : phrase.end + _NEAR])[:5]
        return any(_recurs(one.low) for one in ahead)
    behind = words(text[max(0, phrase.start - _NEAR) : phrase.start])[-5:]
    return not any(one.low in _QUANTITIES for one in behind)


def _recurs(low: str) -> bool:
    return (
        is_meeting(low)
        or is_organ(low)
        or is_paper(low)
        or low in ("basis", "exchange", "exchanges", "contacts", "contact", "calls", "patrols")
    )


def _is_of_the_past(text: str, phrase: DeadlinePhrase) -> bool:
    """Whether it says when something was done: `established during the last session`."""
    behind = words(text[max(0, phrase.start - _NEAR) : phrase.start])[-3:]
    lows = [one.low for one in behind]
    return bool(lows) and is_participle(lows[-1]) and not {"be", "being", "and", "to"} & set(lows[:-1])


def _is_past(phrase: DeadlinePhrase, dated_on: date) -> bool:
    return isinstance(phrase.due, Window) and phrase.due.latest < dated_on


_NEAR = 60
_QUANTITIES = frozenset(
    "quota quotas tariff rate volume tonnes tons percent cent growth usd million billion fee".split()
)
