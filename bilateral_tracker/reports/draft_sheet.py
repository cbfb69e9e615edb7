"""The promises found in a text: what, how firmly, by whom, how often and by when, and the words that say so."""

import json
from collections.abc import Iterable, Iterator, Sequence

from bilateral_tracker.domain.draft import Draft
from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.rhythm_words import due_words, rhythm_words
from bilateral_tracker.reports.counting import counted
from bilateral_tracker.reports.visible import visible, wrapped

COLUMNS = (
    "number type title kind strength owed_by lead every due venue organ recurrence deadline question why quote "
    "start end"
).split()
"""The columns for programs, in their published order."""


def draft_sheet(drafts: Sequence[Draft], title: str, width: int) -> Iterator[str]:
    """For people: one paragraph for each draft, numbered."""
    yield f"{counted(len(drafts), 'promise')} found in {visible(title)}."
    for number, draft in enumerate(drafts, 1):
        yield ""
        yield from _filled(f"{number:>3}  ", _headline(draft), width)
        for line in (_when(draft), f"“{draft.quote}”", f"because of {_why(draft)}", draft.question):
            yield from _filled(" " * 5, visible(line), width)


def draft_rows(drafts: Iterable[Draft]) -> Iterator[Sequence[object]]:
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
            due_words(draft.due) if draft.due else None,
            draft.venue or None,
            draft.organ or None,
            draft.recurrence or None,
            draft.deadline or None,
            draft.question or None,
            _why(draft),
            draft.quote,
            draft.start,
            draft.end,
        )


def draft_lines(drafts: Iterable[Draft]) -> Iterator[str]:
    """For programs: one JSON object a line."""
    for row in draft_rows(drafts):
        yield json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False) + "\n"


def _headline(draft: Draft) -> str:
    owed = "owed jointly" if draft.owed_by == JOINT else f"owed by {draft.owed_by}"
    lead = f" ({draft.lead})" if draft.lead else ""
    return visible(f"{draft.title}. {draft.kind.value.capitalize()}, {draft.strength.value}, {owed}{lead}.")


def _when(draft: Draft) -> str:
    """How often, by when and whose turn it is, as it can be typed; empty where nothing is said."""
    said = [rhythm_words(draft.rhythm) if draft.rhythm else "", due_words(draft.due) if draft.due else ""]
    said.append(f"host {draft.venue}" if draft.venue else "")
    return "; ".join(part for part in said if part)


def _why(draft: Draft) -> str:
    """`the verb “agreed to hold”, the time “every three months”`."""
    return ", ".join(f"the {cue.sort} “{cue.words}”" for cue in draft.cues)


def _filled(before: str, text: str, width: int) -> Iterator[str]:
    for line in wrapped(text, width - len(before)) if text else ():
        yield f"{before}{line}"
        before = " " * len(before)
