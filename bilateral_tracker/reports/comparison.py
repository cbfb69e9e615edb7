"""Readings side by side, and what is beside what would be."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.readings import Reread, is_of_the_calendar
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.standing import Standing
from bilateral_tracker.domain.supposition import Effect, Supposition
from bilateral_tracker.reports.counting import say_days
from bilateral_tracker.reports.occurrences import say_choice
from bilateral_tracker.reports.reading_words import say_by
from bilateral_tracker.reports.table import table

_HEADERS = ("due", "standing", "next due", "missed")

_IF_SO = "- if so"


def readings_table(found: Sequence[Reread], width: int) -> str:
    """A row for each reading: when what matters is due, how it stands, what is due next, how many were missed."""
    rows = [(_named(one.cadence, one.is_recorded), *_cells(one.now)) for one in found]
    return f"{table(('read as', *_HEADERS), rows, width)}\n{_say_mark([one.cadence for one in found])}"


def effects_table(effects: Sequence[Effect], width: int) -> str:
    """Two rows for each reading: what is, and what would be if so."""
    rows = []
    for one in effects:
        rows += [(_named(one.cadence, one.is_recorded), *_cells(one.now)), (_IF_SO, *_cells(one.then))]
    cadences = [one.cadence for one in effects if one.cadence]
    shown = table(("read as" if cadences else "", *_HEADERS), rows, width)
    return f"{shown}\n{_say_mark(cadences)}" if len(cadences) > 1 else shown


def _named(cadence: Cadence | None, is_recorded: bool) -> str:
    if cadence is None:
        return "now"
    return f"{cadence.reading.value.replace('_', ' ')}{' *' if is_recorded else ''}"


def _say_mark(cadences: Iterable[Cadence]) -> str:
    """What the mark beside a reading means; and where its periods begin, if not with those of the calendar."""
    for one in cadences:
        if one.reading is Reading.PERIOD and not is_of_the_calendar(one):
            return f"* as recorded, with periods from {say_day(one.due(1)).rpartition(' ')[0]}"
    return "* as recorded"


def _cells(row: Situation) -> tuple[str, ...]:
    missed = str(row.missed) if row.number is not None or row.missed else "-"
    return (str(row.due_on or "-"), _say_standing(row), str(row.next_due_on or "-"), missed)


def _say_standing(row: Situation) -> str:
    if row.standing == Standing.OVERDUE.value and row.days_late:
        return f"{'slipped' if row.is_soft else 'overdue'} {say_days(row.days_late)}"
    if row.standing in (Standing.UPCOMING.value, Standing.DUE_SOON.value) and row.days_left:
        return f"in {say_days(row.days_left)}"
    return row.standing.replace("_", " ")


def say_supposed(found: Supposition) -> Iterator[str]:
    """What each supposed fact would be about, and what it would do."""
    for fact, number in found.facts:
        yield f"{_say_fact(fact)}: {_say_about(found, fact, number) if number else _say_about_none(found, fact)}"


def _say_fact(fact: Outcome) -> str:
    if fact.kind is OutcomeKind.OCCURRED and fact.to:
        return f"The event on {say_day(fact.to)}"
    return f"{fact.kind.value.capitalize()} {f'to {say_day(fact.to)}' if fact.to else f'on {say_day(fact.on)}'}"


def _say_about(found: Supposition, fact: Outcome, number: int) -> str:
    commitment, one = found.supposed.commitment, schedule(found.supposed).occurrence(number)
    due = f", due {say_by(one.due).removeprefix('on ')}," if one.due else ""
    name = f"{Reference(commitment.ref, number if commitment.cadence else None)}{due}"
    if fact.kind.fulfils:
        late = _late((fact.on - one.due.latest).days) if one.due else ""
        return f"it would settle {name}{late}.{say_choice(found.supposed, number, fact)}"
    if fact.kind is OutcomeKind.POSTPONED:
        return f"{name} would be put off, a slip of {say_days(one.slip_days)}."
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
        return "it would settle no occurrence, but come on top of what was promised."
    before, after = schedule(found.recorded).dues, schedule(found.supposed).dues
    number = next((n for n in count(1) if before.window(n) != after.window(n) or not after.window(n)), 1)
    due = after.window(number)
    if due is None:
        return "it would change no due date."
    name = f"#{number}" if found.supposed.commitment.cadence else "it"
    return f"{name} would fall due on {say_day(due.latest)}."


def say_turns(found: Supposition) -> Iterator[str]:
    """The next session and its host, where they would be others."""
    one = next(effect for effect in found.effects if effect.is_recorded)
    if one.now.next_session != one.then.next_session:
        yield f"The next session would be number {one.then.next_session} instead of {one.now.next_session}."
    if one.now.next_host != one.then.next_host:
        instead = f" instead of {one.now.next_host}" if one.now.next_host else ""
        yield f"{one.then.next_host} would host it{instead}."
    elif one.now.next_host and one.now.next_session != one.then.next_session:
        yield f"{one.now.next_host} would still host it: no turn would be taken."
