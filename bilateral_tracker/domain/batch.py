"""In which messages reminders go out: one for each recipient and channel; a begun message goes out as it was."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bilateral_tracker.domain.ledger import Line
from bilateral_tracker.domain.reminder import Reminder


class Message(NamedTuple):
    """The reminders that one recipient is told of together, on one channel."""

    id: str
    recipient: str
    channel: str
    reminders: tuple[Reminder, ...]


def messages(reminders: Iterable[Reminder], lines: Mapping[Reminder, Line], register: str) -> list[Message]:
    """The messages in which they go out: a message that was begun keeps its reminders and its id.

    `register` tells one register from another.
    """
    together: dict[tuple[str, str, str], list[Reminder]] = {}
    for one in reminders:
        begun = lines[one].message if one in lines else ""
        together.setdefault((one.recipient, one.channel, begun), []).append(one)
    return [
        Message(begun or message_id(of_message, register), recipient, channel, tuple(of_message))
        for (recipient, channel, begun), of_message in together.items()
    ]


def message_id(reminders: Iterable[Reminder], register: str) -> str:
    """A Message-ID that follows from what is said, and from nothing else."""
    import hashlib  # it loads OpenSSL, 2 ms that only those who send need

    said = sorted("\t".join(map(str, one)) for one in reminders)
    digest = hashlib.sha256("\n".join((register, *said)).encode()).hexdigest()
    return f"<{digest[:40]}@bilateral-tracker.localdomain>"
