"""A draft in the register, waiting for a person's yes: its terms in words, as a person reads and corrects them."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from bilateral_tracker.domain.anchoring import Bounds, cadence_of
from bilateral_tracker.domain.commitment import Commitment, Kind, Strength, usual_arrears
from bilateral_tracker.domain.draft import Cue, Draft
from bilateral_tracker.domain.due_words import read_due
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.rhythm import read_rhythm
from bilateral_tracker.domain.rhythm_words import due_words, rhythm_words
from bilateral_tracker.domain.source import Citation, Source
from bilateral_tracker.errors import Conflict

DRAFTS_SUBJECT = "drafts:"
"""What the journal puts before the id of the source that drafts were read from."""


EDITABLE = ("title", "kind", "strength", "owed_by", "lead", "every", "due")
"""The fields of a draft that a person may change."""


class DraftState(Enum):
    """What has become of a draft."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class KeptDraft(NamedTuple):
    """A draft with its number in the register, which is never given again."""

    number: int
    source: str
    """The id of the source it was found in."""
    title: str
    kind: Kind
    strength: Strength
    parties: tuple[str, ...]
    owed_by: str
    lead: str
    every: str
    """How often, as `read_rhythm` reads it; empty if it does not recur."""
    due: str
    """When it is due once, as `read_due` reads it; empty if it has no due date."""
    quote: str
    start: int
    end: int
    why: str
    """The words that made it a draft."""
    question: str
    """What a person has to decide first; empty if nothing."""
    state: DraftState = DraftState.WAITING
    ref: str = ""
    """The commitment it was accepted as."""
    reason: str = ""
    """Why it was rejected."""

    def commitment(self, dated_on: date) -> Commitment:
        """The commitment that it is, agreed on the day of its source; it has no reference yet.

        Conflict if its question is open; WrongUsage for terms that cannot be read.
        """
        if self.question:
            raise Conflict(
                f"Draft {self.number} has a question: {self.question} "
                f'Answer it with: bilateral accept {self.number} --every "..."'
            )
        due = read_due(self.due, dated_on) if self.due else None
        # What falls due has an end: conduct that is to be shown again and again is delivered each time.
        kind = Kind.DELIVERABLE if self.kind is Kind.STANDING and (self.every or due) else self.kind
        return Commitment(
            ref="",
            kind=kind,
            title=self.title,
            parties=self.parties,
            agreed_on=dated_on,
            strength=self.strength,
            owed_by=self.owed_by,
            lead=self.lead,
            cadence=cadence_of(read_rhythm(self.every), dated_on, Bounds()) if self.every else None,
            due=None if isinstance(due, EventDue) else due,
            due_after=due if isinstance(due, EventDue) else None,
            arrears=usual_arrears(kind),
            citations=(Citation(self.source, quote=self.quote),),
        )


def kept(draft: Draft, number: int, source: Source, parties: tuple[str, ...], owed_by: str) -> KeptDraft:
    """The draft as it is kept: its parties by their codes, its times in words."""
    return KeptDraft(
        number,
        source.id,
        draft.title,
        draft.kind,
        draft.strength,
        parties,
        owed_by,
        draft.lead,
        rhythm_words(draft.rhythm) if draft.rhythm else "",
        due_words(draft.due, source.dated_on) if draft.due and not draft.rhythm else "",
        draft.quote,
        draft.start,
        draft.end,
        say_cues(draft.cues),
        draft.question,
    )


def say_cues(cues: Iterable[Cue]) -> str:
    """`the verb “agreed to hold”, the time “every three months”`."""
    return ", ".join(f"the {cue.sort} “{cue.words}”" for cue in cues)
