"""One line of the journal: who recorded what, when. Entries are appended, never changed; each seals the one before."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Act(Enum):
    """What an entry records."""

    OPENED = "opened"
    PARTY = "party"
    SOURCE = "source"
    REASON = "reason"
    AGREED = "agreed"
    HELD = "held"
    DELIVERED = "delivered"
    POSTPONED = "postponed"
    DEFERRED = "deferred"
    CANCELLED = "cancelled"
    WAIVED = "waived"
    LAPSED = "lapsed"
    PROPOSED = "proposed"
    ARRANGED = "arranged"
    REQUESTED = "requested"
    OCCURRED = "occurred"
    SWAPPED = "swapped"
    AMENDED = "amended"
    PAUSED = "paused"
    RESUMED = "resumed"
    WITHDRAWN = "withdrawn"
    RESTATED = "restated"
    REVIEWED = "reviewed"
    ACKNOWLEDGED = "acknowledged"
    SNOOZED = "snoozed"
    RECIPIENT = "recipient"
    TEXT = "text"
    DRAFTED = "drafted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    FOLLOW_UP_RAISED = "follow_up_raised"
    FOLLOW_UP_DONE = "follow_up_done"
    UNDONE = "undone"


GENESIS = "0" * 64
"""What the first entry seals."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the journal. `subject` is a commitment's reference, a party's code or a source's id."""

    number: int
    act: Act
    subject: str
    body: str
    """What is recorded, as one JSON object with sorted keys."""
    author: str
    recorded_at: str
    """Local time of the register's home with its offset, ISO 8601; the first ten characters are the civil date."""

    @property
    def recorded_on(self) -> date:
        """The civil date on which the register was told."""
        return date.fromisoformat(self.recorded_at[:10])

    def seal(self, previous: str) -> str:
        """SHA-256, in hexadecimal, over the seal of the entry before and all that this one says."""
        import hashlib  # it loads OpenSSL, 2 ms that only those who write or prove need

        said = [previous, self.number, self.act.value, self.subject, self.body, self.author, self.recorded_at]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def undone_number(entry: Entry) -> int:
    """The number of the entry that an undoing takes back."""
    return int(json.loads(entry.body)["entry"])


def counting(backwards: Iterable[Entry]) -> Iterator[Entry]:
    """The entries that were not undone, undoings among them, from entries that come the latest first."""
    void: set[int] = set()
    for entry in backwards:
        if entry.number in void:
            continue
        if entry.act is Act.UNDONE:
            void.add(undone_number(entry))
        yield entry


def in_force(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that were not undone, without the undoing ones. An undoing can itself be undone."""
    backwards = sorted(entries, key=lambda one: one.number, reverse=True)
    return [entry for entry in counting(backwards) if entry.act is not Act.UNDONE][::-1]
