"""One round of reminders: on its day, who is owed which message. It knows nothing of what was said before.

The officer hears of everything, the director and the head of what stays overdue. Where no officer is on record, the
desk itself is told, under the empty name, so that nothing is lost for want of a name.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.recipient import Recipient, Role, recipients_of
from bilateral_tracker.domain.reminder import STDOUT, Reckoning, Reminder, heard, reminder_for
from bilateral_tracker.domain.situation import (
    Situation,
    coming_situation,
    follow_up_situations,
    overdue_situations,
    situation,
)
from bilateral_tracker.domain.stages import Counts, RemindSettings, Stages
from bilateral_tracker.domain.standing import Standing

if TYPE_CHECKING:
    from bilateral_tracker.domain.capitals import Capitals


class Owed(NamedTuple):
    """A reminder, the row that it is about, and the history that the row is of."""

    reminder: Reminder
    row: Situation
    history: History


class Round(NamedTuple):
    """Who can be told, under which settings, and which day it is for each."""

    today: date
    """The day at the desk."""
    today_in: Callable[[str], date]
    """The day in the capital of a party."""
    capitals: "Capitals"
    settings: RemindSettings = RemindSettings()
    recipients: Sequence[Recipient] = ()
    usual_channel: str = STDOUT

    def day_of(self, recipient: Recipient | None) -> date:
        """The day where a recipient sits; None is the desk itself."""
        return self.today_in(recipient.party) if recipient else self.today

    @property
    def last_day(self) -> date:
        """The latest day that it is for anybody."""
        return max(self._days)

    @property
    def horizon_days(self) -> int:
        """How many days ahead something may already be owed; working days are stretched by weekends and closures."""
        return max(_furthest(one) for one in self._stages_in_use)

    def owed(self, history: History) -> Iterator[Owed]:
        """The reminders of one commitment: of what is overdue, what comes next, its review, its follow-ups."""
        for day in self._days:
            known = history.as_of(day)
            if known:
                for row in rows_of(known, day):
                    yield from (Owed(one, row, known) for one in self._of_row(row, known, day))

    @property
    def _days(self) -> list[date]:
        return sorted({self.today, *map(self.day_of, self.recipients)})

    @property
    def _stages_in_use(self) -> list[Stages]:
        kinds, refs = ("", *self.settings.kinds), ("", *self.settings.commitments)
        return [self.settings.stages(kind, ref) for kind in kinds for ref in refs]

    def _of_row(self, row: Situation, history: History, day: date) -> Iterator[Reminder]:
        stages = self.settings.stages(row.kind, history.commitment.ref)
        left = partial(self.capitals.left, history.commitment.parties) if stages.counts is Counts.WORKING else None
        for role, rung in _ladder(stages) if self.recipients else _DESK_ALONE:
            reckoning = Reckoning(stages, rung, left) if left else Reckoning(stages, rung)
            reminder = reminder_for(row, day, reckoning)
            if reminder and role is Role.OFFICER:
                reminder = heard(reminder, history.quiets, row.latest_on, day, stages)
            yield from self._addressed(reminder, row, role, day) if reminder else ()

    def _addressed(self, reminder: Reminder, row: Situation, role: Role, day: date) -> Iterator[Reminder]:
        told = recipients_of(row, role, self.recipients, day)
        if not told and role is Role.OFFICER and day == self.today:
            yield reminder
        for one in told:
            if self.day_of(one) == day and self.capitals.works(one.party, day):
                yield reminder._replace(recipient=one.id, channel=one.channel or self.usual_channel)


_DESK_ALONE: tuple[tuple[Role, int | None], ...] = ((Role.OFFICER, None),)


def _ladder(stages: Stages) -> Iterable[tuple[Role, int | None]]:
    """The rungs there are, each with the days overdue from which on it is told."""
    yield Role.OFFICER, None
    if stages.director_after is not None:
        yield Role.DIRECTOR, stages.director_after
    if stages.head_after is not None:
        yield Role.HEAD, stages.head_after


def _furthest(stages: Stages) -> int:
    lead = max((*stages.before, stages.propose_before or 0), default=0)
    # Five days of seven, and no two capitals are closed for more than a month together.
    return lead if stages.counts is Counts.CALENDAR else lead * 7 // 5 + 31


def rows_of(history: History, day: date) -> list[Situation]:
    """The rows of a commitment that can be reminded of, each once; none is drawn up in vain, for that is most work."""
    row = situation(history, day)
    rows = overdue_situations(history, day) if row.standing == Standing.OVERDUE.value else [row]
    if row.next_due_on and row.next_due_on != (row.postponed_to or row.due_on):
        coming = coming_situation(history, day)
        rows += [coming] if coming else []
    rows += follow_up_situations(history, day) if history.follow_ups else []
    return list(dict.fromkeys(rows))
