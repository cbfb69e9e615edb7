"""Recording what became of a promise: gather what is on record, decide whether the new fact fits, write it."""

from dataclasses import dataclass
from datetime import date

from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.domain.admission import admit_fulfilment, admit_postponement, admit_release, admit_review
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.fold import OUTCOME_ACTS, body, outcome_body
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written, and what is now true of the commitment."""

    history: History
    outcome: Outcome
    number: int | None
    """The occurrence it is about; None for an additional sitting."""


def record_fulfilment(desk: Desk, ref: str, outcome: Outcome) -> Recorded:
    """Records a sitting or a delivery. Which occurrence it settles is decided from what is on record."""
    with desk.writing():
        number = admit_fulfilment(desk.history(ref), outcome, desk.today)
        return _recorded(desk, ref, outcome, number)


def record_postponement(desk: Desk, ref: str, number: int | None, to: date, on: date | None, reason: str) -> Recorded:
    """Records that an occurrence was moved to a later day; lateness is still counted from the agreed one."""
    with desk.writing():
        outcome = admit_postponement(desk.history(ref), number, to, on, desk.today)
        return _recorded(desk, ref, outcome._replace(reason=reason), outcome.number)


def record_release(desk: Desk, ref: str, outcome: Outcome) -> Recorded:
    """Records that an occurrence was cancelled, waived, or deferred without a new date."""
    with desk.writing():
        admitted = admit_release(desk.history(ref), outcome.kind, outcome.number, outcome.on, desk.today)
        return _recorded(desk, ref, outcome._replace(number=admitted.number), admitted.number)


def record_review(desk: Desk, ref: str, on: date, note: str) -> History:
    """Records that a promise without a date was looked at."""
    with desk.writing():
        admit_review(desk.history(ref), on, desk.today)
        desk.record(Act.REVIEWED, ref, body({"on": on.isoformat(), "note": note}))
        return desk.history(ref)


def _recorded(desk: Desk, ref: str, outcome: Outcome, number: int | None) -> Recorded:
    entry = desk.record(OUTCOME_ACTS[outcome.kind], ref, outcome_body(outcome))
    return Recorded(desk.history(ref), outcome._replace(entry=entry.number), number)
