"""From the words of a promise to a draft: what it is, how firm, whose, when, and why it was taken for one."""

import re

from bilateral_tracker.communique.document import Document
from bilateral_tracker.communique.head import Sense
from bilateral_tracker.communique.organs import is_paper, lead_in, organ_in
from bilateral_tracker.communique.parties import as_named, is_party
from bilateral_tracker.communique.reading import Reading
from bilateral_tracker.communique.states import states_in
from bilateral_tracker.communique.subject import Sort
from bilateral_tracker.communique.time_phrases import CadencePhrase, DeadlinePhrase
from bilateral_tracker.communique.title import action_title, meeting_title, passive_title
from bilateral_tracker.communique.verbs import HOLDING, MEETING
from bilateral_tracker.communique.words import Word
from bilateral_tracker.domain.commitment import Kind, Strength
from bilateral_tracker.domain.draft import Cue, Draft, DraftType
from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.source import SourceKind


def draft(reading: Reading, document: Document) -> Draft:
    """The draft that a promise is."""
    start, end = reading.text[0].start, reading.text[-1].end
    cadence, deadline = reading.cadence, reading.deadline
    is_asked = cadence is not None and bool(cadence.readings)
    return Draft(
        quote=document.text[start:end],
        start=start,
        end=end,
        title=_title(reading),
        kind=_kind(reading),
        strength=_strength(reading, document),
        owed_by=_owed_by(reading, document),
        lead=lead_in(reading.text),
        rhythm=cadence.rhythm if cadence else None,
        due=deadline.due if deadline else None,
        venue=next((one.rule for one in reading.times.venues), ""),
        organ=organ_in(reading.subject) or organ_in(reading.action),
        cues=_cues(reading),
        question=_question(cadence) if cadence and is_asked else "",
        readings=cadence.readings if cadence and is_asked else (),
        type=_type(reading),
        recurrence=_recurrence(reading, cadence) if cadence else "",
        deadline=_deadline(deadline) if deadline else "",
    )


def _type(reading: Reading) -> DraftType:
    if reading.is_meeting:
        return DraftType.RECURRING_MEETING if reading.cadence else DraftType.NEXT_MEETING
    if reading.is_dated and not reading.cadence:
        return DraftType.DEADLINE_DELIVERABLE
    return DraftType.STANDING_UNDERTAKING


def _kind(reading: Reading) -> Kind:
    if reading.is_meeting:
        return Kind.MEETING
    verb = reading.verb
    if verb == "report" or any(is_paper(one.low) for one in reading.thing[:5]):
        return Kind.REPORT
    is_once = verb in _ONCE and not reading.cadence
    if reading.is_dated or is_once:
        return Kind.DELIVERABLE
    return Kind.STANDING


def _strength(reading: Reading, document: Document) -> Strength:
    head = reading.promise.head
    is_mutual = document.kind in (SourceKind.TREATY, SourceKind.AGREEMENT, SourceKind.MOU)
    is_one_side = _owed_by(reading, document) != JOINT
    if head.sense in _BY_SENSE:
        return _BY_SENSE[head.sense]
    if head.sense is Sense.READY:
        return Strength.OFFERED if is_one_side else Strength.NOTED
    if (head.sense is Sense.ACCORDED and not is_one_side) or head.is_duty or is_mutual or not is_one_side:
        return Strength.AGREED
    return Strength.OFFERED


def _owed_by(reading: Reading, document: Document) -> str:
    """A party that is the subject; where a thing is, the party in whose town it is done, or that is named first."""
    owner = reading.promise.head.subject.owner.name
    if owner or reading.promise.head.sense is not Sense.MEANT:
        return owner or JOINT
    named = (name for text in (reading.action, reading.clause.text) for name, _, _ in states_in(text))
    ours = next((name for name in named if is_party(name, document.parties)), "")
    return as_named(ours, document.parties) if ours else JOINT


def _title(reading: Reading) -> str:
    head, action = reading.promise.head, _untimed(reading)
    if not reading.action:
        return action_title(reading.text)
    if reading.is_meeting and _is_intransitive(reading):
        return meeting_title(_who(reading))
    is_to_be = reading.clause.low(head.action - 1) == "be" and reading.promise.action == head.action
    if reading.inner and is_to_be:
        return passive_title(reading.inner, reading.action[0], action[1:])
    if head.is_passive and reading.subject:
        return passive_title(reading.subject, reading.action[0], action[1:])
    is_thing = head.subject.sort in (Sort.MEETING, Sort.PAPER, Sort.THING)
    if is_thing and reading.is_of_subject and reading.subject:
        return passive_title(reading.subject, reading.action[0], action[1:])
    is_not = reading.clause.low(reading.promise.action - 1) == "not"
    return action_title(action if len(action) > 1 else reading.action, is_not=is_not)


