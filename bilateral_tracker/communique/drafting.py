"""From the words of a promise to a draft: what it is, how firm, whose, when, and why it was taken for one."""

import re
from typing import NamedTuple

from bilateral_tracker.communique.document import Document
from bilateral_tracker.communique.head import MODALS, Clause, Sense
from bilateral_tracker.communique.organs import is_meeting, is_organ, is_paper, lead_in, organ_in
from bilateral_tracker.communique.parties import as_named, is_party
from bilateral_tracker.communique.span import Promise
from bilateral_tracker.communique.states import states_in
from bilateral_tracker.communique.subject import Sort
from bilateral_tracker.communique.time_phrases import CadencePhrase, DeadlinePhrase
from bilateral_tracker.communique.timing import Times
from bilateral_tracker.communique.title import action_title, meeting_title, passive_title
from bilateral_tracker.communique.verbs import CREATING, HOLDING, MEETING, STATIVE, base, is_vague
from bilateral_tracker.communique.words import Word, is_form_of
from bilateral_tracker.domain.commitment import Kind, Strength
from bilateral_tracker.domain.draft import Cue, Draft, DraftType
from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.source import SourceKind
from bilateral_tracker.domain.window import Window


class Reading(NamedTuple):
    """A promise in its sentence, with the times that are its own."""

    clause: Clause
    promise: Promise
    times: Times

    @property
    def text(self) -> tuple[Word, ...]:
        """The words of the promise."""
        return self.clause.text[self.promise.first : self.promise.past]

    @property
    def action(self) -> tuple[Word, ...]:
        """The words from the one that says what is to be done."""
        return self.clause.text[self.promise.action : self.promise.past]

    @property
    def subject(self) -> tuple[Word, ...]:
        """The words of the subject."""
        return self.clause.text[self.promise.head.subject.first : self.promise.head.subject.past]

    @property
    def inner(self) -> tuple[Word, ...]:
        """What is to be done something to, where a clause with `that` says so: `agreed that | the session | be held`."""
        head, text = self.promise.head, self.clause.text
        that = next((n for n in range(head.first, min(head.action, len(text))) if text[n].low == "that"), None)
        return (
            () if that is None else tuple(one for one in text[that + 1 : head.action] if one.low not in MODALS | {"be"})
        )

    @property
    def cadence(self) -> CadencePhrase | None:
        """How often: the first phrase that names a rhythm, else the first that leaves it open."""
        named = (one for one in self.times.cadences if one.recurrence)
        return next(named, next(iter(self.times.cadences), None))

    @property
    def deadline(self) -> DeadlinePhrase | None:
        """By when: the first phrase that names a time, else the first that leaves it open."""
        named = [one for one in self.times.deadlines if one.deadline]
        of_days = (one for one in named if isinstance(one.due, Window))
        first = next(of_days, next(iter((*named, *self.times.deadlines)), None))
        is_first_of_many = first is None or any(one.isdecimal() and len(one) == 4 for one in first.words.split())
        return first if is_first_of_many or not (self.cadence and self.cadence.recurrence) else None

    @property
    def is_meeting(self) -> bool:
        """Whether people are to meet."""
        head, verb = self.promise.head, base(self.action[0].low) if self.action else ""
        if head.sense is Sense.READY and not is_vague(verb) and any(is_meeting(one.low) for one in self.action[:8]):
            return True
        if verb in HOLDING and any(is_meeting(one.low) for one in self.inner):
            return True
        if "agree" in verb and any(one.low in ("visit", "meeting", "session", "round") for one in self.subject):
            return True
        if verb in MEETING or head.subject.sort is Sort.MEETING:
            return not (head.is_passive and verb not in HOLDING) or head.subject.sort is Sort.MEETING
        if self.cadence and self.cadence.is_adjective and _any_meeting(self._after(self.cadence.end)[:4]):
            return True
        if verb in HOLDING - CREATING and any(is_meeting(one.low) for one in self._object):
            return True
        later = any(one.low in ("meet", "meets", "convene") for one in self.action)
        return bool(self.cadence) and (later or (head.is_passive and head.subject.sort is Sort.ORGAN))

    @property
    def _object(self) -> tuple[Word, ...]:
        """The words after the verb up to the first preposition, without the verb."""
        found = self.action[1:]
        ends = [
            at for at, one in enumerate(found) if at and one.low in ("of", "to", "for", "in", "on", "with", "between")
        ]
        return found[: ends[0] if ends else 8]

    def _after(self, place: int) -> tuple[Word, ...]:
        return tuple(one for one in self.text if one.start >= place)


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
    if reading.deadline and reading.deadline.deadline and not reading.cadence:
        return DraftType.DEADLINE_DELIVERABLE
    return DraftType.STANDING_UNDERTAKING


