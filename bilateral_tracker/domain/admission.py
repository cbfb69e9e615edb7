"""Which facts may go on record, given what is there: contradictions are refused before they are written."""

from datetime import date
from sys import maxsize

from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.hosting import sessions
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.settlement import settlement
from bilateral_tracker.domain.situation import what_matters
from bilateral_tracker.errors import Conflict, NotFound, WrongUsage

_FITTING = {
    Kind.MEETING: "bilateral held {ref} --on DATE",
    Kind.DELIVERABLE: "bilateral delivered {ref} --on DATE",
    Kind.REPORT: "bilateral delivered {ref} --on DATE",
    Kind.STANDING: "bilateral reviewed {ref} --on DATE",
}


def admit_fulfilment(history: History, outcome: Outcome, today: date) -> int | None:
    """The number that a sitting or delivery would settle; None for an additional sitting.

    Conflict if it contradicts the record, or if the nearest occurrence is taken, none is named and no more were
    welcome.
    """
    _refuse_other_kind(history, outcome.kind)
    refuse_day(history, outcome.on, today, f"cannot be recorded as {outcome.kind.value}")
    _refuse_session_taken(history, outcome)
    plan = schedule(history)
    if outcome.number is not None:
        _refuse_closed(plan, named_occurrence(plan, outcome.number))
        _refuse_far_ahead(plan, outcome)
    elif not outcome.additional:
        _refuse_repetition(history, outcome)
    new = outcome._replace(entry=maxsize)
    settled = settlement(history._replace(outcomes=(*history.outcomes, new))).closed
    welcome = history.commitment.welcomes_more
    if not welcome:
        _refuse_disturbance(settlement(history).closed, settled, outcome)
    number = next((number for number, one in settled.items() if one is new), None)
    if number is None and not (outcome.additional or welcome):
        raise Conflict(_already_settled(plan, outcome))
    return number


def admit_postponement(history: History, number: int | None, to: date, on: date | None, today: date) -> Outcome:
    """The postponement of an occurrence, by default the one that matters, to a later date."""
    occurrence = open_occurrence(history, number, today, OutcomeKind.POSTPONED)
    expected_on = occurrence.expected_on or to
    name = f"{history.commitment.ref}#{occurrence.number}"
    if to <= expected_on:
        raise WrongUsage(
            f"{name} is expected on {say_day(expected_on)}; it cannot be postponed to {say_day(to)}. "
            "Give a later date. What takes place early needs no postponement: record it when it has."
        )
    # A date that is over was set before it was over: no later than the day the occurrence had been expected.
    decided_on = on or (today if to > today else max(history.commitment.agreed_on, min(today, expected_on)))
    refuse_day(history, decided_on, today, "cannot be recorded as postponed")
    return Outcome(OutcomeKind.POSTPONED, decided_on, number=occurrence.number, to=to)


def admit_release(history: History, kind: OutcomeKind, number: int | None, on: date, today: date) -> Outcome:
    """That an occurrence, by default the one that matters, was cancelled, waived or deferred, or has lapsed."""
    refuse_day(history, on, today, f"cannot be recorded as {kind.value}")
    _refuse_instrument(history, kind)
    if history.commitment.is_undated and kind is not OutcomeKind.DEFERRED:
        refuse_on_file(history)
        plan = schedule(history)
        occurrence = named_occurrence(plan, number or plan.began_with)
        _refuse_closed(plan, occurrence)
        return Outcome(kind, on, number=occurrence.number)
    occurrence = open_occurrence(history, number, today, kind)
    last_allowed = schedule(history).last_allowed(occurrence)
    if kind is OutcomeKind.LAPSED and last_allowed and on <= last_allowed:
        raise WrongUsage(
            f"{history.commitment.ref}#{occurrence.number} may still take place until {say_day(last_allowed)}: it "
            "cannot have lapsed. To give it up before that, use: bilateral cancel"
        )
    return Outcome(kind, on, number=occurrence.number)


