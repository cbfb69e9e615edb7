"""A text as its author meant it, letter by letter: one sort of blank, hyphen and quote, and whole words.

Every place in it leads back to the text as it came, so that what is found can be quoted as it stands there.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from bilateral_tracker.communique.numbers import read_number, worded_number

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_TRANSLATION = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201b": "'", "\u2032": "'", **dict.fromkeys(_DASHES, "-")}
)
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_MOJIBAKE = {
    "â€™": "'",
    "â€˜": "'",
    "â€“": "-",
    "â€”": "-",
    "â€œ": '"',
    "â€\x9d": '"',
    "â€": '"',
    "Â\xa0": " ",
    "Â ": " ",
}
_REPLACED = {**_LIGATURES, **_MOJIBAKE}
# A word broken over two lines, but not a compound whose hyphen belongs to it.
_KEEPS_HYPHEN = r"(?<!\bsemi)(?<!\bbi)(?<!\bmid)(?<!\bhalf)(?<!\bnon)(?<!\bco)(?<!ty)(?<!\bin)"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the pieces of a mended text begin, and where what they were made of began."""

    mended: tuple[int, ...]
    source: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that became this one, which is not empty."""
        following = bisect_left(self.mended, end)
        is_whole = following < len(self.mended) and self.mended[following] == end
        return self._start(start), self.source[following] if is_whole else self._start(end - 1) + 1

    def _start(self, place: int) -> int:
        piece = bisect_right(self.mended, place) - 1
        exact = self.source[piece] + place - self.mended[piece]
        # one sign may have become several letters: all of them stand where it stood
        following = self.source[piece + 1] if piece + 1 < len(self.source) else exact + 1
        return max(self.source[piece], min(exact, following - 1))


@dataclass(frozen=True, slots=True)
class CleanText:
    """The cleaned `words`; and the same in `small` ASCII letters and with its numbers in digits, to search in."""

    words: str
    small: str
    _in_words: Places
    _in_text: Places

    def span(self, found: re.Match[str], group: str | int = 0) -> tuple[int, int]:
        """Where what was found in `small` stands in the text as it came."""
        return self._in_text.span(*self._in_words.span(*found.span(group)))

    def said(self, found: re.Match[str], group: str | int = 0) -> str:
        """The words in which it stands there."""
        first, last = self._in_words.span(*found.span(group))
        return self.words[first:last]


def clean_text(text: str) -> CleanText:
    """The text with its blanks, marks and broken words mended, in time proportional to its length."""
    words, in_text = _mend(text, _flaws(), _mended)
    words = words.translate(_TRANSLATION)
    small, in_words = _mend(words.translate(_SMALL), worded_number(), lambda found: str(read_number(found[0])))
    return CleanText(words, small, in_words, in_text)


def _mend(text: str, flaws: re.Pattern[str], mend: Callable[[re.Match[str]], str]) -> tuple[str, Places]:
    pieces: list[str] = []
    mended, source, length, last = [0], [0], 0, 0
    for found in flaws.finditer(text):
        instead = mend(found)
        pieces += (text[last : found.start()], instead)
        length += found.start() - last
        last = found.end()
        mended += (length, length + len(instead))
        source += (found.start(), last)
        length += len(instead)
    pieces.append(text[last:])
    return "".join(pieces), Places(tuple(mended), tuple(source))


_SMALL = {letter: letter + 32 for letter in range(ord("A"), ord("Z") + 1)}


def _mended(flaw: re.Match[str]) -> str:
    if flaw.lastgroup == "seam":
        return ""
    return " " if flaw[0].isspace() else _REPLACED.get(flaw[0], "")


@cache
def _flaws() -> re.Pattern[str]:
    line_end = r"[ \t]{0,9}\r?\n[ \t]{0,9}(?=[a-z])"
    seam = rf"(?<=[a-z]){_KEEPS_HYPHEN}[-\u00ad\u2010]{line_end}|(?<=[a-z]-){line_end}"
    replaced = "|".join(sorted(map(re.escape, _REPLACED), key=len, reverse=True))
    return re.compile(rf"(?P<seam>{seam})|{replaced}|[\u00ad\u200b-\u200f\u2060\ufeff]|[^\S ]\s*| \s+", re.IGNORECASE)
