"""The public holidays of states, as the library `holidays` lists them: their names, and which days were exchanged.

The library loads when the first day is asked about (110 to 150 ms): a command that asks about none does not wait.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from bilateral_tracker.domain.span import following, preceding

if TYPE_CHECKING:
    from holidays import HolidayBase

SATURDAY = 5

_EXCHANGED = re.compile(r"Day off \(substituted from ([0-9]{2})/([0-9]{2})/([0-9]{4})\)")
_ESTIMATED = re.compile(r" \((observed, )?estimated\)$")
_FURTHEST_EXCHANGE_DAYS = 30
"""A day off and the weekend day that is worked for it never lay more than 16 days apart (China, 2001 to 2026)."""


@dataclass(frozen=True, slots=True)
class ListedDay:
    """What the library has on one day in one state."""

    is_weekend: bool
    is_make_up: bool
    """Whether it is a weekend day on which offices work, for a day off elsewhere."""
    names: tuple[str, ...] = ()
    """The holidays that fall on it."""
    exchanged_for: date | None = None
    """Of a day off without a holiday, the make-up day worked for it; of a make-up day, the day off."""
    is_estimated: bool = False
    """Whether the date hangs on a sighting of the moon, which the library could only estimate."""

    @property
    def is_off(self) -> bool:
        """Whether offices close for more than the weekend."""
        return not self.is_make_up and bool(self.names or self.exchanged_for)


def is_listed(code: str) -> bool:
    """Whether the library knows the holidays of a state; it knows no organisations."""
    return _state(code) is not None


def listed_day(code: str, on: date) -> ListedDay:
    """What the library has on a day. Of a party it does not know, Saturdays and Sundays are weekends, and no more."""
    state = _state(code)
    if state is None:
        return ListedDay(is_weekend=on.weekday() >= SATURDAY, is_make_up=False)
    labels = state.get_list(on)
    is_weekend = state.is_weekend(on)
    # Not by looking into `weekend_workdays`, which holds days of every year ever asked about.
    is_make_up = is_weekend and state.is_working_day(on)
    return ListedDay(
        is_weekend=is_weekend,
        is_make_up=is_make_up,
        names=tuple(_ESTIMATED.sub("", label) for label in labels if not _EXCHANGED.fullmatch(label)),
        exchanged_for=_made_up_for(state, on) if is_make_up else _exchanged_for(labels),
        is_estimated=any(_ESTIMATED.search(label) for label in labels),
    )


@cache
def _state(code: str) -> HolidayBase | None:
    # The library would take other words as well: its markets, its constants, three-letter codes.
    if len(code) != 2 or not code.isalpha():
        return None
    import holidays

    try:
        return holidays.country_holidays(code, language="en_US")
    except NotImplementedError:
        return None


def _exchanged_for(labels: list[str]) -> date | None:
    found = [match for match in map(_EXCHANGED.fullmatch, labels) if match]
    return date(int(found[0][3]), int(found[0][1]), int(found[0][2])) if found else None


def _made_up_for(state: HolidayBase, on: date) -> date | None:
    """The day off for which a weekend day is worked; None where the library does not say."""
    nearby = chain(preceding(on, _FURTHEST_EXCHANGE_DAYS), following(on, _FURTHEST_EXCHANGE_DAYS))
    return next((off for off in nearby if on == _exchanged_for(state.get_list(off))), None)