def admit_review(history: History, on: date, today: date) -> None:
    """Refuses a review of what comes up by itself, or on a day on which it cannot have been."""
    refuse_day(history, on, today, "cannot be recorded as reviewed")
    refuse_on_file(history)
    if history.commitment.life and schedule(history).in_force_on:
        ref = history.commitment.ref
        raise Conflict(f"{ref} is in force and runs by itself. See its life with: bilateral show {ref}")
    deferred = any(one.kind is OutcomeKind.DEFERRED for one in history.outcomes)
    waits = history.paused_from or history.commitment.due_after or history.commitment.life
    if not (history.commitment.is_undated or deferred or waits):
        raise Conflict(
            f"{history.commitment.ref} has a due date and comes up by itself. "
            f"Record what became of it with: {_FITTING[history.commitment.kind].format(ref=history.commitment.ref)}"
        )
    if on in history.reviewed_on:
        ref = history.commitment.ref
        raise Conflict(
            f"{ref} is already on record as reviewed on {say_day(on)}. See the entry with: bilateral history {ref}"
        )


def refuse_disturbance(before: History, after: History) -> None:
    """Conflict if what settled an occurrence no longer does, though it is still on record."""
    now, recorded = settlement(after).closed, {one.entry for one in before.outcomes}
    for number, one in settlement(before).closed.items():
        if one.entry in recorded and now.get(number) != one:
            ref = before.commitment.ref
            raise Conflict(
                f"It would take {ref}#{number} from what is on record for {say_day(one.on)}. Nothing was changed. "
                f"See what settles what with: bilateral explain {ref}"
            )


def named_occurrence(plan: Schedule, number: int) -> Occurrence:
    """The occurrence of that number. NotFound if the commitment never comes to it, or does not yet."""
    occurrence = plan.occurrence(number)
    if occurrence.due is None and not (plan.commitment.cadence is None and number == plan.began_with):
        ref = plan.commitment.ref
        raise NotFound(f"{ref} has no occurrence #{number}. See those it has with: bilateral explain {ref}")
    return occurrence


def named_follow_up(history: History, number: int) -> FollowUp:
    """The follow-up of that number. NotFound if there is none."""
    for follow_up in history.follow_ups:
        if follow_up.number == number:
            return follow_up
    ref = history.commitment.ref
    raise NotFound(f"{ref} has no follow-up {ref}.{number}. See those it has with: bilateral follow-up list {ref}")


def open_occurrence(history: History, number: int | None, today: date, kind: OutcomeKind) -> Occurrence:
    """The occurrence named, or the one that matters. Conflict if it is closed, or has no due time to speak of."""
    refuse_on_file(history)
    _refuse_instrument(history, kind)
    commitment, plan = history.commitment, schedule(history)
    occurrence = named_occurrence(plan, number) if number else what_matters(plan, today)
    if occurrence is None or (occurrence.due is None and occurrence.closed is None):
        what = f"cannot be recorded as {kind.value}"
        if commitment.is_undated:
            raise Conflict(
                f"{commitment.ref} has no due date, so it {what}. It comes up for review; "
                f"record a look at it with: bilateral reviewed {commitment.ref}"
            )
        raise Conflict(
            f"Nothing of {commitment.ref} is due or to come, so it {what}. See why with: bilateral explain "
            f"{commitment.ref}"
        )
    _refuse_closed(plan, occurrence, may_reopen=kind is not OutcomeKind.DEFERRED)
    return occurrence


def _refuse_instrument(history: History, kind: OutcomeKind) -> None:
    """The last day to give notice follows from the instrument: nobody puts it off or does without it."""
    ref = history.commitment.ref
    if history.commitment.life:
        raise Conflict(
            f"{ref} is an instrument, and none of its days can be recorded as {kind.value}. Change what it says with: "
            f"bilateral amend {ref}. End it with: bilateral withdraw {ref} --from DATE"
        )


def refuse_day(history: History, on: date, today: date, what: str) -> None:
    """Refuses a fact on a day that is still to come, that lies before the agreement, or after a withdrawal."""
    ref, agreed_on, withdrawal = history.commitment.ref, history.commitment.agreed_on, history.withdrawal
    if on > today:
        raise WrongUsage(
            f"{ref} {what} on {say_day(on)}: that day is still to come (today is {say_day(today)}). "
            "Record it when it has happened."
        )
    if on < agreed_on:
        raise Conflict(f"{ref} {what} on {say_day(on)}: it was agreed only on {say_day(agreed_on)}. Check the date.")
    if withdrawal and on >= withdrawal.from_on:
        raise Conflict(
            f"{ref} {what} on {say_day(on)}: it was withdrawn from {say_day(withdrawal.from_on)} on. If that is wrong, "
            f"take it back with: bilateral undo {withdrawal.entry}"
        )


