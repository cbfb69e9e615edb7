"""Who is waited on: the party that owes it, the side that has a date to answer, or whoever proposes a date first."""

from bilateral_tracker.domain.commitment import Commitment, Kind
from bilateral_tracker.domain.outcome import OutcomeKind
from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.schedule import Occurrence

DATE = "date"
"""The word for a sitting that waits for a date to be proposed, by either side."""


def waits_for(commitment: Commitment, one: Occurrence | None) -> str:
    """A party's code, several joined, `joint`, or `date`; empty for an instrument in force, which runs by itself."""
    if commitment.life and one is not None:
        return ""
    if commitment.owed_by != JOINT:
        return commitment.owed_by
    if one is None or commitment.kind is not Kind.MEETING:
        return JOINT
    if one.planned is None:
        return DATE
    if one.planned.kind is OutcomeKind.ARRANGED or not one.planned.party:
        return JOINT
    return "-".join(code for code in commitment.parties if code != one.planned.party)
