"""How a date comes about, in words: from which promise, counted how, settled by what."""

from collections.abc import Iterator, Mapping
from datetime import date

from bilateral_tracker.domain.cadence import Cadence
from bilateral_tracker.domain.commitment import Arrears
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import OutcomeKind
from bilateral_tracker.domain.review import review_on
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.source import Source
from bilateral_tracker.domain.standing import Standing, days_late, standing
from bilateral_tracker.reports.life import say_counted
from bilateral_tracker.reports.occurrence_table import listed_occurrences
from bilateral_tracker.reports.terms import say_window
from bilateral_tracker.reports.visible import wrapped
from bilateral_tracker.reports.wording import counted, say_days

MOST_STEPS = 6
"""How many occurrences are derived one by one; earlier ones are counted."""


def explanation(history: History, sources: Mapping[str, Source], day: date, width: int) -> Iterator[str]:
    """The lines that derive what is due, as of `day`."""
    for sentence in _sentences(history, sources, day):
        first, *rest = wrapped(sentence, width - 2)
        yield first
        yield from (f"  {line}" for line in rest)


def _sentences(history: History, sources: Mapping[str, Source], day: date) -> Iterator[str]:
    commitment = history.commitment
    yield f"{commitment.ref}, {commitment.title}: as of {say_day(day)}."
    yield f"It was {commitment.strength.value} on {say_day(commitment.agreed_on)}{_where(history, sources)}."
    if not commitment.strength.is_chased:
        yield f"What was only {commitment.strength.value} is kept on file: nothing is due, and nobody is reminded."
        return
    if commitment.life:
        yield from say_counted(history, day)
        return
    if commitment.is_undated:
        yield from _undated(history, day)
        return
    yield _rule(history)
    yield from _steps(history, day)
    yield from _rolling(history, day)


def _where(history: History, sources: Mapping[str, Source]) -> str:
    if not history.commitment.citations:
        return "; no source is on record"
    citation = history.commitment.citations[0]
    source = sources.get(citation.source)
    title = source.title if source else citation.source
    return f' (see "{title}", {citation.locator})' if citation.locator else f' (see "{title}")'


def _undated(history: History, day: date) -> Iterator[str]:
    closed = schedule(history).occurrence(1).closed
    if closed:
        yield f"It has no due date. It was {closed.kind.value} on {say_day(closed.on)}; nothing further is due."
        return
    due = review_on(history)
    looked_at = max((history.commitment.agreed_on, *history.reviewed_on))
    when = f"on {say_day(due)}" if due else "never"
    late = f", {say_days((day - due).days)} ago" if due and due < day else ""
    yield "It has no due date, so it is never overdue; it comes up for review instead."
    yield f"It was last looked at on {say_day(looked_at)}, so its review is due {when}{late}."


def _rule(history: History) -> str:
    commitment = history.commitment
    grace = f" It is overdue only after {say_days(commitment.grace_days)} of grace." if commitment.grace_days else ""
    cadence = commitment.cadence
    if cadence is None:
        return f"It falls due once, {say_window(commitment.due)}.{grace}" if commitment.due else grace
    words = f', from the words "{cadence.words}"' if cadence.words else ""
    return (
        f"Reading: {cadence.reading.value}{words}. Due dates are counted from {say_day(cadence.anchor_on)} in steps of "
        f"{cadence.period}, never from the last sitting; a date that a month does not have becomes its last day.{grace}"
    )


def _steps(history: History, day: date) -> Iterator[str]:
    plan = schedule(history)
    listed = listed_occurrences(history, day)
    left = len(listed) - MOST_STEPS
    if left > 0:
        yield f"{counted(left, 'earlier occurrence')} not shown."
    for one in listed[-MOST_STEPS:]:
        derived = _derived(history.commitment.cadence, one)
        yield f"#{one.number}: {derived}. {_moved(one)}{_fate(plan, one, day)}"


def _derived(cadence: Cadence | None, one: Occurrence) -> str:
    due = say_window(one.due) if one.due else "no date"
    if cadence is None:
        return f"due {due}"
    steps = one.number - 1 + cadence.first_step
    return f"{say_day(cadence.anchor_on)} + {steps} x {cadence.period} = {due}"


def _moved(one: Occurrence) -> str:
    if not one.postponed_to or one.due_on is None:
        return ""
    dates = ", then ".join(say_day(to) for to in one.postponed_to)
    slip = say_days((one.postponed_to[-1] - one.due_on).days)
    return f"Postponed to {dates}: a slip of {slip}; lateness is counted from the agreed date. "


def _fate(plan: Schedule, one: Occurrence, day: date) -> str:
    now = standing(plan, one, day)
    if one.closed:
        return _closing(one, now, days_late(one, day))
    late = say_days(days_late(one, day))
    match now:
        case Standing.MISSED:
            return f"Missed: nothing had settled it when #{one.number + 1} took its place ({late} ago)."
        case Standing.OVERDUE:
            return f"Overdue by {late}{_arrears(plan, one)}."
        case Standing.DUE_TODAY:
            return "Due today."
    until = say_days((one.expected_on - day).days) if one.expected_on and one.expected_on > day else ""
    return f"Expected in {until}." if until else "Its days of grace are running."


def _closing(one: Occurrence, now: Standing, late: int) -> str:
    assert one.closed is not None
    how = f"{one.closed.kind.value.capitalize()} on {say_day(one.closed.on)}"
    if one.closed.kind is OutcomeKind.DEFERRED:
        return f"{how} without a new date."
    return f"{how}, {say_days(late)} late." if late else f"{how}{', in time' if now is Standing.KEPT else ''}."


def _arrears(plan: Schedule, one: Occurrence) -> str:
    following = plan.dues.window(one.number + 1)
    if plan.commitment.arrears is Arrears.EACH or following is None:
        return ", and owed until it is delivered"
    return (
        f"; if nothing settles it by {say_day(following.latest)}, it counts as missed and #{one.number + 1} is chased"
    )


def _rolling(history: History, day: date) -> Iterator[str]:
    """The other common reading, for comparison: counted from the last sitting."""
    plan, cadence = schedule(history), history.commitment.cadence
    last = plan.occurrence(plan.last_kept).closed if plan.last_kept else None
    if cadence is None or last is None:
        return
    due = cadence.period.after(last.on)
    late = (day - due).days
    distance = f"{say_days(late)} overdue" if late > 0 else f"in {say_days(-late)}"
    yield (
        f"Counted from the last one instead (a rolling reading), {last.kind.value} on {say_day(last.on)}, "
        f"the next would be due {say_day(due)} ({distance})."
    )
