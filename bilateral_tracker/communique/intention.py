"""Heads that plan, schedule, ask or only discuss: `intends to`, `is scheduled for`, `is seeking support`."""

from bilateral_tracker.communique.agreement import after_that, after_to
from bilateral_tracker.communique.head import MODALS, Clause, Head, Sense
from bilateral_tracker.communique.organs import is_meeting, is_organ
from bilateral_tracker.communique.parties import Owner
from bilateral_tracker.communique.subject import Sort, Subject, subject_before
from bilateral_tracker.communique.verbs import (
    CREATING,
    DOING,
    INTENDING,
    MEETING,
    STATIVE,
    base,
    is_gerund,
    is_participle,
)
from bilateral_tracker.communique.words import is_form_of


def intention_at(clause: Clause, at: int) -> Head | None:
    """`intends to`, `plans to`, `offered to`, `is ready to`."""
    low = clause.low(at)
    is_ready = low in ("ready", "prepared", "willing") and clause.low(at - 1) in (
        "is",
        "are",
        "stand",
        "stands",
        "was",
        "were",
    )
    if not is_ready and not is_form_of(low, INTENDING):
        return None
    first = at
    while clause.low(first - 1) in _HELPERS:
        first -= 1
    helpers = {clause.low(index) for index in range(first, at)}
    is_noun = clause.low(first - 1) in _DETERMINERS or "as" in helpers
    is_done_to = helpers & {"is", "are", "was", "were", "been"} and not low.endswith("ing") and not is_ready
    if clause.low(at + 1) != "to" or is_noun or is_done_to or "had" in helpers:
        return None
    action, subject = after_to(clause, at + 1), subject_before(clause.text, first, clause.parties)
    if action is None or not _can_intend(clause, subject) or (low.startswith("aim") and not clause.is_timed(at)):
        return None
    sense = Sense.READY if is_ready else Sense.SOUGHT if low.startswith("propos") else Sense.MEANT
    return Head(subject, at, action, sense)


def schedule_at(clause: Clause, at: int) -> Head | None:
    """`is scheduled for`, `are to meet`, `is to be held`, `is being established`, `is hereby established`."""
    if clause.low(at) not in ("is", "are"):
        return None
    subject = subject_before(clause.text, at, clause.parties)
    ahead = clause.after_adverbs(at + 1)
    low = clause.low(ahead)
    is_placed = clause.low(ahead + 1) in _SCHEDULING or ahead + 1 in clause.rhythms
    if low in _SCHEDULED and is_placed:
        is_ours = subject.sort in (Sort.MEETING, Sort.ORGAN) or (subject.sort is Sort.PAPER and clause.is_timed(ahead))
        return Head(subject, at, ahead, Sense.BOUND, is_passive=True) if is_ours else None
    if low == "to":
        return _to_be(clause, at, ahead, subject)
    if low == "being" and is_form_of(clause.low(ahead + 1), CREATING) and is_participle(clause.low(ahead + 1)):
        return Head(subject, at, ahead + 1, Sense.MEANT, is_passive=True) if _has_organ(clause, subject) else None
    if clause.low(at + 1) == "hereby" and is_form_of(low, CREATING):
        return Head(subject, at, ahead, Sense.ACCORDED, is_duty=True, is_passive=True)
    return None


def habit_at(clause: Clause, at: int) -> Head | None:
    """`The Commission meets once a year`; `the Parties hereby establish`."""
    low = clause.low(at)
    if clause.low(at - 1) == "hereby" and low in CREATING | {"agree"}:
        subject = subject_before(clause.text, at - 1, clause.parties)
        return Head(subject, at, at, Sense.ACCORDED, is_duty=True) if subject.sort is Sort.PARTY else None
    is_plain = low in ("meet", "meets", "convene", "convenes") and clause.low(at - 1) not in MODALS
    if not is_plain or not clause.is_timed(at, at + 12):
        return None
    subject = subject_before(clause.text, at, clause.parties)
    if subject.sort not in (Sort.PARTY, Sort.ORGAN, Sort.NAMED) or clause.low(at - 1) in ("to", "may", "can", "would"):
        return None
    return Head(subject, at, at, Sense.BOUND)


