"""The sentences of a text, each where it stands; an item of a list knows the words that lead into it."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, an item of a list, or a heading, and where it stands."""

    start: int
    end: int
    text: str
    lead_in: str = ""
    """For an item of a list, the words before its first item: "The two sides agreed to:"."""
    heading: str = ""
    """The nearest heading above."""


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in its order."""
    starts = [0, *(found.end() for found in _boundary().finditer(text)), len(text)]
    spans = ((start, end) for start, end in pairwise(starts) if text[start:end].strip())
    return tuple(_sentence(text, start, end) for start, end in spans)


def _sentence(text: str, start: int, end: int) -> Sentence:
    raw = text[start:end]
    first = start + len(raw) - len(raw.lstrip())
    last = start + len(raw.rstrip())
    return Sentence(first, last, text[first:last])


@cache
def _boundary() -> re.Pattern[str]:
    return re.compile(r"(?<=[.;?!])(?<![A-Z]\.)(?<!\b\d\.)(?<!Mr\.)(?<!Art\.)\s+(?=[A-Z(\"“])|\n+")
