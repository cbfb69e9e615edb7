"""Readings side by side, and what is beside what would be."""

from collections.abc import Iterator, Sequence
from itertools import count

from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.derivation import derivation
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.readings import Reread, is_of_the_calendar
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.standing import Standing
from bilateral_tracker.domain.supposition import Effect, Supposition
from bilateral_tracker.reports.occurrences import say_choice, say_due
from bilateral_tracker.reports.promise import say_by
from bilateral_tracker.reports.table import table
from bilateral_tracker.reports.wording import say_days

RECORDED = "* as recorded"
"""What the mark beside a reading means."""

_HEADERS = ("due", "standing", "next due", "missed")


def readings_table(found: Sequence[Reread], width: int) -> str:
    """A row for each reading: when what matters is due, how it stands, what is due next, how many were missed."""
    rows = [(_named(one.cadence, one.is_recorded), *_cells(one.now)) for one in found]
    return table(("read as", *_HEADERS), rows, width, flexible=0)


def effects_table(effects: Sequence[Effect], width: int) -> str:
    """Two rows for each reading: what is, and what would be."""
    rows = []
    for one in effects:
        name = _named(one.cadence, one.is_recorded) if one.cadence else ""
        rows += [(name, "now", *_cells(one.now)), ("", "then", *_cells(one.then))]
    if all(one.cadence is None for one in effects):
        return table(("", *_HEADERS), [row[1:] for row in rows], width, flexible=2)
    return table(("read as", "", *_HEADERS), rows, width, flexible=0)


def _named(cadence: Cadence, is_recorded: bool) -> str:
    mark = " *" if is_recorded else ""
    if cadence.reading is Reading.PERIOD and not is_of_the_calendar(cadence):
        first = cadence.due(1)
        return f"period, from {say_day(first).rpartition(' ')[0]}{mark}"
    return f"{cadence.reading.value.replace('_', ' ')}{mark}"


def _cells(row: Situation) -> tuple[str, ...]:
    days = row.days_late if row.standing == Standing.OVERDUE.value else row.days_left
    said = f"{row.standing.replace('_', ' ')}{f', {say_days(days)}' if days else ''}"
    missed = str(row.missed) if row.number is not None or row.missed else "-"
    return (str(row.due_on or "-"), said, str(row.next_due_on or "-"), missed)


def say_supposed(found: Supposition) -> Iterator[str]:
    """What each supposed fact would be about, and what it would do."""
    for fact, number in found.facts:
        yield _say_about(found, fact, number) if number else _say_about_none(found, fact)


def _say_about(found: Supposition, fact: Outcome, number: int) -> str:
    one = schedule(found.supposed).occurrence(number)
    due = f", due {say_by(one.due).removeprefix('on ')}," if one.due else ""
    name = f"{Reference(found.supposed.commitment.ref, number)}{due}"
    if fact.kind.fulfils:
        late = _late((fact.on - one.due.latest).days) if one.due else ""
        return f"It would settle {name}{late}.{say_choice(found.supposed, number, fact)}"
    if fact.kind is OutcomeKind.POSTPONED and fact.to:
        return f"{name} would be expected on {say_day(fact.to)}: a slip of {say_days(one.slip_days)}."
    return f"{name} would {_FATES.get(fact.kind, 'not be owed any more')}."


_FATES = {
    OutcomeKind.DEFERRED: "have no date until a new one is found",
    OutcomeKind.LAPSED: "stay missed, and not be chased any more",
}


def _late(days: int) -> str:
    return f" {say_days(days)} late" if days > 0 else " in time"


def _say_about_none(found: Supposition, fact: Outcome) -> str:
    """What a request, an event or a sitting too many would do."""
    if fact.kind.fulfils:
        return "It would settle no occurrence: an additional sitting."
    before, after = schedule(found.recorded).dues, schedule(found.supposed).dues
    number = next((n for n in count(1) if before.window(n) != after.window(n) or not after.window(n)), 1)
    new = derivation(found.supposed, number)
    return f"#{number} would fall due: {say_due(new)}" if new else "It would change no due date."


def say_turns(found: Supposition) -> Iterator[str]:
    """The next session and its host, where they would be others."""
    one = next(effect for effect in found.effects if effect.is_recorded)
    if one.now.next_session != one.then.next_session:
        yield f"The next session would be number {one.then.next_session} instead of {one.now.next_session}."
    if one.now.next_host != one.then.next_host:
        instead = f" instead of {one.now.next_host}" if one.now.next_host else ""
        yield f"{one.then.next_host} would host it{instead}."


def say_facts(found: Supposition) -> str:
    """The supposed facts as a condition: `held on 29 April 2026 and #3 waived on 1 October 2026`."""
    return " and ".join(_say_fact(fact) for fact, _ in found.facts)


def _say_fact(fact: Outcome) -> str:
    number = f"#{fact.number} " if fact.number else ""
    if fact.kind is OutcomeKind.OCCURRED and fact.to:
        return f"the event takes place on {say_day(fact.to)}"
    return f"{number}{fact.kind.value} {f'to {say_day(fact.to)}' if fact.to else f'on {say_day(fact.on)}'}"
