"""Decisions about a promise as flat fields and back, spelled as in `fields`."""

from collections.abc import Mapping
from datetime import date

from bilateral_tracker.domain.decision import Amendment, Pause, Restatement, Withdrawal
from bilateral_tracker.domain.fields import (
    Field,
    Fields,
    citation_from,
    commitment_from,
    day_of,
    fields_of_commitment,
    iso_day,
    text_fields,
)
from bilateral_tracker.domain.source import Citation


def fields_of_amendment(amendment: Amendment) -> Fields:
    """The new terms, and how they came about; the entry that recorded it is apart."""
    return {
        **fields_of_commitment(amendment.terms),
        "from_on": amendment.from_on.isoformat(),
        "decided_on": amendment.decided_on.isoformat(),
        "both_agreed": int(amendment.both_agreed),
        "reason": amendment.reason,
    }


def amendment_from(fields: Mapping[str, Field], entry: int, citations: tuple[Citation, ...]) -> Amendment:
    """The amendment that has these fields, recorded by entry number `entry`; where it is promised does not change."""
    return Amendment(
        from_on=date.fromisoformat(str(fields["from_on"])),
        terms=commitment_from(fields, citations),
        decided_on=date.fromisoformat(str(fields["decided_on"])),
        both_agreed=bool(fields["both_agreed"]),
        reason=str(fields["reason"]),
        entry=entry,
    )


def fields_of_pause(pause: Pause) -> Fields:
    """What is on record of a pause; the entry that began it is apart."""
    return {
        "from_on": pause.from_on.isoformat(),
        "both_agreed": int(pause.both_agreed),
        "reason": pause.reason,
        "resumed_on": iso_day(pause.resumed_on),
        "shifts": int(pause.shifts),
    }


def pause_from(fields: Mapping[str, Field], entry: int) -> Pause:
    """The pause that has these fields, begun by entry number `entry`."""
    return Pause(
        from_on=date.fromisoformat(str(fields["from_on"])),
        both_agreed=bool(fields["both_agreed"]),
        reason=str(fields["reason"]),
        entry=entry,
        resumed_on=day_of(fields["resumed_on"]),
        shifts=bool(fields["shifts"]),
    )


def fields_of_withdrawal(withdrawal: Withdrawal) -> Fields:
    """What is on record of a withdrawal; the entry that recorded it is apart."""
    return {
        "from_on": withdrawal.from_on.isoformat(),
        "decided_on": withdrawal.decided_on.isoformat(),
        "both_agreed": int(withdrawal.both_agreed),
        "reason": withdrawal.reason,
        "superseded_by": withdrawal.superseded_by,
    }


def withdrawal_from(fields: Mapping[str, Field], entry: int) -> Withdrawal:
    """The withdrawal that has these fields, recorded by entry number `entry`."""
    return Withdrawal(
        from_on=date.fromisoformat(str(fields["from_on"])),
        decided_on=date.fromisoformat(str(fields["decided_on"])),
        both_agreed=bool(fields["both_agreed"]),
        reason=str(fields["reason"]),
        superseded_by=str(fields["superseded_by"]),
        entry=entry,
    )


def fields_of_restatement(restatement: Restatement) -> Fields:
    """When and where it was promised again; the entry that recorded it is apart."""
    return {"restated_on": restatement.on.isoformat(), **text_fields(restatement.citation)}


def restatement_from(fields: Mapping[str, Field], entry: int) -> Restatement:
    """The restatement that has these fields, recorded by entry number `entry`."""
    return Restatement(date.fromisoformat(str(fields["restated_on"])), citation_from(fields), entry)
