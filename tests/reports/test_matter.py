"""A reminder says what is the matter, which day counts, and whose answer is waited for."""

from datetime import date
from typing import Any

import pytest

from bilateral_tracker.reports.matter import say_matter, say_question
from tests.reports.conftest import NOVEMBER, row_of

JWG = "2026-01-07 agreed JWG every 3 months"
HELD = f"{JWG}; 2026-10-09 held"
NAMES = {"PK": "Pakistan", "CN": "China", "TJ": "Tajikistan"}


def first_line(text: str, day: date = NOVEMBER, we: str = "PK", **more: Any) -> str:
    """What is the matter, and what there is to answer."""
    row = row_of(text, day, **more)
    return f"{say_matter(row, day)}. {say_question(row, day, we, NAMES)}".strip()


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (HELD, date(2026, 12, 8), "due 7 January 2027, in 30 days."),
        (HELD, date(2027, 1, 7), "due today, 7 January 2027."),
        (JWG, NOVEMBER, "overdue by 48 days (due 7 October 2026, 2 sittings missed before it)."),
        (f"{JWG}, soft", NOVEMBER, "slipped by 48 days (due 7 October 2026, 2 sittings slipped before it)."),
        (f"{JWG}, grace 60 days", NOVEMBER, "was due 7 October 2026; its days of grace are running."),
        (
            f"{HELD}; 2026-11-01 arranged #4 to 2026-12-05",
            date(2026, 11, 28),
            "arranged for 5 December 2026 (due by 7 January 2027), in 7 days.",
        ),
        (
            f"{HELD}; 2026-11-01 arranged #4 to 2026-12-05",
            date(2026, 12, 5),
            "arranged for 5 December 2026 (due by 7 January 2027), today.",
        ),
        (
            f"{HELD}; 2026-11-01 arranged #4 to 2026-12-05",
            date(2026, 12, 6),
            "due 7 January 2027, in 32 days. It was arranged for 5 December 2026: was it held?",
        ),
        (
            f"{HELD}; 2026-11-01 postponed #4 to 2027-02-01; 2026-11-02 arranged #4 to 2027-01-20",
            date(2027, 1, 13),
            "arranged for 20 January 2027 (due by 1 February 2027), in 7 days.",
        ),
        (
            f"{JWG}; 2026-11-01 arranged #3 to 2026-12-05",
            NOVEMBER,
            "overdue by 48 days (due 7 October 2026, 2 sittings missed before it), arranged for 5 December 2026, "
            "in 11 days.",
        ),
    ],
)
def test_the_matter_in_words(text, day, expected):
    assert expected == first_line(text, day)


@pytest.mark.parametrize(
    ("we", "parties", "by", "expected"),
    [
        ("PK", ("PK", "CN"), " by CN", "China has proposed 20 December 2026: our answer is waited for."),
        ("CN", ("PK", "CN"), " by CN", "We have proposed 20 December 2026: the answer of Pakistan is waited for."),
        ("PK", ("PK", "CN"), "", "20 December 2026 has been proposed: an answer is waited for."),
        ("PK", ("PK", "CN", "TJ"), " by CN", "China has proposed 20 December 2026: our answer is waited for."),
        (
            "PK",
            ("PK", "CN", "TJ"),
            " by PK",
            "We have proposed 20 December 2026: the answer of China and Tajikistan is waited for.",
        ),
        (
            "XX",
            ("PK", "CN"),
            " by PK",
            "Pakistan has proposed 20 December 2026: the answer of China is waited for.",
        ),
    ],
)
def test_a_date_that_was_proposed_waits_for_an_answer(we, parties, by, expected):
    text = f"{HELD}; 2026-11-20 proposed #4 to 2026-12-20{by}"
    assert f"due 7 January 2027, in 44 days. {expected}" == first_line(text, we=we, parties=parties)


def test_where_one_side_owes_the_sitting_it_is_not_said_who_proposed():
    text = f"{HELD}; 2026-11-20 proposed #4 to 2026-12-20 by PK"
    assert first_line(text, owed_by="PK").endswith("20 December 2026 has been proposed: an answer is waited for.")
