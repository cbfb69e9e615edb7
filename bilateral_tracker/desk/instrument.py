"""Instruments at the desk: signed, entered into force."""

from datetime import date

from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.desk.intake import take_in, take_in_source
from bilateral_tracker.domain.commitment import Commitment
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.fold import outcome_body
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.ratification import admit_entry_into_force
from bilateral_tracker.domain.source import Source
from bilateral_tracker.errors import WrongUsage


def sign(desk: Desk, instrument: Commitment, source: Source | None, in_force_on: date | None) -> History:
    """Records an instrument, its source first where that is new, and its entry into force where that is known."""
    if instrument.agreed_on > desk.today:
        raise WrongUsage(
            f"It cannot have been signed on {say_day(instrument.agreed_on)}: today is {say_day(desk.today)}. "
            "Check --signed-on, or record it on that day."
        )
    with desk.writing():
        if source:
            take_in_source(desk, source)
        signed = take_in(desk, instrument)
        return _in_force(desk, signed, in_force_on) if in_force_on else signed


def enter_into_force(desk: Desk, ref: str, in_force_on: date) -> History:
    """Records that an instrument entered into force, or the coming day on which it will."""
    with desk.writing():
        return _in_force(desk, desk.history(ref), in_force_on)


def _in_force(desk: Desk, signed: History, in_force_on: date) -> History:
    outcome = admit_entry_into_force(signed, in_force_on, desk.today)
    desk.record(Act.OCCURRED, signed.commitment.ref, outcome_body(outcome))
    return desk.history(signed.commitment.ref)
