"""Drafts as a file to be edited: TOML, one table a draft, the quote and the reasons as comments above it."""

import json
from collections.abc import Iterable, Iterator

from bilateral_tracker.domain.kept_draft import EDITABLE, KeptDraft
from bilateral_tracker.reports.draft_sheet import on_one_line
from bilateral_tracker.reports.visible import visible, wrapped

_HEAD = """\
# Write a verdict for each draft: accept, reject (with a reason), or leave it empty and it goes on waiting.
# What you change is what is recorded. kind: meeting, deliverable, report, standing. strength: agreed, offered,
# ad_referendum, sought, discussed, noted. owed_by: a party's code, or joint. Give `every` or `due`, or neither.
# Then type: bilateral accept --from THIS_FILE
"""


def draft_file(drafts: Iterable[KeptDraft]) -> str:
    """The text of the file."""
    return "\n".join([_HEAD, *(draft_table(one) for one in drafts)])


def draft_table(draft: KeptDraft) -> str:
    """One draft, to be edited."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: KeptDraft) -> Iterator[str]:
    for line in (f"“{draft.quote}”", f"because of {draft.why}", draft.question):
        yield from (f"# {part}" for part in wrapped(visible(on_one_line(line)), 110) if line)
    yield "[[draft]]"
    yield f"number = {draft.number}"
    yield 'verdict = ""'
    yield 'reason = ""'
    for name in EDITABLE:
        value = getattr(draft, name)
        yield f"{name} = {json.dumps(getattr(value, 'value', value), ensure_ascii=False)}"
