"""A promise in its sentence, with the times that are its own, and whether it is one to meet."""

import re
from typing import NamedTuple

from bilateral_tracker.communique.head import BE, MODALS, Clause, Sense
from bilateral_tracker.communique.organs import is_meeting, is_organ
from bilateral_tracker.communique.span import Promise
from bilateral_tracker.communique.subject import Sort
from bilateral_tracker.communique.time_phrases import CadencePhrase, DeadlinePhrase
from bilateral_tracker.communique.timing import Times
from bilateral_tracker.communique.verbs import CREATING, HOLDING, MEETING, base, is_vague
from bilateral_tracker.communique.words import Word
from bilateral_tracker.domain.window import Window


class Reading(NamedTuple):
    """A promise in its sentence, with the times that are its own."""

    clause: Clause
    promise: Promise
    times: Times

    @property
    def text(self) -> tuple[Word, ...]:
        """The words of the promise."""
        return self.clause.text[self.promise.first : self.promise.past]

    @property
    def action(self) -> tuple[Word, ...]:
        """The words from the one that says what is to be done."""
        return self.clause.text[self.promise.action : self.promise.past]

    @property
    def verb(self) -> str:
        """The plain form of the word that says what is to be done."""
        return base(self.action[0].low) if self.action else ""

    @property
    def subject(self) -> tuple[Word, ...]:
        """The words of the subject."""
        return self.clause.text[self.promise.head.subject.first : self.promise.head.subject.past]

    @property
    def is_of_subject(self) -> bool:
        """Whether the subject is what something is done to or becomes of; else it is who agrees or decides."""
        first = self.clause.low(self.promise.head.first)
        return self.promise.head.is_passive or first in MODALS | BE | {":", "to"}

    @property
    def thing(self) -> tuple[Word, ...]:
        """The words after the verb, up to the first preposition."""
        found = self.action[1:]
        return found[: next((at for at, one in enumerate(found) if at and one.low in _PREPOSITIONS), 8)]

    @property
    def inner(self) -> tuple[Word, ...]:
        """What something is to be done to, if a clause with `that` says so: `agreed that | the session | be held`."""
        head, text = self.promise.head, self.clause.text
        that = next((n for n in range(head.first, min(head.action, len(text))) if text[n].low == "that"), None)
        return () if that is None else tuple(one for one in text[that + 1 : head.action] if one.low not in _VERBAL)

    @property
    def cadence(self) -> CadencePhrase | None:
        """How often: the first phrase that names a rhythm, else the first that leaves it open."""
        named = (one for one in self.times.cadences if one.recurrence)
        return next(named, next(iter(self.times.cadences), None))

    @property
    def deadline(self) -> DeadlinePhrase | None:
        """By when: days of the calendar before an event. A month in which something recurs is no deadline."""
        named = [one for one in self.times.deadlines if one.deadline]
        of_days = (one for one in named if isinstance(one.due, Window))
        first = next(of_days, next(iter((*named, *self.times.deadlines)), None))
        is_apart = first is None or first.words.split()[0].lower() in _BOUNDS or re.search(r"\d{4}", first.words)
        return first if is_apart or not (self.cadence and self.cadence.recurrence) else None

    @property
    def is_dated(self) -> bool:
        """Whether a time is named by which it is to be done."""
        return self.deadline is not None and bool(self.deadline.deadline)

    @property
    def is_meeting(self) -> bool:
        """Whether people are to meet."""
        return _meets(self) or _holds_a_meeting(self) or _returns_to_meet(self)


def _meets(reading: Reading) -> bool:
    """Whether the verb, or its subject, is a meeting."""
    head, verb = reading.promise.head, reading.verb
    if head.sense is Sense.READY:
        return not is_vague(verb) and _names_meeting(reading.action[:8])
    is_date_fixed = verb == "agree" and any(one.low in _OCCASIONS for one in reading.subject)
    return is_date_fixed or verb in MEETING or (head.subject.sort is Sort.MEETING and reading.is_of_subject)


def _holds_a_meeting(reading: Reading) -> bool:
    """Whether a meeting is held, hosted, convened; to create a body is none."""
    verb = reading.verb
    if verb == "take" and len(reading.action) > 1 and reading.action[1].low == "place":
        return _names_meeting(reading.inner)
    if verb not in HOLDING:
        return False
    is_it = bool(reading.cadence) and len(reading.action) > 1 and reading.action[1].low in ("it", "them")
    return is_it or _names_meeting(reading.inner) or (verb not in CREATING and _names_meeting(reading.thing))


def _returns_to_meet(reading: Reading) -> bool:
    """Whether what comes back is a meeting: `form an annual dialogue`, `a committee that meets twice a year`."""
    cadence, head = reading.cadence, reading.promise.head
    if cadence is None:
        return False
    if cadence.is_adjective:
        ahead = tuple(one for one in reading.text if one.start >= cadence.end)[:4]
        if any(is_meeting(one.low) or is_organ(one.low) for one in ahead):
            return True
    is_body_held = head.is_passive and head.subject.sort is Sort.ORGAN
    return is_body_held or any(one.low in ("meet", "meets", "convene") for one in reading.action)


def _names_meeting(text: tuple[Word, ...]) -> bool:
    return any(is_meeting(one.low) for one in text)


_PREPOSITIONS = frozenset(("of", "to", "for", "in", "on", "with", "between"))
_VERBAL = MODALS | {"be"}
_BOUNDS = frozenset("by within before no not until prior at latest".split())
_OCCASIONS = frozenset(("visit", "meeting", "session", "round"))
