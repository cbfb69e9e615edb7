"""Which occurrence a sitting settles: the one whose due date is nearest, the older on a tie, one sitting each.

Sittings are matched in the order in which they happened, so that what was settled by a day does not depend on what
happened later, nor on the order in which the facts were entered.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import count

from bilateral_tracker.domain.commitment import Commitment, Kind
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind


def settlements(commitment: Commitment, outcomes: Sequence[Outcome]) -> dict[int, Outcome]:
    """The outcome that settled or released each closed occurrence, by number. A sitting that settles none is not in it.

    What was kept stays kept, whatever is decided about it later.
    """
    closed: dict[int, Outcome] = {}
    for outcome in sorted(filter(_closes, outcomes), key=_in_order):
        number = outcome.number or _nearest(commitment, outcome, outcomes, closed)
        if number is not None and not (number in closed and closed[number].kind.fulfils):
            closed[number] = outcome
    return closed


def postponements(outcomes: Sequence[Outcome], number: int, until: date = date.max) -> tuple[date, ...]:
    """The successive new dates of an occurrence, as decided on or before `until`."""
    moved = sorted(
        (one.on, one.entry, one.to)
        for one in outcomes
        if one.kind is OutcomeKind.POSTPONED and one.number == number and one.to is not None and one.on <= until
    )
    return tuple(to for *_, to in moved)


def _closes(outcome: Outcome) -> bool:
    """Whether it settles an occurrence or releases one."""
    return (outcome.kind.releases and outcome.number is not None) or (outcome.kind.fulfils and not outcome.additional)


def _in_order(outcome: Outcome) -> tuple[date, bool, int, int]:
    """By day; on one day those with a number first."""
    return (outcome.on, outcome.number is None, outcome.number or 0, outcome.entry)


def _nearest(
    commitment: Commitment, outcome: Outcome, outcomes: Sequence[Outcome], closed: Mapping[int, Outcome]
) -> int | None:
    """The number of the occurrence whose expected day is nearest; None if it is taken already, or none is left.

    A sitting may turn out to be one too many; a report or deliverable always goes to the nearest one still owed, and
    while earlier ones are owed it goes no further ahead than the next.
    """
    if commitment.cadence is None:
        return None if 1 in closed else 1
    delivers = commitment.kind is not Kind.MEETING
    passed_over = {number for number, one in closed.items() if one.kind.releases or delivers}
    moved = {
        one.number: postponements(outcomes, one.number, outcome.on)
        for one in outcomes
        if one.kind is OutcomeKind.POSTPONED and one.number is not None and one.on <= outcome.on
    }
    expected = {number: dates[-1] for number, dates in moved.items() if number not in passed_over}
    expected |= dict(_neighbours(commitment, outcome.on, passed_over | moved.keys(), delivers))
    distances = ((abs((day - outcome.on).days), number) for number, day in expected.items())
    _, nearest = min(distances, default=(0, None))
    return None if nearest in closed else nearest


def _neighbours(commitment: Commitment, day: date, passed_over: set[int], delivers: bool) -> Iterator[tuple[int, date]]:
    """The closest occurrences due on or before `day` and after it that are not passed over, with their due dates."""
    last = commitment.last_due(day)
    earlier = next((number for number in range(last, 0, -1) if number not in passed_over), None)
    later = next(number for number in count(last + 1) if number not in passed_over)
    goes_ahead = later == last + 1 or earlier is None or not delivers
    for number in (earlier, later if goes_ahead else None):
        due = commitment.due_window(number) if number else None
        if number and due:
            yield number, due.latest
