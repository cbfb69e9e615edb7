"""What the entries about the drafts of one source amount to."""

import json
from collections.abc import Iterable

from bilateral_tracker.domain.entry import Act, Entry, in_force
from bilateral_tracker.domain.kept_draft import DraftState, KeptDraft
from bilateral_tracker.domain.kept_draft_fields import draft_from

_BECAME = {Act.ACCEPTED: DraftState.ACCEPTED, Act.REJECTED: DraftState.REJECTED}


def drafts(entries: Iterable[Entry]) -> list[KeptDraft]:
    """The drafts by their numbers, each with what became of it, by the latest word."""
    found: dict[int, KeptDraft] = {}
    for entry in in_force(entries):
        said = json.loads(entry.body)
        if entry.act is Act.DRAFTED:
            found |= {one.number: one for one in map(draft_from, said["drafts"])}
        elif said["number"] in found:
            became = {"ref": said.get("ref", ""), "reason": said.get("reason", "")}
            found[said["number"]] = found[said["number"]]._replace(state=_BECAME[entry.act], **became)
    return [found[number] for number in sorted(found)]
