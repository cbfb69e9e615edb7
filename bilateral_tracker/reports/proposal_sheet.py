"""Suggested sitting dates in words: what is due when, which days to suggest, and what speaks against any of them."""

from collections.abc import Iterator, Sequence
from datetime import date

from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.proposal import Caution, Leeway, Reservation, Suggestion
from bilateral_tracker.domain.workdays import Calendars
from bilateral_tracker.reports.calendar_words import (
    all_capitals,
    listed,
    say_closure,
    say_obstacle,
    say_span,
    say_uncertainties,
)
from bilateral_tracker.reports.counting import say_days
from bilateral_tracker.reports.table import table
from bilateral_tracker.reports.visible import wrapped

COLUMNS = (
    *("ref", "rank", "date", "weekday", "days_from_due", "notice_days", "late"),
    *("provisional", "cautions", "reason"),
)
"""The published columns of `propose`, in order."""

_HEADERS = ("date", "day", "from due", "notice", "reason")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def proposal_sheet(
    calendars: Calendars, named: str, between: Leeway, found: Sequence[Suggestion], today: date, width: int
) -> Iterator[str]:
    """The lines that propose sitting dates for what is `named`, as of `today`."""
    for sentence in _opening(calendars, named, between, found, today):
        yield from wrapped(sentence, width)
    yield ""
    yield table(_HEADERS, [_cells(calendars, one) for one in found], width) if found else _nothing(calendars)
    days = sorted(one.on for one in found)
    for note in say_uncertainties(calendars, days[0], days[-1]) if days else ():
        yield from ("", *wrapped(note, width))


def values(calendars: Calendars, ref: str, found: Sequence[Suggestion]) -> Iterator[tuple[object, ...]]:
    """The values of each suggestion in the order of `COLUMNS`, the best first."""
    for rank, one in enumerate(found, 1):
        cautions = tuple(reservation.caution.value for reservation in one.reservations)
        yield (
            *(ref, rank, one.on, _weekday(one.on), one.days_from_due, one.notice_days, one.is_late),
            *(one.is_provisional, cautions, say_suggestion(calendars, one)),
        )


def say_suggestion(calendars: Calendars, one: Suggestion) -> str:
    """What speaks against a day, or that nothing does; and whether it may turn out otherwise."""
    against = "; ".join(say_reservation(reservation) for reservation in one.reservations)
    return f"{against or all_capitals(calendars)}{'; provisional' if one.is_provisional else ''}"


def say_reservation(one: Reservation) -> str:
    """One thing that speaks against a day on which all capitals work."""
    party, capital = (one.party.name, one.party.capital) if one.party else ("", "")
    match one.caution:
        case Caution.SHORT_NOTICE:
            return "at short notice"
        case Caution.USUALLY_CLOSED:
            return f"usually off in {party} ({listed([*map(str, one.years)])})"
        case Caution.ESTIMATED:
            return f"beside an estimated holiday in {party}"
        case Caution.MAKE_UP_DAY:
            return f"a make-up working day in {capital}"
        case Caution.BREAK:
            return f"{capital}: {one.words}"
    assert one.closure is not None
    return f"beside the closure of {say_span(one.closure.first, one.closure.last)} ({say_closure(one.closure)})"


def _opening(
    calendars: Calendars, named: str, between: Leeway, found: Sequence[Suggestion], today: date
) -> Iterator[str]:
    """What is wanted when, why that day does not do, and why days after the last one are suggested."""
    if between.wanted_on is None or between.latest_on is None:
        yield f"{named}: no date is set. The first days that leave enough notice:"
        return
    until = "" if between.latest_on == between.wanted_on else f", {say_day(between.latest_on)} at the latest"
    yield f"{named}: wanted by {say_day(between.wanted_on)}{until}."
    if between.latest_on < today:
        late = say_days((today - between.latest_on).days)
        yield f"The last day allowed was {late} ago. The first days that leave enough notice:"
        return
    if obstacle := say_obstacle(calendars, between.wanted_on):
        yield obstacle
    if found and all(one.is_late for one in found):
        yield f"No working day is left by {say_day(between.latest_on)}: these come after the last day allowed."


def _nothing(calendars: Calendars) -> str:
    relationship = "-".join(calendar.party.code for calendar in calendars)
    return (
        f"There is no day within two months on which {all_capitals(calendars)}. See: bilateral calendar {relationship}"
    )


def _cells(calendars: Calendars, one: Suggestion) -> tuple[str, ...]:
    reason = say_suggestion(calendars, one)
    return str(one.on), _weekday(one.on), _say_distance(one.days_from_due), say_days(one.notice_days), reason


def _say_distance(days: int | None) -> str:
    if days is None:
        return ""
    if days == 0:
        return "the due day"
    return f"{say_days(abs(days))} {'after' if days > 0 else 'before'}"


def _weekday(on: date) -> str:
    return _WEEKDAYS[on.weekday()]
