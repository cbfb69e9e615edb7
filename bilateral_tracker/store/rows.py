"""Histories as rows of the tables, and back."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.fields import (
    Field,
    Fields,
    commitment_from,
    fields_of_commitment,
    fields_of_follow_up,
    fields_of_outcome,
    follow_up_from,
    outcome_from,
    text_fields,
)
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.source import Citation

TERMS = (
    "ref kind title relationship strength owed_by lead agreed_on every anchor_on first_step reading cadence_words "
    "due_earliest due_latest due_words review_every grace_days arrears note"
).split()
"""The columns of `commitment` that hold its terms, in the order in which they are read."""

OUTCOME = "kind happened_on number moved_to additional place mode evidence reason note entry commitment".split()
FOLLOW_UP = (
    "number text owner raised_on due_on due_period due_before due_after_held due_occurrence done_on commitment"
).split()
CITATION = "source locator quote paraphrase commitment".split()
REVIEW = "reviewed_on commitment".split()


class Table(NamedTuple):
    """Rows for one table, each with the same columns."""

    name: str
    rows: tuple[Fields, ...]


def rows_of(history: History) -> list[Table]:
    """All the rows a history has in the index, the commitment's own first."""
    ref = history.commitment.ref
    return [
        Table("commitment", (_commitment_row(history),)),
        _numbered("citation", ref, (text_fields(one) for one in history.commitment.citations)),
        Table(
            "outcome",
            tuple({**fields_of_outcome(one), "entry": one.entry, "commitment": ref} for one in history.outcomes),
        ),
        _numbered("review", ref, ({"reviewed_on": day.isoformat()} for day in history.reviewed_on)),
        Table("follow_up", tuple({**fields_of_follow_up(one), "commitment": ref} for one in history.follow_ups)),
    ]


PARTS = ("citation", "outcome", "review", "follow_up")
"""The tables whose rows belong to a commitment."""


def history_from(terms: Mapping[str, Field], parts: Mapping[str, Iterable[Fields]]) -> History:
    """The history that has these terms and, by table, these rows."""
    citations = tuple(
        Citation(str(one["source"]), str(one["locator"]), str(one["quote"]), str(one["paraphrase"]))
        for one in parts["citation"]
    )
    return History(
        commitment_from(terms, citations),
        tuple(outcome_from(one, int(one["entry"] or 0)) for one in parts["outcome"]),
        tuple(follow_up_from(one) for one in parts["follow_up"]),
        tuple(date.fromisoformat(str(one["reviewed_on"])) for one in parts["review"]),
    )


def _commitment_row(history: History) -> Fields:
    from bilateral_tracker.domain.agenda import agenda

    days = agenda(history)
    return {
        **fields_of_commitment(history.commitment),
        "last_fact_on": history.last_fact_on.isoformat(),
        "expected_from": _iso(days.expected_from),
        "overdue_from": _iso(days.overdue_from),
        "review_on": _iso(days.review_on),
        "follow_up_on": _iso(days.follow_up_on),
    }


def _numbered(name: str, ref: str, rows: Iterable[Fields]) -> Table:
    return Table(name, tuple({**row, "commitment": ref, "position": n} for n, row in enumerate(rows, 1)))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