def _is_intransitive(reading: Reading) -> bool:
    """Whether the verb has no object: somebody meets, something takes place or is held."""
    has_object = len(reading.action) > 1 and reading.action[1].low in _DETERMINERS
    if reading.promise.head.is_passive:
        return reading.verb in MEETING | HOLDING | _HAPPENING
    return reading.verb in _HAPPENING or (reading.verb in MEETING and not has_object)


def _untimed(reading: Reading) -> tuple[Word, ...]:
    """The words of the action up to the first phrase of time; an adjective belongs to what it stands before."""
    places = [one.start for one in reading.times.deadlines]
    places += [one.start for one in reading.times.cadences if not one.is_adjective]
    first = min(places, default=None)
    return reading.action if first is None else tuple(one for one in reading.action if one.start < first)


def _who(reading: Reading) -> tuple[Word, ...]:
    subject = reading.subject
    if len(subject) == 1 and subject[0].low in ("which", "that", "it"):
        before = reading.clause.text[: reading.promise.head.subject.first]
        return tuple(one for one in before[_first_of_last_name(before) :] if one.low != ",")
    return subject if any(one.low not in ("they", "we", "it", "both", "sides", "the", "two") for one in subject) else ()


def _first_of_last_name(before: tuple[Word, ...]) -> int:
    """Where the thing named last begins, behind its article."""
    return next((n + 1 for n in range(len(before) - 1, -1, -1) if before[n].low in ("a", "an", "the")), len(before))


def _cues(reading: Reading) -> tuple[Cue, ...]:
    head, text = reading.promise.head, reading.clause.text
    binding = text[head.first : min(head.action, head.first + _LONGEST_CUE, len(text))]
    party = reading.subject if head.subject.sort is Sort.PARTY else ()
    times = [*(one.words for one in reading.times.cadences), *(one.words for one in reading.times.deadlines)]
    found = (
        Cue("verb", " ".join(one.low for one in binding)),
        *(Cue("time", " ".join(words.split())) for words in times),
        Cue("party", " ".join(one.text for one in party)),
        Cue("organ", organ_in(reading.subject) or organ_in(reading.action)),
        *(Cue("venue", one.words) for one in reading.times.venues),
    )
    return tuple(cue for cue in found if cue.words)


def _question(cadence: CadencePhrase) -> str:
    return f"'{' '.join(cadence.words.split())}' can mean {' or '.join(cadence.readings)}. Which is meant?"


def _recurrence(reading: Reading, cadence: CadencePhrase) -> str:
    """The rule. Of a word with two meanings, the one that a term of two years suggests; it is asked all the same."""
    lows = " ".join(one.low for one in reading.clause.text)
    if cadence.readings and any(term in lows for term in _TWO_YEARS):
        return "FREQ=YEARLY;INTERVAL=2"
    return cadence.recurrence


def _deadline(phrase: DeadlinePhrase) -> str:
    """The day, window or length; of an event the name without what it is for."""
    if phrase.deadline.startswith("event: "):
        return "at " + re.split(r" (?:in order )?to (?=\w+ \w)", phrase.deadline.removeprefix("event: "))[0]
    return phrase.deadline


_LONGEST_CUE = 6
_DETERMINERS = frozenset("a an the its their another".split())
_HAPPENING = frozenset(("take", "be"))
_TWO_YEARS = ("period of 2 years", "period of two years", "two-year period", "2-year period")
_ONCE = frozenset(
    "establish create launch set form open sign conclude finalize finalise complete submit present prepare develop "
    "draft adopt publish nominate designate appoint notify study examine identify build construct provide send deliver "
    "donate introduce install transfer return release restore reopen negotiate approve ratify elaborate draw hold "
    "organize organise host formulate begin start initiate resume accede extend renew lift abolish".split()
)
_BY_SENSE = {Sense.SOUGHT: Strength.SOUGHT, Sense.DISCUSSED: Strength.DISCUSSED}
