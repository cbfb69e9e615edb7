"""The words that make a clause a promise: who, the verb that binds, and the word that says what is to be done."""

from enum import Enum, auto
from typing import NamedTuple

from bilateral_tracker.communique.subject import Subject
from bilateral_tracker.communique.words import Word


class Sense(Enum):
    """What the words of a head amount to."""

    ACCORDED = auto()
    """Both sides: agreed, decided, it was agreed that."""
    BOUND = auto()
    """Whoever is the subject: shall, undertakes, committed to, will."""
    MEANT = auto()
    """Intends, plans; informed that it would."""
    READY = auto()
    """Expressed readiness, looks forward to."""
    SOUGHT = auto()
    DISCUSSED = auto()


class Head(NamedTuple):
    """A head, in indices of the words of its sentence."""

    subject: Subject
    first: int
    """The first word of what binds."""
    action: int
    """The word that says what is to be done; the number of words where it is beyond the sentence."""
    sense: Sense
    is_duty: bool = False
    """Whether it says `shall`, or binds in another way that leaves no choice."""
    is_passive: bool = False


class Clause(NamedTuple):
    """The words of a sentence and what is known of it."""

    text: tuple[Word, ...]
    parties: tuple[str, ...]
    times: tuple[int, ...] = ()
    """The indices of words with which a phrase of time begins."""
    rhythms: frozenset[int] = frozenset()
    """Of these, the ones that say how often."""
    year: int = 0
    """The year of the document."""

    def low(self, at: int) -> str:
        """The word at an index in small letters; empty beyond the ends."""
        return self.text[at].low if 0 <= at < len(self.text) else ""

    def is_timed(self, first: int, past: int | None = None) -> bool:
        """Whether a phrase of time begins between two indices."""
        return any(first <= at < (len(self.text) if past is None else past) for at in self.times)

    def after_adverbs(self, at: int) -> int:
        """The index of the next word from `at` that is no adverb."""
        while self.low(at) in ADVERBS or (
            self.low(at).endswith("ly") and self.low(at) not in ("supply", "apply", "rely")
        ):
            at += 1
        return at


ADVERBS = frozenset(
    "also further jointly both all hereby thereby together therefore then thus thereafter each either once again "
    "now never soon always often still only in-principle both in-person further even first".split()
)
"""What may stand between the parts of a verb."""
BE = frozenset("is are was were be been being".split())
MODALS = frozenset(("will", "shall", "would", "should", "must"))
ENDS = frozenset((";", ".", "!", "?"))
