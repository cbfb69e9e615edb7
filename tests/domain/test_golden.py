"""The golden date table of data/ is what the scheduler says, row by row."""

import csv
from datetime import date
from pathlib import Path

import pytest

from bilateral_tracker.domain.period import read_period
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.situation import coming_situation, situation
from bilateral_tracker.domain.standing import Standing, days_late, standing
from tests.domain.conftest import told

TABLE = Path(__file__).parents[2] / "data" / "golden_dates.csv"
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
COUNTED_LATE = (Standing.OVERDUE, Standing.MISSED, Standing.KEPT_LATE)


def rows_read_as(reading: str):
    """One parameter for each row of that reading, named by case, day and number."""
    chosen = [row for row in ROWS if row["reading"] == reading]
    return pytest.mark.parametrize("row", chosen, ids=lambda row: f"{row['case']} #{row['number']} on {row['as_of']}")


def history_in(row: dict[str, str]):
    """The history that a row describes."""
    terms = [f"{row['agreed_on']} agreed {row['kind']}" + (f" every {row['every']}" if row["every"] else "")]
    named = {"first due": "first_due_on", "due": "due", "grace": "grace_days", "arrears": "arrears"}
    terms += [f"{name} {row[column]}" for name, column in named.items() if row[column]]
    return told(", ".join(terms) + ";" + row["facts"])


def expectations(row: dict[str, str]) -> dict[str, str]:
    """What a row expects, by column."""
    return {column: cell for column, cell in row.items() if column.startswith("expected_")}


def of_occurrence(plan: Schedule, one: Occurrence, day: date) -> tuple[object, ...]:
    """The day an occurrence is due, its standing, and its lateness where any is counted."""
    now = standing(plan, one, day)
    return (one.due_on, now.value, days_late(one, day) if now in COUNTED_LATE else None)


@rows_read_as("grid")
def test_each_row_of_the_golden_table_holds(row):
    day = date.fromisoformat(row["as_of"])
    history = history_in(row).as_of(day)
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
    }
    assert expectations(row) == {column: "" if value is None else str(value) for column, value in actual.items()}


@rows_read_as("rolling")
def test_counted_from_the_last_sitting_the_next_is_due_one_period_later(row):
    last_held = max(date.fromisoformat(fact.strip()[:10]) for fact in row["facts"].split(";"))
    day, due_on = date.fromisoformat(row["as_of"]), read_period(row["every"]).after(last_held)
    now, late = ("overdue", str((day - due_on).days)) if day > due_on else ("upcoming", "")
    assert (row["expected_due_on"], row["expected_standing"], row["expected_days_late"]) == (str(due_on), now, late)


def test_the_table_holds_each_reading_and_standing_it_is_meant_for():
    absent = {Standing.ON_FILE.value, Standing.IN_FORCE.value, Standing.EXPIRED.value}
    assert {one.value for one in Standing} - absent == {row["expected_standing"] for row in ROWS}
    assert {"grid", "rolling"} == {row["reading"] for row in ROWS}
