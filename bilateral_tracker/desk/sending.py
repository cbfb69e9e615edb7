"""Saying what is owed, once: it is claimed in the ledger, sent, and marked as sent.

Claiming is one transaction, so that of several runs at the same minute one sends. Sending is outside of it: a mail
server that keeps us waiting keeps nobody from the register.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bilateral_tracker.desk.remind import Run
from bilateral_tracker.domain.batch import Message, messages
from bilateral_tracker.domain.ledger import Line
from bilateral_tracker.domain.reminder import Reminder
from bilateral_tracker.domain.round import Owed
from bilateral_tracker.errors import TrackerError
from bilateral_tracker.store.register import Register

Send = Callable[[Message, Sequence[Owed]], None]
"""Lets a message leave. TrackerError if it could not."""


class Failed(NamedTuple):
    """A message that could not be sent, and why. Its reminders are owed again at the next run."""

    message: Message
    why: str


def send_owed(register: Register, run: Run, send: Send) -> list[Failed]:
    """Claims what is owed, sends it, and marks what was sent. What could not be sent is returned."""
    return list(_sent(register, run, send))


def _sent(register: Register, run: Run, send: Send) -> Iterator[Failed]:
    owed, claimed = _claimed(register, run)
    for message in claimed:
        try:
            send(message, [owed[one] for one in message.reminders])
        except TrackerError as problem:
            _mark(register, message, failure=str(problem))
            yield Failed(message, str(problem))
        else:
            _mark(register, message, sent_at=run.now())


def _claimed(register: Register, run: Run) -> tuple[Mapping[Reminder, Owed], list[Message]]:
    with register.writing():
        owed = run.owed(register)
        claimed = messages(owed, register.lines(owed), register.seal)
        now = run.now()
        register.write_lines(Line(one, now, message.id) for message in claimed for one in message.reminders)
        return owed, claimed


def _mark(register: Register, message: Message, sent_at: str = "", failure: str = "") -> None:
    with register.writing():
        lines = register.lines(message.reminders).values()
        register.write_lines(line._replace(sent_at=sent_at, failure=failure) for line in lines)
