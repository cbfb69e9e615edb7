"""How text meets a terminal: nothing in it acts, and its length is counted in columns.

A column is what one ASCII letter takes; a Chinese character takes two, a combining mark none. Blanks are the
space and the ideographic space.
"""

import re
from collections.abc import Iterator
from itertools import repeat
from unicodedata import east_asian_width

from bilateral_tracker.domain.plain_text import BEYOND_C0

_BLANKS = " \u3000"
_OPENING = frozenset("([{（［｛〈《「『【〔‘“")
_CLOSING = frozenset(")]},.;:!?）］｝〉》」』】〕’”、。，．；：！？％…")
_ACTING = re.compile(rf"[\x00-\x1f{BEYOND_C0}]")


def visible(text: str) -> str:
    r"""`text` with what would act on a terminal spelled out, ESC as `\x1b`; idempotent, not reversible."""
    return _ACTING.sub(_spelled_out, text)


def display_width(text: str) -> int:
    """The columns that visible text takes: the sum over what a reader takes for single characters."""
    return len(text) if text.isascii() else sum(columns for _, columns in _graphemes(text))


def shorten(text: str, width: int) -> str:
    """Visible `text` in at most `width` (1 or more) columns, ending in `…` where something was cut off."""
    text = visible(text)
    if display_width(text) <= width:
        return text
    used = end = 0
    for grapheme, columns in _graphemes(text):
        used += columns
        if used >= width:
            break
        end += len(grapheme)
    return text[:end].rstrip(_BLANKS) + "…"


def wrapped(text: str, width: int) -> list[str]:
    """The lines of visible `text`, none wider than `width`; only blanks at the ends of lines are lost.

    A line ends at a blank or beside a Chinese character; a word wider than the line is broken between
    graphemes. One grapheme that is wider than the line stays whole.
    """
    rest, lines = visible(text).strip(_BLANKS), []
    if display_width(rest) <= width:
        return [rest]
    while (end := _line_end(rest, width)) < len(rest):
        lines.append(rest[:end].rstrip(_BLANKS))
        rest = rest[end:].lstrip(_BLANKS)
    return [*lines, rest]


def _spelled_out(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def _graphemes(text: str) -> Iterator[tuple[str, int]]:
    """What a reader takes for one character, and its columns."""
    if text.isascii():
        return zip(text, repeat(1))
    from wcwidth import iter_graphemes, wcswidth  # 24 ms, half a click program: not for those who need none

    return ((grapheme, wcswidth(grapheme)) for grapheme in iter_graphemes(text))


def _line_end(text: str, width: int) -> int:
    """How many characters of `text` the first line takes."""
    # What joins a character from beyond ASCII to the one before it would begin no later than these end.
    if text[: width + 2].isascii():
        last_blank = text.rfind(" ", 1, width + 1)
        return len(text) if len(text) <= width else last_blank if last_blank > 0 else width
    used = end = last_break = 0
    previous = ""
    for grapheme, columns in _graphemes(text):
        if end and _may_part(previous, grapheme):
            last_break = end
        used += columns
        if end and used > width:
            return last_break or end
        end += len(grapheme)
        previous = grapheme
    return end


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end between two graphemes (a small part of Unicode's UAX 14)."""
    if after in _BLANKS:
        return True
    return (_is_wide(before) or _is_wide(after)) and before not in _OPENING and after not in _CLOSING


def _is_wide(grapheme: str) -> bool:
    # Of its first character, not its columns: a Hindi syllable takes two as well, and must not be parted.
    return east_asian_width(grapheme[0]) in "WF"