def prospect_at(clause: Clause, at: int) -> Head | None:
    """`look forward to meeting again in May`: a meeting with a time, and nothing less."""
    if clause.low(at) != "forward" or not clause.low(at - 1).startswith("look") or clause.low(at + 1) != "to":
        return None
    ahead = range(at + 2, min(at + 14, len(clause.text)))
    meets = any(
        is_meeting(clause.low(n)) or is_form_of(clause.low(n), MEETING | {"host", "welcome", "receive", "visit"})
        for n in ahead
    )
    subject = subject_before(clause.text, at - 1, clause.parties)
    if not meets or not clause.is_timed(at) or subject.sort not in (Sort.PARTY, Sort.PRONOUN, Sort.NOTHING, Sort.NAMED):
        return None
    return Head(subject, at - 1, at + 2, Sense.READY)


def request_at(clause: Clause, at: int) -> Head | None:
    """`is seeking support`, `requested assistance`: what one party asks of the other."""
    is_past = "had" in (clause.low(at - 1), clause.low(at - 2))
    if clause.low(at) not in _ASKING or clause.low(at - 1) in _NO_ASKING or is_past:
        return None
    asked = next((n for n in range(at + 1, min(at + 6, len(clause.text))) if clause.low(n) in _HELP), None)
    first = at - (clause.low(at - 1) in ("is", "are", "has", "have", "also"))
    subject = subject_before(clause.text, first, clause.parties)
    if asked is None or subject.sort is not Sort.PARTY or not subject.owner.name:
        return None
    return Head(subject, at, asked, Sense.SOUGHT)


def discussion_at(clause: Clause, at: int) -> Head | None:
    """`discussed`, with what was discussed after it. It is no promise, and is told only beside one."""
    if clause.low(at) != "discussed" or clause.low(at - 1) in ("was", "were", "as", "be", "been", "and", "issues"):
        return None
    if clause.low(at + 1) in ("in", "at", "during", "by", "with", "above", "."):
        return None
    subject = subject_before(clause.text, at, clause.parties)
    return Head(subject, at, at + 1, Sense.DISCUSSED) if subject.sort is Sort.PARTY else None


def approval_at(clause: Clause, at: int) -> Head | None:
    """`The proposal to sign was approved by the Cabinet`, `the Cabinet approved the proposal to sign`."""
    is_approval = clause.low(at) in ("approved", "granted") and any(one.low == "cabinet" for one in clause.text)
    if not is_approval or any(one.low == "covering" for one in clause.text):
        return None
    proposed = next((n for n, one in enumerate(clause.text) if one.low in ("proposal", "resolution", "approval")), None)
    if proposed is None:
        return None
    ahead = (n for n in range(proposed, len(clause.text) - 1) if clause.low(n) in ("to", "for"))
    action = next((n + 1 for n in ahead if base(clause.low(n + 1)) in DOING | {"enter"}), None)
    if action is None:
        return None
    subject = Subject(action - 1, action - 1, Sort.PARTY, Owner(clause.parties[0] if clause.parties else ""))
    return Head(subject, action - 1, action, Sense.ACCORDED)


def mandate_at(clause: Clause, at: int) -> Head | None:
    """`instructed their ministers to draw up`, `tasked our officials to`: a decision of those who may command."""
    low = clause.low(at)
    if low not in _COMMANDS:
        return None
    is_own = any(clause.low(n) in _OWN for n in range(at + 1, at + 4))
    is_now = low in _COMMANDING_NOW and clause.low(at + 1) in ("the", "our", "all")
    is_bare = low in _COMMANDING_NOW and not is_now
    if is_bare or (low in ("asked", "requested") and not is_own):
        return None
    action = _commanded(clause, at)
    subject = subject_before(clause.text, at, clause.parties)
    if action is None or subject.sort not in (Sort.PARTY, Sort.NOTHING, Sort.NAMED, Sort.ORGAN, Sort.MEETING):
        return None
    return Head(subject, at, action, Sense.ACCORDED)


def announcement_at(clause: Clause, at: int) -> Head | None:
    """`Next meeting to be held in May`, without any other verb."""
    is_held = (
        clause.low(at) == "to" and clause.low(at + 1) == "be" and clause.low(at + 2) in ("held", "hosted", "convened")
    )
    if not is_held and not (clause.low(at) == ":" and clause.is_timed(at)):
        return None
    subject = subject_before(clause.text, at, clause.parties)
    opens = all(not one.low.isalpha() or len(one.low) == 1 for one in clause.text[: subject.first])
    if subject.sort is not Sort.MEETING or not opens:
        return None
    return Head(subject, at, at + 2 if is_held else at + 1, Sense.ACCORDED, is_passive=is_held)


