"""What became of an occurrence: dated facts, each about one commitment."""

from datetime import date
from enum import Enum
from typing import NamedTuple


class OutcomeKind(Enum):
    """What happened. Held and delivered fulfil; cancelled, waived and lapsed release; deferred means without a date."""

    HELD = "held"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    WAIVED = "waived"
    LAPSED = "lapsed"
    """Its time is over, nothing took place, and nobody chases it any more: it stays missed."""
    DEFERRED = "deferred"
    POSTPONED = "postponed"
    PROPOSED = "proposed"
    """A side has proposed a date for a coming sitting."""
    ARRANGED = "arranged"
    """The parties have agreed on a date for a coming sitting."""
    REQUESTED = "requested"
    """A side has asked for what is due on request."""
    OCCURRED = "occurred"
    """The event on which the due time hangs took place, or its day was set."""
    SWAPPED = "swapped"
    """The parties have agreed who hosts next, whoever's turn it was."""

    @property
    def fulfils(self) -> bool:
        """Whether what was promised was done."""
        return self in (OutcomeKind.HELD, OutcomeKind.DELIVERED)

    @property
    def releases(self) -> bool:
        """Whether nothing is expected any more although nothing was done."""
        return self in (OutcomeKind.CANCELLED, OutcomeKind.WAIVED, OutcomeKind.LAPSED)


class Mode(Enum):
    """How people met."""

    IN_PERSON = "in_person"
    VIRTUAL = "virtual"
    HYBRID = "hybrid"
    MARGINS = "margins"
    """On the margins of something else, in a third place."""


class Outcome(NamedTuple):
    """One dated fact. Where a sitting carries no number, the nearest due date decides what it settles."""

    kind: OutcomeKind
    on: date
    entry: int = 0
    """The number of the journal entry that recorded it."""
    number: int | None = None
    to: date | None = None
    """The new date of a postponement, the date proposed or arranged, the day of an event."""
    additional: bool = False
    """A sitting beyond those promised: it settles no occurrence."""
    place: str = ""
    mode: Mode | None = None
    evidence: str = ""
    """Where it is documented: a file, a URL, minutes."""
    reason: str = ""
    note: str = ""
    because: str = ""
    """The sort of reason for a delay, from the register's list."""
    party: str = ""
    """Who hosted, who is to host next, who proposed or who asked."""
    level: str = ""
    chairs: str = ""
    session: int | None = None
    """The number the sitting bore, where it was told; else it is counted."""
    takes_turn: bool | None = None
    """Whether a sitting takes its host's turn, where it was told; else its mode decides."""
