"""Who or what a sentence says something of: the words before its verb, and what sort of thing they name."""

from enum import Enum, auto
from typing import NamedTuple

from bilateral_tracker.communique.organs import is_instrument, is_lead, is_meeting, is_organ, is_paper
from bilateral_tracker.communique.parties import Owner, is_actor, owner
from bilateral_tracker.communique.words import Word


class Sort(Enum):
    """What sort of thing a subject is."""

    PARTY = auto()
    THIRD = auto()
    ORGAN = auto()
    MEETING = auto()
    PAPER = auto()
    NAMED = auto()
    """Somebody with a name that says nothing: a person, a company."""
    PRONOUN = auto()
    """`It`, `this`, `which`: whatever stood before."""
    THING = auto()
    NOTHING = auto()


class Subject(NamedTuple):
    """The words from index `first` to `past`, what they name and who is to act."""

    first: int
    past: int
    sort: Sort
    owner: Owner


def subject_before(text: tuple[Word, ...], at: int, parties: tuple[str, ...]) -> Subject:
    """The subject of the verb at an index; `NOTHING` if the verb follows a conjunction, so that it shares one."""
    past = at
    while past and (text[past - 1].low in _ADVERBS or text[past - 1].low.endswith("ly")):
        past -= 1
    if past and text[past - 1].low in _RELATIVES:
        return Subject(past - 1, past, Sort.PRONOUN, Owner(""))
    if past and text[past - 1].low in _SHARING:
        return Subject(past, past, Sort.NOTHING, Owner(""))
    first = _first_of_clause(text, past)
    first = _last_noun_phrase(text, first, past)
    if first >= past:
        return Subject(past, past, Sort.NOTHING, Owner(""))
    phrase = text[first:past]
    who = owner(phrase, parties)
    return Subject(first, past, _sort(phrase, who), who)


def _first_of_clause(text: tuple[Word, ...], past: int) -> int:
    """Where the clause begins, as far as marks and conjunctions tell."""
    at = past
    while at > max(0, past - _LONGEST_SUBJECT):
        before = text[at - 1]
        if (
            before.low in _BOUNDARIES
            or _reports(text, at - 1)
            or (before.low == "," and not _is_inside_list(text, at, past))
        ):
            break
        at -= 1
    return at


def _reports(text: tuple[Word, ...], at: int) -> bool:
    """Whether a verb of saying stands at an index, with what was said after it: `said Pakistan will`."""
    return text[at].low in _SAYING and at > 0 and text[at - 1].low not in ("the", "as", ",")


def _is_inside_list(text: tuple[Word, ...], at: int, past: int) -> bool:
    """Whether the comma before an index stands between names: `India, Japan and Australia`."""
    if at >= past or at < 2:
        return at >= past and at > 1
    has_and = any(one.low in ("and", "&") for one in text[at:past])
    return has_and and text[at - 2].is_name and text[at].is_name


def _last_noun_phrase(text: tuple[Word, ...], first: int, past: int) -> int:
    """Where the last noun phrase begins that hangs on no preposition: `In 2025 | the Parties`."""
    start = first
    for at in range(first, past):
        opens = text[at].low in _OPENERS
        if opens and (at == first or text[at - 1].low not in _HANGS_ON):
            start = at
    while start < past and text[start].low in ("and", "but", "or", "also", "then", "therefore", "however", ","):
        start += 1
    return start


def _sort(phrase: tuple[Word, ...], who: Owner) -> Sort:
    core = _core(phrase)
    if phrase[-1].low in _PRONOUNS or (core[0].low in _PRONOUNS and len(core) == 1):
        return Sort.PRONOUN
    for word in reversed(core):
        found = _sort_of_noun(word)
        if found:
            return Sort.THIRD if found is Sort.PARTY and who.is_third else found
    if who.is_third:
        return Sort.THIRD if core[-1].is_name else Sort.THING
    if who.name and (core[-1].is_name or is_actor(core[-1].low) or len(core) < len(phrase)):
        return Sort.PARTY
    return Sort.NAMED if core[-1].is_name else Sort.THING


def _sort_of_noun(word: Word) -> Sort | None:
    if is_actor(word.low):
        return Sort.PARTY
    if is_meeting(word.low):
        return Sort.MEETING
    if is_organ(word.low):
        return Sort.ORGAN
    if is_paper(word.low) or is_instrument(word.low):
        return Sort.PAPER
    return Sort.PARTY if is_lead(word.low) else None


def _core(phrase: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words up to the first preposition that follows a noun."""
    for at, word in enumerate(phrase):
        if at and word.low in _PREPOSITIONS:
            return phrase[:at]
    return phrase


_LONGEST_SUBJECT = 40
_RELATIVES = frozenset(("which", "that", "who", "what", "whose", "whom"))
_SHARING = frozenset((",", ";", "and", "but", "or", "to"))
_SAYING = frozenset("said added stated announced informed noted says adds confirmed indicated promised".split())
_BOUNDARIES = frozenset(
    (
        *";:.!?()[]—–-•",
        "that",
        "while",
        "whereas",
        "whilst",
        "when",
        "whenever",
        "if",
        "because",
        "where",
        "whereby",
        "unless",
        "as",
    )
)
_OPENERS = frozenset(
    "the both each either all they we it this these those our its their his her an a which who that such two three "
    "every any no some neither i he she other next first second third".split()
)
_PREPOSITIONS = frozenset(
    "of for on in with between at under to from by within on among regarding concerning during through towards "
    "into , ( led comprising headed about against responsible".split()
)
_HANGS_ON = _PREPOSITIONS | _OPENERS - {"both"} | {"and", "or", "&", "including", "upon", "after", "before", "per"}
_PRONOUNS = frozenset("it this these those which that who such there what he she one".split())
_ADVERBS = frozenset(
    "also further jointly both all hereby thereby together therefore then thus thereafter in-principle now each "
    "either mutually respectively".split()
)
