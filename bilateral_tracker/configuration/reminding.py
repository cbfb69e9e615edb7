"""What the file says of when reminders are due, for everything, for a kind or for one commitment."""

from collections.abc import Mapping

from bilateral_tracker.configuration.problem import meant
from bilateral_tracker.configuration.table import Table
from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.reference import read_reference
from bilateral_tracker.domain.situation import FOLLOW_UP, MILESTONE
from bilateral_tracker.domain.stages import Counts, RemindSettings, Stages
from bilateral_tracker.domain.stages_change import Never, StagesChange
from bilateral_tracker.errors import WrongUsage, quoted

MOST_DAYS = 3_650
"""The longest lead time, ten years."""

STAGES_KEYS = StagesChange._fields
_ONLY_FOR_ALL = ("lease_minutes", "kinds", "commitments")
_KINDS = (*(kind.value for kind in Kind), FOLLOW_UP, MILESTONE)


def read_remind(table: Table) -> RemindSettings:
    """The settings, where nothing is said the usual ones."""
    table.only((*STAGES_KEYS, *_ONLY_FOR_ALL))
    lease = table.whole("lease_minutes", 1, 24 * 60)
    return RemindSettings(
        default=_change(table).of(Stages()),
        kinds=_kinds(table.table("kinds")),
        commitments=_commitments(table.table("commitments")),
        lease_minutes=RemindSettings().lease_minutes if lease is None else lease,
    )


def _kinds(table: Table) -> Mapping[str, StagesChange]:
    for kind in table.said:
        if kind not in _KINDS:
            table.complain(kind, f"no kind of commitment. {meant(kind, _KINDS)}")
    return {kind: _of_one(table.table(kind)) for kind in table.said if kind in _KINDS}


def _commitments(table: Table) -> Mapping[str, StagesChange]:
    found: dict[str, StagesChange] = {}
    for key in table.said:
        ref = _commitment(key)
        if ref and ref not in found:
            found[ref] = _of_one(table.table(key))
        else:
            table.complain(key, f"{ref} stands here twice." if ref else f"{quoted(key)} names no commitment. {_REFS}")
    return found


_REFS = "They look like PK-CN-1"


def _commitment(key: str) -> str:
    """The reference in capitals; empty if it is none of a commitment."""
    try:
        reference = read_reference(key)
    except WrongUsage:
        return ""
    number = reference.commitment.rpartition("-")[2]
    return reference.commitment if str(reference) == reference.commitment and number.isdigit() else ""


def _of_one(table: Table) -> StagesChange:
    table.only(STAGES_KEYS)
    return _change(table)


def _change(table: Table) -> StagesChange:
    return StagesChange(
        before=table.wholes("before", 0, MOST_DAYS),
        every_days=table.whole("every_days", 1, MOST_DAYS),
        director_after=_days_or_never(table, "director_after"),
        head_after=_days_or_never(table, "head_after"),
        counts=table.choice("counts", Counts),
        propose_before=_days_or_never(table, "propose_before"),
    )


def _days_or_never(table: Table, key: str) -> int | Never | None:
    if table.said.get(key) == Never.NEVER.value:
        return Never.NEVER
    return table.whole(key, 0, MOST_DAYS, f'30, or "{Never.NEVER.value}"')
