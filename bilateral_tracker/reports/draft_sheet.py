"""The promises found in a text: what, how firmly, by whom, how often and by when, and the words that say so."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bilateral_tracker.domain.draft import Draft
from bilateral_tracker.domain.kept_draft import DraftState, KeptDraft, say_cues
from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.rhythm_words import due_words, rhythm_words
from bilateral_tracker.reports.visible import visible, wrapped

COLUMNS = (
    "number type title kind strength owed_by lead every due venue organ recurrence deadline question why quote "
    "start end"
).split()
"""The columns for programs, in their published order."""


def draft_sheet(drafts: Iterable[KeptDraft], width: int) -> Iterator[str]:
    """For people: one paragraph for each draft, numbered."""
    for draft in drafts:
        yield from _filled(f"{draft.number:>3}  ", _headline(draft), width)
        quoted_words, why = f"“{on_one_line(draft.quote)}”", f"because of {on_one_line(draft.why)}"
        for line in (_when(draft), quoted_words, why, draft.question, _fate(draft)):
            yield from _filled(" " * 5, visible(line), width)
        yield ""


KEPT_COLUMNS = (
    "number state ref title kind strength parties owed_by lead every due question why quote source start end reason"
).split()
"""The columns of `drafts` for programs."""


def kept_rows(drafts: Iterable[KeptDraft]) -> Iterator[Sequence[object]]:
    """For programs: the values of `KEPT_COLUMNS`."""
    for draft in drafts:
        said = draft._asdict() | {"parties": "-".join(draft.parties)}
        said |= {name: said[name].value for name in ("state", "kind", "strength")}
        yield [None if said[name] == "" else said[name] for name in KEPT_COLUMNS]


def draft_rows(drafts: Iterable[Draft], dated_on: date) -> Iterator[Sequence[object]]:
    """For programs: the values of `COLUMNS`; what there is nothing to say of is empty."""
    for number, draft in enumerate(drafts, 1):
        yield (
            number,
            draft.type.value,
            draft.title,
            draft.kind.value,
            draft.strength.value,
            draft.owed_by,
            draft.lead or None,
            rhythm_words(draft.rhythm) if draft.rhythm else None,
            due_words(draft.due, dated_on) if draft.due else None,
            draft.venue or None,
            draft.organ or None,
            _longer_bound(draft.recurrence) or None,
            draft.deadline or None,
            draft.question or None,
            say_cues(draft.cues),
            draft.quote,
            draft.start,
            draft.end,
        )


def draft_lines(drafts: Iterable[Draft], dated_on: date) -> Iterator[str]:
    """For programs: one JSON object a line."""
    for row in draft_rows(drafts, dated_on):
        yield json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False) + "\n"


def _longer_bound(recurrence: str) -> str:
    """A rule for programs, which know no `INTERVAL=3/4`: of "every 3 or 4 months" the longer."""
    return re.sub(r"INTERVAL=\d+/(\d+)", r"INTERVAL=\1", recurrence)


def _headline(draft: KeptDraft) -> str:
    owed = "owed jointly" if draft.owed_by == JOINT else f"owed by {draft.owed_by}"
    lead = f" ({draft.lead})" if draft.lead else ""
    title = draft.title if draft.title.endswith("…") else f"{draft.title}."
    return visible(f"{title} {draft.kind.value.capitalize()}, {draft.strength.value}, {owed}{lead}.")


def _when(draft: KeptDraft) -> str:
    """How often or by when, as it can be typed; empty where nothing is said."""
    return draft.every or (f"due {draft.due}" if draft.due else "")


def on_one_line(text: str) -> str:
    """A passage without its line breaks, as it is shown."""
    return " ".join(text.split())


def _fate(draft: KeptDraft) -> str:
    """What became of it; empty while it waits."""
    if draft.state is DraftState.ACCEPTED:
        return f"accepted as {draft.ref}"
    return f"rejected: {draft.reason}" if draft.state is DraftState.REJECTED else ""


def _filled(before: str, text: str, width: int) -> Iterator[str]:
    for line in wrapped(text, width - len(before)) if text else ():
        yield f"{before}{line}"
        before = " " * len(before)
