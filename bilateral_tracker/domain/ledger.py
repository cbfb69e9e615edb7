"""What was said to whom: each reminder is claimed before it is sent and marked as sent after.

A run that was killed in between leaves a claim, which another run may take over when its lease has ended. The message
that goes out then bears the same Message-ID, RFC 5322 3.6.4, so that whoever got it already sees it once.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from bilateral_tracker.domain.reminder import Reminder


class Line(NamedTuple):
    """A line of the ledger. Moments are ISO 8601 with their offset."""

    reminder: Reminder
    claimed_at: str
    message: str = ""
    """The Message-ID under which it went out, or was to go out."""
    sent_at: str = ""
    """Empty while it is not known to have been sent."""
    failure: str = ""
    """Why it could not be sent; empty if it was, or if nobody knows."""

    def is_free(self, now: str, lease: timedelta) -> bool:
        """Whether a run may send it: the last one failed, or has said nothing for as long as the lease.

        A claim made in the future was made by a clock that was wrong: it is free, too.
        """
        if self.sent_at:
            return False
        age = datetime.fromisoformat(now) - datetime.fromisoformat(self.claimed_at)
        return bool(self.failure) or not timedelta(0) <= age < lease


def free(reminders: Iterable[Reminder], lines: Mapping[Reminder, Line], now: str, lease: timedelta) -> list[Reminder]:
    """Those that a run may send, given the lines there are."""
    return [one for one in reminders if one not in lines or lines[one].is_free(now, lease)]
