"""A short title for a promise, made of its own words: `Joint working group meets`, `Establish a protection unit`."""

from bilateral_tracker.communique.organs import is_meeting, is_organ
from bilateral_tracker.communique.verbs import base, can_be_verb, is_gerund, is_participle
from bilateral_tracker.communique.words import Word
from bilateral_tracker.domain.draft import LONGEST_TITLE


def meeting_title(who: tuple[Word, ...]) -> str:
    """Who meets, or what takes place: `Foreign ministers meet`, `Next session takes place`."""
    name = _spelled(tuple(one for one in who if one.low not in _ARTICLES))
    is_many = not name or name.endswith("s") or any(one.low == "and" for one in who)
    noun = _noun(who)
    is_occasion = is_meeting(noun) and not is_organ(noun)
    one, many = ("takes place", "take place") if is_occasion else ("meets", "meet")
    return _fitting(f"{name or 'The parties'} {many if is_many else one}")


def _noun(who: tuple[Word, ...]) -> str:
    """The noun of a phrase, before what hangs on it: `session` of `the next session of the committee`."""
    past = next((at for at, word in enumerate(who) if at and word.low in _HANGING), len(who))
    return who[past - 1].low if past else ""


def action_title(action: tuple[Word, ...], *, is_not: bool = False) -> str:
    """What is to be done, with the verb in its plain form: `Submitting a report` becomes `Submit a report`."""
    while len(action) > 1 and action[0].low in ("and", "to"):
        action = action[1:]
    if not action:
        return ""
    first = action[0]
    verb = base(first.low) if is_gerund(first.low) and can_be_verb(base(first.low)) else first.text
    return _fitting(" ".join(filter(None, ("do not" if is_not else "", verb, _spelled(action[1:])))))


def passive_title(thing: tuple[Word, ...], participle: Word, rest: tuple[Word, ...]) -> str:
    """What is to be done to something: `a unit is being established in Lima` becomes `Establish a unit in Lima`."""
    verb = base(participle.low) if is_participle(participle.low) else participle.low
    return _fitting(" ".join(filter(None, (verb, _spelled(thing), _spelled(rest)))))


def _spelled(text: tuple[Word, ...]) -> str:
    """The words as they stand, one blank where there were any."""
    pieces: list[str] = []
    for at, one in enumerate(text):
        is_apart = at and one.start > text[at - 1].end
        pieces.append(" " + one.text if is_apart else one.text)
    return "".join(pieces)


def _fitting(title: str) -> str:
    """The title with a capital, no longer than may be, cut between words."""
    title = (title.lower() if title.isupper() and " " in title else title).strip(_MARKS)
    while title.rsplit(" ", 1)[-1].lower() in _DANGLING:
        title = title.rsplit(" ", 1)[0].strip(_MARKS) if " " in title else ""
    if len(title) > LONGEST_TITLE:
        title = title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:.-–—(") + "…"
    return title[:1].upper() + title[1:]


_MARKS = " ,;:.-–—•*(\"“”'"
_DANGLING = frozenset("to in on by of the an a for and at within from with during before".split())
_HANGING = frozenset(("of", "on", "for", "between", "in", "to", "with", "at"))
_ARTICLES = frozenset("the a an both our their its".split())
