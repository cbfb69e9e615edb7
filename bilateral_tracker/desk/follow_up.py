"""Action points: raised under a commitment, due on a day or hung on an occurrence, done. So are milestones."""

from dataclasses import dataclass
from datetime import date

from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.domain.admission import named_follow_up, named_occurrence
from bilateral_tracker.domain.arrears import next_expected
from bilateral_tracker.domain.day import read_window, say_day
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.fold import body, follow_up_body
from bilateral_tracker.domain.followup import FollowUp, RelativeDue, RelativeWords, read_relative
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.schedule import Schedule, schedule
from bilateral_tracker.errors import Conflict, WrongUsage


@dataclass(frozen=True, slots=True)
class Raised:
    """A follow-up that was recorded, and what is now on record about its commitment."""

    history: History
    follow_up: FollowUp


def raise_follow_up(desk: Desk, reference: Reference, text: str, owner: str, due: str, on: date) -> Raised:
    """Records an action point; `due` is a date, a phrase such as `14 days before the next sitting`, or empty."""
    words = read_relative(due)
    _refuse_other_than_sitting(reference, words)
    with desk.writing():
        history = desk.history(reference.commitment)
        refuse_raised_on(desk, history, on, f"A follow-up to {reference.commitment} cannot have been raised")
        relative = _hung(schedule(history), words, reference.number, desk.today) if words else None
        due_on = read_window(due, desk.today).latest if due and not relative else None
        raised = FollowUp(next_number(desk, reference.commitment), text, on, owner, due_on, relative)
        desk.record(Act.FOLLOW_UP_RAISED, reference.commitment, follow_up_body(raised))
        return Raised(desk.history(reference.commitment), raised)


def finish_follow_up(desk: Desk, reference: Reference, on: date, is_milestone: bool = False) -> Raised:
    """Records that an action point, or a milestone, was done. Conflict if it was done already, or is the other."""
    with desk.writing():
        follow_up = _found(desk.history(reference.commitment), reference)
        _refuse_other(reference, follow_up, is_milestone)
        if follow_up.done_on:
            raise Conflict(
                f"{reference} is already on record as done on {say_day(follow_up.done_on)}. "
                f"See the entry with: bilateral history {reference.commitment}"
            )
        if on > desk.today or on < follow_up.raised_on:
            raise WrongUsage(
                f"{reference} cannot have been done on {say_day(on)}. "
                f"Give a day from {say_day(follow_up.raised_on)} to {say_day(desk.today)}."
            )
        said = {"number": reference.follow_up, "on": on.isoformat(), "is_milestone": int(is_milestone)}
        desk.record(Act.FOLLOW_UP_DONE, reference.commitment, body(said))
        history = desk.history(reference.commitment)
        return Raised(history, _found(history, reference))


def _found(history: History, reference: Reference) -> FollowUp:
    assert reference.follow_up is not None, "the command asks for one"
    return named_follow_up(history, reference.follow_up)


def _refuse_other(reference: Reference, follow_up: FollowUp, is_milestone: bool) -> None:
    """Each is done by its own command, so that nobody takes the one for the other."""
    if follow_up.is_milestone is not is_milestone:
        what = "milestone" if follow_up.is_milestone else "follow-up"
        raise Conflict(f"{reference} is a {what}. Record it with: bilateral {what} done {reference}")


def _refuse_other_than_sitting(reference: Reference, words: RelativeWords | None) -> None:
    """A follow-up is raised under a commitment; it knows an occurrence only as the one its due date hangs on."""
    if reference.follow_up is not None:
        raise WrongUsage(f"{reference} is a follow-up already. Raise the new one under {reference.commitment}")
    if reference.number is not None and words is None:
        raise WrongUsage(
            f"No due date hangs on {reference}. Raise the follow-up under {reference.commitment}, "
            'or say when it is due, like: --due "14 days after it was held"'
        )


def refuse_raised_on(desk: Desk, history: History, on: date, what: str) -> None:
    """Refuses a day before the agreement, or one that is still to come."""
    agreed_on = history.commitment.agreed_on
    if not agreed_on <= on <= desk.today:
        raise WrongUsage(f"{what} on {say_day(on)}. Give a day from {say_day(agreed_on)} to {say_day(desk.today)}.")


def next_number(desk: Desk, ref: str) -> int:
    """One more than were ever raised, milestones among them: a number is never given twice, even if it was undone."""
    return 1 + sum(entry.act is Act.FOLLOW_UP_RAISED for entry in desk.register.entries(ref))


def _hung(plan: Schedule, words: RelativeWords, number: int | None, today: date) -> RelativeDue:
    """The phrase, hung on the named occurrence, else on the one it speaks of: the next, or the last one held."""
    if number is not None:
        return words.on(named_occurrence(plan, number).number)
    if words.after_held and plan.last_kept:
        return words.on(plan.last_kept)
    coming = next_expected(plan, today)
    if coming is None:
        ref = plan.commitment.ref
        raise Conflict(f"{ref} expects no further sitting to count from. Give the day itself, like 2026-11-24.")
    return words.on(coming.number)
