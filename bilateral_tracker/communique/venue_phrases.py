"""Where in turn, where prose says it: the capitals alternate, or the venue rotates among more than two."""

import re
from dataclasses import dataclass
from functools import cache

from bilateral_tracker.communique.clean_text import clean_text


@dataclass(frozen=True, slots=True)
class VenuePhrase:
    """A rule by which the venue changes, in the words of a text, and where they stand in it."""

    start: int
    end: int
    words: str
    rule: str
    """`alternating` or `rotating`."""


def venues(text: str) -> tuple[VenuePhrase, ...]:
    """The phrases of a text that say whose turn it is to host, in its order."""
    clean = clean_text(text)
    return tuple(
        VenuePhrase(
            *clean.original_span(*found.span()), clean.words[found.start() : found.end()], found.lastgroup or ""
        )
        for found in _venue().finditer(clean.small)
    )


@cache
def _venue() -> re.Pattern[str]:
    """The group that matched is named after the rule."""
    place = r"(?:venues?|hosts?|capitals?|chairs?|chairmanships?|presidency|locations?|places?|sessions?|meetings?)"
    sides = r"(?:in|at|between|by|among|held|hosted|convened|chaired)"
    alternating = (
        rf"(?:alternately|alternatively|alternatingly|in alternation),? {sides}|{sides},? (?:alternately|in turns?)"
        r"|alternating (?:basis|between|in|among)|alternat(?:e|es|ing) (?:the |its |their )?" + place
    )
    alternating += (
        rf"|alternat(?:e|es|ed) between|(?:host|hosted|hosts|hosting|held|convened) (?:\w{{1,20}} ){{0,4}}"
        rf"(?:alternately|alternatingly|by turns|in turns?)|(?:on an )?alternat(?:e|ing|ive) basis|alternating {place}"
    )
    rotating = (
        rf"(?:in|by|on) (?:a )?rotation(?:al basis)?|on (?:a )?rotating basis|rotating {place}"
        rf"|rotat(?:e|es|ing) (?:the |its |their )?{place}|rotat(?:e|es|ing) (?:annually )?(?:among|between)"
    )
    return re.compile(rf"\b(?:(?P<alternating>{alternating})|(?P<rotating>{rotating}))\b")
