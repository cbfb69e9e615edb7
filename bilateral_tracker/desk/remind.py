"""What is to be said today and was not said yet. Most runs find nothing, and load no more than this."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from bilateral_tracker.domain.ledger import free
from bilateral_tracker.domain.reminder import Reminder
from bilateral_tracker.domain.round import Owed, Round
from bilateral_tracker.store.register import Register, View


class Run(NamedTuple):
    """One run of `remind`: the round that is due, and the reader of the clock."""

    round: Round
    now: Callable[[], str]

    def owed(self, register: Register) -> dict[Reminder, Owed]:
        """What is owed and may be sent, in the published order of its rows."""
        last_day = self.round.last_day
        near = register.wanting_attention(View(last_day), last_day + timedelta(self.round.horizon_days))
        owed = {one.reminder: one for history in near for one in self.round.owed(history)}
        # How long a claim is left to the run that made it.
        lease = timedelta(minutes=self.round.settings.lease_minutes)
        left = free(owed, register.lines(owed), self.now(), lease)
        return {one: owed[one] for one in sorted(left, key=lambda one: (owed[one].row.order, one))}
