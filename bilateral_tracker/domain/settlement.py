"""Which occurrence a sitting settles: the one whose due time is nearest, the older on a tie, one sitting each.

Facts are matched in the order in which they happened, so that what was settled by a day does not depend on what
happened later, nor on the order in which the facts were entered.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count

from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.commitment import Commitment, Kind
from bilateral_tracker.domain.decision import Amendment, Pause
from bilateral_tracker.domain.dues import Chained, Dues, dues_of, once_closed, put_off, under_new_rule, with_window
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.instrument import Terms
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.span import shifted
from bilateral_tracker.domain.window import Window

Fact = Outcome | Amendment | Pause

_ONE_BY_ONE = (Reading.ROLLING, Reading.ON_REQUEST)


class Settlement:
    """The due times of a history, and the outcome that settled or released each closed occurrence, by number.

    What was kept stays kept, whatever is decided about it later. A sitting that settles none is not among them.
    """

    def __init__(self, terms: Commitment, outcomes: Sequence[Outcome]) -> None:
        self.terms = terms
        self.outcomes = outcomes
        self.dues: Dues = dues_of(terms.cadence, terms.due, terms.agreed_on)
        self.closed: dict[int, Outcome] = {}
        self.began_with = 1
        """The number of the first occurrence under the terms in force."""
        self.in_force_on: date | None = None
        """The day on which an instrument entered into force, or is to."""

    def take(self, fact: Fact) -> None:
        """Goes on to the next fact, in the order in which they happened."""
        if isinstance(fact, Amendment):
            self._amend(fact)
        elif isinstance(fact, Pause):
            self._resume(fact)
        elif fact.kind is OutcomeKind.REQUESTED:
            self._open(fact)
        elif fact.kind is OutcomeKind.OCCURRED:
            self._begin(fact)
        else:
            self._settle(fact)

    def has(self, number: int) -> bool:
        """Whether it has come to that number: one counted on from a sitting that was taken back since is not there."""
        is_only = self.terms.cadence is None and number == self.began_with
        return is_only or self.dues.window(number) is not None

    def _settle(self, outcome: Outcome) -> None:
        number = outcome.number or self._nearest(outcome)
        if number and not self.has(number):
            return
        if number is not None and not (number in self.closed and self.closed[number].kind.fulfils):
            self._close(number, outcome)

    def _close(self, number: int, outcome: Outcome) -> None:
        self.closed[number] = outcome
        due = self.dues.window(number)
        if number == max(self.closed):
            self.dues = once_closed(self.dues, number, outcome.on if outcome.kind.fulfils or not due else due.latest)

    def _open(self, request: Outcome) -> None:
        cadence = self.terms.cadence
        if cadence and cadence.reading is Reading.ON_REQUEST:
            self.dues = with_window(self.dues, Window(request.on, cadence.period.after(request.on)))

    def _begin(self, event: Outcome) -> None:
        if self.terms.life and event.to:
            self.in_force_on = event.to
            self.dues = under_new_rule(self.dues, Terms(self.terms.life, event.to))
        if self.terms.due_after and event.to:
            window = self.terms.due_after.window(event.to, self.terms.agreed_on)
            self.dues = with_window(self.dues, window, instead=True)

    def _amend(self, amendment: Amendment) -> None:
        """What is over or closed keeps its due time; a single due time that is open gets the new one."""
        before, after = self.terms, amendment.terms
        self.terms = after
        if _rule(before) == _rule(after):
            return
        over = self.dues.over(shifted(amendment.from_on, -1)) if before.cadence or before.life else 0
        through, dues = max(over, *self.closed, self.began_with - 1), self._dues_from(amendment.from_on)
        self.dues = Chained(self.dues, through, dues, amendment.from_on) if through else dues
        self.began_with = through + 1

    def _dues_from(self, day: date) -> Dues:
        """The due times under the terms in force, from a day on. An instrument's are counted as before."""
        if self.terms.life and self.in_force_on:
            return Terms(self.terms.life, self.in_force_on).since(day)
        return dues_of(self.terms.cadence, self.terms.due, day)

    def _resume(self, pause: Pause) -> None:
        """What a pause puts off or forgives. An instrument knows none: its terms run on."""
        if pause.resumed_on is None or self.terms.life:
            return
        if pause.shifts:
            self.dues = put_off(self.dues, pause.from_on, pause.days)
            return
        first = self.dues.over(shifted(pause.from_on, -1)) + 1
        for number in count(first):
            due = self.dues.window(number)
            if due is None or due.latest >= pause.resumed_on:
                return
            if number not in self.closed:
                waived = Outcome(OutcomeKind.WAIVED, pause.resumed_on, pause.entry, number, reason=pause.reason)
                self._close(number, waived)

    def _nearest(self, outcome: Outcome) -> int | None:
        """The number of the occurrence whose expected time is nearest; None if it is taken already, or none is left.

        A sitting may turn out to be one too many; a report or deliverable always goes to the nearest one still owed,
        and while earlier ones are owed it goes no further ahead than the next. What has no date is its only occurrence.
        """
        if self.terms.cadence and self.terms.cadence.reading in _ONE_BY_ONE:
            return self._nearest_known(outcome)
        expected = self.in_question(outcome.on)
        if not expected and self.terms.cadence is None:
            only = self.began_with
            return None if only in self.closed or self.dues.window(only) else only
        distances = ((due.distance_days(outcome.on), number) for number, due in expected.items())
        _, nearest = min(distances, default=(0, None))
        return None if nearest in self.closed else nearest

    def _nearest_known(self, outcome: Outcome) -> int | None:
        """Among those that became due one by one and are open; a report answers the oldest request first."""
        moved, due = self._moved(outcome.on, set()), {}
        for number in count(self.began_with):
            window = self.dues.window(number)
            if window is None:
                break
            if number not in self.closed:
                due[number] = moved.get(number, window)
        if self.terms.kind is not Kind.MEETING:
            return min(due, default=None)
        return min(due, key=lambda number: (due[number].distance_days(outcome.on), number), default=None)

    def in_question(self, day: date) -> dict[int, Window]:
        """The occurrences that what takes place on `day` may settle, by number, with the times they are expected."""
        delivers = self.terms.kind is not Kind.MEETING
        passed_over = {number for number, one in self.closed.items() if one.kind.releases or delivers}
        expected = self._moved(day, passed_over)
        return expected | dict(self._neighbours(day, passed_over | expected.keys(), delivers))

    def _moved(self, day: date, passed_over: set[int]) -> dict[int, Window]:
        """The occurrences postponed by `day`, with the day to which they were."""
        numbers = {one.number for one in self.outcomes if one.kind is OutcomeKind.POSTPONED and one.on <= day}
        return {
            number: Window.day(postponements(self.outcomes, number, day)[-1])
            for number in numbers
            if number is not None and number not in passed_over
        }

    def _neighbours(self, day: date, passed_over: set[int], delivers: bool) -> Iterator[tuple[int, Window]]:
        """The closest occurrences due on or before `day` and after it that are not passed over, with their due times.

        What is delivered is compared by the last day alone: early in a quarter the report on the last one comes in.
        """
        last = self.dues.over(day)
        earlier = next((number for number in range(last, 0, -1) if number not in passed_over), None)
        later = next(number for number in count(last + 1) if number not in passed_over)
        goes_ahead = later == last + 1 or earlier is None or not delivers
        for number in (earlier, later if goes_ahead else None):
            due = self.dues.window(number) if number else None
            if number and due:
                yield number, Window.day(due.latest) if delivers else due


