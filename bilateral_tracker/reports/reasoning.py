"""How dates come about, and what a supposed fact would change, as data for other programs."""

from collections.abc import Iterator, Mapping
from datetime import date

from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.commitment import Commitment
from bilateral_tracker.domain.derivation import derivation, spans
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome
from bilateral_tracker.domain.readings import Reread, readings
from bilateral_tracker.domain.schedule import Occurrence, schedule
from bilateral_tracker.domain.situation import Situation, situation
from bilateral_tracker.domain.source import Source
from bilateral_tracker.domain.standing import Standing, days_late, standing
from bilateral_tracker.domain.supposition import Effect, Supposition
from bilateral_tracker.reports.explanation import listed
from bilateral_tracker.reports.occurrences import say_occurrence
from bilateral_tracker.reports.promise import say_decisions, say_promise
from bilateral_tracker.reports.reading_words import say_reading
from bilateral_tracker.reports.spreadsheet import csv_lines

ROW = (
    *("number", "due_on", "postponed_to", "standing", "days_late", "days_left", "missed", "next_due_on"),
    *("next_session", "next_host"),
)
"""What is told of each reading: columns of every list, under the names they have there."""

OCCURRENCE_COLUMNS = (
    *("number", "earliest_on", "due_on", "origin", "counted_from", "steps", "every", "put_off_days", "standing"),
    *("days_late", "postponed_to", "slip_days", "settled_by", "settled_on", "said"),
)
"""The columns of a derivation: of `explain --format csv`, after the reference."""

EFFECT_COLUMNS = ("ref", "as_of", "reading", "is_recorded", "periods_from", "state", *ROW)
"""The columns of `explain --if FACT --format csv`; `state` is `now` or `then`."""


def explanation_object(
    history: History, sources: Mapping[str, Source], day: date, number: int | None = None
) -> dict[str, object]:
    """For programs: the terms with their reading, each occurrence with its derivation, the readings side by side."""
    commitment = history.commitment
    rows = _occurrences(history, day, number) if commitment.strength.is_chased else []
    return {
        "ref": commitment.ref,
        "title": commitment.title,
        "as_of": day,
        "standing": situation(history, day).standing,
        "promised": list(say_promise(history, sources)),
        "terms": [
            {"from_number": one.first, "from_on": one.since, "until_on": one.until, **_terms(one.terms)}
            for one in spans(history)
        ],
        "decisions": list(say_decisions(history, day)),
        "occurrences": [dict(zip(OCCURRENCE_COLUMNS, row, strict=True)) for row in rows],
        "readings": [_reading(one) for one in readings(history, day)],
    }


def supposition_object(found: Supposition) -> dict[str, object]:
    """For programs: the facts supposed, and how it stands and would stand under each reading."""
    return {
        "ref": found.recorded.commitment.ref,
        "as_of": found.day,
        "facts": [_fact(fact, number) for fact, number in found.facts],
        "readings": [_effect(one) for one in found.effects],
    }


def occurrences_csv(history: History, day: date, number: int | None = None) -> Iterator[str]:
    """The occurrences that are derived, as CSV."""
    rows = _occurrences(history, day, number) if history.commitment.strength.is_chased else []
    return csv_lines(("ref", *OCCURRENCE_COLUMNS), ((history.commitment.ref, *row) for row in rows))


def effects_csv(found: Supposition) -> Iterator[str]:
    """Two rows for each reading, what is and what would be, as CSV."""
    ref = found.recorded.commitment.ref
    rows = [
        (ref, found.day, *_named(one.cadence, one.is_recorded).values(), state, *_row(row).values())
        for one in found.effects
        for state, row in (("now", one.now), ("then", one.then))
    ]
    return csv_lines(EFFECT_COLUMNS, rows)


def _terms(terms: Commitment) -> dict[str, object]:
    cadence = terms.cadence
    return {
        "reading": cadence.reading.value if cadence else None,
        "every": str(cadence.period) if cadence else None,
        "anchor_on": cadence.anchor_on if cadence else None,
        "words": cadence.words if cadence else "",
        "said": say_reading(terms),
    }


def _occurrences(history: History, day: date, number: int | None) -> list[tuple[object, ...]]:
    return [_occurrence(history, one, day) for one in listed(history, day, number)]


def _occurrence(history: History, one: Occurrence, day: date) -> tuple[object, ...]:
    plan, found = schedule(history), derivation(history, one.number)
    now = standing(plan, one, day)
    is_late = now in (Standing.OVERDUE, Standing.MISSED, Standing.KEPT_LATE)
    return (
        one.number,
        one.due.earliest if one.due else None,
        one.due_on,
        found.origin.value if found else None,
        found.counted_from if found else None,
        found.steps if found else None,
        str(found.cadence.period) if found and found.cadence else None,
        sum(pause.days for pause in found.put_off_by) if found else None,
        now.value,
        days_late(one, day) if is_late else None,
        one.postponed_to[-1] if one.postponed_to else None,
        one.slip_days if one.postponed_to else None,
        one.closed.kind.value if one.closed else None,
        one.closed.on if one.closed else None,
        say_occurrence(history, one, day),
    )


def _reading(one: Reread) -> dict[str, object]:
    return {**_named(one.cadence, one.is_recorded), **_row(one.now)}


def _effect(one: Effect) -> dict[str, object]:
    return {**_named(one.cadence, one.is_recorded), "now": _row(one.now), "then": _row(one.then)}


def _named(cadence: Cadence | None, is_recorded: bool) -> dict[str, object]:
    """The reading; of periods, the first day of the first, for those of the calendar may stand beside others."""
    is_period = cadence is not None and cadence.reading is Reading.PERIOD
    return {
        "reading": cadence.reading.value if cadence else None,
        "is_recorded": is_recorded,
        "periods_from": cadence.due(1) if cadence and is_period else None,
    }


def _row(row: Situation) -> dict[str, object]:
    told = row._asdict()
    return {name: told[name] for name in ROW}


def _fact(fact: Outcome, number: int | None) -> dict[str, object]:
    return {"kind": fact.kind.value, "on": fact.on, "to": fact.to, "number": number}
