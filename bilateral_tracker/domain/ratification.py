"""Which facts about the life of an instrument may go on record: its signature, its entry into force."""

from datetime import date

from bilateral_tracker.domain.admission import refuse_day
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.errors import Conflict, WrongUsage

ENTRY_INTO_FORCE = "entry into force"
"""What the event is called in the journal."""


def entry_into_force(history: History) -> Outcome | None:
    """The fact that an instrument entered into force, or is to; None if nothing is known of it."""
    events = (one for one in history.outcomes if one.kind is OutcomeKind.OCCURRED)
    return max(events, key=lambda one: (one.on, one.entry), default=None)


def admit_entry_into_force(history: History, in_force_on: date, today: date) -> Outcome:
    """That an instrument entered into force, or will on a day that is known. Conflict if that is on record."""
    commitment, known = history.commitment, entry_into_force(history)
    ref, signed_on = commitment.ref, commitment.agreed_on
    if commitment.life is None:
        raise WrongUsage(
            f"{ref} is {commitment.kind.noun}, and only an instrument enters into force. "
            "See the instruments with: bilateral instrument list"
        )
    if in_force_on < signed_on:
        raise WrongUsage(
            f"{ref} was signed on {say_day(signed_on)}; it cannot have entered into force on {say_day(in_force_on)}, "
            "before that. Check both dates."
        )
    if known and known.to:
        raise Conflict(
            f"{ref} is already on record as in force from {say_day(known.to)} on. If that is wrong, take it back with: "
            f"bilateral undo {known.entry}"
        )
    on = min(in_force_on, today)
    refuse_day(history, on, today, "cannot have entered into force")
    return Outcome(OutcomeKind.OCCURRED, on, to=in_force_on, note=ENTRY_INTO_FORCE)