def _commanded(clause: Clause, at: int) -> int | None:
    """What is to be done by a command: `to draw up`, `with drawing up`, `that a plan be drawn up`."""
    if clause.low(at + 1) == "that":
        return after_that(clause, at + 1)
    for ahead in range(at + 2, min(at + 14, len(clause.text))):
        if clause.low(ahead) == "to":
            return after_to(clause, ahead)
        if clause.low(ahead) == "with" and is_gerund(clause.low(ahead + 1)):
            return ahead + 1
    return None


def action_point_at(clause: Clause, at: int) -> Head | None:
    """`Ministry of Power to submit the estimate by 31 December`: a line of minutes without a verb that binds."""
    if clause.low(at) != "to" or base(clause.low(at + 1)) not in DOING or not clause.is_timed(at):
        return None
    subject = subject_before(clause.text, at, clause.parties)
    before = clause.text[: subject.first]
    opens = subject.first == 0 or before[-1].low in (":", ";", ")") or not any(one.low.isalpha() for one in before)
    is_bare = (
        subject.past == at
        and subject.past - subject.first <= 8
        and all(one.is_name or one.low in _OF_NAMES for one in clause.text[subject.first : subject.past])
    )
    if not opens or not is_bare or subject.sort not in (Sort.PARTY, Sort.ORGAN, Sort.NAMED):
        return None
    return Head(subject, at, at + 1, Sense.ACCORDED)


def purpose_at(clause: Clause, at: int) -> Head | None:
    """`The objective of the memorandum is to`, where a time says that something is to happen."""
    if clause.low(at) != "to" or clause.low(at - 1) not in ("is", "are") or not clause.is_timed(at):
        return None
    is_purpose = any(clause.low(n) in ("objective", "purpose", "aim", "objectives") for n in range(max(0, at - 14), at))
    subject = Subject(at, at, Sort.PAPER, Owner(""))
    return Head(subject, at, at + 1, Sense.BOUND) if is_purpose else None


def _to_be(clause: Clause, at: int, ahead: int, subject: Subject) -> Head | None:
    is_passive = clause.low(ahead + 1) == "be" and is_participle(clause.low(ahead + 2))
    action = ahead + (2 if is_passive else 1)
    verb = base(clause.low(action))
    is_due = subject.sort is Sort.THING and is_passive and bool(clause.rhythms)
    if (
        subject.sort not in (Sort.PARTY, Sort.ORGAN, Sort.MEETING, Sort.PAPER) and not is_due
    ) or verb not in DOING | MEETING:
        return None
    if subject.sort in (Sort.MEETING, Sort.PAPER) and not is_passive:
        return None
    return None if verb in STATIVE else Head(subject, at, action, Sense.BOUND, is_passive=is_passive)


def _can_intend(clause: Clause, subject: Subject) -> bool:
    if subject.sort is Sort.PRONOUN:
        return clause.low(subject.past - 1) in ("it", "who", "he", "she")
    return subject.sort in (Sort.PARTY, Sort.ORGAN, Sort.NAMED, Sort.NOTHING)


def _has_organ(clause: Clause, subject: Subject) -> bool:
    return any(is_organ(one.low) for one in clause.text[subject.first : subject.past])


_HELPERS = frozenset("is are was were has have had been also further both currently now all stand stands".split())
_DETERMINERS = frozenset("the a an their its his her our that which as by this these any".split())
_SCHEDULED = frozenset("scheduled planned slated expected due set envisaged foreseen fixed".split())
_SCHEDULING = frozenset("for to in on during by at".split())
_ASKING = frozenset("seeking sought seeks requested requests requesting".split())
_NO_ASKING = frozenset("which be was were were as the if may of a by that".split())
_OF_NAMES = frozenset("the of and for & both two sides side parties".split())
_COMMANDING = frozenset("instructed tasked directed mandated entrusted charged commissioned asked requested".split())
_COMMANDING_NOW = frozenset("direct instruct task mandate".split())
_COMMANDS = _COMMANDING | _COMMANDING_NOW
_OWN = frozenset("their our his her own".split())
_HELP = frozenset("support assistance help cooperation training aid".split())
