"""Events from which prose counts time: entry into force, a signature, the next session.

An event's name ends where the clause does, and has a bounded number of words.
"""

import re

_WORD = r"[a-z0-9][a-z0-9'/&-]{0,30}"
_STOP = (
    r"(?:and|or|but|unless|if|shall|will|should|would|may|must|can|is|are|was|were|has|have|had|with"
    r"|in accordance|through|"
    r"as|where|when|while|which|who|so|than|to (?!(?:the|a|an|[a-z]+ ?(?:$|[.,;)])))|by (?:either|the other"
    r"|diplomatic)|"
    r"they|we|he|she|both|there)\b"
)
_TAIL = rf"(?: (?!{_STOP}){_WORD}){{0,10}}"
_STATES = (
    r"(?:enters? into force|takes? effect|becomes? (?:operative|effective|applicable)|comes? into (?:force|effect"
    r"|operation))"
)

EVENT = rf"(?:{_WORD}(?: {_WORD}){{0,6}}? (?:{_STATES}|is signed|are signed)|(?!{_STOP}){_WORD}{_TAIL})"
"""The form of an event after "six months after", in small letters; long names are cut short."""

_NOUN = (
    r"(?:meetings?|sessions?|summits?|visits?|conferences?|assembly|assemblies|rounds?|dialogues?|consultations|talks"
    r"|commission|committee|council|forum|elections?|anniversary|review|reporting period|cop|games|exercise|gathering)"
)
_WHICH = (
    r"(?:next|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]{1,3}(?:st|nd|rd|th)|[0-9]{4}"
    r"|forthcoming"
    r"|upcoming|coming|following|subsequent|proposed|planned|inaugural)"
)
_OF = rf"(?: (?:of|to|on|between|for) (?:the )?(?!{_STOP}){_WORD}(?: (?!{_STOP}|on\b|in\b|at\b){_WORD}){{0,6}})?"
OCCASION = rf"(?:(?:the|its|their|his|her|our|an?) )?{_WHICH}(?: (?!{_STOP}|of\b){_WORD}){{0,6}}? {_NOUN}\b{_OF}"
"""The form of an occasion that is one of a row or still to come: "its first meeting", "the next session"."""
MOMENT = (
    r"(?:(?:the|its|their) )?(?:date of (?:the |its )?)?(?:entry into (?:force|effect)|signature|signing|ratification"
    r"|approval|adoption|completion|conclusion|expiry|expiration|termination|receipt|notification|request|accession"
    r"|acceptance|commencement)\b" + _OF
)
"""The form of a moment in the life of a document or a matter: "the entry into force of this Agreement"."""

LAST_SITTING = (
    r"(?:the |its |their )?(?:last|latest|previous|preceding|prior|most recent) (?:[a-z]{1,20} ){0,2}"
    r"(?:meeting|session|round|sitting|review|summit|dialogue|consultations|one)\b"
)
"""The form of a sitting from which the next is counted."""


def event_name(words: str) -> str:
    """The event in short: without article and date, and in the noun where a verb was: `entry into force`."""
    for form, name in _NOUNS:
        if re.search(form, words):
            return name
    name = re.sub(r"^(?:(?:the )?(?:date|day|moment|time)(?: of| on which| when| that)? |on )", "", words)
    name = re.sub(
        r"^(?:the|an?|its|their|his|her|our|this|any|such|proposed|planned)(?: proposed| planned)? ", "", name
    )
    return re.sub(r"\bthe (?:republic|kingdom|state) of ", "", name)[:LONGEST].strip(" '-&/")


LONGEST = 80
"""Names are cut at so many letters."""
_NOUNS = (
    (r"\b(?:becomes? operative)$", "operative date"),
    (rf"\b(?:{_STATES})$|\bentry into (?:force|effect)\b", "entry into force"),
    (
        r"\b(?:is|are) signed$|^(?:the |its )?(?:date of (?:its |the )?)?(?:signature|signing)(?: of| thereof|$)",
        "signature",
    ),
)
