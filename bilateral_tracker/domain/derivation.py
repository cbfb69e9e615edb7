"""How a due time comes about: by which terms, counted from which day, in how many steps, put off by which pauses."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.commitment import Commitment
from bilateral_tracker.domain.decision import Pause
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.period import Unit
from bilateral_tracker.domain.schedule import Schedule, schedule
from bilateral_tracker.domain.settlement import settlement
from bilateral_tracker.domain.span import shifted
from bilateral_tracker.domain.window import Window


class Origin(Enum):
    """What a due time is counted from."""

    TERMS = "terms"
    """From nothing: the terms name the day, or its window."""
    ANCHOR = "anchor"
    """From the fixed day of a grid."""
    PERIOD = "period"
    """From the first day of the first period."""
    LAST = "last"
    """From the day on which the one before was kept, or from its due day where it was given up."""
    REQUEST = "request"
    EVENT = "event"


class Span(NamedTuple):
    """Due times under the same terms: from the number `first` on, in force since a day until the next terms are."""

    first: int
    terms: Commitment
    since: date
    until: date | None = None


class Derivation(NamedTuple):
    """How one due time comes about."""

    origin: Origin
    span: Span
    due: Window
    counted_from: date | None = None
    """None where the terms name the day."""
    steps: int = 0
    """How many periods are counted."""
    fact: Outcome | None = None
    """What set that day: the last sitting or what released it, the request, the word about the event."""
    put_off_by: tuple[Pause, ...] = ()
    """The pauses after which it came later, in their order."""

    @property
    def cadence(self) -> Cadence | None:
        """The cadence it is counted by."""
        return self.span.terms.cadence

    @property
    def is_clamped(self) -> bool:
        """Whether the month lacks the day it is counted by, so that its last day took the place."""
        if self.cadence is None or self.counted_from is None or self.origin is Origin.PERIOD:
            return False
        counts_months = self.cadence.period.unit in (Unit.MONTH, Unit.YEAR)
        day = self.cadence.period.after(self.counted_from, self.steps)
        return counts_months and day.day < self.counted_from.day


@lru_cache(maxsize=1)
def spans(history: History) -> tuple[Span, ...]:
    """The terms under which anything falls due, in their order. An amendment that changes no due time begins none."""
    found = [Span(1, history.as_agreed, history.as_agreed.agreed_on)]
    for count, one in enumerate(history.amendments, 1):
        if _due_terms(one.terms) == _due_terms(found[-1].terms):
            continue
        so_far = history._replace(amendments=history.amendments[:count], first_terms=history.as_agreed)
        first = settlement(so_far).began_with
        found = [earlier for earlier in found if earlier.first < first]
        found[-1:] = [earlier._replace(until=one.from_on) for earlier in found[-1:]]
        found.append(Span(first, one.terms, one.from_on))
    return tuple(found)


def _due_terms(terms: Commitment) -> tuple[object, ...]:
    return (terms.cadence, terms.due, terms.due_after)


def derivation(history: History, number: int) -> Derivation | None:
    """How the due time of an occurrence comes about; None if it has none, or none yet."""
    plan = schedule(history)
    due = plan.dues.window(number)
    if due is None:
        return None
    span = next(one for one in reversed(spans(history)) if one.first <= number)
    found = [_put_off(history, one) for one in _counted(history, plan, span, number)]
    exact = next((one for one in found if one.due.latest == due.latest), None)
    return exact._replace(due=due) if exact else Derivation(Origin.TERMS, span, due)


def _counted(history: History, plan: Schedule, span: Span, number: int) -> Iterator[Derivation]:
    """The due time as it was before any pause put it off, in each way in which it may have been counted."""
    cadence, local = span.terms.cadence, number - span.first + 1
    if cadence is None:
        yield _once(history, span)
    elif cadence.reading is Reading.ON_REQUEST:
        request = _requests(history, span)[local - 1]
        yield _one_step(Origin.REQUEST, span, cadence, request.on, request)
    elif cadence.reading is Reading.ROLLING and local > 1:
        before, due = plan.occurrence(number - 1).closed, plan.dues.window(number - 1)
        given_up = (one for one in history.outcomes if one.number == number - 1 and one.kind.releases)
        # Held after all when the next one was closed already, it still counts from when it was given up.
        for fact in (*([before] if before else []), *given_up):
            counted_from = due.latest if due and not fact.kind.fulfils else fact.on
            yield _one_step(Origin.LAST, span, cadence, counted_from, fact)
    else:
        origin = Origin.PERIOD if cadence.reading is Reading.PERIOD else Origin.ANCHOR
        steps = local - 1 + cadence.first_step
        yield Derivation(origin, span, cadence.window(local), cadence.anchor_on, steps)


def _once(history: History, span: Span) -> Derivation:
    if span.terms.due_after is None:
        assert span.terms.due is not None, "what has neither cadence nor due date has no due time"
        return Derivation(Origin.TERMS, span, span.terms.due)
    told = [one for one in history.outcomes if one.kind is OutcomeKind.OCCURRED]
    event = max(told, key=lambda one: (one.on, one.entry))
    assert event.to is not None, "an event's day is what was told of it"
    due = span.terms.due_after.window(event.to, span.terms.agreed_on)
    return Derivation(Origin.EVENT, span, due, event.to, 1, event)


def _requests(history: History, span: Span) -> list[Outcome]:
    """The requests made under these terms, in their order."""
    made = [one for one in history.outcomes if one.kind is OutcomeKind.REQUESTED and span.since <= one.on]
    within = (one for one in made if span.until is None or one.on < span.until)
    return sorted(within, key=lambda one: (one.on, one.entry))


def _one_step(origin: Origin, span: Span, cadence: Cadence, counted_from: date, fact: Outcome) -> Derivation:
    due = Window(counted_from, cadence.period.after(counted_from))
    return Derivation(origin, span, due, counted_from, 1, fact)


def _put_off(history: History, found: Derivation) -> Derivation:
    """The due time after the pauses that put it off, each by its length."""
    # On one day new terms come first, then the end of a pause, then sittings, requests and events.
    known_on = shifted(found.fact.on, 1) if found.fact else found.span.since
    due, put_off_by = found.due, []
    for pause in history.pauses:
        if pause.shifts and _ended_between(pause, known_on, found.span.until) and due.latest >= pause.from_on:
            put_off_by.append(pause)
            due = due.shifted(pause.days)
    return found._replace(due=due, put_off_by=tuple(put_off_by))


def _ended_between(pause: Pause, known_on: date, until: date | None) -> bool:
    """Whether work was resumed while the due time was known and under the terms then in force."""
    resumed_on = pause.resumed_on
    return resumed_on is not None and known_on <= resumed_on and (until is None or resumed_on < until)
