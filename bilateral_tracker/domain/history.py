"""Everything on record about one commitment, and what of it had happened by a given day."""

from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.commitment import Commitment
from bilateral_tracker.domain.decision import Amendment, Pause, Restatement, Withdrawal
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.outcome import Outcome
from bilateral_tracker.domain.quiet import Quiet


class History(NamedTuple):
    """A commitment with its facts. The order of outcomes means nothing; amendments and pauses stand in theirs."""

    commitment: Commitment
    """The terms in force."""
    outcomes: tuple[Outcome, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    reviewed_on: tuple[date, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    first_terms: Commitment | None = None
    """The terms as first agreed, where they were amended."""
    pauses: tuple[Pause, ...] = ()
    withdrawal: Withdrawal | None = None
    restatements: tuple[Restatement, ...] = ()
    quiets: tuple[Quiet, ...] = ()
    """Acknowledgements and snoozes: they change nothing but reminders."""

    def as_of(self, day: date) -> "History | None":
        """What had happened by `day`; None if it had not been agreed by then."""
        if day < self.commitment.agreed_on:
            return None
        if day >= self.last_fact_on and self.commitment == self._latest_terms:
            return self
        known = tuple(one for one in self.amendments if one.decided_on <= day)
        in_force = [one.terms for one in known if one.from_on <= day]
        withdrawn = self.withdrawal and self.withdrawal.decided_on <= day
        return History(
            in_force[-1] if in_force else self.as_agreed,
            tuple(outcome for outcome in self.outcomes if outcome.on <= day),
            tuple(_open_again(one, day) for one in self.follow_ups if one.raised_on <= day),
            tuple(reviewed for reviewed in self.reviewed_on if reviewed <= day),
            known,
            self.first_terms if known else None,
            tuple(_lasting(one, day) for one in self.pauses if one.from_on <= day),
            self.withdrawal if withdrawn else None,
            tuple(one for one in self.restatements if one.on <= day),
            tuple(one for one in self.quiets if one.on <= day),
        )

    def amended(self, amendment: Amendment) -> "History":
        """The history with new terms; where the promise is cited does not change."""
        terms = amendment.terms._replace(citations=self.commitment.citations)
        in_order = sorted((*self.amendments, amendment._replace(terms=terms)), key=lambda one: (one.from_on, one.entry))
        return self._replace(commitment=in_order[-1].terms, amendments=tuple(in_order), first_terms=self.as_agreed)

    def resumed(self, on: date, shifts: bool) -> "History":
        """The history with its last pause over."""
        *earlier, last = self.pauses
        return self._replace(pauses=(*earlier, last._replace(resumed_on=on, shifts=shifts)))

    @property
    def _latest_terms(self) -> Commitment:
        return self.amendments[-1].terms if self.amendments else self.commitment

    @property
    def as_agreed(self) -> Commitment:
        """The terms as first agreed."""
        return self.first_terms or self.commitment

    @property
    def last_fact_on(self) -> date:
        """The day of the latest fact; from then on an `as_of` cuts nothing."""
        facts = [self.commitment.agreed_on, *self.reviewed_on]
        facts += [outcome.on for outcome in self.outcomes]
        facts += [one.done_on or one.raised_on for one in self.follow_ups]
        facts += [max(one.decided_on, one.from_on) for one in self.amendments]
        facts += [one.resumed_on or one.from_on for one in self.pauses]
        facts += [one.on for one in self.restatements]
        facts += [one.on for one in self.quiets]
        facts += [max(self.withdrawal.decided_on, self.withdrawal.from_on)] if self.withdrawal else []
        return max(facts)

    @property
    def last_kept_on(self) -> date | None:
        """The day of the latest sitting or delivery; None if there was none."""
        return max((one.on for one in self.outcomes if one.kind.fulfils), default=None)

    @property
    def promised_on(self) -> list[date]:
        """The days on which it was promised, in their order: when it was agreed, and each time it was made again."""
        return sorted([self.commitment.agreed_on, *(one.on for one in self.restatements)])

    @property
    def paused_from(self) -> date | None:
        """The first day of a pause that still lasts."""
        return self.pauses[-1].from_on if self.pauses and self.pauses[-1].resumed_on is None else None


def _open_again(follow_up: FollowUp, day: date) -> FollowUp:
    """The follow-up as it stood on `day`: not done yet, if it was done later."""
    if follow_up.done_on is None or follow_up.done_on <= day:
        return follow_up
    return follow_up._replace(done_on=None)


def _lasting(pause: Pause, day: date) -> Pause:
    """The pause as it stood on `day`: not over yet, if work was resumed later."""
    if pause.resumed_on is None or pause.resumed_on <= day:
        return pause
    return pause._replace(resumed_on=None, shifts=False)
