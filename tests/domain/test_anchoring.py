"""A rhythm in words and a day from which it is counted make a cadence, or a sentence on what is missing."""

from datetime import date

import pytest

from bilateral_tracker.domain.anchoring import Bounds, cadence_of, continued, read_year_start
from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.rhythm import read_rhythm
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage
from tests.domain.conftest import told

AGREED_ON = date(2026, 2, 10)


def cadence(text: str, **bounds) -> Cadence:
    return cadence_of(read_rhythm(text), AGREED_ON, Bounds(**bounds))


def first_two(found: Cadence) -> list[tuple[date, date]]:
    """The first and the last day of the first two due times."""
    return [(one.earliest, one.latest) for one in (found.window(1), found.window(2))]


@pytest.mark.parametrize(
    ("words", "bounds", "expected"),
    [
        ("3 months", {}, [(date(2026, 5, 10),) * 2, (date(2026, 8, 10),) * 2]),
        (
            "3 months",
            {"first_due": Window.day(date(2026, 3, 31))},
            [(date(2026, 3, 31),) * 2, (date(2026, 6, 30),) * 2],
        ),
        ("within a year, then every two years", {}, [(date(2027, 2, 10),) * 2, (date(2029, 2, 10),) * 2]),
        (
            "every year in November",
            {},
            [(date(2026, 11, 1), date(2026, 11, 30)), (date(2027, 11, 1), date(2027, 11, 30))],
        ),
        (
            "every year in February",
            {},
            [(date(2027, 2, 1), date(2027, 2, 28)), (date(2028, 2, 1), date(2028, 2, 29))],
        ),
        (
            "at least once a year",
            {},
            [(date(2026, 1, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 12, 31))],
        ),
        (
            "at least once a year",
            {"year_start": (4, 1)},
            [(date(2025, 4, 1), date(2026, 3, 31)), (date(2026, 4, 1), date(2027, 3, 31))],
        ),
        (
            "once in each fiscal year",
            {"year_start": (7, 1)},
            [(date(2025, 7, 1), date(2026, 6, 30)), (date(2026, 7, 1), date(2027, 6, 30))],
        ),
        (
            "in each quarter",
            {"first_due": Window(date(2026, 4, 1), date(2026, 6, 30))},
            [(date(2026, 4, 1), date(2026, 6, 30)), (date(2026, 7, 1), date(2026, 9, 30))],
        ),
    ],
)
def test_words_and_a_day_make_due_times(words, bounds, expected):
    assert expected == first_two(cadence(words, **bounds))


def test_the_words_are_kept_where_they_say_more_than_a_period():
    assert ("", "at least once a year", "shall meet yearly") == (
        cadence("3 months").words,
        cadence("at least once a year").words,
        cadence("at least once a year", words="shall meet yearly").words,
    )


@pytest.mark.parametrize(
    ("words", "bounds", "why"),
    [
        ("once in each fiscal year", {}, "does not say on which day a fiscal year begins. Add it, like: --year-start"),
        ("3 months", {"year_start": (4, 1)}, "It needs --reading period"),
        ("within 30 days of a request", {"times": 3}, "leave out --first-due and --times"),
        ("3 months", {"until": date(2026, 5, 9)}, "for the first time on 10 May 2026, so never by 9 May 2026."),
        ("every year in November", {"first_due": Window.day(date(2026, 10, 31))}, "in another month than the rhythm"),
    ],
)
def test_bounds_that_do_not_fit_are_refused(words, bounds, why):
    with pytest.raises(WrongUsage, match=why):
        cadence(words, **bounds)


@pytest.mark.parametrize(
    ("typed", "expected"), [("1 April", (4, 1)), ("april", (4, 1)), ("04-01", (4, 1)), ("1 Jul", (7, 1))]
)
def test_the_start_of_a_year_is_a_day_and_a_month(typed, expected):
    assert expected == read_year_start(typed)


@pytest.mark.parametrize("typed", ["29 February", "13-01", "spring", "", "1 April 2026"])
def test_what_is_no_day_of_each_year_starts_none(typed):
    with pytest.raises(WrongUsage, match="is not a day of the year"):
        read_year_start(typed)


def test_a_rhythm_that_goes_on_keeps_its_grid_and_counts_what_is_over_no_more():
    history = told("2026-01-31 agreed JWG every 3 months; 2026-04-30 held")
    found = continued(history, date(2026, 5, 15), {"until": date(2026, 12, 31)})
    assert found is not None
    assert [(date(2026, 7, 31),) * 2, (date(2026, 10, 31),) * 2] == first_two(found)
    assert 2 == found.last_number
    rolling = continued(
        told("2026-01-31 agreed JWG every 3 months, reading rolling; 2026-04-30 held"), date(2026, 5, 15), {"times": 2}
    )
    assert rolling is not None
    assert (date(2026, 4, 30), Reading.ROLLING) == (rolling.anchor_on, rolling.reading)
    assert None is continued(told("2026-01-31 agreed JWG"), date(2026, 5, 15), {"times": 2})
