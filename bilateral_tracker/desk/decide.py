"""Decisions about a promise itself: new terms, a pause and its end, a withdrawal, the promise made again."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from bilateral_tracker.desk.desk import Desk, resolved
from bilateral_tracker.desk.intake import refuse_contradictions, take_in_source
from bilateral_tracker.domain import fold, revision
from bilateral_tracker.domain.decision import Amendment, Pause, Restatement, Withdrawal
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.reference import read_reference, split_reference
from bilateral_tracker.domain.source import Source
from bilateral_tracker.errors import Conflict

EVERYTHING = "all"
"""What names every commitment in the register."""


def amend(desk: Desk, ref: str, amendment_of: Callable[[History], Amendment]) -> History:
    """Records new terms, made of those on record."""
    with desk.writing():
        history = desk.history(ref)
        amended = amendment_of(history)
        revision.admit_amendment(history, amended, desk.today)
        refuse_contradictions(desk, amended.terms)
        desk.record(Act.AMENDED, ref, fold.amended_body(amended))
        return desk.history(ref)


def withdraw(desk: Desk, ref: str, withdrawal: Withdrawal) -> History:
    """Records that nothing is owed any more from a day on."""
    with desk.writing():
        history = desk.history(ref)
        if withdrawal.superseded_by:
            successor = resolved(desk.register, read_reference(withdrawal.superseded_by)).commitment
            withdrawal = withdrawal._replace(superseded_by=successor)
        revision.admit_withdrawal(history, withdrawal, desk.today)
        desk.record(Act.WITHDRAWN, ref, fold.withdrawn_body(withdrawal))
        return desk.history(ref)


def restate(desk: Desk, ref: str, restatement: Restatement, source: Source | None) -> History:
    """Records that the promise was made again, and the source first where that is new."""
    with desk.writing():
        revision.admit_restatement(desk.history(ref), restatement, desk.today)
        if source:
            take_in_source(desk, source)
        desk.record(Act.RESTATED, ref, fold.restated_body(restatement))
        return desk.history(ref)


def pause(desk: Desk, target: str, begun: Pause) -> list[History]:
    """Records that nothing of a commitment, of a relationship or of the whole register is chased for a time."""

    def begin(history: History) -> History:
        revision.admit_pause(history, begun, desk.today)
        desk.record(Act.PAUSED, history.commitment.ref, fold.paused_body(begun))
        return desk.history(history.commitment.ref)

    return _each(desk, target, begin)


def resume(desk: Desk, target: str, on: date, shifts: bool) -> list[History]:
    """Records that pauses are over, and whether they put off what was to come or what fell due in them is forgiven."""

    def end(history: History) -> History:
        resumed = revision.admit_resumption(history, on, shifts, desk.today)
        desk.record(Act.RESUMED, history.commitment.ref, fold.paused_body(resumed.pauses[-1]))
        return desk.history(history.commitment.ref)

    return _each(desk, target, end)


def _each(desk: Desk, target: str, decide: Callable[[History], History]) -> list[History]:
    """Decides for what was named, all or nothing. Of several, those that it does not fit are left out."""
    with desk.writing():
        references = _several(desk, target)
        if not references:
            return [decide(desk.history(resolved(desk.register, read_reference(target)).commitment))]
        decided = []
        for ref in references:
            with suppress(Conflict):  # which is found out before anything is written
                decided.append(decide(desk.history(ref)))
        if not decided:
            raise Conflict(
                f"Of {len(references):,} commitments there is none that it fits. Nothing was changed. "
                "See how they stand with: bilateral list"
            )
        return decided


def _several(desk: Desk, target: str) -> list[str]:
    """The commitments of a relationship, or all; none if the target is neither."""
    if target.lower() == EVERYTHING:
        return desk.register.references("", most=-1)
    relationship = target.upper()
    begun_so = desk.register.references(f"{relationship}-", most=-1)
    return [ref for ref in begun_so if split_reference(ref)[0] == relationship]
