"""Kept drafts as flat fields and back."""

from collections.abc import Mapping

from bilateral_tracker.domain.commitment import Kind, Strength
from bilateral_tracker.domain.fields import Field, Fields
from bilateral_tracker.domain.kept_draft import DraftState, KeptDraft


def fields_of_draft(draft: KeptDraft) -> Fields:
    """What is on record of a draft."""
    texts = {name: getattr(draft, name) for name in _TEXTS}
    return {
        **texts,
        "number": draft.number,
        "kind": draft.kind.value,
        "strength": draft.strength.value,
        "parties": "-".join(draft.parties),
        "start_at": draft.start,
        "end_at": draft.end,
        "state": draft.state.value,
    }


def draft_from(fields: Mapping[str, Field]) -> KeptDraft:
    """The draft that has these fields."""
    return KeptDraft(
        **{name: str(fields[name]) for name in _TEXTS},
        number=int(fields["number"] or 0),
        kind=Kind(fields["kind"]),
        strength=Strength(fields["strength"]),
        parties=tuple(str(fields["parties"]).split("-")),
        start=int(fields["start_at"] or 0),
        end=int(fields["end_at"] or 0),
        state=DraftState(fields["state"]),
    )


_TEXTS = "source title owed_by lead every due quote why question ref reason".split()
