"""Recording what became of a promise: gather what is on record, decide whether the new fact fits, write it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.domain.admission import admit_fulfilment, admit_postponement, admit_release, admit_review
from bilateral_tracker.domain.delay import known_reason
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.fold import OUTCOME_ACTS, body, outcome_body
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written, and what is now true of the commitment."""

    history: History
    outcome: Outcome
    number: int | None
    """The occurrence it is about; None for an additional sitting, and for what is about none."""


def record_fulfilment(desk: Desk, ref: str, outcome: Outcome) -> Recorded:
    """Records a sitting or a delivery. Which occurrence it settles is decided from what is on record.

    A sitting in the capital of a party was hosted by that party, unless another host was named.
    """
    with desk.writing():
        history = desk.history(ref)
        held = outcome._replace(party=outcome.party or _host(desk, history, outcome), because=_because(desk, outcome))
        number = admit_fulfilment(history, held, desk.today)
        return _recorded(desk, ref, held, number)


def record_postponement(
    desk: Desk, ref: str, number: int | None, to: date, on: date | None, reason: str, because: str = ""
) -> Recorded:
    """Records that an occurrence was moved to a later day; lateness is still counted from the agreed one."""
    with desk.writing():
        outcome = admit_postponement(desk.history(ref), number, to, on, desk.today)
        outcome = outcome._replace(reason=reason, because=because)
        return _recorded(desk, ref, outcome._replace(because=_because(desk, outcome)), outcome.number)


def record_release(desk: Desk, ref: str, outcome: Outcome) -> Recorded:
    """Records that an occurrence was cancelled, waived or deferred without a new date, or has lapsed."""
    with desk.writing():
        admitted = admit_release(desk.history(ref), outcome.kind, outcome.number, outcome.on, desk.today)
        said = outcome._replace(number=admitted.number, because=_because(desk, outcome))
        return _recorded(desk, ref, said, admitted.number)


def record_forthcoming(desk: Desk, ref: str, said: Outcome) -> Recorded:
    """Records what is known of what is to come: a date proposed or arranged, a request, an event, who hosts next."""
    from bilateral_tracker.domain import forthcoming

    admit: dict[OutcomeKind, Callable[[History, Outcome, date], Outcome]] = {
        OutcomeKind.PROPOSED: forthcoming.admit_date,
        OutcomeKind.ARRANGED: forthcoming.admit_date,
        OutcomeKind.REQUESTED: forthcoming.admit_request,
        OutcomeKind.OCCURRED: forthcoming.admit_event,
        OutcomeKind.SWAPPED: forthcoming.admit_swap,
    }
    with desk.writing():
        admitted = admit[said.kind](desk.history(ref), said, desk.today)
        return _recorded(desk, ref, admitted, admitted.number)


def record_review(desk: Desk, ref: str, on: date, note: str) -> History:
    """Records that a promise without a date was looked at."""
    with desk.writing():
        admit_review(desk.history(ref), on, desk.today)
        desk.record(Act.REVIEWED, ref, body({"on": on.isoformat(), "note": note}))
        return desk.history(ref)


def _recorded(desk: Desk, ref: str, outcome: Outcome, number: int | None) -> Recorded:
    entry = desk.record(OUTCOME_ACTS[outcome.kind], ref, outcome_body(outcome))
    return Recorded(desk.history(ref), outcome._replace(entry=entry.number), number)


def _host(desk: Desk, history: History, outcome: Outcome) -> str:
    """The party in whose capital a sitting was held; empty if in none of them."""
    if outcome.kind is not OutcomeKind.HELD or not outcome.place:
        return ""
    capitals = {one.capital.casefold(): one.code for one in desk.register.parties()}
    code = capitals.get(outcome.place.casefold(), "")
    return code if code in history.commitment.parties else ""


def _because(desk: Desk, outcome: Outcome) -> str:
    return known_reason(outcome.because, desk.register.delay_reasons()) if outcome.because else ""
