"""Everything on record about one commitment, and what of it had happened by a given day."""

from dataclasses import dataclass, replace
from datetime import date

from bilateral_tracker.domain.commitment import Commitment
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.outcome import Outcome


@dataclass(frozen=True, slots=True)
class History:
    """A commitment with its facts; their order means nothing."""

    commitment: Commitment
    outcomes: tuple[Outcome, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    reviewed_on: tuple[date, ...] = ()

    def as_of(self, day: date) -> "History | None":
        """What had happened by `day`; None if it had not been agreed by then."""
        if day < self.commitment.agreed_on:
            return None
        if day >= self.last_fact_on:
            return self
        return History(
            self.commitment,
            tuple(outcome for outcome in self.outcomes if outcome.on <= day),
            tuple(_open_again(one, day) for one in self.follow_ups if one.raised_on <= day),
            tuple(reviewed for reviewed in self.reviewed_on if reviewed <= day),
        )

    @property
    def last_fact_on(self) -> date:
        """The day of the latest fact; from then on an `as_of` cuts nothing."""
        facts = [self.commitment.agreed_on, *self.reviewed_on]
        facts += [outcome.on for outcome in self.outcomes]
        facts += [one.done_on or one.raised_on for one in self.follow_ups]
        return max(facts)


def _open_again(follow_up: FollowUp, day: date) -> FollowUp:
    """The follow-up as it stood on `day`: not done yet, if it was done later."""
    if follow_up.done_on is None or follow_up.done_on <= day:
        return follow_up
    return replace(follow_up, done_on=None)
