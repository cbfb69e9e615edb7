"""What is still expected on a day, what is overdue, and what was overtaken without having been kept.

Everything here costs what is on record, not how long the commitment has been running: overtaken occurrences are
counted, not listed.
"""

from datetime import date
from functools import lru_cache

from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.commitment import Arrears
from bilateral_tracker.domain.schedule import Occurrence, Schedule
from bilateral_tracker.domain.span import shifted
from bilateral_tracker.domain.standing import Standing, standing


@lru_cache(maxsize=1)
def expected(plan: Schedule, day: date) -> tuple[Occurrence, ...]:
    """The occurrences somebody still waits for on `day`, overdue ones included, up to the next one to come.

    While a pause lasts they are those that were expected when it began; after a withdrawal there are none. Of an
    instrument there are none once it is to end: no notice is needed any more.
    """
    if plan.is_withdrawn(day) or (plan.withdrawn_from and plan.commitment.life):
        return ()
    until = plan.chased_until(day)
    last = plan.dues.over(until)
    first = _passed(plan, until) + 1
    waiting = [one for one in map(plan.occurrence, range(first, last + 1)) if one.closed is None]
    waiting += [one for number, one in plan.recorded.items() if not first <= number <= last and one.is_moved]
    coming = plan.first_open(max(last, plan.released_through))
    waiting += [coming] if coming else []
    return tuple(one for one in waiting if standing(plan, one, day) not in (Standing.MISSED, Standing.WAIVED))


def overdue(plan: Schedule, day: date) -> list[Occurrence]:
    """The overdue occurrences on `day`, the oldest first: at most the latest sitting, or each report."""
    return [one for one in expected(plan, day) if standing(plan, one, day) is Standing.OVERDUE]


def next_expected(plan: Schedule, day: date) -> Occurrence | None:
    """The occurrence expected soonest on or after `day`; None while a pause lasts."""
    if plan.chased_until(day) < day:
        return None
    coming = [one for one in expected(plan, day) if one.expected_on and one.expected_on >= day]
    return min(coming, key=by_expectation, default=None)


def missed(plan: Schedule, day: date) -> int:
    """How many occurrences were overtaken without having been kept, released or deferred, or have lapsed."""
    overtaken = _overtaken(plan, plan.chased_until(day))
    unrecorded = overtaken - sum(number <= overtaken for number in plan.recorded)
    return unrecorded + sum(standing(plan, one, day) is Standing.MISSED for one in plan.recorded.values())


def follows_missed(plan: Schedule, day: date) -> bool:
    """Whether the period before the one that runs on `day` was missed, where one is due in each period."""
    cadence = plan.commitment.cadence
    if cadence is None or cadence.reading is not Reading.PERIOD or plan.chased_until(day) < day:
        return False
    running = plan.occurrence(plan.dues.opened(day))
    if running.number < 2 or running.closed is not None or running.due is None or running.due.latest < day:
        return False
    return standing(plan, plan.occurrence(running.number - 1), day) is Standing.MISSED


def by_expectation(occurrence: Occurrence) -> tuple[date, int]:
    """The order in which occurrences are expected."""
    return (occurrence.expected_on or date.max, occurrence.number)


def _overtaken(plan: Schedule, day: date) -> int:
    """The highest number that, with nothing on record about it, is missed on `day`; 0 if none."""
    commitment = plan.commitment
    if commitment.arrears is not Arrears.LATEST:
        return 0
    by_date = min(plan.dues.opened(day) - 1, _over_with_grace(plan, day))
    return max(0, by_date, plan.last_kept - 1)


def _passed(plan: Schedule, day: date) -> int:
    """The highest number of those that, with nothing on record about them, nobody waits for on `day`; 0 if none."""
    if plan.commitment.arrears is Arrears.NONE:
        return max(_over_with_grace(plan, day), plan.last_kept - 1)
    return _overtaken(plan, day)


def _over_with_grace(plan: Schedule, day: date) -> int:
    """How many due times were over before `day`, their days of grace too."""
    return plan.dues.over(shifted(day, -1 - plan.commitment.grace_days))
