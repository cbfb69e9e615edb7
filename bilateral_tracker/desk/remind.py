"""What is to be said today, and saying it once: it is claimed in the ledger, sent, and marked as sent.

Claiming is one transaction, so that of several runs at the same minute one sends. Sending is outside of it: a mail
server that keeps us waiting keeps nobody from the register.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from bilateral_tracker.domain.ledger import Line, Message, free, messages
from bilateral_tracker.domain.reminder import Reminder
from bilateral_tracker.domain.round import Owed, Round
from bilateral_tracker.errors import TrackerError
from bilateral_tracker.store.register import Register, View

Send = Callable[[Message, Sequence[Owed]], None]
"""Lets a message leave. TrackerError if it could not."""


class Failed(NamedTuple):
    """A message that could not be sent, and why. Its reminders are owed again at the next run."""

    message: Message
    why: str


class Run(NamedTuple):
    """One run of `remind`: the round that is due, and the reader of the clock."""

    round: Round
    now: Callable[[], str]

    @property
    def lease(self) -> timedelta:
        """How long a claim is left to the run that made it."""
        return timedelta(minutes=self.round.settings.lease_minutes)

    def owed(self, register: Register) -> dict[Reminder, Owed]:
        """What is owed and may be sent, in the published order of its rows."""
        last_day = self.round.last_day
        near = register.wanting_attention(View(last_day), last_day + timedelta(self.round.horizon_days))
        owed = {one.reminder: one for history in near for one in self.round.owed(history)}
        left = free(owed, register.lines(owed), self.now(), self.lease)
        return {one: owed[one] for one in sorted(left, key=lambda one: (owed[one].row.order, one))}

    def send_owed(self, register: Register, send: Send) -> list[Failed]:
        """Claims what is owed, sends it, and marks what was sent. What could not be sent is returned."""
        return list(self._sent(register, send))

    def _sent(self, register: Register, send: Send) -> Iterator[Failed]:
        owed, claimed = self._claimed(register)
        for message in claimed:
            try:
                send(message, [owed[one] for one in message.reminders])
            except TrackerError as problem:
                self._mark(register, message, failure=str(problem))
                yield Failed(message, str(problem))
            else:
                self._mark(register, message, sent_at=self.now())

    def _claimed(self, register: Register) -> tuple[Mapping[Reminder, Owed], list[Message]]:
        with register.writing():
            owed = self.owed(register)
            claimed = messages(owed, register.lines(owed), register.seal)
            now = self.now()
            register.write_lines(Line(one, now, message.id) for message in claimed for one in message.reminders)
            return owed, claimed

    def _mark(self, register: Register, message: Message, sent_at: str = "", failure: str = "") -> None:
        with register.writing():
            register.write_lines(_marked(register.lines(message.reminders).values(), sent_at, failure))


def _marked(lines: Iterable[Line], sent_at: str, failure: str) -> list[Line]:
    return [line._replace(sent_at=sent_at, failure=failure) for line in lines]
