"""The occurrences of a commitment: what was due when, what it was moved to, and what settled it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from bilateral_tracker.domain.commitment import Arrears, Commitment
from bilateral_tracker.domain.dues import Dues
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.settlement import postponements, settlement
from bilateral_tracker.domain.window import Window


class Occurrence(NamedTuple):
    """The `number`-th time a commitment falls due. `closed` by what settled, released or deferred it."""

    number: int
    due: Window | None
    postponed_to: tuple[date, ...] = ()
    closed: Outcome | None = None
    planned: Outcome | None = None
    """The date last proposed or arranged for it, while it is open and that still holds."""

    @property
    def due_on(self) -> date | None:
        """The last day of the due time as agreed: lateness is counted from here."""
        return self.due.latest if self.due else None

    @property
    def expected_on(self) -> date | None:
        """The day it is now expected: the latest new date, else the agreed one."""
        return self.postponed_to[-1] if self.postponed_to else self.due_on

    @property
    def arranged_for(self) -> date | None:
        """The date that the parties agreed on for it, while that holds."""
        return self.planned.to if self.planned and self.planned.kind is OutcomeKind.ARRANGED else None

    @property
    def proposed_for(self) -> date | None:
        """The date that was proposed for it and is not answered."""
        return self.planned.to if self.planned and self.planned.kind is OutcomeKind.PROPOSED else None

    @property
    def slip_days(self) -> int:
        """By how many days it was put off in all, from its agreed day to the latest new date; 0 if it was not."""
        return (self.postponed_to[-1] - self.due_on).days if self.postponed_to and self.due_on else 0

    @property
    def is_moved(self) -> bool:
        """Whether it is open and has a new date."""
        return bool(self.postponed_to) and self.closed is None

    @property
    def is_kept(self) -> bool:
        """Whether what was promised was done."""
        return self.closed is not None and self.closed.kind.fulfils


@dataclass(frozen=True, slots=True, eq=False)
class Schedule:
    """A history sorted by occurrence. Occurrences nothing is on record about are computed when asked for."""

    commitment: Commitment
    dues: Dues
    recorded: Mapping[int, Occurrence]
    last_kept: int
    """The highest number that was kept; 0 if none."""
    began_with: int = 1
    """The number of the first occurrence under the terms in force."""
    paused_from: date | None = None
    """The first day of a pause that still lasts: from then on nothing is chased. An instrument runs on."""
    withdrawn_from: date | None = None
    """The first day on which nothing is owed any more."""
    in_force_on: date | None = None
    """The day on which an instrument entered into force, or is to."""

    def occurrence(self, number: int) -> Occurrence:
        """The `number`-th occurrence, counted from 1."""
        return self.recorded.get(number) or Occurrence(number, self.dues.window(number))

    def is_overtaken(self, number: int, day: date) -> bool:
        """Whether by `day` a later occurrence has taken its place: its time has begun, or it was kept already."""
        following = self.dues.window(number + 1)
        return self.last_kept > number or (following is not None and following.earliest <= day)

    def chased_until(self, day: date) -> date:
        """`day`, or the last day before a pause or a withdrawal stopped the clock."""
        stops = [one - timedelta(1) for one in (self.paused_from, self.withdrawn_from) if one and one > date.min]
        return min((day, *stops))

    def is_paused(self, day: date) -> bool:
        """Whether nothing is chased on `day` for the time being."""
        return self.paused_from is not None and day >= self.paused_from

    def is_withdrawn(self, day: date) -> bool:
        """Whether nothing is owed any more on `day`."""
        return self.withdrawn_from is not None and day >= self.withdrawn_from

    def last_allowed(self, occurrence: Occurrence) -> date | None:
        """The last day on which the occurrence is not overdue: the day it is expected and the days of grace."""
        if occurrence.expected_on is None:
            return None
        return date.fromordinal(
            min(occurrence.expected_on.toordinal() + self.commitment.grace_days, date.max.toordinal())
        )

    def first_open(self, after: int) -> Occurrence | None:
        """The first occurrence with a number above `after` that has a date and is neither closed nor postponed."""
        number = after + 1
        while number in self.recorded and (self.recorded[number].closed or self.recorded[number].postponed_to):
            number += 1
        occurrence = self.occurrence(number)
        return occurrence if occurrence.due and not self.is_withdrawn(occurrence.due.earliest) else None

    def follow_up_due(self, follow_up: FollowUp) -> date | None:
        """When a follow-up is due; None while what it hangs on has no date or has not happened."""
        if follow_up.relative is None:
            return follow_up.due_on
        occurrence = self.occurrence(follow_up.relative.number)
        closed = occurrence.closed
        if follow_up.relative.after_held:
            anchor = closed.on if closed and closed.kind.fulfils else None
        else:
            anchor = None if closed and closed.kind is OutcomeKind.DEFERRED else occurrence.expected_on
        return anchor and follow_up.relative.counted_from(anchor)

    @property
    def released_through(self) -> int:
        """The number up to which nothing more is expected because a later sitting was kept; 0 where each is owed."""
        return 0 if self.commitment.arrears is Arrears.EACH else self.last_kept


@lru_cache(maxsize=1)
def schedule(history: History) -> Schedule:
    """The history sorted by occurrence; asked again about the same history, it answers from memory."""
    outcomes, settled = history.outcomes, settlement(history)
    closed = settled.closed
    told = {one.number for one in outcomes if one.number is not None}
    numbers = closed.keys() | {number for number in told if settled.has(number)}
    recorded = {}
    for number in sorted(numbers):
        ending = closed.get(number) or _latest(outcomes, number, _PUT_OFF, OutcomeKind.DEFERRED)
        planned = None if ending else _latest(outcomes, number, _PLANNED, *_DATES)
        moved = postponements(outcomes, number)
        recorded[number] = Occurrence(number, settled.dues.window(number), moved, ending, planned)
    return Schedule(
        history.commitment,
        settled.dues,
        recorded,
        last_kept=max((n for n, one in closed.items() if one.kind.fulfils), default=0),
        began_with=settled.began_with,
        paused_from=None if history.commitment.life else history.paused_from,
        withdrawn_from=history.withdrawal.from_on if history.withdrawal else None,
        in_force_on=settled.in_force_on,
    )


_DATES = (OutcomeKind.PROPOSED, OutcomeKind.ARRANGED)
_PUT_OFF = (OutcomeKind.DEFERRED, OutcomeKind.POSTPONED)
_PLANNED = (*_PUT_OFF, *_DATES)


def _latest(
    outcomes: tuple[Outcome, ...], number: int, among: tuple[OutcomeKind, ...], *wanted: OutcomeKind
) -> Outcome | None:
    """The latest of these facts about an occurrence; None if it is not of a wanted kind: then another took its place.

    A deferral is over once a new date was found, and so is a date that was proposed before a postponement.
    """
    latest = max(
        (one for one in outcomes if one.number == number and one.kind in among),
        key=lambda one: (one.on, one.entry),
        default=None,
    )
    return latest if latest and latest.kind in wanted else None
