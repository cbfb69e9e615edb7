"""Heads with `will`, `shall`, `would`, `should`: whether they promise hangs on who or what is their subject."""

from bilateral_tracker.communique.agreement import after_to
from bilateral_tracker.communique.head import ENDS, MODALS, Clause, Head, Sense
from bilateral_tracker.communique.organs import is_meeting, is_organ
from bilateral_tracker.communique.subject import Sort, Subject, subject_before
from bilateral_tracker.communique.verbs import (
    ACCORDING,
    ACTING,
    CREATING,
    DOING,
    HOLDING,
    MEETING,
    REPORTING,
    STATIVE,
    VAGUE,
    base,
    is_participle,
)
from bilateral_tracker.communique.words import is_form_of


def modal_at(clause: Clause, at: int, before: tuple[Head, ...]) -> Head | None:
    """The head whose modal verb stands at an index; `before` are the heads of the sentence so far."""
    low = clause.low(at)
    if low not in MODALS or low == "must":
        return None
    subject = subject_before(clause.text, at, clause.parties)
    if subject.sort is Sort.NOTHING:
        shared = _shared(clause, at, before)
        if shared is None:
            return None
        subject = subject._replace(sort=shared.sort, owner=shared.owner)
    if subject.sort is Sort.PRONOUN:
        subject = _speaker(clause, at, subject)
    action, is_passive = _action(clause, at)
    if is_passive and low == "would" and subject.sort is Sort.THING:
        subject = subject._replace(owner=_speaker_of(clause, at, subject).owner)
    if action is None or not _is_sure(clause, low, at, subject, is_passive):
        return None
    if not _promises(clause, subject, action, is_passive):
        return None
    return Head(subject, at, action, _sense(clause, low, at), low == "shall", is_passive)


def _shared(clause: Clause, at: int, before: tuple[Head, ...]) -> Subject | None:
    """The subject that a verb after `and` shares with the one before: `will be chaired by ministers and will meet`."""
    if before:
        return before[-1].subject
    earlier = next((n for n in range(at - 1, 0, -1) if clause.low(n) in MODALS | {"is", "are", "has", "have"}), None)
    return subject_before(clause.text, earlier, clause.parties) if earlier else None


def _speaker(clause: Clause, at: int, subject: Subject) -> Subject:
    """Who `it` or `he` is, where a verb of saying stands just before: `the Chinese side announced that it would`."""
    said = _reporting(clause, at)
    if said is None or clause.low(subject.past - 1) not in ("it", "he", "she", "they") or subject.first - said > 3:
        return subject
    speaker = subject_before(clause.text, said, clause.parties)
    if speaker.sort is Sort.NOTHING and any(is_organ(one.low) for one in clause.text[:said]):
        return subject
    is_someone = speaker.sort in (Sort.PARTY, Sort.NAMED, Sort.THIRD, Sort.PRONOUN)
    return (
        speaker._replace(sort=Sort.PARTY if speaker.sort is Sort.PRONOUN else speaker.sort) if is_someone else subject
    )


def _speaker_of(clause: Clause, at: int, subject: Subject) -> Subject:
    """Who said that something would be done: `the Indian side assured that the matter would be taken up`."""
    said = _reporting(clause, at)
    return subject if said is None else subject_before(clause.text, said, clause.parties)


def _action(clause: Clause, at: int) -> tuple[int | None, bool]:
    """The index of the verb that the modal leads to, and whether it is passive."""
    ahead = _past_aside(clause, clause.after_adverbs(at + 1))
    if clause.low(ahead) == "not":
        ahead = clause.after_adverbs(ahead + 1)
    low = clause.low(ahead)
    if low == "be":
        ahead = clause.after_adverbs(ahead + 1)
        if clause.low(ahead) in ("scheduled", "required", "requested", "invited", "asked", "expected", "encouraged"):
            return (ahead, True) if clause.low(ahead) == "scheduled" else (after_to(clause, ahead + 1), False)
        if is_participle(clause.low(ahead)):
            return ahead, True
        is_placed = clause.low(ahead) in ("in", "on", "at") and any(is_meeting(one.low) for one in clause.text[:at])
        return (ahead if is_placed else None), True
    if low == "have":
        return (ahead if any(is_meeting(clause.low(n)) for n in range(ahead + 1, ahead + 6)) else None), False
    if low in ("continue", "seek", "work", "need") and clause.low(ahead + 1) == "to":
        action = after_to(clause, ahead + 1)
        return (None, False) if low == "need" or action is None or clause.low(action) == "be" else (action, False)
    return ahead, False


