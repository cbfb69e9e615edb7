"""Histories as rows of the tables, and back."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from bilateral_tracker.domain.fields import (
    Field,
    Fields,
    citation_from,
    commitment_from,
    fields_of_commitment,
    fields_of_follow_up,
    fields_of_outcome,
    follow_up_from,
    iso_day,
    outcome_from,
    text_fields,
)
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.source import Citation

TERMS = (
    "ref kind title relationship strength owed_by lead agreed_on every anchor_on first_step reading cadence_words "
    "lasts until_on times is_soft is_floor due_earliest due_latest due_words due_event due_event_period "
    "due_event_before valid_for renews_for notice review_every grace_days arrears first_session first_host note"
).split()
"""The columns of `commitment` that hold its terms, in the order in which they are read."""

OUTCOME = (
    "kind happened_on number moved_to additional place mode evidence reason note because party level chairs session "
    "takes_turn entry commitment"
).split()
FOLLOW_UP = (
    "number text owner raised_on due_on due_period due_before due_after_held due_occurrence done_on is_milestone "
    "commitment"
).split()
CITATION = "source locator quote paraphrase commitment".split()
REVIEW = "reviewed_on commitment".split()
AMENDMENT = [*TERMS, *"from_on decided_on both_agreed reason entry commitment".split()]
PAUSE = "from_on both_agreed reason resumed_on shifts entry commitment".split()
WITHDRAWAL = "from_on decided_on both_agreed reason superseded_by entry commitment".split()
QUIET = "item about_on said_on until_on entry commitment".split()
RECIPIENT = "id name address role scope party channel from_on until_on is_alternate".split()
RESTATEMENT = "restated_on source locator quote paraphrase entry commitment".split()


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
        *_decisions(history),
    ]


def _decisions(history: History) -> Iterator[Table]:
    """The rows of what was decided about the promise and its reminders, the terms as first agreed among amendments."""
    from bilateral_tracker.domain import decision_fields as fields
    from bilateral_tracker.domain.decision import Amendment
    from bilateral_tracker.domain.recipient_fields import fields_of_quiet

    def table(name: str, rows: Iterable[tuple[Fields, int]]) -> Table:
        return Table(name, tuple({**row, "entry": entry, "commitment": ref} for row, entry in rows))

    ref, first, agreed_on = history.commitment.ref, history.as_agreed, history.commitment.agreed_on
    terms = (Amendment(agreed_on, first, agreed_on, both_agreed=True), *history.amendments)
    amended = terms if history.amendments else ()
    withdrawn = [history.withdrawal] if history.withdrawal else []
    yield table("amendment", ((fields.fields_of_amendment(one), one.entry) for one in amended))
    yield table("pause", ((fields.fields_of_pause(one), one.entry) for one in history.pauses))
    yield table("withdrawal", ((fields.fields_of_withdrawal(one), one.entry) for one in withdrawn))
    yield table("restatement", ((fields.fields_of_restatement(one), one.entry) for one in history.restatements))
    yield table("quiet", ((fields_of_quiet(one), one.entry) for one in history.quiets))


PARTS = ("citation", "outcome", "review", "follow_up", "amendment", "pause", "withdrawal", "restatement", "quiet")
"""The tables whose rows belong to a commitment."""


def history_from(terms: Mapping[str, Field], parts: Mapping[str, Iterable[Fields]]) -> History:
    """The history that has these terms and, by table, these rows."""
    citations = tuple(map(citation_from, parts["citation"]))
    decisions = _decisions_from(parts, citations) if any(map(parts.get, _DECIDED)) else {}
    return History(
        commitment_from(terms, citations),
        tuple(outcome_from(one, int(one["entry"] or 0)) for one in parts["outcome"]),
        tuple(follow_up_from(one) for one in parts["follow_up"]),
        tuple(date.fromisoformat(str(one["reviewed_on"])) for one in parts["review"]),
        **decisions,
    )


_DECIDED = ("amendment", "pause", "withdrawal", "restatement", "quiet")


def _decisions_from(parts: Mapping[str, Iterable[Fields]], citations: tuple[Citation, ...]) -> dict[str, Any]:
    """The fields of a history that hold decisions; their modules are loaded where there are any."""
    from bilateral_tracker.domain import decision_fields as fields
    from bilateral_tracker.domain.recipient_fields import quiet_from

    amended, paused, withdrawn, restated, hushed = (
        [(row, int(row["entry"] or 0)) for row in parts[name]] for name in _DECIDED
    )
    return {
        "amendments": tuple(fields.amendment_from(row, entry, citations) for row, entry in amended[1:]),
        "first_terms": commitment_from(amended[0][0], citations) if amended else None,
        "pauses": tuple(fields.pause_from(row, entry) for row, entry in paused),
        "withdrawal": fields.withdrawal_from(*withdrawn[0]) if withdrawn else None,
        "restatements": tuple(fields.restatement_from(row, entry) for row, entry in restated),
        "quiets": tuple(quiet_from(row, entry) for row, entry in hushed),
    }


def _commitment_row(history: History) -> Fields:
    from bilateral_tracker.domain.agenda import agenda

    days = agenda(history)
    return {
        **fields_of_commitment(history.commitment),
        "last_fact_on": history.last_fact_on.isoformat(),
        "expected_from": iso_day(days.expected_from),
        "overdue_from": iso_day(days.overdue_from),
        "review_on": iso_day(days.review_on),
        "follow_up_on": iso_day(days.follow_up_on),
    }


def _numbered(name: str, ref: str, rows: Iterable[Fields]) -> Table:
    return Table(name, tuple({**row, "commitment": ref, "position": n} for n, row in enumerate(rows, 1)))
