"""Numbers and lengths of time as prose writes them: in digits, in words, or in both, as in "sixty (60) days"."""

import re
from functools import cache
from typing import NamedTuple

from bilateral_tracker.domain.period import Period
from bilateral_tracker.domain.rhythm import read_length

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}

_BELOW_HUNDRED = rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(reversed(_ONES[1:]))}"
_WORDS = rf"(?:(?:one|a) hundred(?: (?:and )?(?:{_BELOW_HUNDRED}))?|{_BELOW_HUNDRED})"
NUMBER = rf"(?:(?:{_WORDS}|[0-9]{{1,4}})(?: ?\((?:{_WORDS}|[0-9]{{1,4}})\))?)(?![0-9]|[.,][0-9])"
"""The form of a number up to 9999, in small letters."""
UNIT = r"(?:day|week|fortnight|month|quarter|half[- ]year|year)s?"
"""The form of what time is counted in."""
LENGTH = (
    rf"(?:(?:{NUMBER}|an?)(?: ?(?:or|to|-) ?{NUMBER})?[ -](?:(?:calendar|working|business|consecutive|full) )?"
    rf"{UNIT}|half an? year)\b"
)
"""The form of a length of time, or of a range of them: "two to three years"."""


class Length(NamedTuple):
    """How long, from the least to the most; the same for what is no range."""

    least: Period
    most: Period


def read_number(words: str) -> int:
    """The number that `NUMBER` matched; of one that is given twice, as it comes first."""
    first = words.split("(", maxsplit=1)[0].strip()
    if first.isdigit():
        return int(first)
    parts = first.replace("-", " ").split()
    hundreds = 100 if "hundred" in parts else 0
    return hundreds + sum(_VALUES.get(part, 0) for part in parts[2 if hundreds else 0 :])


def in_digits(words: str) -> str:
    """The words with each number in digits: `twenty-four months` is `24 months`."""
    return _number().sub(lambda found: str(read_number(found[0])), words)


def read_lengths(words: str) -> Length:
    """What `LENGTH` matched. WrongUsage for none, as in "0 days", and for more than a hundred years."""
    digits = re.findall("[0-9]+", in_digits(words)) or ["1"]
    unit = re.findall(UNIT, words)[-1]
    if words.startswith("half a"):
        digits, unit = ["6"], "months"
    least, most = (read_length(f"{digits[place]} {unit}") for place in (0, -1))
    return Length(least, most)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9][.,])\b{NUMBER}(?![a-z])", re.ASCII)
