"""Why things are late: the sorts of reasons that every register knows, to which it may add its own."""

from collections.abc import Iterable
from typing import NamedTuple

from bilateral_tracker.errors import NotFound, quoted

REASON_SUBJECT = "because:"
"""What the journal puts before the word of a reason: no source, party or commitment can be called so."""


class DelayReason(NamedTuple):
    """One sort of reason: the word that is typed and counted, and what it means."""

    word: str
    meaning: str


USUAL_REASONS = (
    DelayReason("awaiting_other_side", "the other side has not answered"),
    DelayReason("dates_not_agreed", "both sides want it, and no date suits both"),
    DelayReason("venue_or_mode", "the place, or whether to meet in person, is disputed"),
    DelayReason("political_tension", "relations are strained"),
    DelayReason("security_incident", "an attack or a threat came between"),
    DelayReason("election", "an election, or a change of government"),
    DelayReason("leadership_schedule", "those who lead it had to be elsewhere"),
    DelayReason("holiday", "public holidays in one of the capitals"),
    DelayReason("visa_or_travel", "people could not travel"),
    DelayReason("funding", "there was no money for it"),
    DelayReason("domestic_approval", "cabinet, parliament or another authority had yet to agree"),
    DelayReason("force_majeure", "disaster, epidemic, war"),
    DelayReason("unknown", "nobody has said why"),
)


def known_reason(word: str, more: Iterable[DelayReason]) -> str:
    """The word, if it is a sort of reason that the register knows. NotFound names those it could be."""
    word = word.strip().lower().replace(" ", "_").replace("-", "_")
    known = [one.word for one in (*USUAL_REASONS, *more)]
    if word not in known:
        raise NotFound(
            f"No reason {quoted(word)} is known; there are {', '.join(known)}. "
            f"Add one of your own with: bilateral reasons add WORD MEANING"
        )
    return word
