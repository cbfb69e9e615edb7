"""Which commitments a list is about."""

from typing import NamedTuple

from bilateral_tracker.domain.commitment import Commitment, Kind, Strength


class Narrowing(NamedTuple):
    """What a commitment must be to be listed; an empty field asks nothing."""

    party: str = ""
    owed_by: str = ""
    kind: Kind | None = None
    strength: Strength | None = None
    lead: str = ""
    """A part of the lead's name, in any case."""
    text: str = ""
    """A part of the title, the note or a citation, in any case."""

    def admits(self, commitment: Commitment) -> bool:
        """Whether the commitment is all that is asked."""
        return (
            (not self.party or self.party in commitment.parties)
            and (not self.owed_by or self.owed_by == commitment.owed_by)
            and self.kind in (None, commitment.kind)
            and self.strength in (None, commitment.strength)
            and self.lead.casefold() in commitment.lead.casefold()
            and (not self.text or self.text.casefold() in _all_text(commitment).casefold())
        )


EVERYTHING = Narrowing()


def _all_text(commitment: Commitment) -> str:
    quotes = (f"{one.quote}\n{one.paraphrase}" for one in commitment.citations)
    return "\n".join((commitment.title, commitment.note, *quotes))
