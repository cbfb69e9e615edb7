"""Terms in words: how often, from when, until when, and how much room they leave."""

import pytest

from bilateral_tracker.reports.terms import say_terms
from tests.reports.conftest import told

SOFT = "; the words leave room, so a delay has slipped and breaks no promise"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JWG every 3 months", "every 3 months, first due 7 April 2026"),
        ("JWG every 1 year", "every year, first due 7 January 2027"),
        ("JWG every 3 months, floor", "at least every 3 months, first due 7 April 2026"),
        (
            "JWG every 1 year, first due 2026-11-01, lasts 1 month",
            "every year, first due 1 November 2026 to 30 November 2026",
        ),
        (
            "JWG every 1 year, reading period",
            "once in every year, first due 1 January 2026 to 31 December 2026",
        ),
        (
            "JWG every 1 year, reading period, floor",
            "at least once in every year, first due 1 January 2026 to 31 December 2026",
        ),
        ("JWG every 6 months, reading rolling", "within 6 months of the last sitting, first due 7 July 2026"),
        ("report every 6 months, reading rolling", "within 6 months of the last one, first due 7 July 2026"),
        ("JWG every 30 days, reading on_request", "within 30 days of each request"),
        ("JWG every 3 months, soft", f"every 3 months, first due 7 April 2026{SOFT}"),
        ("JWG every 3 months, until 2030-12-31", "every 3 months, first due 7 April 2026, until 31 December 2030"),
        ("JWG every 3 months, times 5", "every 3 months, first due 7 April 2026, 5 times in all"),
        ("JWG every 3 months, times 1", "every 3 months, first due 7 April 2026, once in all"),
        ("deliverable, due 2026-09-30", "due 30 September 2026"),
        ("deliverable, due 2027-01-01/2027-06-30", "due 1 January 2027 to 30 June 2027"),
        ("deliverable, due 6 months after entry into force", "due 6 months after entry into force"),
        ("standing", "no date was set"),
    ],
)
def test_terms_in_words(text, expected):
    assert expected == say_terms(told(f"2026-01-07 agreed {text}").commitment)
