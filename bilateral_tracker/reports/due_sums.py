"""How a due time comes about, written as a sum: a day, so many steps, and where they lead."""

from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.derivation import Derivation, Origin
from bilateral_tracker.domain.window import Window
from bilateral_tracker.reports.counting import say_days


def say_due(found: Derivation | None) -> str:
    """How a due time comes about; where it is counted, as a sum: `7 January 2026 + 3 x 3 months = 7 October 2026`."""
    if found is None:
        return "It has no due date yet."
    put_off = sum(pause.days for pause in found.put_off_by)
    plain = found.due.shifted(-put_off)
    counted = _say_sum(found, plain)
    if put_off:
        counted = f"{counted or say_day(plain.latest)}; {say_days(put_off)} of pause put it off to "
        counted += say_day(found.due.latest)
    return f"{counted}." if counted else ""


def _say_sum(found: Derivation, due: Window) -> str:
    if found.origin is Origin.EVENT:
        return _say_event_sum(found, due)
    if found.cadence is None or found.counted_from is None:
        return ""
    if found.origin is Origin.PERIOD:
        return f"{say_day(due.earliest)} to {say_day(due.latest)}"
    if found.steps == 0:
        return f"First due {_say_result(found, due).removeprefix('= ')}"
    times = f"{found.steps} x " if found.origin is Origin.ANCHOR else ""
    return f"{_say_start(found)} + {times}{found.cadence.period} {_say_result(found, due)}"


def _say_result(found: Derivation, due: Window) -> str:
    if found.cadence and found.cadence.lasts:
        return f"= {say_day(due.earliest)}, until {say_day(due.latest)}"
    return f"= {say_day(due.latest)}{', the last day of its month' if found.is_clamped else ''}"


def _say_start(found: Derivation) -> str:
    assert found.counted_from is not None
    start, fact = say_day(found.counted_from), found.fact
    if fact is None:
        return start
    if found.origin is Origin.REQUEST:
        by = f" by {fact.party}" if fact.party else ""
        return f"Requested{by} on {start}"
    if fact.kind.fulfils:
        return f"{fact.kind.value.capitalize()} on {start}"
    return f"The one before, due {start}, was {fact.kind.value}; {start}"


def _say_event_sum(found: Derivation, due: Window) -> str:
    event_due = found.span.terms.due_after
    assert event_due is not None
    assert found.counted_from is not None
    on = f"{event_due.event} on {say_day(found.counted_from)}"
    on = f"{on[:1].upper()}{on[1:]}"
    if event_due.period is None:
        return f"{on}; due {'the day before' if event_due.before else 'that day'}, {say_day(due.latest)}"
    return f"{on} {'-' if event_due.before else '+'} {event_due.period} = {say_day(due.latest)}"
