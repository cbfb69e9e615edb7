"""Where a sentence ends: not at "Art. 14", "H.E. Mr. Li" or "the U.S. side", nor at a semicolon in brackets."""

import re
from collections.abc import Iterator
from functools import cache

_TITLES = (
    "mr mrs ms dr prof hon messrs gen lt col maj capt brig adm sen rep amb st mme vs cf viz approx fig figs sec"
    " secs art arts "
    "para paras cl vol pp ed eds ref res rev h.e e.g i.e hr fr"
)
_AT_TIMES = (
    "u.s u.k u.n e.u u.a.e jr sr inc ltd co corp etc a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec"
    " govt dept min al d.c"
)
_NEVER_ENDS = frozenset(_TITLES.split())
_SELDOM_ENDS = frozenset(_AT_TIMES.split())
_NUMBERED = frozenset(("no", "nos", "p", "n"))
_STARTERS = frozenset(
    "the they both in on we it this these those he she its their at for during as under to all each if an a our there "
    "such with by following while when after before participants parties sides ministers leaders also furthermore "
    "moreover finally regarding recalling recognizing noting welcoming".split()
)
LOOK_BACK = 200
"""How far back an open bracket is looked for, in characters."""


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """The places within a block at which one of its sentences is over, in order; its own end is not among them."""
    begun = start
    for found in _stops().finditer(text, start, end):
        stop = found.start("stop")
        if found["stop"] == ";":
            is_end = not _is_bracketed(text, max(begun, stop - LOOK_BACK), stop)
        else:
            is_end = found["stop"] in "?!。？！" or _ends_at(text, begun, stop, found["next"])
        if is_end:
            begun = found.end("closed")
            yield begun


def _is_bracketed(text: str, start: int, stop: int) -> bool:
    return text.count("(", start, stop) > text.count(")", start, stop)


def _ends_at(text: str, begun: int, stop: int, following: str) -> bool:
    """Whether a full stop ends a sentence, judged by the word before it and the word after."""
    before = re.search(r"(?:[^\W_]|\.){1,20}$", text[max(begun, stop - 20) : stop])
    word, is_starter = (before[0].lower() if before else ""), following.lower() in _STARTERS
    if word in _NEVER_ENDS or (word in _NUMBERED and following[:1].isdigit()):
        return False
    if not following[:1].isupper() and not following[:1].isdigit() and following[:1].isalpha():
        return False
    is_initial = len(word) == 1 or re.fullmatch(r"(?:[a-z]\.){1,5}[a-z]", word)
    if word in _SELDOM_ENDS or (is_initial and word.isascii()):
        return is_starter and stop - begun > len(word) + 1
    return True


@cache
def _stops() -> re.Pattern[str]:
    closing, opening = r"[\"'\u2019\u201d\u00bb)\]]{0,3}", r"[\"'\u2018\u201c\u00ab(\[]{0,3}"
    return re.compile(
        rf"(?P<stop>[.?!;])(?P<closed>{closing})(?=\s{{1,20}}{opening}(?P<next>\w{{1,20}}))"
        rf"|(?P<stop2>[。？！])(?P<closed2>)"
    )
