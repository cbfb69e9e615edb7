"""Heads that agree: `the two sides agreed to`, `it was decided that`, `reached a consensus on`, `undertake to`."""

from bilateral_tracker.communique.head import BE, ENDS, MODALS, Clause, Head, Sense
from bilateral_tracker.communique.parties import Owner
from bilateral_tracker.communique.subject import Sort, Subject, subject_before
from bilateral_tracker.communique.verbs import ACCORDING, DOING, base, is_agreeing, is_participle
from bilateral_tracker.communique.words import is_form_of
from bilateral_tracker.domain.party import JOINT


def agreement_at(clause: Clause, at: int) -> Head | None:
    """The head whose verb of agreeing stands at an index."""
    low = clause.low(at)
    if not is_agreeing(low) or low in ("determining", "engaging", "deciding") or _is_excused(clause, at):
        return None
    action = complement(clause, at, takes_noun=is_form_of(low, ACCORDING) or low.startswith("pledge"))
    if action is None:
        return None
    subject = subject_before(clause.text, _first_of_verb(clause, at), clause.parties)
    is_state_of_mind = clause.low(at - 1) in ("is", "are", "am") and low in ("committed", "determined", "resolved")
    is_idle = is_state_of_mind and base(clause.low(action)) not in DOING and not clause.is_timed(at)
    if is_idle or not _may_agree(clause, subject, at):
        return None
    is_according = is_form_of(low, ACCORDING) and not low.startswith("determin")
    return Head(subject, at, action, Sense.ACCORDED if is_according else Sense.BOUND, low.startswith("underta"))


def nominal_at(clause: Clause, at: int) -> Head | None:
    """The head whose noun of agreeing stands at an index: `reached a consensus to`, `affirmed their intent to`."""
    sense = _NOUNS.get(clause.low(at))
    if sense is None:
        return None
    verb = next((b for b in range(at - 1, max(-1, at - 8), -1) if clause.low(b) in _GIVING), None)
    reached = next((n for n in range(at + 2, at + 4) if clause.low(n) in ("reached", "taken")), None)
    if reached and clause.low(at) in _REACHED:
        at, verb = reached, at
    action = complement(clause, at, takes_noun=False)
    if verb is None or action is None or action >= len(clause.text) + 1:
        return None
    if reached:
        return Head(Subject(verb, verb, Sort.NOTHING, Owner(JOINT)), verb, action, Sense.ACCORDED)
    if clause.low(at).startswith("commitment") and clause.low(verb) not in _MAKING:
        return None
    subject = subject_before(clause.text, _first_of_verb(clause, verb), clause.parties)
    if subject.sort in (Sort.THIRD, Sort.MEETING, Sort.THING, Sort.PAPER) and clause.low(at) not in _REACHED:
        return None
    return Head(subject, verb, action, sense)


def complement(clause: Clause, at: int, *, takes_noun: bool) -> int | None:
    """The index of the word that says what was agreed, after the verb or noun at an index; None if nothing does."""
    ahead = at + 1
    is_sum = clause.low(ahead)[:1].isdecimal() or clause.low(ahead) in ("$", "€", "£", "usd", "us", "eur")
    if takes_noun and (clause.low(ahead) in _DETERMINERS or is_sum) and not _is_opinion(clause, ahead):
        return _past_list(clause, ahead)
    for index in range(ahead, min(ahead + _FARTHEST, len(clause.text))):
        low = clause.low(index)
        if low in ENDS or (index > ahead and low in MODALS):
            return None
        if low in _LEADS:
            return _LEADS[low](clause, index)
        if low not in _BETWEEN and not (low.endswith("ly") or _is_aside(clause, ahead, index)):
            return None
    return None


def after_to(clause: Clause, at: int) -> int | None:
    """What follows `to`: a verb, a gerund, or a thing."""
    action = _past_list(clause, clause.after_adverbs(at + 1))
    low = clause.low(action)
    if low in _NO_ACTIONS or (low in _DETERMINERS and _is_opinion(clause, action)):
        return None
    if low == "continue" and clause.low(action + 1) == "to":
        return clause.after_adverbs(action + 2)
    return action


def _after_on(clause: Clause, at: int) -> int | None:
    return None if _is_opinion(clause, at + 1) else _past_list(clause, at + 1)


def after_that(clause: Clause, at: int) -> int | None:
    """The verb of a clause after `that` which says what is to be: behind `will`, `would`, `should`, or `be held`."""
    for index in range(at + 1, min(at + _LONGEST_CLAUSE, len(clause.text))):
        low = clause.low(index)
        if low in ENDS or low in ("was", "were", "is", "are", "has", "have", "had"):
            return None
        if low == "must":
            return None
        if low in MODALS or (low == "be" and is_participle(clause.low(index + 1))):
            action = clause.after_adverbs(index + (low != "be"))
            action = clause.after_adverbs(action + 1) if clause.low(action) == "be" else action
            return None if clause.low(action) in _NO_ACTIONS else action
    return None


def _after_colon(clause: Clause, at: int) -> int | None:
    action = _past_list(clause, at + 1)
    return clause.after_adverbs(action + (clause.low(action) == "to"))


