"""Who is waited on follows from who owes it and what was proposed."""

from datetime import date

import pytest

from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.waiting import waits_for
from tests.changing import replace
from tests.domain.conftest import told

JWG = "2026-01-07 agreed JWG every 3 months"


def waiting(text: str, owed_by: str = "joint") -> str:
    """Who is waited on for the first occurrence."""
    history = told(text)
    return waits_for(replace(history.commitment, owed_by=owed_by), schedule(history).occurrence(1))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("", "date"),
        ("; 2026-03-01 proposed #1 to 2026-04-03 by CN", "PK"),
        ("; 2026-03-01 proposed #1 to 2026-04-03 by PK", "CN"),
        ("; 2026-03-01 proposed #1 to 2026-04-03", "joint"),
        ("; 2026-03-01 proposed #1 to 2026-04-03 by CN; 2026-03-09 proposed #1 to 2026-04-05 by PK", "CN"),
        ("; 2026-03-01 proposed #1 to 2026-04-03 by CN; 2026-03-09 arranged #1 to 2026-04-03", "joint"),
        ("; 2026-03-09 arranged #1 to 2026-04-03 by CN", "joint"),
        ("; 2026-03-01 proposed #1 to 2026-04-03 by CN; 2026-03-09 postponed #1 to 2026-05-03", "date"),
        ("; 2026-03-01 proposed #2 to 2026-07-03 by CN", "date"),
        (", parties PK-CN-IR; 2026-03-01 proposed #1 to 2026-04-03 by CN", "PK-IR"),
    ],
)
def test_a_sitting_waits_for_a_date_until_one_side_has_proposed_one_and_then_for_the_other(facts, expected):
    assert expected == waiting(JWG + facts)


def test_what_one_side_owes_waits_for_that_side_whatever_was_proposed():
    assert "PK" == waiting(f"{JWG}; 2026-03-01 proposed #1 to 2026-04-03 by PK", owed_by="PK")


def test_what_is_no_sitting_waits_for_both():
    assert "joint" == waiting("2026-01-07 agreed report every 3 months")
    assert "joint" == waiting("2026-01-07 agreed standing")


def test_what_nothing_of_is_due_waits_for_both():
    assert "joint" == waits_for(told(JWG).commitment, None)


def test_a_date_proposed_is_forgotten_before_it_was_proposed():
    history = told(f"{JWG}; 2026-03-01 proposed #1 to 2026-04-03 by CN")
    assert "date" == waits_for(history.commitment, schedule(history.as_of(date(2026, 2, 28))).occurrence(1))
