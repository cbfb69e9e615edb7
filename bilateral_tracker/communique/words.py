"""The words of a sentence with their places, and the plain form of a verb. What is read is words, never letters."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple


class Word(NamedTuple):
    """A word or a mark of punctuation: as it stands, in small letters, and where."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The words and marks of a text; places are counted from `offset`."""
    return tuple(
        Word(found[0], _small(found[0]), found.start() + offset, found.end() + offset) for found in _WORD.finditer(text)
    )


def index_at(sentence: tuple[Word, ...], place: int) -> int:
    """The index of the first word that begins at a place or after it."""
    return bisect_left(sentence, place, key=lambda one: one.start)


@lru_cache(maxsize=4096)
def plain_forms(low: str) -> tuple[str, ...]:
    """What a word may be the form of: `holding` and `held` of `hold`. The word itself comes first."""
    if low in _IRREGULAR:
        return (low, _IRREGULAR[low])
    for ending, added in _ENDINGS:
        stem = low.removesuffix(ending)
        if stem != low and len(stem) >= 2:
            single = (stem[:-1],) if stem[-1] == stem[-2:-1] else ()
            return (low, *(stem + one for one in added), *single)
    return (low,)


def is_form_of(low: str, verbs: frozenset[str]) -> bool:
    """Whether a word is one of the verbs, in any form."""
    return any(form in verbs for form in plain_forms(low))


def _small(text: str) -> str:
    """The word in small letters; an abbreviation without its last full stop."""
    low = text.lower().replace("’", "'")
    return low.rstrip(".") or low


_ABBREVIATION = (
    r"(?:Mrs?|Ms|Dr|Hon|St|Nos?|Arts?|Prof|Gen|Lt|Col|Adm|Sen|Rep|vs|paras?|approx)\.(?=\s)|(?:[A-Za-z]\.){2,}"
)
_WORD = re.compile(rf"\b(?:{_ABBREVIATION})|\w+(?:[-'’‑.&/]\w+)*|[^\w\s]")
_ENDINGS = (
    ("ying", ("y", "ie")),
    ("ing", ("", "e")),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
)
_IRREGULAR = {
    "held": "hold",
    "met": "meet",
    "built": "build",
    "drawn": "draw",
    "drew": "draw",
    "taken": "take",
    "took": "take",
    "made": "make",
    "given": "give",
    "gave": "give",
    "sent": "send",
    "brought": "bring",
    "undertook": "undertake",
    "undertaken": "undertake",
    "written": "write",
    "begun": "begin",
    "began": "begin",
    "chosen": "choose",
    "paid": "pay",
    "lent": "lend",
    "kept": "keep",
    "found": "find",
    "sought": "seek",
    "spent": "spend",
    "laid": "lay",
    "led": "lead",
    "said": "say",
    "told": "tell",
    "has": "have",
    "had": "have",
}
