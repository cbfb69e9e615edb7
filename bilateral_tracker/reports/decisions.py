"""What was decided about promises, in full sentences: what is now true, and what comes next."""

from collections.abc import Sequence
from datetime import date

from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.review import review_on
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.reports.counting import counted, say_days
from bilateral_tracker.reports.terms import say_terms
from bilateral_tracker.reports.wording import UNDO, say_next

MOST_NAMED = 12
"""How many references a sentence names; the others are counted."""


def say_amended(history: History, now: Situation) -> str:
    """The new terms, from when on they hold, what comes next."""
    amendment = history.amendments[-1]
    ref, terms = history.commitment.ref, amendment.terms
    return f"{ref} amended from {say_day(amendment.from_on)} on: {say_terms(terms)}. {say_next(now)} {UNDO}"


def say_withdrawn(history: History) -> str:
    """Since when nothing is owed, and what took its place."""
    withdrawal, ref = history.withdrawal, history.commitment.ref
    assert withdrawal is not None, "it was just written"
    instead = f" {withdrawal.superseded_by} took its place." if withdrawal.superseded_by else ""
    return f"{ref} withdrawn from {say_day(withdrawal.from_on)} on: nothing is owed any more.{instead} {UNDO}"


def say_paused(paused: Sequence[History]) -> str:
    """What is on hold, since when, and when it comes up again."""
    first = paused[0]
    due = review_on(first)
    review = f" It comes up for review on {say_day(due)}." if due and len(paused) == 1 else ""
    since = first.paused_from
    assert since is not None, "it was just written"
    return (
        f"{_named(paused)} paused from {say_day(since)} on: nothing is chased.{review} "
        f"Resume with: bilateral resume {_target(paused)}{'; undo with: bilateral undo' if len(paused) == 1 else ''}"
    )


def say_resumed(resumed: Sequence[History], today: date) -> str:
    """How long the pause was, what became of the due dates, what comes next."""
    from bilateral_tracker.domain.situation import situation

    pause = resumed[0].pauses[-1]
    length = say_days(pause.days)
    became = f"what was to come is put off by {length}" if pause.shifts else "what fell due in it is forgiven"
    following = f" {say_next(situation(resumed[0], today))}" if len(resumed) == 1 else ""
    assert pause.resumed_on is not None, "it was just written"
    resumed_on = say_day(pause.resumed_on)
    return f"{_named(resumed)} resumed on {resumed_on} after {length}: {became}.{following}{_undo(resumed)}"


def say_restated(history: History) -> str:
    """How often it was promised by now."""
    days = history.promised_on
    first, last = say_day(days[0]), say_day(days[-1])
    return f"{history.commitment.ref} was promised {len(days)} times by now, first on {first}, last on {last}. {UNDO}"


def _named(histories: Sequence[History]) -> str:
    refs = [one.commitment.ref for one in histories]
    if len(refs) == 1:
        return refs[0]
    named, left = ", ".join(refs[:MOST_NAMED]), len(refs) - MOST_NAMED
    return f"{counted(len(refs), 'commitment')} ({named}{f' and {left:,} more' if left > 0 else ''})"


def _target(histories: Sequence[History]) -> str:
    """What to type for all of them."""
    if len(histories) == 1:
        return histories[0].commitment.ref
    relationships = {one.commitment.relationship for one in histories}
    return relationships.pop() if len(relationships) == 1 else "all"


def _undo(histories: Sequence[History]) -> str:
    """One entry can be taken back with one word, several one by one."""
    return f" {UNDO}" if len(histories) == 1 else ""
