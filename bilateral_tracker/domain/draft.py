"""A commitment found in a text, waiting for a person's yes: what was promised, and the words that say so."""

from enum import Enum
from typing import NamedTuple

from bilateral_tracker.domain.commitment import Kind, Strength
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.rhythm import Rhythm
from bilateral_tracker.domain.window import Window

LONGEST_TITLE = 120
"""The longest title of a draft, in characters."""


class DraftType(Enum):
    """Which of four sorts of promise it is, for counting and scoring."""

    RECURRING_MEETING = "recurring_meeting"
    NEXT_MEETING = "next_meeting"
    DEADLINE_DELIVERABLE = "deadline_deliverable"
    STANDING_UNDERTAKING = "standing_undertaking"


class Cue(NamedTuple):
    """Words of the text that made it a draft, and what they are: `verb`, `time`, `party`, `organ`, `venue`, `list`."""

    sort: str
    words: str


class Draft(NamedTuple):
    """One promise as a text words it. `quote` stands in the text from `start` to `end`, in characters."""

    quote: str
    start: int
    end: int
    title: str
    kind: Kind = Kind.STANDING
    strength: Strength = Strength.AGREED
    owed_by: str = JOINT
    """A party as the document names it, or `joint`."""
    lead: str = ""
    """The ministry or agency that is to act, if one is named."""
    rhythm: Rhythm | None = None
    due: Window | EventDue | None = None
    venue: str = ""
    """Whose turn it is to host: `alternating`, `rotating`, or nothing said."""
    organ: str = ""
    """The body that meets, or the level, as said: `joint working group`, `ministers`."""
    cues: tuple[Cue, ...] = ()
    question: str = ""
    """What a person has to decide before it can be counted; empty if nothing."""
    readings: tuple[str, ...] = ()
    """The answers to the question, as they can be typed for a rhythm."""
    type: DraftType = DraftType.STANDING_UNDERTAKING
    recurrence: str = ""
    """How often, as a recurrence rule: `FREQ=MONTHLY;INTERVAL=3`."""
    deadline: str = ""
    """By when: a day, `first/last` day, or a length from an event: `P6M from entry into force`."""
