"""The golden date table of data/ is what the scheduler says, row by row."""

import csv
from datetime import date
from pathlib import Path

import pytest

from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.situation import coming_situation, situation
from bilateral_tracker.domain.standing import Standing, days_late, standing
from tests.domain.conftest import known_on, told

TABLE = Path(__file__).parents[2] / "data" / "golden_dates.csv"
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
COUNTED_LATE = (Standing.OVERDUE, Standing.MISSED, Standing.KEPT_LATE)
NAMED = {
    "first due": "first_due_on",
    "due": "due",
    "grace": "grace_days",
    "arrears": "arrears",
    "year from": "year_start",
    "lasts": "lasts",
    "until": "until",
    "times": "times",
    "first host": "first_host",
    "first session": "first_session",
}
"""The terms that have a column of their own, by the words that tell them."""


def name_of(row: dict[str, str]) -> str:
    """The row in a few words."""
    return f"{row['case']}, {row['reading']} #{row['number']} on {row['as_of']}"


def history_in(row: dict[str, str]) -> History:
    """The history that a row describes."""
    terms = [f"{row['agreed_on']} agreed {row['kind']}"]
    if row["every"]:
        terms = [f"{terms[0]} every {row['every']}", f"reading {row['reading']}"]
    terms += [f"{name} {row[column]}" for name, column in NAMED.items() if row[column]]
    return told(", ".join([*terms, *row["flags"].split()]) + ";" + row["facts"])


def expectations(row: dict[str, str]) -> dict[str, str]:
    """What a row expects, by column."""
    return {column: cell for column, cell in row.items() if column.startswith("expected_")}


def of_occurrence(plan: Schedule, one: Occurrence, day: date) -> tuple[object, ...]:
    """The day an occurrence is due, its standing, and its lateness where any is counted."""
    now = standing(plan, one, day)
    return (one.due_on, now.value, days_late(one, day) if now in COUNTED_LATE else None)


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_each_row_of_the_golden_table_holds(row):
    day = date.fromisoformat(row["as_of"])
    history = known_on(history_in(row), day)
    plan, listed, coming = schedule(history), situation(history, day), coming_situation(history, day)
    if row["number"]:
        due_on, now, late = of_occurrence(plan, plan.occurrence(int(row["number"])), day)
    else:
        due_on, now, late = listed.due_on, listed.standing, listed.days_late
    actual = {
        "expected_due_on": due_on,
        "expected_standing": now,
        "expected_days_late": late,
        "expected_missed": listed.missed,
        "expected_next_due_on": listed.next_due_on,
        "expected_days_left": coming.days_left if coming else None,
        "expected_next_session": listed.next_session,
        "expected_next_host": listed.next_host,
    }
    assert expectations(row) == {column: "" if value is None else str(value) for column, value in actual.items()}


def test_the_table_holds_each_reading_and_standing_it_is_meant_for():
    absent = {Standing.ON_FILE.value, Standing.IN_FORCE.value, Standing.EXPIRED.value}
    assert {one.value for one in Standing} - absent == {row["expected_standing"] for row in ROWS}
    assert {one.value for one in Reading} == {row["reading"] for row in ROWS}


def test_no_row_of_the_table_is_told_twice():
    asked = ["case", "reading", "as_of", "number"]
    assert len(ROWS) == len({tuple(row[column] for column in asked) for row in ROWS})
