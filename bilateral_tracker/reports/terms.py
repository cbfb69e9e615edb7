"""What was promised, in words: when it falls due or how often, and how much room the words leave."""

from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.commitment import Commitment, Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.instrument import Life
from bilateral_tracker.domain.period import Period
from bilateral_tracker.domain.window import Window


def say_window(window: Window) -> str:
    """One day, or the days from first to last with the words they were read from."""
    if window.is_one_day:
        return say_day(window.latest)
    words = f" ({window.words})" if window.words else ""
    return f"{say_day(window.earliest)} to {say_day(window.latest)}{words}"


def say_terms(commitment: Commitment) -> str:
    """When it falls due, as promised; of an instrument, how long it is valid."""
    if commitment.life:
        return say_validity(commitment.life)
    cadence = commitment.cadence
    if cadence:
        words = f' ("{cadence.words}")' if cadence.words else ""
        return f"{_often(cadence, commitment.kind)}{words}{_first(cadence)}{_end(cadence)}{_room(cadence)}"
    if commitment.due_after:
        return f"due {commitment.due_after}"
    return f"due {say_window(commitment.due)}" if commitment.due else "no date was set"


def say_validity(life: Life) -> str:
    """How long an instrument is valid, and what becomes of it then."""
    ahead = f" unless notice is given {life.notice} before" if life.notice else ""
    if life.valid_for is None:
        return f"valid until it is terminated{f', with notice of {life.notice}' if life.notice else ''}"
    if life.renews_for is None:
        return f"valid for {life.valid_for} and not renewed by itself{f'; notice is {life.notice}' if ahead else ''}"
    return f"valid for {life.valid_for}, then renewed by itself for {life.renews_for} at a time{ahead}"


def _often(cadence: Cadence, kind: Kind) -> str:
    least = "at least " if cadence.is_floor else ""
    match cadence.reading:
        case Reading.PERIOD:
            return f"{least}once in every {bare(cadence.period)}"
        case Reading.ROLLING:
            last = "sitting" if kind is Kind.MEETING else "one"
            return f"within {cadence.period} of the last {last}"
        case Reading.ON_REQUEST:
            return f"within {cadence.period} of each request"
        case Reading.GRID:
            return f"{least}every {bare(cadence.period)}"


def _first(cadence: Cadence) -> str:
    """When it is first due; a rhythm on request has no such day."""
    if cadence.reading is Reading.ON_REQUEST:
        return ""
    if cadence.reading is Reading.ROLLING:
        return f", first due {say_day(cadence.due(1))}"
    return f", first due {say_window(cadence.window(1))}"


def _end(cadence: Cadence) -> str:
    times = (
        "" if cadence.times is None else ", once in all" if cadence.times == 1 else f", {cadence.times} times in all"
    )
    return f"{f', until {say_day(cadence.until)}' if cadence.until else ''}{times}"


def _room(cadence: Cadence) -> str:
    return "; the words leave room, so a delay has slipped and breaks no promise" if cadence.is_soft else ""


def bare(period: Period) -> str:
    """A period after "every" or "in each": `3 months`, but `month` and not `1 month`."""
    return str(period) if period.count > 1 else str(period).removeprefix("1 ")
