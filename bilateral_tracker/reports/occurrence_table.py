"""The occurrences of one commitment: when each was due, to which days it was moved, what became of it and why."""

from collections.abc import Iterator, Sequence
from datetime import date

from bilateral_tracker.domain.arrears import expected
from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.hosting import sessions
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.standing import Standing, days_late, standing
from bilateral_tracker.reports.counting import counted
from bilateral_tracker.reports.listing import said, say_standing
from bilateral_tracker.reports.table import table

Values = dict[str, object]

MOST_OCCURRENCES = 12
"""How many occurrences are shown to people; programs get all."""


def listed_occurrences(history: History, day: date) -> list[Occurrence]:
    """The occurrences up to the next one expected, in order."""
    if not history.commitment.strength.is_chased:
        return []
    plan = schedule(history)
    last = max((one.number for one in expected(plan, day)), default=0)
    numbers = range(1, max(last, *plan.recorded, 0) + 1)
    return [plan.occurrence(number) for number in numbers]


def occurrence_objects(history: History, day: date) -> list[Values]:
    """The occurrences for programs, each with the successive new dates it was given."""
    plan, numbered = schedule(history), session_numbers(history)
    return [
        {**_published(plan, one, day), **_added(history, one, numbered)} for one in listed_occurrences(history, day)
    ]


def occurrences_csv(history: History, day: date) -> Iterator[str]:
    """The occurrences as CSV, the successive new dates of one in a single cell."""
    from bilateral_tracker.reports.spreadsheet import csv_lines

    rows = [_flat(one) for one in occurrence_objects(history, day)]
    columns = ("ref", *_PUBLISHED, *_ADDED)
    return csv_lines(columns, ((history.commitment.ref, *row) for row in rows))


def occurrences_text(history: History, day: date, width: int) -> str:
    """The occurrences for people, as a table; empty if there is nothing to show."""
    plan, numbered = schedule(history), session_numbers(history)
    listed = [one for one in listed_occurrences(history, day) if one.due or one.closed]
    shown = listed[-MOST_OCCURRENCES:]
    if not shown:
        return ""
    left = len(listed) - len(shown)
    earlier = f"{counted(left, 'earlier occurrence')} not shown; all with: --format csv\n" if left else ""
    cells = [(*_dates(plan, one, day), _remarks(history, one, numbered)) for one in shown]
    return earlier + _without_empty_columns(_HEADERS, cells, width)


def session_numbers(history: History) -> dict[Outcome, int]:
    """The number that each sitting bore."""
    return {one.sitting: one.number for one in sessions(history)}


def delays(history: History, one: Occurrence) -> list[Outcome]:
    """What put the occurrence off, or ended it without anything done, in the order in which it was decided."""
    put_off = {outcome for outcome in history.outcomes if outcome.number == one.number and outcome.kind in _DELAYING}
    put_off |= {one.closed} if one.closed and one.closed.kind in _DELAYING else set()
    return sorted(put_off, key=lambda outcome: (outcome.on, outcome.entry))


_DELAYING = (OutcomeKind.POSTPONED, OutcomeKind.DEFERRED, *(kind for kind in OutcomeKind if kind.releases))

_LATE = (Standing.OVERDUE, Standing.MISSED, Standing.KEPT_LATE, Standing.KEPT)

_PUBLISHED = "number due_on standing postponed_to settled_on days_late place mode evidence slip_days".split()
_ADDED = "postponements because session host level chairs arranged_for proposed_for slips".split()


def _published(plan: Schedule, one: Occurrence, day: date) -> Values:
    """The first columns; an open occurrence is late up to `day`."""
    settled = one.closed if one.is_kept else None
    now = standing(plan, one, day)
    return {
        "number": one.number,
        "due_on": one.due_on,
        "standing": now.value,
        "postponed_to": one.postponed_to[-1] if one.postponed_to else None,
        "settled_on": settled.on if settled else None,
        "days_late": days_late(one, day) if now in _LATE else None,
        "place": settled.place if settled else "",
        "mode": settled.mode.value if settled and settled.mode else "",
        "evidence": settled.evidence if settled else "",
        "slip_days": one.slip_days if one.postponed_to and one.due_on else None,
    }


def _added(history: History, one: Occurrence, numbered: dict[Outcome, int]) -> Values:
    settled = one.closed if one.is_kept else None
    put_off = delays(history, one)
    moved = [outcome for outcome in put_off if outcome.kind is OutcomeKind.POSTPONED]
    return {
        "postponements": [
            {"on": each.on, "to": each.to, "because": each.because, "reason": each.reason} for each in moved
        ],
        "because": put_off[-1].because if put_off else "",
        "session": numbered.get(settled) if settled else None,
        "host": settled.party if settled else "",
        "level": settled.level if settled else "",
        "chairs": settled.chairs if settled else "",
        "arranged_for": one.arranged_for,
        "proposed_for": one.proposed_for,
        "slips": len(moved),
    }


def _flat(values: Values) -> list[object]:
    moved = values["postponements"]
    assert isinstance(moved, list), "as it was just made"
    return [*({**values, "postponements": " ".join(str(one["to"]) for one in moved)}).values()]


_HEADERS = ("#", "due", "moved to", "settled", "late", "standing", "remarks")


def _dates(plan: Schedule, one: Occurrence, day: date) -> tuple[str, ...]:
    """The agreed date, all new ones one after another, the day it was done."""
    now = standing(plan, one, day)
    return (
        str(one.number),
        said(one.due_on),
        ", ".join(map(str, one.postponed_to)),
        said(one.closed.on if one.closed and one.is_kept else None),
        said((days_late(one, day) or None) if now in _LATE else None),
        say_standing(now.value, plan.commitment.is_soft),
    )


def _remarks(history: History, one: Occurrence, numbered: dict[Outcome, int]) -> str:
    """Why it was put off, for which date it is arranged, where it is documented."""
    found = [_why(each) for each in delays(history, one)]
    if one.arranged_for:
        found.append(f"arranged for {one.arranged_for}")
    if one.proposed_for and one.planned:
        found.append(f"proposed for {one.proposed_for}{f' by {one.planned.party}' if one.planned.party else ''}")
    if one.closed and one.is_kept:
        is_meeting = history.commitment.kind is Kind.MEETING
        found += [f"session {numbered[one.closed]}"] if is_meeting else [one.closed.evidence, one.closed.note]
    return "; ".join(part for part in found if part)


def _why(delay: Outcome) -> str:
    """`postponed: dates not agreed, no quorum`; nothing if nobody gave a reason."""
    reasons = [delay.because.replace("_", " "), delay.reason, delay.note]
    given = ", ".join(reason for reason in reasons if reason)
    return f"{delay.kind.value}: {given}" if given else ""


def _without_empty_columns(headers: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """The table of the columns that hold anything."""
    columns = [at for at in range(len(headers)) if any(row[at] for row in rows)]
    return table([headers[at] for at in columns], ([row[at] for at in columns] for row in rows), width)