def _past_list(clause: Clause, at: int) -> int:
    """Past the marks of a list: `the following : (a)`, `: 1 .`."""
    ahead = at
    for index in range(at, min(at + _FARTHEST, len(clause.text))):
        if clause.low(index) == ":":
            ahead = index + 1
            break
        if clause.low(index) in ENDS or (index > at + 6):
            return at
    if ahead == at:
        return at
    while ahead < len(clause.text) and (clause.low(ahead) in _MARKS or clause.low(ahead + 1) in (")", ".")):
        ahead += 1
    return clause.after_adverbs(ahead + (clause.low(ahead) == "to"))


def _is_opinion(clause: Clause, at: int) -> bool:
    """Whether what was agreed on is how important something is, not what to do."""
    return any(clause.low(index) in _OPINIONS for index in range(at, at + 4))


def _is_aside(clause: Clause, first: int, at: int) -> bool:
    """Whether the word is part of a few words between commas, or of `at the meeting`, before the complement."""
    if any(clause.low(index) == "," for index in range(first, min(first + 2, at + 1))):
        return at - first <= 9
    return clause.low(first) in _ASIDE and at - first <= 9


def _first_of_verb(clause: Clause, at: int) -> int:
    """The index of the first word of the verb, its auxiliaries among it."""
    while clause.low(at - 1) in _AUXILIARIES or clause.low(at - 1).endswith("ly"):
        at -= 1
    return at


def _is_excused(clause: Clause, at: int) -> bool:
    """Whether the verb says what was agreed before, might be agreed, or is no verb at all."""
    first = _first_of_verb(clause, at)
    before = clause.low(first - 1)
    helpers = {clause.low(index) for index in range(first, at)}
    if before in _EXCUSES or helpers & {"had", "not", "be", "being", "remain", "remains"}:
        return True
    is_since = bool(helpers & {"is", "are", "has", "have"}) and clause.low(at + 1) in _SINCE
    return is_since or clause.low(at + 1) in ("by", "upon", "with")


def _may_agree(clause: Clause, subject: Subject, at: int) -> bool:
    """Whether the subject is one that can bind itself: no third state, and nothing that only bears a name."""
    if subject.sort in (Sort.PARTY, Sort.NAMED, Sort.ORGAN, Sort.NOTHING) or subject.owner.name == JOINT:
        return True
    is_passive = clause.low(at - 1) in BE or clause.low(at - 2) in BE
    if subject.sort is Sort.PRONOUN:
        word = clause.low(subject.past - 1)
        return word in ("it", "they", "we", "he", "she", "who") and (
            word != "it" or is_passive or clause.low(at) != "agree"
        )
    return subject.sort is Sort.MEETING and not is_passive


_FARTHEST = 14
_LONGEST_CLAUSE = 45
_LEADS = {
    "to": after_to,
    "on": _after_on,
    "upon": _after_on,
    "that": after_that,
    ":": _after_colon,
}
_NOUNS = {
    "consensus": Sense.ACCORDED,
    "agreement": Sense.ACCORDED,
    "understanding": Sense.ACCORDED,
    "decision": Sense.ACCORDED,
    "intention": Sense.MEANT,
    "intentions": Sense.MEANT,
    "intent": Sense.MEANT,
    "plan": Sense.MEANT,
    "plans": Sense.MEANT,
    "commitment": Sense.BOUND,
    "pledge": Sense.BOUND,
    "assurance": Sense.MEANT,
    "readiness": Sense.READY,
    "willingness": Sense.READY,
}
_REACHED = frozenset(("consensus", "agreement", "understanding", "decision"))
_MAKING = frozenset("made make makes gave give gives undertook".split())
_GIVING = _MAKING | frozenset(
    "reached reach reaches arrived came come took take takes taken expressed express expresses affirmed affirm affirms "
    "confirmed confirm confirms announced announce announces declared declare declares stated conveyed indicated "
    "voiced signalled signaled expressing announcing confirming shared reaching".split()
)
_DETERMINERS = frozenset("a an the following several specific concrete joint new".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_BETWEEN = _WEEKDAYS | frozenset(
    "in principle themselves itself ourselves unanimously as follows , fully both further also".split()
)
_ASIDE = frozenset("in at during for under through inter among by with today within as".split())
_OPINIONS = frozenset(
    "need needs importance necessity significance value relevance urgency view views fact desirability usefulness "
    "benefits potential role disagree differ principle agenda same centrality primacy imperative agreed vital "
    "essential crucial".split()
)
_NO_ACTIONS = frozenset(
    (
        "",
        "disagree",
        "differ",
        "be",
        "is",
        "are",
        "was",
        "were",
        "have",
        "has",
        "by",
        "this",
        "these",
        "that",
        "him",
        "them",
        "it",
        "say",
        "note",
        "peace",
    )
)
_SINCE = ("between", "among", "earlier", "previously", "last")
_MARKS = frozenset("- • – * ( ) . : ● ▪ · · o".split())
_AUXILIARIES = frozenset(
    "have has had was were been is are be being also both further all hereby not jointly".split()
) | {
    "will",
    "remain",
    "remains",
}
_EXCUSES = frozenset(
    "the an a as otherwise if unless may can could might until once of by any such previously being those these "
    "its their other when where than once to would should must which whenever wherever upon".split()
)
