"""The blocks of a text: paragraphs, items of lists and headings, whatever a PDF or a web page did to its lines.

A line goes on in the next one where it is wrapped; a marker begins an item, also in the middle of a line.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_BULLETS = (
    "\u2022\u2023\u2043\u25aa\u25ab\u25cf\u25cb\u25a0\u25e6\u00b7\u2219\u27a2\u2794\u2756\uf0b7\uf0a7\uf0d8\uf0fc"
)
_GARBLED = "â€¢|ï‚·|ï‚§|Â·"
_MARKER = (
    rf"(?P<bullet>(?:[{_BULLETS}]|{_GARBLED})[ \t\xa0]{{0,9}}|[-\u2013\u2014*Øü§][ \t\xa0]{{1,9}})"
    r"|(?P<roman>\(?[ivx]{1,5}\)|[ivx]{1,5}\.(?=\s))[ \t\xa0]{1,9}|(?P<letter>\(?[a-zA-Z]\))[ \t\xa0]{0,9}"
    r"|(?P<number>\(?[0-9]{1,3}\)|[0-9]{1,2}\.(?=[ \t\xa0]|[A-Z])"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?(?=[ \t\xa0]))[ \t\xa0]{0,9}"
)
LONGEST_HEADING = 90
"""The longest line that is taken for a heading, in characters."""
SHORTEST_WRAPPED, LONGEST_WRAPPED = 45, 130
"""The lengths of a line that was broken because the page is so wide."""


class Block(NamedTuple):
    """A paragraph, an item or a heading; the marker of an item lies before its start."""

    start: int
    end: int
    marker: str = ""
    """The sort of marker: `bullet`, `roman`, `letter`, `number`; empty for none."""
    is_heading: bool = False


class _Line(NamedTuple):
    start: int
    end: int
    is_apart: bool
    """Whether an empty line stands before it."""


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text, in its order, in time proportional to its length."""
    current: Block | None = None
    for line in _lines(text):
        begun = _begun(text, line)
        if current and not line.is_apart and not begun.marker and _goes_on(text, current, begun):
            current = current._replace(end=line.end)
            continue
        if current:
            yield current
        current = begun
    if current:
        yield current


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    is_apart = True
    for found in _breaks().finditer(text):
        if found.start() > start and text[start : found.start()].strip():
            yield _trimmed(text, start, found.start(), is_apart)
            is_apart = False
        is_apart = is_apart or found[0].count("\n") > 1
        start = found.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text), is_apart)


def _trimmed(text: str, start: int, end: int, is_apart: bool) -> _Line:
    raw = text[start:end]
    return _Line(start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip()), is_apart)


def _begun(text: str, line: _Line) -> Block:
    found = _marker().match(text, line.start, line.end)
    if found and found.end() < line.end:
        return Block(found.end(), line.end, found.lastgroup or "")
    return Block(line.start, line.end, is_heading=_is_heading(text[line.start : line.end]))


def _is_heading(line: str) -> bool:
    """Whether a line is short, unpunctuated, and in capitals, numbered or written like a title."""
    if len(line) > LONGEST_HEADING or not line or line[-1] in '.;:,?!-)”"':
        return False
    if re.match(
        r"#{1,6} |(?:article|section|chapter|part|annex|appendix)\s+(?:[0-9]{1,3}|[ivxl]{1,6})\b", line, re.IGNORECASE
    ):
        return True
    words = [word for word in line.split() if word[0].isalpha()]
    capitals = [word for word in words if word[0].isupper() or word.lower() in _SMALL_WORDS]
    is_titled = bool(words) and words[0][0].isupper() and words[-1].lower() not in _SMALL_WORDS
    return is_titled and len(words) <= 12 and len(capitals) == len(words)


def _goes_on(text: str, block: Block, line: Block) -> bool:
    """Whether a block goes on in the line: it is no heading and was only broken to fit the page."""
    last_line = text.rfind("\n", block.start, block.end) + 1 or block.start
    length, last = block.end - last_line, text[block.end - 1]
    if text[line.start].islower():
        return last not in ".:" and not block.is_heading
    if last == "," or text[max(block.start, block.end - 8) : block.end].rsplit(" ", maxsplit=1)[-1] in _SMALL_WORDS:
        return True
    if block.is_heading or last in ".:;?!":
        return last in ".;?!" and SHORTEST_WRAPPED <= length <= LONGEST_WRAPPED and not line.is_heading
    return SHORTEST_WRAPPED <= length <= LONGEST_WRAPPED


_SMALL_WORDS = frozenset("of and the for in on to a an with at by from between or under as".split())

_NUMBERED = r"(?<!para\.)(?<!paras\.)(?<!arts\.)(?<!Arts\.)(?<!secs\.)(?<!Sept\.)"  # "paras. 2. The" is no item


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(_MARKER)


@cache
def _breaks() -> re.Pattern[str]:
    """Ends of lines, and places within a line before which an item begins."""
    enumerator, gap = r"\(?(?:[a-z]|[ivx]{1,4}|[0-9]{1,2})\)\s", r"[ \t\xa0]{1,20}"
    return re.compile(
        rf"(?:{gap})?\r?\n\s*|\f|{gap}(?=[{_BULLETS}]|{_GARBLED})"
        rf"|(?<=[.;:]){gap}(?:(?:and|or) )?(?=[-\u2013*] [A-Z(]|{enumerator})"
        rf"|(?<=[:;]){gap}(?=[0-9]{{1,2}}\. )|(?<=[a-z]{{4}}\.){_NUMBERED}{gap}(?=[0-9]{{1,2}}\. [A-Z])"
    )
