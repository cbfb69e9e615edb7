"""Taking an entry back by another entry. Nothing is erased: both stay in the journal."""

import json

from bilateral_tracker.desk.desk import UNCUT, Desk
from bilateral_tracker.domain.admission import refuse_disturbance
from bilateral_tracker.domain.entry import Act, Entry, counting, in_force, undone_number
from bilateral_tracker.domain.fold import body
from bilateral_tracker.errors import Conflict, NotFound

_LASTING = (Act.OPENED, Act.PARTY)

_DISTURBING = (Act.UNDONE, Act.AMENDED, Act.PAUSED, Act.RESUMED, Act.REQUESTED, Act.OCCURRED)
"""What moves due times when it is taken back, so that a sitting might settle another occurrence."""

_RESTED_ON = {Act.AMENDED: (Act.AMENDED,), Act.PAUSED: (Act.PAUSED, Act.RESUMED), Act.RESUMED: (Act.PAUSED,)}
"""Which later decisions rest on one."""


def undo(desk: Desk, number: int | None) -> tuple[Entry, Entry]:
    """Takes back an entry, by default the latest that still counts. Returns it, and the one that takes it back.

    Taking back an undoing puts its entry in force again. Conflict if later entries rest on the entry.
    """
    with desk.writing():
        entry = _latest(desk) if number is None else _named(desk, number)
        _refuse_lasting(entry)
        recorded, is_taken_back = _effect(desk, entry)
        if is_taken_back:
            _refuse_supported(desk, recorded)
        else:
            _refuse_without_source(desk, recorded)
        before = desk.register.history(entry.subject, UNCUT)
        undoing = desk.record(Act.UNDONE, entry.subject, body({"entry": entry.number}))
        after = desk.register.history(entry.subject, UNCUT)
        if before and after and entry.act in _DISTURBING:
            refuse_disturbance(before, after)
        return entry, undoing


def _latest(desk: Desk) -> Entry:
    """The latest entry in force, undoings passed over."""
    for entry in counting(desk.register.latest_entries()):
        if entry.act is not Act.UNDONE:
            return entry
    raise NotFound("There is nothing to undo. See the journal with: bilateral history")


def _named(desk: Desk, number: int) -> Entry:
    entry = next(desk.register.entries(since=number), None)
    if entry is None or entry.number != number:
        raise NotFound(f"There is no entry {number}. See them with: bilateral history")
    if entry not in counting(reversed(list(desk.register.entries(entry.subject)))):
        raise Conflict(f"Entry {number} is already undone. Nothing was changed. See: bilateral history")
    return entry


def _effect(desk: Desk, entry: Entry) -> tuple[Entry, bool]:
    """What was recorded first at the end of a chain of undoings, and whether undoing this one takes that back."""
    recorded, is_taken_back = entry, True
    while recorded.act is Act.UNDONE:
        recorded = next(desk.register.entries(since=undone_number(recorded)))
        is_taken_back = not is_taken_back
    return recorded, is_taken_back


def _refuse_lasting(entry: Entry) -> None:
    if entry.act in _LASTING:
        raise Conflict(
            f"Entry {entry.number} ({entry.act.value} {entry.subject}) is one that the register rests on, and cannot "
            "be undone. Nothing was changed. Others are undone by their number; see them with: bilateral history"
        )


def _refuse_supported(desk: Desk, entry: Entry) -> None:
    """A commitment with later entries, a finished follow-up or a cited source holds something up."""
    later = [one for one in in_force(desk.register.entries(entry.subject)) if one.number > entry.number]
    if entry.act is Act.FOLLOW_UP_RAISED:
        number = json.loads(entry.body)["number"]
        later = [one for one in later if one.act is Act.FOLLOW_UP_DONE and json.loads(one.body)["number"] == number]
    elif entry.act is Act.SOURCE:
        later = []
        if desk.register.cites(entry.subject):
            raise Conflict(f"Source {entry.subject} is cited. Undo the commitments that cite it first.")
    elif entry.act in _RESTED_ON:
        later = [one for one in later if one.act in _RESTED_ON[entry.act]]
    elif entry.act not in (Act.AGREED, Act.DRAFTED):
        return
    if later:
        numbers = ", ".join(str(one.number) for one in later[-5:])
        raise Conflict(
            f"Entry {entry.number} ({entry.act.value} {entry.subject}) has later ones that rest on it "
            f"({numbers}). Undo those first, the latest one before: bilateral undo {later[-1].number}"
        )


def _refuse_without_source(desk: Desk, undone: Entry) -> None:
    """A promise, made first or again, cannot come back while a source it cites is undone."""
    said = json.loads(undone.body)
    for citation in {Act.AGREED: said.get("citations", []), Act.RESTATED: [said]}.get(undone.act, []):
        if not desk.register.sources([citation["source"]]):
            raise Conflict(
                f"{undone.subject} cites source {citation['source']}, which was undone. Bring that back first; "
                f"see how with: bilateral history {citation['source']}"
            )