def _past_aside(clause: Clause, at: int) -> int:
    """Past a few words between commas: `shall, as necessary, adopt`."""
    if clause.low(at) != ",":
        return at
    closing = next((n for n in range(at + 1, min(at + 12, len(clause.text))) if clause.low(n) == ","), at)
    return clause.after_adverbs(closing + 1)


def _is_sure(clause: Clause, low: str, at: int, subject: Subject, is_passive: bool) -> bool:
    """Whether the modal says what is to be, not what could be or ought to be."""
    if low == "would":
        return _is_reported(clause, at)
    if low == "should":
        is_set = is_passive and (subject.sort in (Sort.PAPER, Sort.ORGAN, Sort.MEETING) or clause.is_timed(at))
        return is_set and not _is_advised(clause, at)
    return clause.low(subject.first - 1) not in ("if", "unless", "hope", "hopes", "believe", "hoped") and not (
        _is_hoped(clause, subject.first)
    )


def _is_assured(clause: Clause, at: int) -> bool:
    """Whether one side says for itself that something would be done."""
    said = _reporting(clause, at)
    return said is not None and clause.low(said) in ("assured", "promised", "informed", "undertook", "pledged")


def _promises(clause: Clause, subject: Subject, action: int, is_passive: bool) -> bool:
    """Whether such a subject promises something by doing this."""
    verb = base(clause.low(action))
    if clause.low(action) in ("in", "on", "at"):
        return subject.sort is Sort.MEETING and clause.is_timed(action - 1)
    if is_passive and subject.sort is Sort.THING and _is_assured(clause, action):
        return verb not in STATIVE
    test = _TESTS_PASSIVE if is_passive else _TESTS
    return verb not in STATIVE and test[subject.sort](clause, verb, action, subject)


def _party_acts(clause: Clause, verb: str, action: int, _subject: Subject) -> bool:
    if clause.low(action - 1) == "not" and clause.low(action - 2) == "will" and verb not in _NEGATED:
        return False
    return verb not in ("be", "able", "benefit", "lead") and (verb != "discuss" or clause.is_timed(action))


def _organ_acts(clause: Clause, verb: str, action: int, _subject: Subject) -> bool:
    if verb in MEETING:
        is_of_level = any(clause.low(n) == "level" for n in range(action, action + 7))
        return clause.is_timed(action - 8) or not is_of_level
    if verb in _ORGANS_DO:
        return not _is_by_vote(clause, action)
    return (verb in ACTING or verb in VAGUE) and clause.is_timed(action)


def _meeting_goes_on(clause: Clause, verb: str, action: int, _subject: Subject) -> bool:
    takes_place = verb == "take" and clause.low(action + 1) == "place"
    return (
        takes_place or verb in MEETING or (verb in ("begin", "start", "resume", "commence") and clause.is_timed(action))
    )


def _named_acts(clause: Clause, verb: str, action: int, _subject: Subject) -> bool:
    return verb in DOING or (verb in ACTING and clause.is_timed(action))


def _begins(clause: Clause, verb: str, action: int, _subject: Subject) -> bool:
    takes_place = verb == "take" and clause.low(action + 1) == "place"
    return (verb in ("begin", "start", "commence", "open", "resume") or takes_place) and clause.is_timed(action)


def _it_acts(clause: Clause, verb: str, action: int, subject: Subject) -> bool:
    return verb in MEETING or (
        clause.low(subject.past - 1) in ("it", "they", "who") and verb in DOING and clause.is_timed(action)
    )


def _never(_clause: Clause, _verb: str, _action: int, _subject: Subject) -> bool:
    return False


def _is_done(clause: Clause, verb: str, action: int, subject: Subject) -> bool:
    is_fixed = verb in ("agree", "determine", "decide", "fix", "set", "settle", "communicate", "finalize", "confirm")
    if is_fixed:
        is_of_date = any(one.low in ("date", "dates", "venue") for one in clause.text[subject.first : subject.past])
        return is_of_date or clause.is_timed(action)
    names = {one.low for one in clause.text[subject.first : subject.past]}
    if clause.low(action + 1) in ("if", "where", "when", "only") and not clause.is_timed(action):
        return False
    if names & _COSTS or ("this" in names and verb in _FORMALITIES) or _is_by_vote(clause, action):
        return False
    return verb in DOING - _PROCEDURE or (verb in ACTING and clause.is_timed(action))