def _rule(terms: Commitment) -> tuple[object, ...]:
    """What the due times follow from."""
    return (terms.cadence, terms.due, terms.due_after, terms.life)


def settlement(history: History, before: Outcome | None = None) -> Settlement:
    """What a history settles: its facts taken in the order in which they happened, up to one, if it is named."""
    terms = history.as_agreed
    settled = Settlement(terms, history.outcomes)
    for fact in sorted(_facts(history), key=_in_order):
        if fact is before:
            break
        settled.take(fact)
    return settled


def postponements(outcomes: Sequence[Outcome], number: int, until: date = date.max) -> tuple[date, ...]:
    """The successive new dates of an occurrence, as decided on or before `until`."""
    moved = sorted(
        (one.on, one.entry, one.to)
        for one in outcomes
        if one.kind is OutcomeKind.POSTPONED and one.number == number and one.to is not None and one.on <= until
    )
    return tuple(to for *_, to in moved)


def _facts(history: History) -> Iterator[Fact]:
    """What bears on due times and what they are settled by."""
    yield from history.amendments
    yield from (pause for pause in history.pauses if pause.resumed_on)
    yield from filter(_counts, history.outcomes)


def _counts(outcome: Outcome) -> bool:
    """Whether it opens an occurrence, settles or releases one."""
    if outcome.kind.releases:
        return outcome.number is not None
    if outcome.kind.fulfils:
        return not outcome.additional
    return outcome.kind in (OutcomeKind.REQUESTED, OutcomeKind.OCCURRED)


def _in_order(fact: Fact) -> tuple[date, int, bool, int, int]:
    """By day; on one day decisions first, then what opens an occurrence, then sittings, those with a number first."""
    if isinstance(fact, Amendment):
        return (fact.from_on, 0, False, 0, fact.entry)
    if isinstance(fact, Pause):
        return (fact.resumed_on or fact.from_on, 1, False, 0, fact.entry)
    closes = fact.kind.fulfils or fact.kind.releases
    return (fact.on, 2 + closes, fact.number is None, fact.number or 0, fact.entry)
