"""One occurrence in sentences: how its due time comes about, where it was moved, what became of it and why."""

from collections.abc import Iterator
from datetime import date, timedelta

from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.commitment import Arrears, Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.derivation import derivation
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.settlement import settlement
from bilateral_tracker.domain.standing import Standing, days_late, standing
from bilateral_tracker.reports.counting import say_days
from bilateral_tracker.reports.due_sums import say_due
from bilateral_tracker.reports.wording import sitting

MOST_MOVES = 3
"""How many postponements of one occurrence are told one by one."""


def say_occurrence(history: History, one: Occurrence, day: date) -> str:
    """All about one occurrence, as of `day`."""
    plan = schedule(history)
    parts = [say_due(derivation(history, one.number)), *_say_moves(history, one), _say_planned(one)]
    return " ".join(part for part in (*parts, _say_fate(history, plan, one, day)) if part)


def _say_moves(history: History, one: Occurrence) -> Iterator[str]:
    """The postponements one after another, by how many days each and in all, and why."""
    made = [move for move in history.outcomes if move.kind is OutcomeKind.POSTPONED and move.number == one.number]
    made.sort(key=lambda move: (move.on, move.entry))
    days = [one.due_on, *(move.to for move in made)]
    steps = [
        f"{say_day(to)} ({_signed(to, before)}{_why(move, '; ')})"
        for move, to, before in zip(made, days[1:], days, strict=False)
        if to and before
    ]
    if not steps:
        return
    if len(made) == 1 and made[0].to:  # the step and the whole slip are the same
        steps = [f"{say_day(made[0].to)}{_why(made[0], ' (', ')')}"]
    skipped = len(steps) - MOST_MOVES
    if skipped > 0:
        steps[1:-1] = [f"{skipped + 1} more times"]
    slip = f"a slip of {say_days(one.slip_days)}{' in all' if len(made) > 1 else ''}" if one.postponed_to else ""
    yield f"Postponed to {', then '.join(steps)}: {slip}."


def _signed(to: date, before: date) -> str:
    days = (to - before).days
    return f"{say_days(days)} later" if days >= 0 else f"{say_days(-days)} earlier"


def _why(outcome: Outcome, before: str = "", after: str = "") -> str:
    """The sort of reason and the reason itself, as far as they were told."""
    said = ": ".join(part for part in (outcome.because.replace("_", " "), outcome.reason) if part)
    return f"{before}{said}{after}" if said else ""


def _say_planned(one: Occurrence) -> str:
    planned = one.planned
    if planned is None or planned.to is None:
        return ""
    if planned.kind is OutcomeKind.ARRANGED:
        return f"Arranged for {say_day(planned.to)}."
    return f"{planned.party or 'One side'} has proposed {say_day(planned.to)}; nothing is arranged yet."


def _say_fate(history: History, plan: Schedule, one: Occurrence, day: date) -> str:
    if one.closed:
        return _say_closing(history, plan, one, one.closed)
    now = standing(plan, one, day)
    if now in (Standing.MISSED, Standing.OVERDUE):
        return _say_missed(plan, one, day) if now is Standing.MISSED else _say_overdue(plan, one, day)
    return _STOPPED.get(now) or _say_coming(plan, one, day)


_STOPPED = {
    Standing.ON_HOLD: "On hold while the pause lasts.",
    Standing.WITHDRAWN: "Not owed any more: the promise was withdrawn.",
    Standing.WAIVED: "Over, and nothing stays owed for it.",
}


def _say_coming(plan: Schedule, one: Occurrence, day: date) -> str:
    if one.expected_on is None:
        return ""
    if one.expected_on < day:
        last_allowed = plan.last_allowed(one)
        return f"Its days of grace end on {say_day(last_allowed)}." if last_allowed else ""
    left = (one.expected_on - day).days
    if left == 0:
        return "Due today."
    is_span = one.due is not None and not one.due.is_one_day and not one.postponed_to
    return f"{say_days(left)} {'is' if left == 1 else 'are'} left." if is_span else f"Expected in {say_days(left)}."


