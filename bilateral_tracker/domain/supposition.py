"""What would be, if something happened: facts that are only supposed, held against those on record.

A supposed fact has to fit what is on record like a real one. It may lie in the future: then both what is and what
would be are seen from that day.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.admission import admit_fulfilment, admit_postponement, admit_release
from bilateral_tracker.domain.cadence import Cadence
from bilateral_tracker.domain.day import read_day, say_day
from bilateral_tracker.domain.forthcoming import admit_event, admit_request
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Mode, Outcome, OutcomeKind
from bilateral_tracker.domain.readings import readings
from bilateral_tracker.domain.situation import Situation, situation
from bilateral_tracker.errors import Conflict, TrackerError, WrongUsage, quoted

_SUPPOSED = (
    *(OutcomeKind.HELD, OutcomeKind.DELIVERED, OutcomeKind.POSTPONED, OutcomeKind.DEFERRED, OutcomeKind.CANCELLED),
    *(OutcomeKind.WAIVED, OutcomeKind.LAPSED, OutcomeKind.REQUESTED, OutcomeKind.OCCURRED),
)
WORDS = tuple(kind.value for kind in _SUPPOSED)
"""The words for what may be supposed."""

_FACT = re.compile(
    rf"(?:#(?P<before>\d+) )?(?P<kind>{'|'.join(WORDS)})(?: #(?P<after>\d+))?(?P<additional> additional)?"
    r"(?: (?:on |to )?(?P<day>(?!in |by )\S.*?))??(?: (?:in|by) (?P<party>[a-z][a-z0-9]{1,7}))?"
    rf"(?: (?P<mode>{'|'.join(mode.value for mode in Mode)}))?",
    re.ASCII | re.IGNORECASE,
)
_MOVES = (OutcomeKind.POSTPONED, OutcomeKind.OCCURRED)
_REMEDY = f"Begin with one of {', '.join(WORDS)}, like: held 2026-04-29, postponed 2026-12-15, #3 waived"


class Effect(NamedTuple):
    """How a commitment stands, and how it would; under one reading of its cadence, if it has one."""

    cadence: Cadence | None
    is_recorded: bool
    now: Situation
    then: Situation


class Supposed(NamedTuple):
    """A fact as it would be recorded, and the number of the occurrence it would be about."""

    fact: Outcome
    number: int | None
    """None for what would settle no occurrence, and for a request or an event."""


class Supposition(NamedTuple):
    """Facts supposed, in the order in which they were given, and what they would change."""

    facts: tuple[Supposed, ...]
    day: date
    """The day on which both are seen."""
    recorded: History
    supposed: History
    effects: tuple[Effect, ...]
    """Under the recorded reading and the others, in the order of the readings."""


def read_supposed(text: str, today: date, number: int | None = None) -> Outcome:
    """A fact as it is typed: `held 2026-04-29`, `held 2026-04-29 in CN virtual`, `postponed 2026-12-15`, `#3 waived`.

    Without a day it is `today`; `number` is the occurrence it is about where the text names none. WrongUsage for what
    names no fact, or lacks the day that it needs.
    """
    found = _FACT.fullmatch(" ".join(text.split()))
    if found is None:
        raise WrongUsage(f"{quoted(text)} is not a fact that can be supposed. {_REMEDY}")
    kind = OutcomeKind(found["kind"].lower())
    if kind is OutcomeKind.POSTPONED and not found["day"]:
        raise WrongUsage(f"{quoted(text)} lacks the new day. Type it like: postponed 2026-12-15")
    day = read_day(found["day"], today) if found["day"] else today
    return Outcome(
        kind,
        min(day, today) if kind in _MOVES else day,
        number=_number(found, number),
        to=day if kind in _MOVES else None,
        additional=bool(found["additional"]),
        party=(found["party"] or "").upper(),
        mode=Mode(found["mode"].lower()) if found["mode"] else None,
    )


def suppose(history: History, facts: Sequence[Outcome], as_of: date) -> Supposition:
    """What the facts would change, as of a day or the latest of them. The history must be cut at that day.

    Raises what recording them would raise: WrongUsage, Conflict or NotFound.
    """
    day = max((as_of, *(one.on for one in facts)))
    recorded = _in_force(history, day)
    supposed, admitted = recorded, []
    for fact in facts:
        one = _admitted(recorded, supposed, fact, day)
        supposed = supposed._replace(outcomes=(*supposed.outcomes, one.fact))
        admitted.append(one)
    return Supposition(tuple(admitted), day, recorded, supposed, _effects(recorded, supposed, day))


def _number(found: re.Match[str], number: int | None) -> int | None:
    named = {int(one) for one in (found["before"], found["after"], number) if one}
    if len(named) > 1:
        raise WrongUsage(f"{quoted(found.string)} names more than one occurrence. Leave all but one out.")
    return min(named, default=None)


def _in_force(history: History, day: date) -> History:
    """The history with the terms in force on a later day than the one at which it was cut."""
    terms = [one.terms for one in history.amendments if one.from_on <= day]
    return history._replace(commitment=terms[-1] if terms else history.as_agreed)


def _admitted(recorded: History, supposed: History, fact: Outcome, day: date) -> Supposed:
    """The fact, if it fits what is on record and what else is supposed."""
    try:
        outcome, number = _admit(supposed, fact, day)
    except TrackerError:
        if supposed is not recorded:
            _admit(recorded, fact, day)  # or else it contradicts what is on record, whatever is supposed besides
            raise Conflict(
                f"{fact.kind.value.capitalize()} on {say_day(fact.on)} contradicts a fact supposed before it. Say of "
                f"which occurrence each is true, like: --if '#3 {fact.kind.value}', or leave one out."
            ) from None
        raise
    entry = max((one.entry for one in supposed.outcomes), default=0) + 1
    return Supposed(outcome._replace(entry=entry), number)


def _admit(history: History, fact: Outcome, day: date) -> tuple[Outcome, int | None]:
    """The fact as it would be recorded, and the occurrence that it would be about."""
    if fact.kind.fulfils:
        return fact, admit_fulfilment(history, fact, day)
    if fact.kind is OutcomeKind.POSTPONED:
        assert fact.to is not None, "a postponement has its new day"
        moved = admit_postponement(history, fact.number, fact.to, None, day)
        return moved, moved.number
    if fact.kind.releases or fact.kind is OutcomeKind.DEFERRED:
        released = admit_release(history, fact.kind, fact.number, fact.on, day)
        return released, released.number
    if fact.kind is OutcomeKind.REQUESTED:
        return admit_request(history, fact._replace(number=None), day), None
    known_on = max(fact.on, history.commitment.agreed_on)
    return admit_event(history, fact._replace(on=known_on, number=None), day), None


def _effects(recorded: History, supposed: History, day: date) -> tuple[Effect, ...]:
    """What is and what would be, under each reading that both can be read in."""
    then = {one.cadence: one.now for one in readings(supposed, day)}
    now = readings(recorded, day)
    if not now:
        return (Effect(None, True, situation(recorded, day), situation(supposed, day)),)
    return tuple(Effect(one.cadence, one.is_recorded, one.now, then[one.cadence]) for one in now if one.cadence in then)