def _is_by_vote(clause: Clause, action: int) -> bool:
    """Whether it says how a body comes to its decisions."""
    ahead = {clause.low(n) for n in range(action + 1, action + 8)}
    return bool(ahead & {"consensus", "majority", "unanimity", "unanimously"}) and not clause.is_timed(action)


def _it_is_done(clause: Clause, verb: str, action: int, _subject: Subject) -> bool:
    return verb in DOING and clause.is_timed(action)


def _is_held(clause: Clause, verb: str, action: int, _subject: Subject) -> bool:
    is_conditional = clause.low(action + 1) in ("if", "where", "when", "only") and not clause.is_timed(action)
    return (verb in HOLDING or verb in DOING) and not is_conditional


def _is_reported(clause: Clause, at: int) -> bool:
    """Whether a verb before it reports what somebody said."""
    is_said_after = any(clause.low(n) in ("said", "added") for n in range(len(clause.text) - 6, len(clause.text)))
    return _reporting(clause, at) is not None or is_said_after


def _reporting(clause: Clause, at: int) -> int | None:
    for index in range(at - 1, max(-1, at - 45), -1):
        low = clause.low(index)
        if low in ENDS:
            return None
        if is_form_of(low, REPORTING) or low in ("consensus", "agreement", "understanding", "decision"):
            return None if low == "agreed" and clause.low(index - 1) == "as" else index
    return None


def _is_hoped(clause: Clause, at: int) -> bool:
    """Whether the clause hangs on a verb of hoping or believing."""
    return any(clause.low(index) in _HOPES for index in range(max(0, at - 4), at))


def _is_advised(clause: Clause, at: int) -> bool:
    return any(clause.low(index) in _ADVICE for index in range(max(0, at - 20), at))


def _sense(clause: Clause, low: str, at: int) -> Sense:
    reporting = _reporting(clause, at)
    if low in ("shall", "should") or reporting is None:
        return Sense.BOUND
    verb = clause.low(reporting)
    return Sense.ACCORDED if is_form_of(verb, ACCORDING) or verb in ("consensus", "agreement") else Sense.BOUND


_ORGANS_DO = CREATING | frozenset(
    "submit present prepare draft elaborate adopt publish report finalize finalise complete review assess evaluate "
    "hold convene exchange develop study examine identify update visit draw undertake conduct organize organise "
    "provide deliver circulate transmit formulate devise recommend propose inform notify reconvene nominate designate "
    "appoint carry produce sign implement compile oversee".split()
)
_PROCEDURE = frozenset(
    "elect resolve follow state receive accept table refer second withdraw pay terminate close".split()
)
_NEGATED = frozenset(
    "impose require introduce levy apply adopt restrict deploy charge exempt increase permit allow".split()
)
_COSTS = frozenset(
    "cooperation co-operation implementation activities cost costs expense expenses expenditure profits income".split()
)
_FORMALITIES = frozenset("implement ratify amend terminate register approve sign accede".split())
_HOPES = frozenset(
    "hope hopes hoped hoping believe believes believed confidence confident convinced expects expected wish wishes "
    "desire expectation optimism ensure ensuring".split()
)
_ADVICE = frozenset(
    "stressed emphasized emphasised underlined underscored noted suggested recommended believes".split()
)
_TESTS = {
    Sort.PARTY: _party_acts,
    Sort.THIRD: _never,
    Sort.ORGAN: _organ_acts,
    Sort.MEETING: _meeting_goes_on,
    Sort.PAPER: _begins,
    Sort.NAMED: _named_acts,
    Sort.PRONOUN: _it_acts,
    Sort.THING: _begins,
    Sort.NOTHING: _never,
}
_TESTS_PASSIVE = {
    Sort.PARTY: _is_done,
    Sort.THIRD: _is_done,
    Sort.ORGAN: _is_held,
    Sort.MEETING: _is_held,
    Sort.PAPER: _is_done,
    Sort.NAMED: _is_done,
    Sort.PRONOUN: _it_is_done,
    Sort.THING: _is_done,
    Sort.NOTHING: _never,
}
