"""Where a quote stands: the passage of its source, with the quote marked."""

from collections.abc import Iterator

from bilateral_tracker.domain.source import Citation, Source
from bilateral_tracker.domain.source_text import SourceText
from bilateral_tracker.reports.visible import visible, wrapped

AROUND = 400
"""How many characters are shown before and after a quote, at most."""


def passage(citation: Citation, source: Source | None, text: SourceText | None, width: int) -> Iterator[str]:
    """The lines of a passage under the name of its source, the quote between « and »; or why there is none."""
    named = f"{source.title} ({source.dated_on})" if source else citation.source
    yield from wrapped(visible(named), width)
    place = text.place(citation.quote) if text else None
    if text is None or text.text is None:
        yield f"No text of {citation.source} is kept. {_instead(citation)}"
    elif place is None:
        yield f"The text of {citation.source} is kept, and no quote of it stands there. {_instead(citation)}"
    else:
        start, end = place
        first, last = _edge(text.text, start, -1), _edge(text.text, end, 1)
        marked = f"{text.text[first:start]}«{text.text[start:end]}»{text.text[end:last]}"
        yield from (f"  {line}" for line in wrapped(visible(" ".join(marked.split())), width - 2))


def _edge(text: str, at: int, step: int) -> int:
    """The end of the paragraph on one side, at most so far away; cut between words."""
    if step < 0:
        near = max(0, at - AROUND)
        paragraph = text.rfind("\n\n", near, at)
        return paragraph + 2 if paragraph >= 0 else text.find(" ", near, at) + 1 if near else 0
    far = min(len(text), at + AROUND)
    paragraph = text.find("\n\n", at, far)
    return paragraph if paragraph >= 0 else far if far == len(text) else max(at, text.rfind(" ", at, far))


def _instead(citation: Citation) -> str:
    return f"On record: “{citation.quote}”" if citation.quote else f"On record: {citation.paraphrase}"