def _say_missed(plan: Schedule, one: Occurrence, day: date) -> str:
    following = plan.dues.window(one.number + 1)
    if following is None or following.earliest > plan.chased_until(day):
        return f"Missed: #{plan.last_kept} was kept instead."
    return f"Missed: nothing had settled it when #{one.number + 1} took its place."


def _say_overdue(plan: Schedule, one: Occurrence, day: date) -> str:
    late = say_days(days_late(one, day))
    word = "Slipped" if plan.commitment.is_soft else "Overdue"
    return f"{word} by {late}{_say_missed_from(plan, one, day, '; it ')}"


def _say_missed_from(plan: Schedule, one: Occurrence, day: date, before: str = " It ") -> str:
    """From when an open occurrence counts as missed, or that it never will."""
    following, last_allowed = plan.dues.window(one.number + 1), plan.last_allowed(one)
    done = "held" if plan.commitment.kind is Kind.MEETING else "delivered"
    if plan.commitment.arrears is Arrears.EACH:
        return f"{before}stays owed until it is {done}."
    if following is None or last_allowed is None:
        cadence = plan.commitment.cadence
        rolls = cadence is not None and cadence.reading is Reading.ROLLING
        return f"{before}stays so until it is {done}{'; the next is counted from that day' if rolls else ''}."
    missed_from = max(following.earliest, last_allowed + timedelta(1))
    if missed_from <= day:
        return "."
    return f"{before}counts as missed from {say_day(missed_from)}, when #{one.number + 1} takes its place."


def _say_closing(history: History, plan: Schedule, one: Occurrence, closed: Outcome) -> str:
    how = f"{closed.kind.value.capitalize()} on {say_day(closed.on)}{_why(closed, ' (', ')')}"
    if closed.kind is OutcomeKind.DEFERRED:
        return f"{how}, without a new date."
    if closed.kind is OutcomeKind.LAPSED:
        return f"{how}: it stays missed, and is not chased any more."
    if not closed.kind.fulfils:
        forgiven = any(pause.entry == closed.entry and pause.entry for pause in history.pauses)
        return f"Forgiven with the pause that ended on {say_day(closed.on)}." if forgiven else f"{how}: it is not owed."
    return f"{how}{_say_lateness(plan, one, closed.on)}.{say_choice(history, one.number, closed)}"


def _say_lateness(plan: Schedule, one: Occurrence, on: date) -> str:
    if one.due is None:
        return ""
    late = (on - one.due.latest).days
    if late > 0:
        within = ", within grace" if late <= plan.commitment.grace_days else ""
        return f", {say_days(late)} late{within}"
    return ", in time" if on >= one.due.earliest else f", {say_days((one.due.earliest - on).days)} early"


def say_choice(history: History, number: int, closing: Outcome) -> str:
    """Why a sitting settled that occurrence and no other; empty where there was no other to settle."""
    near = settlement(history, closing)
    if near.terms.cadence is None or near.terms.cadence.reading in (Reading.ROLLING, Reading.ON_REQUEST):
        return ""
    in_question = near.in_question(closing.on).items()
    distances = {other: due.distance_days(closing.on) for other, due in in_question}
    others = sorted((days, other) for other, days in distances.items() if other != number)
    if not others:
        return ""
    days, other = others[0]
    if closing.number is not None:
        nearer = days < distances.get(number, days + 1)
        return f" It was recorded for #{number}, though #{other} was nearer." if nearer else ""
    mine = distances.get(number)
    if days == mine:
        noun = sitting(near.terms.kind.value)
        return f" #{number} and #{other} are equally near ({say_days(days)}); a {noun} settles the older."
    return f" #{number} is the nearest: {say_days(mine)} away, #{other} {say_days(days)}." if mine else ""
