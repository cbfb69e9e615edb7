"""How the project speaks: days, delays and what was recorded, in full sentences."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.entry import Act, Entry
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.hosting import sessions
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.review import review_on
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.window import Window
from bilateral_tracker.reports.counting import say_days
from bilateral_tracker.reports.terms import say_terms, say_window

UNDO = "Undo with: bilateral undo"


def sitting(kind: str) -> str:
    """What one occurrence of a kind of commitment is called."""
    return {Kind.MEETING.value: "sitting", Kind.REPORT.value: "report"}.get(kind, "deliverable")


def say_owed_by(owed_by: str) -> str:
    """`owed by PK`, `owed jointly`."""
    return "owed jointly" if owed_by == JOINT else f"owed by {owed_by}"


def say_taken_in(history: History) -> str:
    """What was just promised, and when it comes up."""
    commitment = history.commitment
    ref, title = commitment.ref, commitment.title
    if not commitment.strength.is_chased:
        return f"{ref} ({title}) is on file as {commitment.strength.value}; it is never chased. {UNDO}"
    due = review_on(history) if commitment.is_undated else None
    review = f" It comes up for review on {say_day(due)}." if due else ""
    return f"{ref} ({title}) recorded: {say_terms(commitment)}.{review} {UNDO}"


def say_outcome(history: History, outcome: Outcome, number: int | None, now: Situation) -> str:
    """What was recorded about an occurrence, what it means, what comes next, how to take it back."""
    if outcome.kind in _FORTHCOMING:
        return f"{_FORTHCOMING[outcome.kind](history, outcome)} {UNDO}"
    commitment, day = history.commitment, say_day(outcome.on)
    hosting = _say_hosting(history, outcome, now)
    if number is None:
        return f"{commitment.ref}: an additional sitting recorded on {day}; it settles no occurrence.{hosting} {UNDO}"
    due = schedule(history).dues.window(number)
    name = f"{Reference(commitment.ref, number)}, due {say_window(due)}," if due else commitment.ref
    if outcome.kind is OutcomeKind.POSTPONED and outcome.to and due:
        slip = say_days((outcome.to - due.latest).days)
        said = f"recorded as postponed to {say_day(outcome.to)}, {slip} after the agreed date"
    elif outcome.kind is OutcomeKind.DEFERRED:
        said = "recorded as deferred without a new date"
    else:
        said = f"recorded as {outcome.kind.value} on {day}{_lateness(outcome, due)}"
    return f"{name} {said}.{hosting} {say_next(now)} {UNDO}"


def _say_hosting(history: History, outcome: Outcome, now: Situation) -> str:
    """Which session a sitting was and whose turn is next, where anything is known of hosts or numbers."""
    if outcome.kind is not OutcomeKind.HELD or not (now.next_host or history.commitment.first_session > 1):
        return ""
    number = next(one.number for one in sessions(history) if one.sitting.entry == outcome.entry)
    hosted = f", hosted by {outcome.party}" if outcome.party else ""
    turn = f"; {now.next_host} hosts the next" if now.next_host else ""
    return f" It was session {number}{hosted}{turn}."


def _say_proposed(history: History, outcome: Outcome) -> str:
    name = Reference(history.commitment.ref, outcome.number)
    others = " and ".join(code for code in history.commitment.parties if code != outcome.party)
    return f"{name}: {outcome.party} has proposed {_on(outcome.to)}; the answer of {others} is waited for."


def _say_arranged(history: History, outcome: Outcome) -> str:
    plan, number = schedule(history), outcome.number or 1
    due = plan.last_allowed(plan.occurrence(number))
    by = f"; it may take place until {say_day(due)}" if due and outcome.to != due and outcome.on <= due else ""
    return f"{Reference(history.commitment.ref, number)}: arranged for {_on(outcome.to)}{by}."


def _say_requested(history: History, outcome: Outcome) -> str:
    dues = schedule(history).dues
    number = dues.opened(outcome.on)
    due = dues.window(number)
    by = f" by {outcome.party}" if outcome.party else ""
    name = Reference(history.commitment.ref, number)
    return f"{name} requested on {say_day(outcome.on)}{by}: due by {_on(due.latest if due else None)}."


def _say_occurred(history: History, outcome: Outcome) -> str:
    commitment = history.commitment
    due = schedule(history).occurrence(schedule(history).began_with).due_on
    event = commitment.due_after.event if commitment.due_after else "the event"
    return f"{commitment.ref}: {event} on {_on(outcome.to)}, so it is due by {_on(due)}."


def _say_swapped(history: History, outcome: Outcome) -> str:
    return f"{outcome.party} hosts the next sitting of {history.commitment.ref}; after that they alternate again."


_FORTHCOMING: dict[OutcomeKind, Callable[[History, Outcome], str]] = {
    OutcomeKind.PROPOSED: _say_proposed,
    OutcomeKind.ARRANGED: _say_arranged,
    OutcomeKind.REQUESTED: _say_requested,
    OutcomeKind.OCCURRED: _say_occurred,
    OutcomeKind.SWAPPED: _say_swapped,
}


def _on(day: date | None) -> str:
    return say_day(day) if day else "a day beyond the year 9999"


def _lateness(outcome: Outcome, due: Window | None) -> str:
    if due is None or not outcome.kind.fulfils:
        return ""
    late = (outcome.on - due.latest).days
    if late > 0:
        return f" ({say_days(late)} late)"
    return " (on time)" if outcome.on >= due.earliest else f" ({say_days((due.earliest - outcome.on).days)} early)"


def say_next(now: Situation) -> str:
    """What is overdue, and what is expected next."""
    late = "has slipped" if now.is_soft else "is overdue"
    overdue = f"#{now.number} {late} by {say_days(now.days_late)}. " if _is_overdue(now) and now.days_late else ""
    if now.next_due_on:
        return f"{overdue}Next due {say_day(now.next_due_on)}."
    if now.review_on:
        return f"{overdue}It comes up for review on {say_day(now.review_on)}."
    return f"{overdue}Nothing further is due."


def _is_overdue(now: Situation) -> bool:
    return now.standing == "overdue"


def say_reviewed(history: History, now: Situation) -> str:
    """That a promise was looked at, and when it comes up again."""
    ref = history.commitment.ref
    return f"{ref} recorded as reviewed on {say_day(max(history.reviewed_on))}. {say_next(now)} {UNDO}"


def say_follow_up(ref: str, follow_up: FollowUp, row: Situation, more: str = "") -> str:
    """A follow-up that was raised or done, when it is due, and what `more` there is to say before the way back."""
    return f"{ref}.{follow_up.number} ({follow_up.text}) recorded{_say_due(follow_up, row)}.{more} {UNDO}"


def _say_due(follow_up: FollowUp, row: Situation) -> str:
    if follow_up.done_on:
        late = f", {say_days(row.days_late)} late" if row.days_late else ""
        return f" as done on {say_day(follow_up.done_on)}{late}"
    if row.due_on:
        return f", due {say_day(row.due_on)}{f' ({follow_up.relative})' if follow_up.relative else ''}"
    return f"; it is due {follow_up.relative}" if follow_up.relative else ", without a due date"


def say_undone(entry: Entry, undoing: Entry) -> str:
    """Which entry was taken back, and how to have it again."""
    return (
        f"Entry {entry.number} undone: {entry.subject}, {say_entry(entry)}. It stays in the journal and no longer "
        f"counts. Bring it back with: bilateral undo {undoing.number}"
    )


def say_entry(entry: Entry) -> str:
    """What an entry records, in a few words."""
    said = json.loads(entry.body)
    if entry.act in _OUTCOMES:
        return _say_fact(entry.act, said)
    return _SAYINGS[entry.act](said)


_SAYINGS: dict[Act, Callable[[dict[str, Any]], str]] = {
    Act.OPENED: lambda said: f"register opened; home party {said['home']}, days counted in {said['zone']}",
    Act.PARTY: lambda said: f"party recorded: {said['name']}",
    Act.SOURCE: lambda said: f"source recorded: {said['title']}",
    Act.AGREED: lambda said: f"{_agreed(said)} on {_day(said['agreed_on'])}: {said['title']}",
    Act.REASON: lambda said: f"sort of reason recorded: {said['word']}, {said['meaning']}",
    Act.AMENDED: lambda said: f"amended from {_day(said['from_on'])} on{_after(said['reason'])}",
    Act.PAUSED: lambda said: f"paused from {_day(said['from_on'])} on{_after(said['reason'])}",
    Act.RESUMED: lambda said: f"resumed on {_day(said['resumed_on'])}, {_became(said)}",
    Act.WITHDRAWN: lambda said: f"withdrawn from {_day(said['from_on'])} on{_instead(said)}{_after(said['reason'])}",
    Act.RESTATED: lambda said: f"promised again on {_day(said['restated_on'])}, in {said['source']}",
    Act.REVIEWED: lambda said: f"reviewed on {_day(said['on'])}{_after(said['note'])}",
    Act.ACKNOWLEDGED: lambda said: f"reminders of {said['item']}, {_day(said['about_on'])}, acknowledged",
    Act.SNOOZED: lambda said: f"reminders of {said['item']} put off until {_day(said['until_on'])}",
    Act.TEXT: lambda said: f"text of {said['source']} {'kept' if said['text'] else 'read and not kept'}",
    Act.DRAFTED: lambda said: f"{len(said['drafts'])} drafts found in {said['source']}",
    Act.ACCEPTED: lambda said: f"draft {said['number']} accepted as {said['ref']}",
    Act.REJECTED: lambda said: f"draft {said['number']} rejected{_after(said['reason'])}",
    Act.RECIPIENT: lambda said: (
        f"{said['name']} told as {said['role']} of {said['scope'] or 'everything'}{_ends(said)}"
    ),
    Act.FOLLOW_UP_RAISED: lambda said: f"{_follow_up(said)} {_raised(said)}: {said['text']}",
    Act.FOLLOW_UP_DONE: lambda said: f"{_follow_up(said)} done on {_day(said['on'])}",
    Act.UNDONE: lambda said: f"entry {said['entry']} undone",
}


def _agreed(said: dict[str, Any]) -> str:
    return "signed" if said["kind"] == Kind.INSTRUMENT.value else str(said["strength"])


def _follow_up(said: dict[str, Any]) -> str:
    return f"{'milestone' if said.get('is_milestone') else 'follow-up'} .{said['number']}"


def _raised(said: dict[str, Any]) -> str:
    return "set" if said.get("is_milestone") else "raised"


_OUTCOMES = {Act(kind.value) for kind in OutcomeKind}


def _say_fact(act: Act, said: dict[str, Any]) -> str:
    number = f"#{said['number']} " if said["number"] else ""
    to = f" {_TO.get(act, 'to')} {_day(said['moved_to'])}" if said["moved_to"] else ""
    extra = " (additional)" if said["additional"] else ""
    by = f" {_BY[act]} {said['party']}" if act in _BY and said["party"] else ""
    sort = str(said.get("because") or "").replace("_", " ")
    why = "; ".join(part for part in (sort, said["reason"] or said["note"]) if part)
    return f"{number}{act.value}{to}{by} on {_day(said['happened_on'])}{extra}{_after(why)}"


_TO = {Act.PROPOSED: "for", Act.ARRANGED: "for", Act.OCCURRED: "as of"}
_BY = {Act.PROPOSED: "by", Act.REQUESTED: "by", Act.SWAPPED: "to"}


def _became(said: dict[str, Any]) -> str:
    return "what was to come put off" if said["shifts"] else "what fell due forgiven"


def _ends(said: dict[str, Any]) -> str:
    return f", until {_day(said['until_on'])}" if said["until_on"] else ""


def _instead(said: dict[str, Any]) -> str:
    return f", superseded by {said['superseded_by']}" if said["superseded_by"] else ""


def _day(iso: str) -> str:
    return say_day(date.fromisoformat(iso))


def _after(words: str) -> str:
    return f": {words}" if words else ""
