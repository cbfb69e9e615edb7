"""A text as its author meant it, letter by letter: one sort of blank, hyphen and quote, and whole words.

Every place in it leads back to the text as it came, so that what is found can be quoted as it stands there.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

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
class CleanText:
    """The cleaned `words`, in small ASCII letters in `small` at the same places, and where each piece came from."""

    words: str
    small: str
    _cleaned: tuple[int, ...]
    _original: tuple[int, ...]

    def original(self, place: int) -> int:
        """Where in the text as it came the letter at this place stands."""
        piece = bisect_right(self._cleaned, place) - 1
        exact = self._original[piece] + place - self._cleaned[piece]
        # one sign may have become several letters: all of them stand where it stood
        following = self._original[piece + 1] if piece + 1 < len(self._original) else exact + 1
        return max(self._original[piece], min(exact, following - 1))

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text as it came; neither may be empty."""
        return self.original(start), self.original(end - 1) + 1


def clean_text(text: str) -> CleanText:
    """The text with its blanks, marks and broken words mended, in time proportional to its length."""
    pieces: list[str] = []
    cleaned, original, length, last = [0], [0], 0, 0
    for found in _flaws().finditer(text):
        mended = _mended(found)
        pieces += (text[last : found.start()], mended)
        length += found.start() - last
        if mended:
            cleaned.append(length)
            original.append(found.start())
        length += len(mended)
        last = found.end()
        cleaned.append(length)
        original.append(last)
    pieces.append(text[last:])
    words = "".join(pieces).translate(_TRANSLATION)
    return CleanText(words, words.translate(_SMALL), tuple(cleaned), tuple(original))


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
