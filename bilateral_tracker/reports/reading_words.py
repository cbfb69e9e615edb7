"""How the words of a promise are read, and what follows from that, in sentences."""

from collections.abc import Iterator

from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.window import Window
from bilateral_tracker.reports.counting import counted
from bilateral_tracker.reports.terms import bare
from bilateral_tracker.reports.wording import sitting


def say_reading(terms: Commitment) -> str:
    """How the words of the terms are read, and what that means."""
    if terms.cadence is not None:
        return " ".join((_say_cadence(terms, terms.cadence), *_say_bounds(terms, terms.cadence)))
    if terms.due is not None:
        return f"It falls due once, {say_by(terms.due)}."
    if terms.due_after is not None:
        return f"It falls due once, {terms.due_after}."
    return "It has no due date, so it is never overdue; it comes up for review instead."


def _say_cadence(terms: Commitment, cadence: Cadence) -> str:
    words = f', from the words "{cadence.words}"' if cadence.words else ""
    noun, period, done = sitting(terms.kind.value), cadence.period, _done(terms.kind)
    match cadence.reading:
        case Reading.PERIOD:
            first = cadence.window(1)
            return (
                f"Read as periods{words}: one {noun} in each {bare(period)}, the first from {say_day(first.earliest)} "
                f"to {say_day(first.latest)}. The last day of each counts."
            )
        case Reading.ROLLING:
            return (
                f"Read as rolling{words}: each {noun} falls due {period} after the one before it was {done}, the first "
                f"on {say_day(cadence.due(1))}."
            )
        case Reading.ON_REQUEST:
            return f"Read as on request{words}: each {noun} falls due {period} after somebody asks for it."
    return f"Read as a grid{words}: {_say_grid(cadence)}; a late {noun} moves none of them."


def _say_grid(cadence: Cadence) -> str:
    if cadence.lasts:
        return (
            f"due times open on {say_day(cadence.due(1))} and every {bare(cadence.period)} after, and last "
            f"{cadence.lasts}"
        )
    if cadence.first_step == 0:
        return f"due first on {say_day(cadence.anchor_on)}, and every {bare(cadence.period)} after that day"
    return f"due dates are counted from {say_day(cadence.anchor_on)} in steps of {cadence.period}"


def _done(kind: Kind) -> str:
    return "held" if kind is Kind.MEETING else "delivered"


def _say_bounds(terms: Commitment, cadence: Cadence) -> Iterator[str]:
    """What limits the cadence, and what the words leave open."""
    if cadence.until:
        yield f"None begins after {say_day(cadence.until)}."
    if cadence.times:
        verb = "is" if cadence.times == 1 else "are"
        yield f"There {verb} {counted(cadence.times, sitting(terms.kind.value))} in all."
    if cadence.is_floor:
        yield "More are welcome."
    if cadence.is_soft:
        yield "The words leave room: what is late has slipped, and breaks no promise."
    if terms.arrears is Arrears.EACH and terms.kind is Kind.MEETING:
        yield "Each sitting stays owed until it is held."
    if terms.arrears is Arrears.LATEST and terms.kind is not Kind.MEETING:
        yield "Only the latest is chased; earlier ones count as missed."


def say_by(window: Window) -> str:
    """`on 30 September 2026`, `between 1 January 2027 and 30 June 2027 (words)`."""
    if window.is_one_day:
        return f"on {say_day(window.latest)}"
    words = f" ({window.words})" if window.words else ""
    return f"between {say_day(window.earliest)} and {say_day(window.latest)}{words}; the last day counts"
