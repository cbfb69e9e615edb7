"""What leaves the building, what may keep it from arriving, and what carries it."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bilateral_tracker.errors import TrackerError

_ID = re.compile(r"<[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+>")
_LONGEST_ID = 250


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one recipient, worded already.

    ValueError if the id or the moment is not of the form said here: they are made by the program, so that is a bug.
    """

    id: str
    """A Message-ID, `<letters@domain>` in ASCII (RFC 5322 3.6.4): the same for a retry, to be seen once."""
    to_name: str
    to_address: str
    """May be empty for a channel that needs none."""
    subject: str
    text: str
    html: str
    """The same in HTML, or empty."""
    register: str
    """The name of the register it comes from."""
    sent_at: str
    """The moment of this attempt in ISO 8601, with its offset from UTC."""

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id) or len(self.id) > _LONGEST_ID:
            raise ValueError(f"not a Message-ID: {self.id!r}")
        if self.moment.tzinfo is None:
            raise ValueError(f"a moment without an offset: {self.sent_at!r}")

    @property
    def moment(self) -> datetime:
        """`sent_at` as a value."""
        return datetime.fromisoformat(self.sent_at)


class Undelivered(TrackerError):
    """This message could not be delivered; others may go on."""


class ChannelDown(Undelivered):
    """The channel is out, or cannot be used as it is set; there is no use in trying it for others now."""


class Channel(Protocol):
    """A way out, kept open for the messages of one run."""

    def send(self, message: Message) -> None:
        """Deliver it, or raise Undelivered or ChannelDown."""

    def close(self) -> None:
        """Let go of what was held open; never raises."""
