"""Which decisions about a promise itself may go on record. None may take an occurrence from what settled it."""

from datetime import date

from bilateral_tracker.domain.admission import refuse_day, refuse_disturbance, refuse_on_file
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.decision import Amendment, Pause, Restatement, Withdrawal
from bilateral_tracker.domain.history import History
from bilateral_tracker.errors import Conflict, WrongUsage


def admit_amendment(history: History, amendment: Amendment, today: date) -> None:
    """Refuses new terms that change nothing, or that reach back behind earlier ones."""
    ref, from_on = history.commitment.ref, amendment.from_on
    refuse_day(history, amendment.decided_on, today, "cannot have been amended")
    if amendment.terms == history.commitment:
        raise WrongUsage(f"{ref} has these terms already. Nothing was changed. See them with: bilateral show {ref}")
    if from_on < history.commitment.agreed_on:
        raise WrongUsage(
            f"{ref} was agreed on {say_day(history.commitment.agreed_on)}; its terms cannot have changed on "
            f"{say_day(from_on)}. Give a later day: --from DATE"
        )
    last = history.amendments[-1] if history.amendments else None
    if last and from_on < last.from_on:
        raise Conflict(
            f"{ref} was amended from {say_day(last.from_on)} on; what is decided now begins then or later. Give "
            f"--from {last.from_on.isoformat()}, or undo that amendment first: bilateral undo {last.entry}"
        )
    refuse_disturbance(history, history.amended(amendment))


def admit_withdrawal(history: History, withdrawal: Withdrawal, today: date) -> None:
    """Refuses to give up what was given up already, or to replace a promise by itself."""
    ref = history.commitment.ref
    _refuse_withdrawn(history)
    refuse_day(history, withdrawal.decided_on, today, "cannot have been withdrawn")
    if withdrawal.superseded_by == ref:
        raise WrongUsage(f"{ref} cannot take its own place. Name the commitment that does: --superseded-by REF")
    if withdrawal.from_on < history.commitment.agreed_on:
        raise WrongUsage(
            f"{ref} was agreed on {say_day(history.commitment.agreed_on)}; it cannot have ended on "
            f"{say_day(withdrawal.from_on)}. Give a later day: --from DATE"
        )
    later = history.last_kept_on
    if later and later >= withdrawal.from_on:
        raise Conflict(
            f"{ref} is on record as kept on {say_day(later)}, after it would have ended on "
            f"{say_day(withdrawal.from_on)}. Check the day, or see: bilateral history {ref}"
        )


def admit_pause(history: History, pause: Pause, today: date) -> None:
    """Refuses a pause within a pause, and one of what nobody chases."""
    ref = history.commitment.ref
    refuse_on_file(history)
    _refuse_withdrawn(history)
    if history.commitment.life:
        raise Conflict(f"{ref} is an instrument, and its terms run on: what is on hold elsewhere does not stop them.")
    refuse_day(history, pause.from_on, today, "cannot have been paused")
    if history.paused_from:
        raise Conflict(
            f"{ref} has been paused since {say_day(history.paused_from)}. End that with: bilateral resume {ref}"
        )
    last = history.pauses[-1].resumed_on if history.pauses else None
    if last and pause.from_on < last:
        raise Conflict(
            f"{ref} was paused until {say_day(last)}; a pause from {say_day(pause.from_on)} would lie within that one. "
            "Give a later day: --from DATE"
        )


def admit_resumption(history: History, on: date, shifts: bool, today: date) -> History:
    """The history with its pause over."""
    ref, paused_from = history.commitment.ref, history.paused_from
    if paused_from is None:
        raise Conflict(f"{ref} is not paused. See how it stands with: bilateral show {ref}")
    _refuse_withdrawn(history)
    refuse_day(history, on, today, "cannot have been resumed")
    if on <= paused_from:
        raise WrongUsage(
            f"{ref} was paused on {say_day(paused_from)}; it cannot have been resumed on {say_day(on)}. "
            "Give a later day: --on DATE"
        )
    resumed = history.resumed(on, shifts)
    refuse_disturbance(history, resumed)
    return resumed


def admit_restatement(history: History, restatement: Restatement, today: date) -> None:
    """Refuses the same announcement twice."""
    ref = history.commitment.ref
    on, source = restatement.on, restatement.citation.source
    if on > today:
        raise WrongUsage(f"{ref} cannot have been promised again on {say_day(on)}: that day is still to come.")
    if any((one.on, one.citation.source) == (on, source) for one in history.restatements):
        raise Conflict(
            f"{ref} is already on record as promised again on {say_day(on)}, in {source}. "
            f"See the entry with: bilateral history {ref}"
        )


def _refuse_withdrawn(history: History) -> None:
    withdrawal, ref = history.withdrawal, history.commitment.ref
    if withdrawal:
        raise Conflict(
            f"{ref} is already on record as withdrawn from {say_day(withdrawal.from_on)} on. If that is wrong, take it "
            f"back with: bilateral undo {withdrawal.entry}"
        )
