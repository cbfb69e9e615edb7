"""From drafts to commitments: kept as they were read, accepted or rejected one by one by a person."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.desk.intake import next_reference, take_in, take_in_source
from bilateral_tracker.domain.draft import Draft
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.fold import body
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.kept_draft import DRAFTS_SUBJECT, DraftState, KeptDraft, kept
from bilateral_tracker.domain.kept_draft_fields import fields_of_draft
from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.source import Source
from bilateral_tracker.domain.source_text import TEXT_SUBJECT, SourceText, fields_of_text
from bilateral_tracker.errors import Conflict, NotFound


class Accepted(NamedTuple):
    """A draft that has become a commitment, now or earlier."""

    draft: KeptDraft
    history: History
    is_new: bool


def keep_drafts(
    desk: Desk, source: Source, text: SourceText, drafts: Sequence[Draft], codes: Mapping[str, str]
) -> list[KeptDraft]:
    """Records a source, its text and the drafts found in it. `codes` are the parties', by their names in the text.

    Conflict if the source is known: a text is read once.
    """
    with desk.writing():
        take_in_source(desk, source)
        desk.record(Act.TEXT, f"{TEXT_SUBJECT}{source.id}", body(fields_of_text(text)))
        parties = tuple(dict.fromkeys(codes.values()))
        first = desk.register.last_draft() + 1
        owing = [codes.get(one.owed_by, JOINT) for one in drafts]
        numbered = enumerate(zip(drafts, owing, strict=True), first)
        kept_drafts = [kept(one, number, source, parties, owed_by) for number, (one, owed_by) in numbered]
        said = {"source": source.id, "drafts": [fields_of_draft(one) for one in kept_drafts]}
        desk.record(Act.DRAFTED, f"{DRAFTS_SUBJECT}{source.id}", body(said))
        return kept_drafts


def accept(desk: Desk, numbers: Sequence[int], changes: Mapping[str, Any]) -> list[Accepted]:
    """Makes commitments of drafts, all or none, with what a person has changed. An accepted one stays as it is."""
    with desk.writing():
        return [take_in_draft(desk, number, changes) for number in numbers]


def reject(desk: Desk, number: int, reason: str) -> KeptDraft:
    """Records that a draft is no promise. Conflict if it is on record as one."""
    with desk.writing():
        return turn_down(desk, number, reason)


def turn_down(desk: Desk, number: int, reason: str) -> KeptDraft:
    """Records that a draft is no promise. Inside `writing` only."""
    draft = named_draft(desk, number)
    if draft.state is DraftState.ACCEPTED:
        raise Conflict(
            f"Draft {number} was accepted as {draft.ref}. Nothing was changed. "
            f"Give that up with: bilateral withdraw {draft.ref}"
        )
    _say(desk, Act.REJECTED, draft, {"reason": reason})
    return draft._replace(state=DraftState.REJECTED, reason=reason)


def named_draft(desk: Desk, number: int) -> KeptDraft:
    """The draft that has the number. NotFound if none has."""
    found = next((one for one in desk.register.drafts() if one.number == number), None)
    if found is None:
        raise NotFound(f"There is no draft {number}. See them with: bilateral drafts")
    return found


def take_in_draft(desk: Desk, number: int, changes: Mapping[str, Any]) -> Accepted:
    """Makes a commitment of a draft, with what a person has changed. Inside `writing` only."""
    draft = named_draft(desk, number)
    if draft.state is DraftState.ACCEPTED:
        return Accepted(draft, desk.history(draft.ref), is_new=False)
    changed = draft._replace(**changes)
    [source] = desk.register.sources([draft.source])
    commitment = changed.commitment(source.dated_on)
    ref = next_reference(desk, commitment)
    # Before the commitment itself: whoever takes back the latest entry takes back that, and the draft waits again.
    _say(desk, Act.ACCEPTED, draft, {"ref": ref})
    return Accepted(changed._replace(state=DraftState.ACCEPTED, ref=ref), take_in(desk, commitment), is_new=True)


def _say(desk: Desk, act: Act, draft: KeptDraft, said: dict[str, str]) -> None:
    desk.record(act, f"{DRAFTS_SUBJECT}{draft.source}", body({"number": draft.number, **said}))
