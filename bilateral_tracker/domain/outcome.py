"""What became of an occurrence: dated facts, each about one commitment."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class OutcomeKind(Enum):
    """What happened. Held and delivered fulfil; cancelled and waived release; deferred means without a new date."""

    HELD = "held"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    WAIVED = "waived"
    DEFERRED = "deferred"
    POSTPONED = "postponed"

    @property
    def fulfils(self) -> bool:
        """Whether what was promised was done."""
        return self in (OutcomeKind.HELD, OutcomeKind.DELIVERED)

    @property
    def releases(self) -> bool:
        """Whether nothing is expected any more although nothing was done."""
        return self in (OutcomeKind.CANCELLED, OutcomeKind.WAIVED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One dated fact. Where a sitting carries no number, the nearest due date decides what it settles."""

    kind: OutcomeKind
    on: date
    entry: int = 0
    """The number of the journal entry that recorded it."""
    number: int | None = None
    to: date | None = None
    """The new date of a postponement."""
    additional: bool = False
    """A sitting beyond those promised: it settles no occurrence."""
    place: str = ""
    mode: str = ""
    evidence: str = ""
    """Where it is documented: a file, a URL, minutes."""
    reason: str = ""
    note: str = ""