def _kind(reading: Reading) -> Kind:
    if reading.is_meeting:
        return Kind.MEETING
    verb = base(reading.action[0].low) if reading.action else ""
    if verb == "report" or any(is_paper(one.low) for one in reading._object[:5]):
        return Kind.REPORT
    is_vague_act = is_vague(verb) or verb in STATIVE
    if (reading.deadline and reading.deadline.deadline) or (
        not is_vague_act and not reading.cadence and _is_once(verb)
    ):
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
    """A party that is the subject; where a thing is, the party in whose town or by whom it is done."""
    named = reading.promise.head.subject.owner.name
    if named:
        return named
    if reading.promise.head.sense is Sense.MEANT:
        named = (name for text in (reading.action, reading.clause.text) for name, _, _ in states_in(text))
        ours = next((name for name in named if is_party(name, document.parties)), "")
        return as_named(ours, document.parties) if ours else JOINT
    return JOINT


def _title(reading: Reading) -> str:
    past = [one.start for one in reading.times.deadlines]
    past += [one.start for one in reading.times.cadences if not one.is_adjective]
    action = tuple(one for one in reading.action if not any(one.start >= place for place in past))
    head = reading.promise.head
    if not reading.action:
        return action_title(reading.text)
    if reading.is_meeting and base(reading.action[0].low) in MEETING | {"take", "be"} | (
        HOLDING if head.is_passive else set()
    ):
        return meeting_title(_who(reading))
    is_to_be = reading.clause.low(head.action - 1) == "be" and reading.promise.action == head.action
    if reading.inner and is_to_be:
        return passive_title(reading.inner, reading.action[0], action[1:])
    if head.is_passive and len(reading.subject):
        return passive_title(reading.subject, reading.action[0], action[1:])
    return action_title(action if len(action) > 1 else reading.action)


def _who(reading: Reading) -> tuple[Word, ...]:
    subject = reading.subject
    return subject if any(one.low not in ("they", "we", "it", "both", "sides", "the", "two") for one in subject) else ()


def _cues(reading: Reading) -> tuple[Cue, ...]:
    head, text = reading.promise.head, reading.clause.text
    verb = " ".join(one.low for one in text[head.first : min(head.action, len(text))][:6])
    times = (*reading.times.cadences, *reading.times.deadlines)
    organ = organ_in(reading.subject) or organ_in(reading.action)
    found = [
        Cue("verb", verb or "list"),
        *(Cue("time", " ".join(one.words.split())) for one in times),
        Cue("party", " ".join(one.text for one in reading.subject)) if head.subject.sort is Sort.PARTY else None,
        Cue("organ", organ) if organ else None,
        *(Cue("venue", one.words) for one in reading.times.venues),
    ]
    return tuple(one for one in found if one and one.words)


def _question(cadence: CadencePhrase) -> str:
    return f"'{' '.join(cadence.words.split())}' can mean {' or '.join(cadence.readings)}. Which is meant?"


def _recurrence(reading: Reading, cadence: CadencePhrase) -> str:
    """The rule. Of a word with two meanings, the one that a term of two years beside it suggests; it is asked all the same."""
    lows = " ".join(one.low for one in reading.clause.text)
    if cadence.readings and any(term in lows for term in _TWO_YEARS):
        return "FREQ=YEARLY;INTERVAL=2"
    return cadence.recurrence


def _deadline(phrase: DeadlinePhrase) -> str:
    """The day, window or length; of an event the name without what it is for."""
    if phrase.deadline.startswith("event: "):
        return "at " + re.split(r" (?:in order )?to (?=\w+ \w)", phrase.deadline.removeprefix("event: "))[0]
    return phrase.deadline


def _any_meeting(text: tuple[Word, ...]) -> bool:
    return any(is_meeting(one.low) or is_organ(one.low) for one in text)


def _is_once(verb: str) -> bool:
    return is_form_of(verb, _ONCE)


_TWO_YEARS = ("period of 2 years", "period of two years", "two-year period", "2-year period")
_ONCE = frozenset(
    "establish create launch set form open sign conclude finalize finalise complete submit present prepare develop "
    "draft adopt publish nominate designate appoint notify study examine identify build construct provide send deliver "
    "donate introduce install transfer return release restore reopen negotiate approve ratify elaborate draw hold "
    "organize organise host formulate begin start initiate resume accede extend renew lift abolish".split()
)
_BY_SENSE = {Sense.SOUGHT: Strength.SOUGHT, Sense.DISCUSSED: Strength.DISCUSSED}
