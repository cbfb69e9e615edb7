"""Rows as histories tell them, as of 24 November 2026."""

from datetime import date
from typing import Any

from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.situation import Situation, situation
from tests.changing import replace
from tests.domain.conftest import known_on
from tests.domain.conftest import told as told_

NOVEMBER = date(2026, 11, 24)


def told(text: str, **more: Any) -> History:
    """The history that the text tells, some of its terms others."""
    history = told_(text)
    first = replace(history.first_terms, **more) if history.first_terms else None
    return replace(history, commitment=replace(history.commitment, **more), first_terms=first)


def row_of(text: str, day: date = NOVEMBER, **more: Any) -> Situation:
    """The row of the history that the text tells, some of its terms others."""
    return situation(known_on(told(text, **more), day), day)