def _refuse_closed(plan: Schedule, occurrence: Occurrence, may_reopen: bool = True) -> None:
    closed = occurrence.closed
    if closed is None or (may_reopen and closed.kind is OutcomeKind.DEFERRED):
        return
    raise Conflict(
        f"{plan.commitment.ref}#{occurrence.number} is already on record as {closed.kind.value} on "
        f"{say_day(closed.on)}. If that is wrong, take it back with: bilateral undo {closed.entry}"
    )


def _refuse_session_taken(history: History, outcome: Outcome) -> None:
    """Session numbers never skip back: a sitting bears a higher one than those before it, a lower one than later."""
    if outcome.session is None:
        return
    for number, sitting in sessions(history):
        is_before = (sitting.on, sitting.entry) < (outcome.on, maxsize)
        if (number >= outcome.session) if is_before else (number <= outcome.session):
            raise Conflict(
                f"The sitting of {say_day(sitting.on)} is session {number}; one on {say_day(outcome.on)} cannot be "
                f"session {outcome.session}. Check the number and the date, or leave --session out."
            )


def _refuse_far_ahead(plan: Schedule, outcome: Outcome) -> None:
    latest = max(plan.dues.over(outcome.on), plan.last_kept) + 1
    if outcome.number is not None and outcome.number > latest:
        due = plan.dues.window(outcome.number)
        when = f" is due only on {say_day(due.latest)}" if due else " is far ahead"
        raise Conflict(
            f"{plan.commitment.ref}#{outcome.number}{when}; a sitting on {say_day(outcome.on)} can settle "
            f"#{latest} at the latest. Check the number and the date."
        )


def _refuse_other_kind(history: History, kind: OutcomeKind) -> None:
    commitment = history.commitment
    refuse_on_file(history)
    _refuse_instrument(history, kind)
    fitting = OutcomeKind.HELD if commitment.kind is Kind.MEETING else OutcomeKind.DELIVERED
    if kind is not fitting or commitment.kind is Kind.STANDING:
        raise WrongUsage(
            f"{commitment.ref} is {commitment.kind.noun} and cannot be recorded as {kind.value}. "
            f"Use: {_FITTING[commitment.kind].format(ref=commitment.ref)}"
        )


def refuse_on_file(history: History) -> None:
    """Refuses a fact about what was only sought, discussed or noted."""
    commitment = history.commitment
    if not commitment.strength.is_chased:
        raise Conflict(
            f"{commitment.ref} was only {commitment.strength.value}: it is on file and nothing is owed. "
            f"If it has been agreed since, record that with: bilateral amend {commitment.ref} --strength agreed"
        )


def _refuse_repetition(history: History, outcome: Outcome) -> None:
    same = next((one for one in history.outcomes if one.kind is outcome.kind and one.on == outcome.on), None)
    if same:
        raise Conflict(
            f"{history.commitment.ref} is already on record as {outcome.kind.value} on {say_day(outcome.on)} "
            f"(entry {same.entry}). If there were two that day, say which occurrence this one settles: --number N"
        )


def _refuse_disturbance(before: dict[int, Outcome], after: dict[int, Outcome], outcome: Outcome) -> None:
    for number, settling in before.items():
        if after.get(number) is not settling:
            raise Conflict(
                f"{say_day(outcome.on)} is nearest to #{number}, which {say_day(settling.on)} is on record for. "
                "Say which occurrence it settles: --number N"
            )


def _already_settled(plan: Schedule, outcome: Outcome) -> str:
    ref = plan.commitment.ref
    if plan.commitment.cadence is not None and plan.dues.window(1) is None:
        return f"Nobody has asked for {ref} yet. Record the request first: bilateral requested {ref} --on DATE"
    number = _taken(plan, outcome)
    closed = plan.occurrence(number).closed
    by = f" ({closed.kind.value} on {say_day(closed.on)})" if closed else ""
    if plan.commitment.cadence is None:
        return f"{ref} is already settled{by}. If that is wrong, take it back with: bilateral undo"
    return (
        f"{say_day(outcome.on)} is nearest to {ref}#{number}, which is already settled{by}. If this was another "
        "sitting, say which occurrence it settles (--number N) or that it comes on top (--additional)."
    )


def _taken(plan: Schedule, outcome: Outcome) -> int:
    """The number of the settled occurrence that stood in the way."""
    kept = [one for one in plan.recorded.values() if one.closed and one.expected_on]
    return min(kept, key=lambda one: abs(((one.expected_on or outcome.on) - outcome.on).days)).number if kept else 1
