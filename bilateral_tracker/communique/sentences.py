"""The sentences of a text, each where it stands; an item of a list knows the words that lead into it.

A semicolon divides a sentence: in communiqués each part is a promise of its own, and what stands before leads into it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bilateral_tracker.communique.blocks import Block, blocks
from bilateral_tracker.communique.sentence_ends import sentence_ends

LONGEST_LEAD_IN = 500
"""A longer lead-in is cut, to its last so many characters: there its verb stands."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, an item of a list, or a heading, and where it stands."""

    start: int
    end: int
    text: str
    lead_in: str = ""
    """What leads into an item of a list, "The two sides agreed to:", or what stood before a semicolon."""
    heading: str = ""
    """The nearest heading above."""
    is_heading: bool = False


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in its order, without the markers of lists."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    heading, lists = "", _Lists()
    for block in blocks(text):
        words = text[block.start : block.end]
        if block.is_heading:
            heading, lists = words.lstrip("# "), _Lists()
            yield Sentence(block.start, block.end, words, is_heading=True)
            continue
        lead_in = lists.lead_into(block, words)
        yield from _divided(text, block, lead_in, heading)


def _divided(text: str, block: Block, lead_in: str, heading: str) -> Iterator[Sentence]:
    before = lead_in
    for start, end in pairwise((block.start, *sentence_ends(text, block.start, block.end), block.end)):
        words = text[start:end].strip()
        if words and words.lower() not in ("and", "or"):
            first = start + len(text[start:end]) - len(text[start:end].lstrip())
            yield Sentence(first, first + len(words), words, before, heading)
            before = (before or words)[-LONGEST_LEAD_IN:] if words.endswith(";") else lead_in


class _Lists:
    """The lists that are open, the outermost first: the sort of their markers, and their lead-ins."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []
        self._before = ""

    def lead_into(self, block: Block, words: str) -> str:
        """What leads into a block, which is the next of the text."""
        markers = [marker for marker, _ in self._open]
        if self._before.endswith(":") and block.marker not in markers[-1:]:
            self._open.append((block.marker, f"{self._lead_in} {self._last_sentence}".strip()[-LONGEST_LEAD_IN:]))
        elif block.marker in markers:
            del self._open[markers.index(block.marker) + 1 :]
            if not block.marker and not self._before.endswith((";", "; and", ";and", ",")):
                self._open.clear()
        else:
            self._open.clear()
        self._before = words[-LONGEST_LEAD_IN:]
        return self._lead_in

    @property
    def _lead_in(self) -> str:
        return self._open[-1][1] if self._open else ""

    @property
    def _last_sentence(self) -> str:
        """The last sentence of the block before, which ends in a colon."""
        ends = [0, *sentence_ends(self._before, 0, len(self._before))]
        return self._before[ends[-1] :].strip()
