"""How every date of a commitment comes about, in sentences, and what a supposed fact would change."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.arrears import expected, next_expected
from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.hosting import last_turn, next_host, next_session, sessions
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.readings import readings
from bilateral_tracker.domain.review import looked_at_on
from bilateral_tracker.domain.schedule import Occurrence, schedule
from bilateral_tracker.domain.situation import situation
from bilateral_tracker.domain.source import Source
from bilateral_tracker.domain.supposition import Supposition
from bilateral_tracker.reports.comparison import (
    effects_table,
    readings_table,
    say_supposed,
    say_turns,
)
from bilateral_tracker.reports.counting import counted, say_days
from bilateral_tracker.reports.life import say_counted
from bilateral_tracker.reports.occurrences import say_occurrence
from bilateral_tracker.reports.promise import say_decisions, say_promise, say_rules
from bilateral_tracker.reports.visible import wrapped
from bilateral_tracker.reports.wording import sitting

Sources = Mapping[str, Source]

MOST_STEPS = 6
"""How many occurrences are derived one by one; earlier ones are counted."""


class Part(NamedTuple):
    """A part of an answer: its heading, empty for the first, and its lines."""

    heading: str
    lines: tuple[str, ...]


def explanation(history: History, sources: Sources, day: date, width: int, number: int | None = None) -> Iterator[Part]:
    """The parts that derive what is due, as of `day`; of the occurrences only the one with `number`, if it is named."""
    opening = [_title(history, day), *say_promise(history, sources)]
    if not history.commitment.strength.is_chased:
        yield Part("", _flowing([*opening, _say_on_file(history)], width))
        return
    yield Part("", _flowing(opening, width))
    if history.commitment.life:
        yield Part("How it is counted", _flowing([*say_counted(history, day), *say_decisions(history, day)], width))
        return
    yield Part("How it is read", _flowing([*say_rules(history), *say_decisions(history, day)], width))
    steps = _flowing(_steps(history, day, number), width)
    yield Part("What falls due", steps)
    turns = _flowing(_turns(history), width)
    if turns:
        yield Part("Sessions and hosts", turns)
    found = readings(history, day)
    if len(found) > 1 and not schedule(history).is_withdrawn(day):
        yield Part("The same facts, read in other ways", tuple(readings_table(found, width).split("\n")))


def supposition(found: Supposition, width: int) -> Iterator[Part]:
    """The parts that say what supposed facts would change."""
    history = found.recorded
    yield Part("", _flowing([_title(history, found.day)], width))
    yield Part("Supposed", _flowing([*say_supposed(found), *say_turns(found)], width))
    yield Part("What is, and what would be", tuple(effects_table(found.effects, width).split("\n")))


def day_to_meet(history: History, day: date) -> date | None:
    """The day on which people are to meet next, as arranged or else as due; None where a span of days is left."""
    commitment, plan = history.commitment, schedule(history)
    coming = next_expected(plan, day) if commitment.strength.is_chased else None
    if coming is None or commitment.kind is not Kind.MEETING:
        return None
    planned = coming.planned
    if planned and planned.to and planned.kind is OutcomeKind.ARRANGED and planned.to >= day:
        return planned.to
    is_day = coming.due is None or coming.due.is_one_day or bool(coming.postponed_to)
    rolls = commitment.cadence is not None and commitment.cadence.reading in (Reading.ROLLING, Reading.ON_REQUEST)
    return coming.expected_on if is_day or rolls else None


def _flowing(sentences: Iterable[str], width: int) -> tuple[str, ...]:
    """The sentences, each on lines of its own; those that go on are indented."""
    lines: list[str] = []
    for sentence in sentences:
        first, *rest = wrapped(sentence, width - 2)
        lines += [first, *(f"  {line}" for line in rest)]
    return tuple(lines)


def _title(history: History, day: date) -> str:
    return f"{history.commitment.ref}, {history.commitment.title}: as of {say_day(day)}."


def _say_on_file(history: History) -> str:
    strength = history.commitment.strength.value
    return f"What was only {strength} is kept on file: nothing is due, and nobody is reminded."


def listed(history: History, day: date, number: int | None = None) -> list[Occurrence]:
    """The occurrences that are derived: the one that is named, or the last ones up to the next one expected."""
    plan = schedule(history)
    if number:
        return [plan.occurrence(number)]
    over = plan.dues.over(plan.chased_until(day)) if plan.is_withdrawn(day) else 0
    last = max(over, *(one.number for one in expected(plan, day)), *plan.recorded, 0)
    found = map(plan.occurrence, range(max(1, last - MOST_STEPS + 1), last + 1))
    return [one for one in found if one.due or one.closed]


def _steps(history: History, day: date, number: int | None) -> Iterator[str]:
    shown = listed(history, day, number)
    earlier = 0 if number or not shown else shown[0].number - 1
    if earlier:
        yield f"{counted(earlier, 'earlier occurrence')} not shown."
    for one in shown:
        name = f"#{one.number}: " if history.commitment.cadence or history.amendments else ""
        yield f"{name}{say_occurrence(history, one, day)}"
    yield from _unsettling(history)
    yield from _say_review(history, day)
    row = situation(history, day)
    if row.missed:
        yield f"{counted(row.missed, sitting(row.kind))} missed so far."


def _unsettling(history: History) -> Iterator[str]:
    """The sittings that settle none."""
    settling = {one.closed.entry for one in schedule(history).recorded.values() if one.closed}
    beyond = sorted(one.on for one in history.outcomes if one.kind.fulfils and one.entry not in settling)
    if beyond:
        more = f" and {len(beyond) - 3} more" if len(beyond) > 3 else ""
        days = ", ".join(say_day(day) for day in beyond[-3:])
        yield f"Settling none, on top of what was promised: {days}{more}."


def _say_review(history: History, day: date) -> Iterator[str]:
    """When it comes up for review, where it does not come up by itself."""
    row = situation(history, day)
    due = row.review_on
    if due is None:
        return
    late = f", {say_days((day - due).days)} ago" if due < day else ""
    yield f"It was last looked at on {say_day(looked_at_on(history))}, so its review is due on {say_day(due)}{late}."


def _turns(history: History) -> Iterator[str]:
    """Which session the last sitting was, which the next will be, whose turn it is and why."""
    number, host = next_session(history), next_host(history)
    held = sessions(history)
    if number is None or (not held and not host):
        return
    if held:
        last = held[-1]
        yield f"Session {last.number} was held on {say_day(last.sitting.on)}. The next will be session {number}."
    elif number > 1:
        yield f"The next will be session {number}."
    if host:
        yield _say_host(history, host, last_turn(history))


def _say_host(history: History, host: str, turn: Outcome | None) -> str:
    if turn is None:
        return f"{host} hosts first, by the terms."
    if turn.kind is OutcomeKind.SWAPPED:
        return f"{host} hosts next, as was agreed on {say_day(turn.on)}, whoever's turn it was."
    later = [one.sitting for one in sessions(history) if one.sitting.on > turn.on]
    without = f" The sitting of {say_day(later[-1].on)} took no turn." if later else ""
    return f"It is the turn of {host} to host, for {turn.party} hosted on {say_day(turn.on)}.{without}"
